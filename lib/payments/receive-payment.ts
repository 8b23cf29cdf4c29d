import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { payments } from "@/db/schema/payments";
import { assertNotLapsed, lockBooking } from "@/lib/bookings/locks";
import { payBooking } from "@/lib/bookings/pay-booking";
import type { BookingRow } from "@/lib/bookings/types";
import { isOpen } from "@/lib/core/booking-status";
import { addDays } from "@/lib/core/local-date";
import { localDateOf, periodOf } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { paidSoFar } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadDeskSettings } from "@/lib/tenants/hall-settings";
import { type Once, once } from "@/lib/tenants/idempotency";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import { BACKDATED_DAYS, type ReceivePaymentInput } from "./input";
import { type ShowPayment, standingOf } from "./payment-standing";
import { nextReceiptNumber } from "./receipt-numbers";
import type { ReceivedByHand } from "./types";

/**
 * Money that one of the hall's people took: written to the ledger under the next receipt number, and then it does for the
 * booking what an online payment does. What comes above what is owed stays promised back.
 * @throws AppError ABOVE_DUE (unless `aboveDue`), WRONG_STATUS (a booking that is over), SLOT_TAKEN (it ran out and somebody
 * else has its time), HOLD_EXPIRED (it ran out and this is less than the advance), NOT_FOUND, INVALID_INPUT (a day or a way that
 * is not allowed). Nothing is written then.
 */
export async function receivePayment(ctx: Ctx, input: ReceivePaymentInput): Promise<Once<ReceivedByHand>> {
  assertMay(ctx.actor, "payment.record");
  const { idempotencyKey, ...rest } = input;
  return once(ctx, { route: "payment.receive", key: idempotencyKey, input: rest }, (tx) =>
    receivePaymentInTx(tx, ctx, rest),
  );
}

/** The same, answering what `show` makes of it in the same transaction: what is stored under the key as well. */
export async function receiveAndShow<T>(ctx: Ctx, input: ReceivePaymentInput, show: ShowPayment<T>): Promise<Once<T>> {
  assertMay(ctx.actor, "payment.record");
  const { idempotencyKey, ...rest } = input;
  return once(ctx, { route: "payment.receive-and-show", key: idempotencyKey, input: rest }, async (tx) => {
    const { paymentId } = await receivePaymentInTx(tx, ctx, rest);
    return show(await standingOf(tx, ctx, eq(payments.id, paymentId)));
  });
}

/** The same inside the transaction of the verb that took the booking. */
export async function receivePaymentInTx(
  tx: Tx,
  ctx: Ctx,
  input: Omit<ReceivePaymentInput, "idempotencyKey">,
): Promise<ReceivedByHand> {
  assertMay(ctx.actor, "payment.record");
  const { amountPaise } = input;
  const booking = await lockBooking(tx, ctx, input.bookingId);
  const owedPaise = await assertTakes(tx, booking, input);
  const { methods } = await loadDeskSettings(tx, ctx.tenant.id);
  if (!methods.includes(input.method)) throw new AppError("INVALID_INPUT", { field: "method" });
  const { timeZone, currency } = await loadVenueSettings(tx, booking);
  const id = newId();
  const receiptNumber = await nextReceiptNumber(tx, ctx, timeZone);
  await tx.insert(payments).values({
    tenantId: ctx.tenant.id,
    id,
    bookingId: booking.id,
    receiptNumber,
    method: input.method,
    reference: input.reference ?? null,
    instrumentDate: input.instrumentDate ?? null,
    note: input.note ?? null,
    amountPaise,
    currency,
    receivedBy: ctx.actor.kind === "staff" ? ctx.actor.userId : null,
    receivedAt: momentOf(ctx, input, timeZone),
    // The moment of writing, after the locks: a day book is closed under the same lock and goes by it.
    createdAt: sql`clock_timestamp()`,
  });

  const fate = await payBooking(tx, ctx, booking, { id, amountPaise, purpose: "full", byHand: true });
  // What came online too late can only go back; who stands at the desk can still keep the money.
  if (fate.refunded !== null) {
    throw new AppError(amountPaise < booking.advancePaise ? "HOLD_EXPIRED" : "SLOT_TAKEN");
  }
  const { status } = fate.booking;
  if (status === booking.status && isOpen(status)) {
    const { tenantId } = booking;
    await enqueue(tx, "notify", { tenantId, bookingId: booking.id, what: "payment_received", cause: id, amountPaise });
  }
  const paidPaise = await paidSoFar(tx, booking);
  return {
    paymentId: id,
    receiptNumber,
    bookingId: booking.id,
    number: booking.number,
    status,
    paidPaise,
    duePaise: Math.max(0, booking.totalPaise - paidPaise),
    advanceMissingPaise: Math.max(0, booking.advancePaise - paidPaise),
    abovePaise: Math.max(0, amountPaise - owedPaise),
  };
}

/** What the booking still owes, in paise. Less than the advance keeps no hold alive that has run out, swept or not. */
async function assertTakes(
  tx: Tx,
  booking: BookingRow,
  { amountPaise, aboveDue }: Pick<ReceivePaymentInput, "amountPaise" | "aboveDue">,
): Promise<number> {
  if (booking.status === "cancelled" || booking.status === "rejected") {
    throw new AppError("WRONG_STATUS", { status: booking.status });
  }
  const paidPaise = await paidSoFar(tx, booking);
  if (paidPaise + amountPaise < booking.advancePaise) await assertNotLapsed(tx, booking);
  const owedPaise = Math.max(0, booking.totalPaise - paidPaise);
  if (amountPaise > owedPaise && !aboveDue) throw new AppError("ABOVE_DUE", { duePaise: owedPaise });
  return owedPaise;
}

/** Written down later than it was taken, but not long after, and never ahead. */
function momentOf(ctx: Ctx, { receivedOn }: Pick<ReceivePaymentInput, "receivedOn">, timeZone: string): Date {
  const today = localDateOf(ctx.now, timeZone);
  if (receivedOn === undefined || receivedOn === today) return ctx.now;
  if (receivedOn > today || receivedOn < addDays(today, -BACKDATED_DAYS)) {
    throw new AppError("INVALID_INPUT", { field: "receivedOn" });
  }
  return periodOf(receivedOn, "12:00", 1, timeZone).startsAt;
}
