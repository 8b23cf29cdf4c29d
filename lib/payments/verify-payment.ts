import "server-only";
import { eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { assertOwnOrStaff, findBooking } from "@/lib/bookings/locks";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import { type Once, onceAround } from "@/lib/tenants/idempotency";
import { fetchPayment } from "@/lib/vendors/razorpay";
import type { GatewayPayment } from "@/lib/vendors/razorpay-entities";
import { verifyCheckoutSignature } from "@/lib/vendors/razorpay-webhook";
import { VendorError } from "@/lib/vendors/vendor-error";
import { captured } from "./capture";
import type { PaymentResult } from "./fate";
import type { VerifyPaymentInput } from "./input";
import { findOrderByProviderId, type OrderRow } from "./orders";
import { type ShowPayment, standingOf } from "./payment-standing";
import { recordPayment } from "./record-payment";

/**
 * What checkout.js said, checked: our own order, the gateway's signature, then the payment as the gateway has it. It races
 * with the webhook; whichever comes first counts, and both answer alike.
 * @throws AppError PAYMENT_INVALID, NOT_FOUND, PAYMENT_GATEWAY_DOWN (the webhook or the reconciler will still find it)
 */
export async function verifyPayment(ctx: Ctx, input: VerifyPaymentInput): Promise<PaymentResult> {
  assertMay(ctx.actor, "payment.verify");
  const order = await inTenant(ctx.tenant.id, async (tx) => {
    assertOwnOrStaff(ctx.actor, await findBooking(tx, ctx, input.bookingId));
    return findOrderByProviderId(tx, ctx.tenant.id, input.orderId);
  });
  if (!order?.providerOrderId || order.bookingId !== input.bookingId) throw new AppError("PAYMENT_INVALID");
  const { paymentId, signature } = input;
  if (!verifyCheckoutSignature({ orderId: order.providerOrderId, paymentId, signature })) {
    throw new AppError("PAYMENT_INVALID");
  }
  return recordPayment(ctx, order, await paymentAtGateway(ctx, order, paymentId));
}

/** The same once for a key, answering what `show` makes of the payment as it then stands in the ledger. */
export function verifyAndShow<T>(ctx: Ctx, input: VerifyPaymentInput, show: ShowPayment<T>): Promise<Once<T>> {
  assertMay(ctx.actor, "payment.verify");
  const { idempotencyKey: key, ...rest } = input;
  return onceAround(ctx, { route: "payment.verify", key, input: rest }, async () => {
    await verifyPayment(ctx, rest);
    return inTenant(ctx.tenant.id, async (tx) =>
      show(await standingOf(tx, ctx, eq(payments.providerPaymentId, rest.paymentId))),
    );
  });
}

async function paymentAtGateway(ctx: Ctx, order: OrderRow, paymentId: string): Promise<GatewayPayment> {
  try {
    const payment = await fetchPayment(paymentId);
    return payment.orderId === order.providerOrderId ? await captured(payment) : payment;
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    log.error({ requestId: ctx.requestId, orderId: order.id, paymentId, err: error }, "a payment cannot be checked");
    throw new AppError("PAYMENT_GATEWAY_DOWN");
  }
}
