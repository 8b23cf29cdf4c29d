import "server-only";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Mode } from "@/lib/tenants/take-back";
import { changeSetUp } from "@/lib/venues/change-set-up";
import { closedPeriod, closeTime } from "./close-time";
import type { CloseDaysInput } from "./input";

/**
 * Closes a space, or all of the venue, from a day to a day, both included, or between two times of day.
 * @throws AppError NOT_FOUND, INVERTED_PERIOD, IN_THE_PAST, STILL_BOOKED with `bookings` and `closures`: all or nothing is closed
 */
export async function closeDays(ctx: Ctx, input: CloseDaysInput, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "blackout.write");
  const { venueId, spaceId, reason } = input;
  return changeSetUp(ctx, venueId, mode, async (tx, { venue }) => {
    const period = closedPeriod(input, venue.settings.timeZone);
    await closeTime(tx, ctx, venue, { spaceId, period, reason });
    return { notes: [{ note: "daysClosed", count: 1 }] };
  });
}
