import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { blackouts, type yearlyBlackouts } from "@/db/schema/claims";
import { addDays, addMonths } from "@/lib/core/local-date";
import { localDateOf, startOfDay, todayIn } from "@/lib/core/period";
import type { TouchedBooking } from "@/lib/core/setup-effects";
import { yearsOf } from "@/lib/core/yearly";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Venue } from "@/lib/venues/types";
import { closeParts, inTheWay, partsToClose } from "./close-parts";

type Yearly = Pick<typeof yearlyBlackouts.$inferSelect, "id" | "venueId" | "spaceId" | "reason" | "startsOn" | "days">;
type Written = { closed: number; leftOpen: number; bookings: TouchedBooking[] };

/**
 * Writes out the years of a yearly closure that lie within the venue's horizon and are not written yet. A year in which
 * something is booked stays open, and is tried again another time. Doing it twice changes nothing. The venue must be locked.
 */
export async function writeYears(tx: Tx, ctx: Ctx, venue: Venue, yearly: Yearly): Promise<Written> {
  const { timeZone, horizonMonths } = venue.settings;
  const today = todayIn(ctx.now, timeZone);
  const known = await tx
    .select({ startsAt: blackouts.startsAt })
    .from(blackouts)
    .where(and(eq(blackouts.tenantId, ctx.tenant.id), eq(blackouts.yearlyId, yearly.id)));
  const done = new Set(known.map(({ startsAt }) => localDateOf(startsAt, timeZone)));
  const partIds = partsToClose(venue, yearly.spaceId);
  const written: Written = { closed: 0, leftOpen: 0, bookings: [] };
  for (const year of yearsOf(yearly, today, addMonths(today, horizonMonths))) {
    if (done.has(year.from)) continue;
    const period = { startsAt: startOfDay(year.from, timeZone), endsAt: startOfDay(addDays(year.to, 1), timeZone) };
    const closure = { venueId: yearly.venueId, partIds, period, reason: yearly.reason, yearlyId: yearly.id };
    if (await closeParts(tx, ctx, closure)) written.closed++;
    else {
      written.leftOpen++;
      written.bookings.push(...(await inTheWay(tx, ctx, closure)).bookings);
    }
  }
  return written;
}
