import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { refundRequests } from "@/db/schema/refunds";
import { lockBooking } from "@/lib/bookings/locks";
import { recordEvent } from "@/lib/bookings/save-status";
import type { BookingStatus } from "@/lib/core/booking-state";
import { isFirm } from "@/lib/core/booking-status";
import type { Paise } from "@/lib/core/money";
import { handMethodOf } from "@/lib/core/payment-method";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { paidSoFar } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import { findPayment, type PaymentRow } from "./find-payment";
import type { ReversePaymentInput } from "./input";
import { writeVoucher } from "./write-voucher";

/** A wrong entry taken back, and how the booking stands without it. `advanceMissingPaise` is what a firm booking lacks now. */
export type ReversedPayment = {
  voucherNumber: string;
  number: string;
  status: BookingStatus;
  paidPaise: Paise;
  advanceMissingPaise: Paise;
};

/**
 * Takes back a wrong entry: the payment stays, and a row of its own stands against it, with who and why. The booking keeps
 * its status; what stands without money is said, in the answer and in the history.
 * @throws AppError NOT_REVERSIBLE (it came through the gateway, or some of it has gone back), NOT_FOUND
 */
export async function reversePayment(ctx: Ctx, input: ReversePaymentInput): Promise<ReversedPayment> {
  assertMay(ctx.actor, "refund.reverse");
  return inTenant(ctx.tenant.id, async (tx) => {
    const payment = await findPayment(tx, ctx, input.paymentId);
    const booking = await lockBooking(tx, ctx, payment.bookingId);
    const method = handMethodOf(payment.method);
    if (!method || !(await isWhole(tx, payment))) throw new AppError("NOT_REVERSIBLE");

    const requestId = newId();
    await tx.insert(refundRequests).values({
      tenantId: ctx.tenant.id,
      id: requestId,
      bookingId: booking.id,
      paymentId: payment.id,
      amountPaise: payment.amountPaise,
      reason: "correction",
      status: "done",
      requestedBy: ctx.actor.kind === "staff" ? ctx.actor.userId : null,
      note: input.reason,
    });
    const { timeZone } = await loadVenueSettings(tx, booking);
    const { amountPaise } = payment;
    const voucherNumber = await writeVoucher(tx, ctx, {
      ...{ requestId, payment, amountPaise, kind: "reversal", method, reference: null, timeZone },
    });
    const paidPaise = await paidSoFar(tx, booking);
    const advanceMissingPaise = isFirm(booking.status) ? Math.max(0, booking.advancePaise - paidPaise) : 0;
    await recordEvent(tx, ctx, booking, {
      type: "payment_reversed",
      from: booking.status,
      to: booking.status,
      data: {
        ...{ paymentId: payment.id, receiptNumber: payment.receiptNumber, voucherNumber, amountPaise },
        ...{ reason: input.reason, advanceMissingPaise },
      },
    });
    return { voucherNumber, number: booking.number, status: booking.status, paidPaise, advanceMissingPaise };
  });
}

/** True where nothing has gone back. What was only promised of a wrong entry, and waits for a hand, is promised no more. */
async function isWhole(tx: Tx, { tenantId, id }: PaymentRow): Promise<boolean> {
  const own = and(eq(refundRequests.tenantId, tenantId), eq(refundRequests.paymentId, id));
  const promised = await tx
    .select({ status: refundRequests.status })
    .from(refundRequests)
    .where(and(own, ne(refundRequests.status, "failed")))
    .for("update");
  if (promised.some(({ status }) => status !== "queued")) return false;
  await tx.delete(refundRequests).where(and(own, sql`${refundRequests.status} = 'queued'`));
  return true;
}
