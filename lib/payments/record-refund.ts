import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isId, newId } from "@/db/id";
import { bookings } from "@/db/schema/bookings";
import { payments } from "@/db/schema/payments";
import { refundRequests, refunds } from "@/db/schema/refunds";
import { venues } from "@/db/schema/venues";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Ctx } from "@/lib/tenants/ctx";
import type { GatewayRefund } from "@/lib/vendors/razorpay-entities";
import { nextVoucherNumber } from "./receipt-numbers";
import {
  coveredBy,
  failRefund,
  lockOpenRequests,
  lockRefundRequest,
  type RefundRow,
  saveRefundRequest,
} from "./refund-requests";

/**
 * What the gateway says of a refund, applied once: by its answer, its webhook or the reconciler. Processed is final and
 * makes the voucher; failed after processed is old news.
 */
export async function recordRefund(tx: Tx, ctx: Ctx, refund: GatewayRefund): Promise<void> {
  const requestId = await findRequest(tx, ctx, refund);
  const request = requestId === null ? undefined : await lockRefundRequest(tx, ctx.tenant.id, requestId);
  if (!request) return takeOutsideRefund(tx, ctx, refund);
  if (request.status === "done") return;
  switch (refund.status) {
    case "pending":
      if (request.status !== "failed") {
        await saveRefundRequest(tx, request, { status: "sent", providerRefundId: refund.id });
      }
      return;
    case "failed":
      return failRefund(tx, ctx, request, "failed at the gateway", refund.id);
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
  const timeZone = await shareBooking(tx, request);
  await tx.insert(refunds).values({
    tenantId: request.tenantId,
    id: newId(),
    bookingId: request.bookingId,
    paymentId: request.paymentId,
    requestId: request.id,
    voucherNumber: await nextVoucherNumber(tx, ctx, timeZone),
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

/**
 * Somebody at the hall refunded on the gateway's own dashboard: the ledger must know, or the sums would lie. It counts as
 * done what we had promised of that payment and not yet got through; what it does not cover stays promised.
 */
async function takeOutsideRefund(tx: Tx, ctx: Ctx, refund: GatewayRefund): Promise<void> {
  if (refund.status === "failed") return;
  const [payment] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.providerPaymentId, refund.paymentId)));
  if (!payment) return;
  await shareBooking(tx, payment);
  const open = await lockOpenRequests(tx, payment);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`refund:${payment.id}`}, 0))`);
  // Its other events may have come meanwhile.
  if ((await findRequest(tx, ctx, refund)) !== null) return recordRefund(tx, ctx, refund);

  const { covered, rest } = coveredBy(open, refund.amountPaise);
  for (const { id } of covered) {
    await tx.delete(refundRequests).where(and(eq(refundRequests.tenantId, ctx.tenant.id), eq(refundRequests.id, id)));
  }
  const promise = { tenantId: ctx.tenant.id, bookingId: payment.bookingId, paymentId: payment.id };
  await tx.insert(refundRequests).values({
    ...promise,
    id: newId(),
    amountPaise: refund.amountPaise,
    reason: covered[0]?.reason ?? "by_staff",
    status: "sent",
    providerRefundId: refund.id,
  });
  if (rest) {
    const requestId = newId();
    await tx
      .insert(refundRequests)
      .values({ ...promise, id: requestId, amountPaise: rest.amountPaise, reason: rest.reason });
    await enqueue(tx, "refund", { tenantId: ctx.tenant.id, requestId });
  }
  return recordRefund(tx, ctx, refund);
}
