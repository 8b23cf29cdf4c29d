import "server-only";
import { inTenant } from "@/db/client";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadDeskSettings } from "@/lib/tenants/hall-settings";
import { listVenueBooks } from "@/lib/venues/queries";
import type { Desk, DeskVenue } from "./types";

/** What the desk needs to price a wish while it is being typed: each venue with its prices, what may be taken off them, and how the hall takes money. */
export async function loadDesk(ctx: Ctx): Promise<Desk> {
  assertMay(ctx.actor, "booking.take");
  const [books, settings] = await Promise.all([
    listVenueBooks(ctx.tenant),
    inTenant(ctx.tenant.id, (tx) => loadDeskSettings(tx, ctx.tenant.id)),
  ]);
  const venues = books.map(({ venue, prices, rules }): DeskVenue => {
    const { id, name, settings, paymentTerms, slots } = venue;
    return {
      ...{ id, name, settings, paymentTerms, slots, prices, rules },
      spaces: venue.spaces.map((one) => ({ id: one.id, name: one.name, capacity: one.capacity })),
      addOns: venue.addOns.map(({ about: _about, ...addOn }) => addOn),
    };
  });
  return { ...settings, venues };
}
