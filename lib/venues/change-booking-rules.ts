import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { venues } from "@/db/schema/venues";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { assertSeen, whatChanged } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { ChangeBookingRulesInput } from "./input";
import { bookingRuleValues } from "./set-up-values";
import { listTightBookings } from "./tight-bookings";

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
    const current = bookingRuleValues(book);
    assertSeen(seen, current);
    const changed = whatChanged(current, values);
    if (!changed) return {};
    await tx
      .update(venues)
      .set(values)
      .where(and(eq(venues.tenantId, ctx.tenant.id), eq(venues.id, venueId)));
    await recordChange(tx, ctx, {
      type: "booking-rules.changed",
      subjectId: venueId,
      subject: book.venue.name.en,
      ...changed,
    });
    return told(tx, { tenantId: ctx.tenant.id, venueId }, Object.keys(changed.after), values);
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
