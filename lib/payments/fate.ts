import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { refundRequests } from "@/db/schema/money";
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
