import "server-only";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { paymentLinks, payments } from "@/db/schema/payments";
import { refundRequests, refunds } from "@/db/schema/refunds";
import type { BookingStatus } from "@/lib/core/booking-state";

/** What became of a payment: it counts, or it is on its way back and why. */
export type PaymentResult = {
  bookingId: string;
  number: string;
  status: BookingStatus;
  refunded: "late_payment" | "duplicate_payment" | null;
};

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

/** How a booking's money goes back: through the gateway, at the hall, or part by part as it came. */
export async function waysBack(
  tx: Tx,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<"online" | "by-hand" | "both"> {
  const rows = await tx
    .selectDistinct({ isOnline: isNotNull(payments.providerPaymentId).mapWith(Boolean) })
    .from(refundRequests)
    .innerJoin(payments, and(eq(payments.tenantId, refundRequests.tenantId), eq(payments.id, refundRequests.paymentId)))
    .where(and(eq(refundRequests.tenantId, tenantId), eq(refundRequests.bookingId, id)));
  if (rows.length > 1) return "both";
  return rows[0]?.isOnline ? "online" : "by-hand";
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
