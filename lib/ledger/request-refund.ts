import "server-only";
import { and, desc, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { payments } from "@/db/schema/payments";
import { refundRequests } from "@/db/schema/refunds";
import type { Paise } from "@/lib/core/money";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";

export type RefundReason = (typeof refundRequests.$inferInsert)["reason"];

/** One of the hall's people who asked for it, and why. */
type Asked = { requestedBy: string | null; note: string };

/**
 * Promises `amountPaise` of a booking's payments back, the latest payment first, enqueues each part and returns their
 * ids. Pass `paymentId` to return one payment only.
 * @throws AppError REFUND_TOO_LARGE when less than that came in.
 */
export async function requestRefund(
  tx: Tx,
  booking: { tenantId: string; id: string },
  amountPaise: Paise,
  reason: RefundReason,
  paymentId?: string,
  asked?: Asked,
): Promise<string[]> {
  const [received, promised] = await Promise.all([
    tx
      .select({ id: payments.id, amountPaise: payments.amountPaise })
      .from(payments)
      .where(and(eq(payments.tenantId, booking.tenantId), eq(payments.bookingId, booking.id)))
      .orderBy(desc(payments.receivedAt), desc(payments.id)),
    tx
      .select({ paymentId: refundRequests.paymentId, amountPaise: refundRequests.amountPaise })
      .from(refundRequests)
      .where(
        and(
          eq(refundRequests.tenantId, booking.tenantId),
          eq(refundRequests.bookingId, booking.id),
          ne(refundRequests.status, "failed"),
        ),
      ),
  ]);

  const requestIds: string[] = [];
  let left = amountPaise;
  for (const payment of received) {
    if (paymentId !== undefined && payment.id !== paymentId) continue;
    const gone = promised.reduce((sum, row) => (row.paymentId === payment.id ? sum + row.amountPaise : sum), 0);
    const part = Math.min(left, payment.amountPaise - gone);
    if (part <= 0) continue;
    left -= part;
    const requestId = newId();
    await tx.insert(refundRequests).values({
      tenantId: booking.tenantId,
      id: requestId,
      bookingId: booking.id,
      paymentId: payment.id,
      amountPaise: part,
      reason,
      ...asked,
    });
    requestIds.push(requestId);
    await enqueue(tx, "refund", { tenantId: booking.tenantId, requestId });
  }
  if (left > 0) throw new AppError("REFUND_TOO_LARGE");
  return requestIds;
}
