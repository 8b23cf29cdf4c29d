import "server-only";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { paymentLinks, payments, refundRequests, refunds } from "@/db/schema/money";
import type { PaymentResult } from "./types";

/** Why a payment went straight back, or null where it counted. */
export async function fateOf(tx: Tx, tenantId: string, paymentId: string): Promise<PaymentResult["refunded"]> {
  const [request] = await tx
    .select({ reason: refundRequests.reason })
    .from(refundRequests)
    .where(
      and(
        eq(refundRequests.tenantId, tenantId),
        eq(refundRequests.paymentId, paymentId),
        inArray(refundRequests.reason, ["late_payment", "duplicate_payment"]),
      ),
    )
    .limit(1);
  switch (request?.reason) {
    case "late_payment":
    case "duplicate_payment":
      return request.reason;
    default:
      return null;
  }
}

/** Whether a refund was handed over at the hall, not sent through the gateway. */
export async function isByHand(tx: Tx, tenantId: string, requestId: string): Promise<boolean> {
  const [row] = await tx
    .select({ method: refunds.method })
    .from(refundRequests)
    .innerJoin(refunds, and(eq(refunds.tenantId, refundRequests.tenantId), eq(refunds.requestId, refundRequests.id)))
    .where(and(eq(refundRequests.tenantId, tenantId), eq(refundRequests.id, requestId)));
  return row !== undefined && row.method !== "razorpay";
}

/** Whether all that a booking gets back goes back at the hall: none of it came through the gateway. */
export async function isAllByHand(tx: Tx, { tenantId, id }: { tenantId: string; id: string }): Promise<boolean> {
  const [online] = await tx
    .select({ id: refundRequests.id })
    .from(refundRequests)
    .innerJoin(payments, and(eq(payments.tenantId, refundRequests.tenantId), eq(payments.id, refundRequests.paymentId)))
    .where(
      and(
        eq(refundRequests.tenantId, tenantId),
        eq(refundRequests.bookingId, id),
        isNotNull(payments.providerPaymentId),
      ),
    )
    .limit(1);
  return online === undefined;
}

/** Where a link leads, null once nobody can pay by it. `cause` begins with the link's id. */
export async function openLinkUrl(tx: Tx, tenantId: string, cause: string): Promise<string | null> {
  const [row] = await tx
    .select({ url: paymentLinks.url })
    .from(paymentLinks)
    .where(
      and(
        eq(paymentLinks.tenantId, tenantId),
        eq(paymentLinks.id, cause.slice(0, 36)),
        eq(paymentLinks.status, "created"),
      ),
    );
  return row?.url ?? null;
}
