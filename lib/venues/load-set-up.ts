import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { muhuratDates } from "@/db/schema/venues";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { fingerprint } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueInTx } from "./load-venue";
import { listVenues } from "./queries";
import { addOnValues } from "./save-add-on";
import { slotValues } from "./save-slot";
import { spaceValues } from "./save-space";
import { bookingRuleValues, policyValues, priceValues, venueValues } from "./set-up-values";
import type { MuhuratDate, SetUp } from "./types";

/**
 * A venue as its forms show it, each with what it looked like then: of two who save, the second is told. Without a slug
 * the hall's first venue.
 * @throws AppError NOT_FOUND
 */
export async function loadSetUp(ctx: Ctx, slug?: string): Promise<SetUp> {
  assertMay(ctx.actor, "setup.read");
  const venues = await listVenues(ctx.tenant);
  const chosen = slug === undefined ? venues[0] : venues.find((venue) => venue.slug === slug);
  const book = chosen && (await inTenant(ctx.tenant.id, (tx) => loadVenueInTx(tx, ctx.tenant.id, chosen.id)));
  if (!book) throw new AppError("NOT_FOUND", { what: "venue" });
  const { spaces, slots, addOns } = book.venue;
  return {
    venues: venues.map(({ slug: one, name }) => ({ slug: one, name })),
    book,
    seen: {
      venue: fingerprint(venueValues(book)),
      bookingRules: fingerprint(bookingRuleValues(book)),
      policies: fingerprint(policyValues(book)),
      prices: fingerprint(priceValues(book)),
      rules: fingerprint(book.rules),
      items: Object.fromEntries([
        ...spaces.map((space) => [space.id, fingerprint(spaceValues(space))]),
        ...slots.map((slot) => [slot.id, fingerprint(slotValues(slot))]),
        ...addOns.map((addOn) => [addOn.id, fingerprint(addOnValues(addOn))]),
      ]),
    },
  };
}

/** The hall's own auspicious days, those that are over left out. */
export async function listOwnMuhurat(ctx: Ctx, venueId: string): Promise<MuhuratDate[]> {
  assertMay(ctx.actor, "setup.read");
  return inTenant(ctx.tenant.id, (tx) =>
    tx
      .select({ date: muhuratDates.date, source: muhuratDates.source })
      .from(muhuratDates)
      .where(
        and(
          eq(muhuratDates.tenantId, ctx.tenant.id),
          eq(muhuratDates.venueId, venueId),
          sql`${muhuratDates.date} >= current_date - 1`,
        ),
      )
      .orderBy(asc(muhuratDates.date)),
  );
}
