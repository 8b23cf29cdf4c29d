import "server-only";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { type Once, once } from "@/lib/tenants/idempotency";
import { loadVenueInTx, loadVenueSettings } from "@/lib/venues/load-venue";
import { lockVenue } from "@/lib/venues/lock-venue";
import { closedPeriod, closeTime } from "./close-time";
import type { CreateBlackoutInput } from "./input";
import type { Blackout } from "./types";

/**
 * What `closeDays` does, for another program: once for a key, and answered by what was closed as `show` has it.
 * @throws AppError NOT_FOUND, INVERTED_PERIOD, IN_THE_PAST, STILL_BOOKED with `bookings` and `closures`
 */
export function createBlackout<T>(ctx: Ctx, input: CreateBlackoutInput, show: (made: Blackout) => T): Promise<Once<T>> {
  assertMay(ctx.actor, "blackout.write");
  const { idempotencyKey, ...wish } = input;
  return once(ctx, { route: "blackout.create", key: idempotencyKey, input: wish }, async (tx) => {
    // Known to be the hall's own before anything is locked, and read again as it stands behind the lock.
    await loadVenueSettings(tx, { tenantId: ctx.tenant.id, venueId: wish.venueId });
    await lockVenue(tx, wish.venueId);
    const book = await loadVenueInTx(tx, ctx.tenant.id, wish.venueId);
    if (!book) throw new AppError("NOT_FOUND", { what: "venue" });
    const period = "from" in wish ? closedPeriod(wish, book.venue.settings.timeZone) : wish.period;
    return show(await closeTime(tx, ctx, book.venue, { ...wish, period }));
  });
}
