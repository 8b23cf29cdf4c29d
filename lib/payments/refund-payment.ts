import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { payments } from "@/db/schema/payments";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { createRefund } from "@/lib/vendors/razorpay";
import { VendorError } from "@/lib/vendors/vendor-error";
import { recordRefund } from "./record-refund";
import { failRefund, lockRefundRequest, type RefundRow, saveRefundRequest } from "./refund-requests";

/**
 * Carries out one promised refund at the gateway, under its own id as idempotency key: however often this runs, the money
 * goes once. Anything but a refusal is thrown, so that the job comes again with the same key.
 * @throws VendorError `unknown`, `later`
 */
export async function refundPayment(ctx: Ctx, input: { requestId: string }): Promise<void> {
  assertMay(ctx.actor, "refund.carry-out");
  const order = await inTenant(ctx.tenant.id, (tx) => markSent(tx, ctx, input.requestId));
  if (!order) return;
  const { request, providerPaymentId, number } = order;
  try {
    const refund = await createRefund({
      paymentId: providerPaymentId,
      amountPaise: request.amountPaise,
      idempotencyKey: request.id,
      notes: { tenant: ctx.tenant.slug, request: request.id, booking: number },
    });
    await inTenant(ctx.tenant.id, (tx) => recordRefund(tx, ctx, refund));
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    await inTenant(ctx.tenant.id, (tx) => noteFailure(tx, ctx, request, error));
    if (error.outcome !== "refused") throw error;
  }
}

/** Null where there is nothing to ask: it is settled, or the money came in without the gateway and goes back by hand. */
async function markSent(tx: Tx, ctx: Ctx, requestId: string) {
  const request = await lockRefundRequest(tx, ctx.tenant.id, requestId);
  if (!request || request.status === "done" || request.status === "failed") return null;
  const [paid] = await tx
    .select({ providerPaymentId: payments.providerPaymentId, number: bookings.number })
    .from(payments)
    .innerJoin(bookings, and(eq(bookings.tenantId, payments.tenantId), eq(bookings.id, payments.bookingId)))
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, request.paymentId)));
  if (!paid?.providerPaymentId) return null;
  await saveRefundRequest(tx, request, { status: "sent", attempts: request.attempts + 1 });
  return { request, providerPaymentId: paid.providerPaymentId, number: paid.number };
}

async function noteFailure(tx: Tx, ctx: Ctx, request: RefundRow, error: VendorError): Promise<void> {
  const now = await lockRefundRequest(tx, request.tenantId, request.id);
  if (!now || now.status === "done") return;
  if (error.outcome === "refused") return failRefund(tx, ctx, now, error.message);
  await saveRefundRequest(tx, now, { lastError: error.message.slice(0, 500) });
}
