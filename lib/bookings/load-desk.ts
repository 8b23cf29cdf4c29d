import "server-only";
import { inTenant } from "@/db/client";
import type { DiscountLimits } from "@/lib/core/discount";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadDiscountLimits } from "@/lib/tenants/hall-settings";
import { listVenueBooks } from "@/lib/venues/queries";
import type { DeskVenue } from "./types";

/** What the desk needs to price a wish while it is being typed: each venue with its prices, and what may be taken off them. */
export async function loadDesk(ctx: Ctx): Promise<{ venues: DeskVenue[]; limits: DiscountLimits }> {
  assertMay(ctx.actor, "booking.take");
  const [books, limits] = await Promise.all([
    listVenueBooks(ctx.tenant),
    inTenant(ctx.tenant.id, (tx) => loadDiscountLimits(tx, ctx.tenant.id)),
  ]);
  const venues = books.map(({ venue, prices, rules }): DeskVenue => {
    const { id, name, settings, paymentTerms, slots } = venue;
    return {
      ...{ id, name, settings, paymentTerms, slots, prices, rules },
      spaces: venue.spaces.map((one) => ({ id: one.id, name: one.name, capacity: one.capacity })),
      addOns: venue.addOns.map(({ about: _about, ...addOn }) => addOn),
    };
  });
  return { venues, limits };
}
