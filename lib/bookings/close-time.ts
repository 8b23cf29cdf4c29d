import "server-only";
import type { Tx } from "@/db/client";
import { addDays } from "@/lib/core/local-date";
import { customPeriod, localDateTimeOf, type Period } from "@/lib/core/period";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Venue } from "@/lib/venues/types";
import { closeParts, closureSubject, inTheWay, partsToClose } from "./close-parts";
import type { ClosedDays } from "./input";
import type { Blackout } from "./types";

/** From a day to a day, both included, from midnight to midnight unless it says otherwise. */
export function closedPeriod({ from, to, startTime, endTime }: ClosedDays, timeZone: string): Period {
  const end = endTime ? `${to}T${endTime}` : `${addDays(to, 1)}T00:00`;
  return customPeriod(`${from}T${startTime ?? "00:00"}`, end, timeZone);
}

type Closing = { spaceId: string | null; period: Period; reason: string };

/**
 * Closes a space, or all of the venue, with its line in the history. The venue must be locked.
 * @throws AppError NOT_FOUND, INVERTED_PERIOD, IN_THE_PAST, STILL_BOOKED with `bookings` and `closures`: all or nothing is closed
 */
export async function closeTime(
  tx: Tx,
  ctx: Ctx,
  venue: Venue,
  { spaceId, period, reason }: Closing,
): Promise<Blackout> {
  const { timeZone } = venue.settings;
  if (period.endsAt <= period.startsAt) throw new AppError("INVERTED_PERIOD");
  if (period.endsAt <= ctx.now) throw new AppError("IN_THE_PAST");
  const closure = { venueId: venue.id, partIds: partsToClose(venue, spaceId), period, reason };
  const closed = await closeParts(tx, ctx, closure);
  if (!closed) throw new AppError("STILL_BOOKED", await inTheWay(tx, ctx, closure));
  const [from, to] = [period.startsAt, period.endsAt].map((at) => localDateTimeOf(at, timeZone));
  await recordChange(tx, ctx, {
    type: "days.closed",
    subject: closureSubject(venue, spaceId, reason),
    after: { from, to, spaceId, reason },
  });
  return closed;
}
