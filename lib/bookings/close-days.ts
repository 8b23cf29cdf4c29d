import "server-only";
import { addDays } from "@/lib/core/local-date";
import { customPeriod } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { changeSetUp } from "@/lib/venues/change-set-up";
import { closeParts, closureSubject, inTheWay, partsToClose } from "./close-parts";
import type { CloseDaysInput } from "./input";

/**
 * Closes a space, or all of the venue, from a day to a day, both included, or between two times of day.
 * @throws AppError NOT_FOUND, INVERTED_PERIOD, STILL_BOOKED with `bookings` and `closures`: all or nothing is closed
 */
export async function closeDays(ctx: Ctx, input: CloseDaysInput, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "blackout.write");
  const { venueId, spaceId, from, to, startTime, endTime, reason } = input;
  return changeSetUp(ctx, venueId, mode, async (tx, { venue }) => {
    const start = `${from}T${startTime ?? "00:00"}`;
    const end = endTime ? `${to}T${endTime}` : `${addDays(to, 1)}T00:00`;
    const period = customPeriod(start, end, venue.settings.timeZone);
    if (period.endsAt <= period.startsAt) throw new AppError("INVERTED_PERIOD");
    if (period.endsAt <= ctx.now) throw new AppError("IN_THE_PAST");
    const closure = { venueId, partIds: partsToClose(venue, spaceId), period, reason };
    if (!(await closeParts(tx, ctx, closure))) throw new AppError("STILL_BOOKED", await inTheWay(tx, ctx, closure));
    await recordChange(tx, ctx, {
      type: "days.closed",
      subject: closureSubject(venue, spaceId, reason),
      after: { from: start, to: end, spaceId, reason },
    });
    return { notes: [{ note: "daysClosed", count: 1 }] };
  });
}
