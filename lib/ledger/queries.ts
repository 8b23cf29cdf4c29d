import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { refundRequests, refunds } from "@/db/schema/refunds";
import type { Paise } from "@/lib/core/money";

export type LedgerEntry =
  | {
      kind: "payment";
      id: string;
      number: string;
      amountPaise: Paise;
      at: Date;
      method: string;
      reference: string | null;
      /** What the gateway calls it (`pay_…`); null for money taken by hand. */
      gatewayId: string | null;
    }
  | {
      kind: "refund";
      id: string;
      paymentId: string;
      /** The voucher's number once the money has gone, null while it is on its way. */
      number: string | null;
      amountPaise: Paise;
      at: Date;
      /** How the money went; null while it is on its way. */
      method: string | null;
      reference: string | null;
      /** What the gateway calls it (`rfnd_…`); null for money given by hand, and until the gateway knows of it. */
      gatewayId: string | null;
      status: "queued" | "sent" | "done" | "failed";
      reason: string;
    };

/** All money of a booking, oldest first. */
export async function listLedger(tx: Tx, booking: { tenantId: string; id: string }): Promise<LedgerEntry[]> {
  const [received, returned] = await Promise.all([
    tx
      .select()
      .from(payments)
      .where(and(eq(payments.tenantId, booking.tenantId), eq(payments.bookingId, booking.id)))
      .orderBy(asc(payments.receivedAt)),
    tx
      .select({
        request: refundRequests,
        ...{ voucher: refunds.voucherNumber, method: refunds.method, reference: refunds.reference },
      })
      .from(refundRequests)
      .leftJoin(refunds, and(eq(refunds.tenantId, refundRequests.tenantId), eq(refunds.requestId, refundRequests.id)))
      .where(and(eq(refundRequests.tenantId, booking.tenantId), eq(refundRequests.bookingId, booking.id)))
      .orderBy(asc(refundRequests.createdAt)),
  ]);
  const entries: LedgerEntry[] = [
    ...received.map((row) => ({
      kind: "payment" as const,
      id: row.id,
      number: row.receiptNumber,
      amountPaise: row.amountPaise,
      at: row.receivedAt,
      method: row.method,
      reference: row.reference,
      gatewayId: row.providerPaymentId,
    })),
    ...returned.map(({ request, voucher, method, reference }) => ({
      kind: "refund" as const,
      ...{ id: request.id, paymentId: request.paymentId, method, reference },
      gatewayId: request.providerRefundId,
      number: voucher,
      amountPaise: request.amountPaise,
      at: request.createdAt,
      status: request.status,
      reason: request.reason,
    })),
  ];
  return entries.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
