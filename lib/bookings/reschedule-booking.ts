import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { bookingFunctions, bookings } from "@/db/schema/bookings";
import { daysUntil, mayChangeDateFree } from "@/lib/core/cancellation";
import { assertMay } from "@/lib/core/permissions";
import { AppError, isAppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { paidSoFar } from "@/lib/ledger/balance";
import { requestRefund } from "@/lib/ledger/request-refund";
import type { Ctx } from "@/lib/tenants/ctx";
import { alternativesTo } from "./alternatives";
import type { NamedFunction, NamedWish, RescheduleBookingInput } from "./input";
import { assertNotLapsed, assertOwnOrStaff, lockBooking } from "./locks";
import { assertShownPrice, type PricedPlan } from "./price-booking";
import { priceMoveInTx } from "./price-move";
import { nextStatus, recordEvent } from "./save-status";
import type { BookingChange, BookingRow } from "./types";
import { clearPlan, makeRoom, plannedColumns, writePlan } from "./write-plan";

/**
 * Moves a booking to other dates at the price of those dates; its extras and its terms stay as agreed. A family may do so before it begins and as
 * often as the terms it accepted allow, staff always. What was paid above the new total goes back. Moving to where it
 * stands already, as a second press does, changes nothing and counts for nothing. Of two who move what they both saw, the
 * first wins.
 * @throws AppError DATE_CHANGE_NOT_ALLOWED, SLOT_TAKEN with `alternatives`, PRICE_CHANGED, WRONG_STATUS, CHANGED_MEANWHILE
 */
export async function rescheduleBooking(
  ctx: Ctx,
  input: Omit<RescheduleBookingInput, "functions"> & { functions: NamedFunction[] },
): Promise<BookingChange & { version: number }> {
  assertMay(ctx.actor, "booking.reschedule");
  let wish: NamedWish | undefined;
  try {
    return await inTenant(ctx.tenant.id, async (tx) => {
      const booking = await lockBooking(tx, ctx, input.bookingId);
      assertOwnOrStaff(ctx.actor, booking);
      await assertNotLapsed(tx, booking);
      wish = { venueId: booking.venueId, functions: input.functions, guests: booking.guests, addOns: [] };
      const plan = await priceMoveInTx(tx, ctx, booking, input.functions);
      const { settings } = plan.book.venue;
      nextStatus(booking, "reschedule", { confirmation: settings.confirmation, paid: false, approved: false });
      if (await standsThere(tx, booking, plan)) return toChange(booking);
      assertVersion(booking, input.version);
      assertTermsAllow(ctx, booking, settings.timeZone);
      assertShownPrice(plan, input.shownTotalPaise);

      await clearPlan(tx, booking);
      await makeRoom(tx, ctx, plan);
      await writePlan(tx, booking, plan);
      return toChange(await saveMove(tx, ctx, booking, plan, input.reason));
    });
  } catch (error) {
    if (!isAppError(error, "SLOT_TAKEN") || !wish) throw error;
    throw new AppError("SLOT_TAKEN", { alternatives: await alternativesTo(ctx, wish) });
  }
}

function assertTermsAllow(ctx: Ctx, booking: BookingRow, timeZone: string): void {
  if (ctx.actor.kind !== "customer" || booking.status === "temp_hold") return;
  const daysLeft = daysUntil(booking, timeZone, ctx.now);
  const hasBegun = booking.startsAt <= ctx.now;
  if (hasBegun || !mayChangeDateFree(booking.terms.cancellation, booking.dateChanges, daysLeft)) {
    throw new AppError("DATE_CHANGE_NOT_ALLOWED");
  }
}

function assertVersion(booking: BookingRow, seen: number | undefined): void {
  if (seen !== undefined && seen !== booking.version)
    throw new AppError("CHANGED_MEANWHILE", { version: booking.version });
}

const toChange = ({ id, number, status, version }: BookingRow) => ({ bookingId: id, number, status, version });

async function standsThere(tx: Tx, booking: BookingRow, plan: PricedPlan): Promise<boolean> {
  const before = await tx
    .select({ spaceId: bookingFunctions.spaceId, startsAt: bookingFunctions.startsAt, endsAt: bookingFunctions.endsAt })
    .from(bookingFunctions)
    .where(and(eq(bookingFunctions.tenantId, booking.tenantId), eq(bookingFunctions.bookingId, booking.id)));
  const key = (one: { spaceId: string; startsAt: Date; endsAt: Date }) =>
    `${one.spaceId} ${one.startsAt.getTime()} ${one.endsAt.getTime()}`;
  const after = plan.functions.map(({ spaceId, period }) => key({ spaceId, ...period }));
  return before.map(key).toSorted().join() === after.toSorted().join();
}

async function saveMove(
  tx: Tx,
  ctx: Ctx,
  booking: BookingRow,
  plan: PricedPlan,
  reason: string | undefined,
): Promise<BookingRow> {
  const counted = booking.status === "temp_hold" ? 0 : 1;
  const [saved] = await tx
    .update(bookings)
    .set({ ...plannedColumns(plan), dateChanges: booking.dateChanges + counted, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(bookings.tenantId, booking.tenantId), eq(bookings.id, booking.id)))
    .returning();
  if (!saved) throw new AppError("NOT_FOUND", { what: "booking" });
  const above = (await paidSoFar(tx, saved)) - saved.totalPaise;
  if (above > 0) await requestRefund(tx, saved, above, "date_changed");
  await recordEvent(tx, ctx, saved, {
    type: "reschedule",
    from: booking.status,
    to: saved.status,
    data: {
      ...{ from: booking.startsAt, to: saved.startsAt, totalBefore: booking.totalPaise, totalAfter: saved.totalPaise },
      ...(reason ? { reason } : {}),
    },
  });
  await enqueue(tx, "notify", { tenantId: saved.tenantId, bookingId: saved.id, what: "date_changed", cause: newId() });
  return saved;
}
