import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { refundRequests } from "@/db/schema/refunds";
import { recordEvent } from "@/lib/bookings/save-status";
import type { Paise } from "@/lib/core/money";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";

export type RefundRow = typeof refundRequests.$inferSelect;

/** The request, locked; the first of the locks of everything that touches a refund. */
export async function lockRefundRequest(tx: Tx, tenantId: string, requestId: string): Promise<RefundRow | undefined> {
  const [request] = await tx
    .select()
    .from(refundRequests)
    .where(and(eq(refundRequests.tenantId, tenantId), eq(refundRequests.id, requestId)))
    .for("update");
  return request;
}

/** What became of a promise to pay back. */
export async function saveRefundRequest(
  tx: Tx,
  request: RefundRow,
  set: Partial<Pick<RefundRow, "status" | "providerRefundId" | "lastError" | "attempts">>,
): Promise<void> {
  await tx
    .update(refundRequests)
    .set({ ...set, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(refundRequests.tenantId, request.tenantId), eq(refundRequests.id, request.id)));
}

/** A refund that will never come by itself: its request says why and the booking's history tells the hall, once. */
export async function failRefund(
  tx: Tx,
  ctx: Ctx,
  request: RefundRow,
  reason: string,
  providerRefundId = request.providerRefundId,
): Promise<void> {
  if (request.status === "failed") return;
  const { id, tenantId, bookingId, amountPaise } = request;
  log.error({ tenantId, refundRequest: id, reason }, "a refund failed for good");
  const lastError = reason.slice(0, 500);
  await saveRefundRequest(tx, request, { status: "failed", providerRefundId, lastError });
  const [booking] = await tx
    .select({ status: bookings.status })
    .from(bookings)
    .where(and(eq(bookings.tenantId, tenantId), eq(bookings.id, bookingId)));
  if (!booking) throw new AppError("NOT_FOUND", { what: "booking" });
  await recordEvent(
    tx,
    ctx,
    { tenantId, id: bookingId },
    {
      type: "refund_failed",
      from: booking.status,
      to: booking.status,
      data: { refundRequestId: id, amountPaise, reason: lastError },
    },
  );
}

/** What we promised of a payment and the gateway has not taken up, as far as we know; the oldest first. */
export function lockOpenRequests(tx: Tx, payment: { tenantId: string; id: string }): Promise<RefundRow[]> {
  return tx
    .select()
    .from(refundRequests)
    .where(
      and(
        eq(refundRequests.tenantId, payment.tenantId),
        eq(refundRequests.paymentId, payment.id),
        inArray(refundRequests.status, ["queued", "sent"]),
        isNull(refundRequests.providerRefundId),
      ),
    )
    .orderBy(refundRequests.id)
    .for("update");
}

/** Which promises an amount makes good, and what of the last one it leaves open. */
export function coveredBy(
  open: readonly RefundRow[],
  amountPaise: Paise,
): { covered: RefundRow[]; rest: RefundRow | null } {
  const covered: RefundRow[] = [];
  let left = amountPaise;
  for (const request of open) {
    if (left <= 0) break;
    covered.push(request);
    left -= request.amountPaise;
  }
  const last = covered.at(-1);
  return { covered, rest: last && left < 0 ? { ...last, amountPaise: -left } : null };
}
