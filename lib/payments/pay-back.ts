import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { bookings } from "@/db/schema/bookings";
import { refundRequests } from "@/db/schema/refunds";
import { lockVenue } from "@/lib/bookings/locks";
import { recordEvent } from "@/lib/bookings/save-status";
import type { Paise } from "@/lib/core/money";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import { isSettled } from "./failed-refunds";
import { findPayment, type PaymentRow } from "./find-payment";
import type { PayBackInput } from "./input";
import { lockRefundRequest, type RefundRow, saveRefundRequest } from "./refund-requests";
import { writeVoucher } from "./write-voucher";

export type PaidBack = { voucherNumber: string; number: string; amountPaise: Paise };

/**
 * Records that promised money was given back by hand: of what was taken by hand, or where the gateway's refund failed.
 * @throws AppError WRONG_STATUS (it has gone back, or is on its way by itself), NOT_FOUND
 */
export async function payBack(ctx: Ctx, input: PayBackInput): Promise<PaidBack> {
  assertMay(ctx.actor, "refund.create");
  return inTenant(ctx.tenant.id, (tx) => payBackInTx(tx, ctx, input));
}

/** The same inside the caller's transaction. Locks: venue, request, and the booking only against its removal. */
export async function payBackInTx(tx: Tx, ctx: Ctx, input: PayBackInput): Promise<PaidBack> {
  const { requestId, method } = input;
  const booking = await bookingOf(tx, ctx, requestId);
  await lockVenue(tx, booking.venueId);
  const request = await lockRefundRequest(tx, ctx.tenant.id, requestId);
  if (!request) throw new AppError("NOT_FOUND", { what: "refund" });
  const payment = await findPayment(tx, ctx, request.paymentId);
  const settled = await promiseDone(tx, ctx, request, payment);
  const { timeZone } = await loadVenueSettings(tx, booking);
  const { amountPaise } = request;
  const voucherNumber = await writeVoucher(tx, ctx, {
    ...{ requestId: settled, payment, amountPaise, kind: "refund", method, timeZone },
    reference: input.reference ?? null,
  });
  await recordEvent(tx, ctx, booking, {
    type: "refund_by_hand",
    from: booking.status,
    to: booking.status,
    data: { paymentId: payment.id, amountPaise, voucherNumber, method },
  });
  const { tenantId, id: bookingId } = booking;
  await enqueue(tx, "notify", { tenantId, bookingId, what: "refunded", cause: settled, amountPaise });
  return { voucherNumber, number: booking.number, amountPaise };
}

async function bookingOf(tx: Tx, ctx: Ctx, requestId: string) {
  const [booking] = await tx
    .select({
      tenantId: bookings.tenantId,
      id: bookings.id,
      number: bookings.number,
      venueId: bookings.venueId,
      status: bookings.status,
    })
    .from(refundRequests)
    .innerJoin(bookings, and(eq(bookings.tenantId, refundRequests.tenantId), eq(bookings.id, refundRequests.bookingId)))
    .where(and(eq(refundRequests.tenantId, ctx.tenant.id), eq(refundRequests.id, requestId)));
  if (!booking) throw new AppError("NOT_FOUND", { what: "refund" });
  return booking;
}

/** The request that the voucher belongs to: the open one, done now, or a new one in the place of one that failed. */
async function promiseDone(tx: Tx, ctx: Ctx, request: RefundRow, payment: PaymentRow): Promise<string> {
  if (request.status === "queued" && payment.providerPaymentId === null) {
    await saveRefundRequest(tx, request, { status: "done" });
    return request.id;
  }
  if (request.status !== "failed" || (await isSettled(tx, request))) {
    throw new AppError("WRONG_STATUS", { status: request.status });
  }
  return replaceFailed(tx, ctx, request, "done");
}

/**
 * Promises again what failed, as a new request: Postgres weighs it against the payment once more, and the gateway gets a new
 * key. The failed one stays in the books.
 */
export async function replaceFailed(tx: Tx, ctx: Ctx, failed: RefundRow, status: "queued" | "done"): Promise<string> {
  const id = newId();
  await tx.insert(refundRequests).values({
    tenantId: failed.tenantId,
    id,
    bookingId: failed.bookingId,
    paymentId: failed.paymentId,
    amountPaise: failed.amountPaise,
    reason: failed.reason,
    status,
    requestedBy: ctx.actor.kind === "staff" ? ctx.actor.userId : null,
    note: failed.note,
    createdAt: sql`clock_timestamp()`,
  });
  return id;
}
