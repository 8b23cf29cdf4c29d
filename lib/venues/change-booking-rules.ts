import "server-only";
import type { Tx } from "@/db/client";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { ChangeBookingRulesInput } from "./input";
import { bookingRuleValues } from "./set-up-values";
import { listTightBookings } from "./tight-bookings";
import { updateVenue } from "./update-venue";

/**
 * Changes how a venue is booked: buffers, notice, horizon, answers, confirmation. What is booked keeps what it was made
 * with; bookings that a wider buffer would not have let stand side by side are named.
 * @throws AppError NOT_FOUND, CHANGED_MEANWHILE
 */
export async function changeBookingRules(
  ctx: Ctx,
  { venueId, seen, ...values }: ChangeBookingRulesInput,
  mode: Mode,
): Promise<SetupEffects> {
  assertMay(ctx.actor, "venue.write");
  return changeSetUp(ctx, venueId, mode, async (tx, book) => {
    const form = { type: "booking-rules.changed", seen, current: bookingRuleValues(book), values };
    const changed = await updateVenue(tx, ctx, book.venue, form);
    return changed.length > 0 ? told(tx, { tenantId: ctx.tenant.id, venueId }, changed, values) : {};
  });
}

async function told(
  tx: Tx,
  venue: { tenantId: string; venueId: string },
  keys: string[],
  values: { setupMinutes: number; cleanupMinutes: number },
): Promise<Pick<SetupEffects, "notes" | "bookings">> {
  const buffers = keys.includes("setupMinutes") || keys.includes("cleanupMinutes");
  const waiting = ["holdMinutes", "answerMinutes", "confirmation", "payAtHall"].some((key) => keys.includes(key));
  const tight = buffers ? await listTightBookings(tx, venue, values) : { count: 0, bookings: [] };
  const ahead = await bookingsAhead(tx, venue);
  return {
    notes: [
      { note: "timesKept", count: buffers ? ahead.count : 0 },
      { note: "buffersTouch", count: tight.count },
      { note: "waitingKept", count: waiting ? ahead.count : 0 },
    ],
    bookings: tight.bookings,
  };
}
