import "server-only";
import { inTenant } from "@/db/client";
import { type AvailabilityDay, daysOf } from "@/lib/core/availability";
import { addDays } from "@/lib/core/local-date";
import { startOfDay } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { listClaims } from "@/lib/venues/list-claims";
import { listMuhuratDates, loadVenueInTx } from "@/lib/venues/load-venue";
import type { AvailabilityRange } from "./types";

/**
 * The days as the desk sees them: whom lead time does not bind, and what nobody may see but the hall's people. Read
 * straight from Postgres: few ask, and they are about to sell it. @throws AppError NOT_FOUND
 */
export async function readDeskDays(
  ctx: Ctx,
  venueId: string,
  { from, to }: Omit<AvailabilityRange, "spaceId">,
): Promise<AvailabilityDay[]> {
  assertMay(ctx.actor, "booking.take");
  const tenantId = ctx.tenant.id;
  return inTenant(tenantId, async (tx) => {
    const book = await loadVenueInTx(tx, tenantId, venueId);
    if (!book) throw new AppError("NOT_FOUND", { what: "venue" });
    const { settings, spaces, slots } = book.venue;
    const partIds = [...new Set(spaces.flatMap((space) => space.partIds))];
    const { timeZone } = settings;
    const touching = {
      startsAt: startOfDay(addDays(from, -1), timeZone),
      endsAt: startOfDay(addDays(to, 4), timeZone),
    };
    const [claims, muhurat] = await Promise.all([
      listClaims(tx, tenantId, partIds, touching),
      listMuhuratDates(tx, tenantId, venueId, from, to),
    ]);
    const { prices, rules } = book;
    const own = { ...settings, leadMinutes: 0 };
    return daysOf({
      ...{ from, to, spaces, slots, claims, prices, rules, settings: own, now: ctx.now },
      muhuratDates: new Set(muhurat),
    });
  });
}
