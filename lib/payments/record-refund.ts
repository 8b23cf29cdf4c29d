import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isId, newId } from "@/db/id";
import { bookings } from "@/db/schema/bookings";
import { payments, refundRequests, refunds } from "@/db/schema/money";
import { venues } from "@/db/schema/venues";
import { financialYear, refundVoucherNumber } from "@/lib/core/booking-number";
import { localDateOf } from "@/lib/core/period";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { log } from "@/lib/log";
import { nextNumber } from "@/lib/tenants/counters";
import type { Ctx } from "@/lib/tenants/ctx";
import type { GatewayRefund } from "@/lib/vendors/razorpay-entities";

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

/**
 * What the gateway says of a refund, applied once: by its answer, its webhook or the reconciler. Processed is final and
 * makes the voucher; failed after processed is old news.
 */
export async function recordRefund(tx: Tx, ctx: Ctx, refund: GatewayRefund): Promise<void> {
  const requestId = await findRequest(tx, ctx, refund);
  const request = requestId === null ? undefined : await lockRefundRequest(tx, ctx.tenant.id, requestId);
  if (!request) return recordOutsideRefund(tx, ctx, refund);
  if (request.status === "done") return;
  switch (refund.status) {
    case "pending":
      if (request.status !== "failed") {
        await saveRefundRequest(tx, request, { status: "sent", providerRefundId: refund.id });
      }
      return;
    case "failed":
      log.error({ tenantId: ctx.tenant.id, requestId: request.id, refundId: refund.id }, "the gateway failed a refund");
      await saveRefundRequest(tx, request, {
        status: "failed",
        providerRefundId: refund.id,
        lastError: "failed at the gateway",
      });
      return;
    case "processed":
      await saveRefundRequest(tx, request, { status: "done", providerRefundId: refund.id, lastError: null });
      return writeVoucher(tx, ctx, request, refund);
    default:
      refund.status satisfies never;
  }
}

/** We ask with the request's id among the notes, so even a webhook that overtakes our answer finds its request. */
async function findRequest(tx: Tx, ctx: Ctx, refund: GatewayRefund): Promise<string | null> {
  const noted = refund.notes.request;
  const [request] = await tx
    .select({ id: refundRequests.id })
    .from(refundRequests)
    .innerJoin(payments, and(eq(payments.tenantId, refundRequests.tenantId), eq(payments.id, refundRequests.paymentId)))
    .where(
      and(
        eq(refundRequests.tenantId, ctx.tenant.id),
        eq(payments.providerPaymentId, refund.paymentId),
        noted !== undefined && isId(noted)
          ? eq(refundRequests.id, noted)
          : eq(refundRequests.providerRefundId, refund.id),
      ),
    );
  return request?.id ?? null;
}

/**
 * Waits for whoever changes the booking, and names its venue's zone. Money that goes back refers to the booking, so this comes
 * before the payment's lock: a cancellation holds the booking when it asks for that lock.
 */
async function shareBooking(tx: Tx, { tenantId, bookingId }: { tenantId: string; bookingId: string }): Promise<string> {
  const [place] = await tx
    .select({ timeZone: venues.timeZone })
    .from(bookings)
    .innerJoin(venues, and(eq(venues.tenantId, bookings.tenantId), eq(venues.id, bookings.venueId)))
    .where(and(eq(bookings.tenantId, tenantId), eq(bookings.id, bookingId)))
    .for("key share", { of: bookings });
  if (!place) throw new AppError("NOT_FOUND", { what: "booking" });
  return place.timeZone;
}

async function writeVoucher(tx: Tx, ctx: Ctx, request: RefundRow, refund: GatewayRefund): Promise<void> {
  const year = financialYear(localDateOf(ctx.now, await shareBooking(tx, request)));
  await tx.insert(refunds).values({
    tenantId: request.tenantId,
    id: newId(),
    bookingId: request.bookingId,
    paymentId: request.paymentId,
    requestId: request.id,
    voucherNumber: refundVoucherNumber(ctx.tenant.numberPrefix, year, await nextNumber(tx, ctx.tenant, "refund", year)),
    method: "razorpay",
    providerRefundId: refund.id,
    amountPaise: refund.amountPaise,
    currency: refund.currency,
    refundedAt: ctx.now,
  });
  await enqueue(tx, "notify", {
    tenantId: request.tenantId,
    bookingId: request.bookingId,
    what: "refunded",
    cause: request.id,
    amountPaise: refund.amountPaise,
  });
}

/** Somebody at the hall refunded on the gateway's own dashboard: the ledger must know, or the sums would lie. */
async function recordOutsideRefund(tx: Tx, ctx: Ctx, refund: GatewayRefund): Promise<void> {
  if (refund.status !== "processed") return;
  const [payment] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.providerPaymentId, refund.paymentId)));
  if (!payment) return;
  await shareBooking(tx, payment);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`refund:${payment.id}`}, 0))`);
  const [known] = await tx
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.tenantId, ctx.tenant.id), eq(refunds.providerRefundId, refund.id)));
  if (known) return;
  const [request] = await tx
    .insert(refundRequests)
    .values({
      tenantId: ctx.tenant.id,
      id: newId(),
      bookingId: payment.bookingId,
      paymentId: payment.id,
      amountPaise: refund.amountPaise,
      reason: "by_staff",
      status: "done",
      providerRefundId: refund.id,
    })
    .returning();
  if (request) await writeVoucher(tx, ctx, request, refund);
}
