import "server-only";
import { lockBooking } from "@/lib/bookings/locks";
import { recordEvent } from "@/lib/bookings/save-status";
import type { Paise } from "@/lib/core/money";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { requestRefund } from "@/lib/ledger/request-refund";
import type { Ctx } from "@/lib/tenants/ctx";
import { type Once, once } from "@/lib/tenants/idempotency";
import { findPayment } from "./find-payment";
import type { CreateRefundInput } from "./input";
import { payBackInTx } from "./pay-back";

/** `voucherNumber` is null while the gateway is still to carry it out. */
export type CreatedRefund = {
  requestId: string;
  bookingId: string;
  number: string;
  amountPaise: Paise;
  voucherNumber: string | null;
};

/**
 * Gives back part or all of one payment, in paise: what came through the gateway goes to where it came from, what was taken
 * by hand is recorded as given back. Never above what is left of the payment; Postgres refuses that as well.
 * @throws AppError REFUND_TOO_LARGE, NOT_FOUND, INVALID_INPUT (money taken by hand needs a way back)
 */
export async function createRefund(ctx: Ctx, input: CreateRefundInput): Promise<Once<CreatedRefund>> {
  assertMay(ctx.actor, "refund.create");
  const { idempotencyKey, ...rest } = input;
  return once(ctx, { route: "refund.create", key: idempotencyKey, input: rest }, async (tx) => {
    const payment = await findPayment(tx, ctx, rest.paymentId);
    const booking = await lockBooking(tx, ctx, payment.bookingId);
    const isOnline = payment.providerPaymentId !== null;
    if (!isOnline && !rest.method) throw new AppError("INVALID_INPUT", { field: "method" });

    const asked = { requestedBy: ctx.actor.kind === "staff" ? ctx.actor.userId : null, note: rest.reason };
    const [requestId] = await requestRefund(tx, booking, rest.amountPaise, "by_staff", payment.id, asked);
    await recordEvent(tx, ctx, booking, {
      type: "refund",
      from: booking.status,
      to: booking.status,
      data: { paymentId: payment.id, refundPaise: rest.amountPaise, reason: rest.reason },
    });
    if (!requestId) throw new Error("a refund was promised without a request");
    const voucherNumber =
      !isOnline && rest.method
        ? (await payBackInTx(tx, ctx, { requestId, method: rest.method, reference: rest.reference })).voucherNumber
        : null;
    const { id: bookingId, number } = booking;
    return { requestId, bookingId, number, amountPaise: rest.amountPaise, voucherNumber };
  });
}
