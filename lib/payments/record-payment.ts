import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { payments } from "@/db/schema/payments";
import { lockBooking } from "@/lib/bookings/locks";
import { payBooking, type ReceivedPayment } from "@/lib/bookings/pay-booking";
import type { BookingRow } from "@/lib/bookings/types";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import type { GatewayPayment } from "@/lib/vendors/razorpay-entities";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import type { PaymentResult } from "./fate";
import { fateOf } from "./fate";
import { type OrderRow, raiseOrderStatus } from "./orders";
import { nextReceiptNumber } from "./receipt-numbers";

/**
 * Whether a payment is one of its order: captured, in the same currency. Of less than was asked, as of more, the ledger must
 * know: it is the hall's money. What came back to the payer already (status refunded) was never ours to count.
 */
export function paysFor(payment: GatewayPayment, order: OrderRow): boolean {
  return (
    payment.status === "captured" &&
    payment.captured &&
    payment.orderId === order.providerOrderId &&
    payment.amountPaise > 0 &&
    payment.currency === order.currency
  );
}

/**
 * Writes a captured payment to the ledger and lets it do its work on the booking, exactly once however often it is told.
 * @throws AppError PAYMENT_INVALID when it is not captured, or not what the order asked for
 */
export function recordPayment(ctx: Ctx, order: OrderRow, payment: GatewayPayment): Promise<PaymentResult> {
  return inTenant(ctx.tenant.id, (tx) => recordPaymentInTx(tx, ctx, order, payment));
}

/** The same inside the caller's transaction. */
export async function recordPaymentInTx(
  tx: Tx,
  ctx: Ctx,
  order: OrderRow,
  payment: GatewayPayment,
): Promise<PaymentResult> {
  const { bookingId, purpose, id: orderId } = order;
  const result = await recordCaptured(tx, ctx, { bookingId, purpose, orderId }, payment, () => paysFor(payment, order));
  await raiseOrderStatus(tx, order, "paid");
  return result;
}

type Asked = Pick<ReceivedPayment, "purpose"> & { bookingId: string; orderId?: string; linkId?: string };

/**
 * All who may record a payment lock its booking first, so looking before inserting is safe and a replay takes no receipt
 * number; `payments_provider` is the last word.
 */
export async function recordCaptured(
  tx: Tx,
  ctx: Ctx,
  { bookingId, purpose, ...source }: Asked,
  payment: GatewayPayment,
  isValid: () => boolean,
): Promise<PaymentResult> {
  const booking = await lockBooking(tx, ctx, bookingId);
  const [known] = await tx
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.providerPaymentId, payment.id)));
  if (known) return toResult(booking, await fateOf(tx, ctx.tenant.id, known.id));

  if (!isValid()) throw new AppError("PAYMENT_INVALID", { status: payment.status });
  const id = newId();
  const { amountPaise } = payment;
  await tx.insert(payments).values({
    ...source,
    tenantId: ctx.tenant.id,
    id,
    bookingId: booking.id,
    receiptNumber: await nextReceiptNumber(tx, ctx, (await loadVenueSettings(tx, booking)).timeZone),
    method: "razorpay",
    reference: payment.method,
    providerPaymentId: payment.id,
    amountPaise,
    currency: payment.currency,
    receivedAt: payment.at,
    createdAt: sql`clock_timestamp()`,
  });
  const fate = await payBooking(tx, ctx, booking, { id, amountPaise, purpose });
  return toResult(fate.booking, fate.refunded);
}

function toResult(booking: BookingRow, refunded: PaymentResult["refunded"]): PaymentResult {
  return { bookingId: booking.id, number: booking.number, status: booking.status, refunded };
}
