import "server-only";
import { inTenant, readGeneration } from "@/db/client";
import { isId } from "@/db/id";
import { type AvailabilityDay, daysOf } from "@/lib/core/availability";
import { addDays } from "@/lib/core/local-date";
import { startOfDay } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { listClaims } from "@/lib/venues/list-claims";
import { listMuhuratDates } from "@/lib/venues/load-venue";
import { venueBookAt } from "@/lib/venues/queries";
import type { AvailabilityRange } from "./types";

/**
 * The days as the desk sees them: whom lead time does not bind, and what nobody may see but the hall's people. Claims are
 * read straight from Postgres: few ask, and they are about to sell it. @throws AppError NOT_FOUND
 */
export async function readDeskDays(
  ctx: Ctx,
  venueId: string,
  { from, to }: Omit<AvailabilityRange, "spaceId">,
): Promise<AvailabilityDay[]> {
  assertMay(ctx.actor, "booking.take");
  const { tenant, now } = ctx;
  const generation = isId(venueId) ? await readGeneration(tenant.id, venueId) : null;
  const book = generation === null ? null : await venueBookAt(tenant, venueId, generation);
  if (!book) throw new AppError("NOT_FOUND", { what: "venue" });
  const { prices, rules } = book;
  const { settings, spaces, slots } = book.venue;
  const { timeZone } = settings;
  const partIds = [...new Set(spaces.flatMap((space) => space.partIds))];
  // A session of the last day ends up to two days later; buffers reach a little further on both sides.
  const touching = { startsAt: startOfDay(addDays(from, -1), timeZone), endsAt: startOfDay(addDays(to, 4), timeZone) };
  const [claims, muhurat] = await inTenant(tenant.id, (tx) =>
    Promise.all([listClaims(tx, tenant.id, partIds, touching), listMuhuratDates(tx, tenant.id, venueId, from, to)]),
  );
  return daysOf({
    ...{ from, to, spaces, slots, claims, prices, rules, now },
    settings: { ...settings, leadMinutes: 0 },
    muhuratDates: new Set(muhurat),
  });
}
