import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { pgCode } from "@/db/pg-error";
import { allocations } from "@/db/schema/claims";
import type { Paise } from "@/lib/core/money";
import { enqueue } from "@/lib/jobs/enqueue";
import { paidSoFar } from "@/lib/ledger/balance";
import { type RefundReason, requestRefund } from "@/lib/ledger/request-refund";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import { expireStaleOverlaps } from "./expire-booking";
import { nextStatus, recordEvent, saveStatus } from "./save-status";
import type { BookingRow } from "./types";

export type ReceivedPayment = {
  id: string;
  amountPaise: Paise;
  purpose: "advance" | "balance" | "full";
  /** Taken by one of the hall's people, who knew what was owed: never a payment made twice. */
  byHand?: boolean;
};

/** What became of a payment: it counts, or it is on its way back and why. */
export type PaymentFate = {
  booking: BookingRow;
  refunded: Extract<RefundReason, "late_payment" | "duplicate_payment"> | null;
};

/**
 * Lets a payment that was just written to the ledger do its work on its locked booking: confirm it, claim a lapsed period
 * again, or go back in full when the period is gone, the booking is over, or the same due was already paid. A hold that
 * still stands is confirmed even past its expiry. Of money that counts, what exceeds the total goes back.
 */
export async function payBooking(
  tx: Tx,
  ctx: Ctx,
  booking: BookingRow,
  payment: ReceivedPayment,
): Promise<PaymentFate> {
  const paidBefore = (await paidSoFar(tx, booking)) - payment.amountPaise;
  const due = payment.purpose === "advance" ? booking.advancePaise : booking.totalPaise;
  if (paidBefore >= due && !payment.byHand) return sendBack(tx, ctx, booking, payment, "duplicate_payment");
  const fate = await letItCount(tx, ctx, booking, payment);
  const above = Math.min(payment.amountPaise, paidBefore + payment.amountPaise - booking.totalPaise);
  if (fate.refunded === null && above > 0) await returnAbove(tx, ctx, fate.booking, payment, above);
  return fate;
}

async function letItCount(tx: Tx, ctx: Ctx, booking: BookingRow, payment: ReceivedPayment): Promise<PaymentFate> {
  switch (booking.status) {
    case "temp_hold":
    case "pending":
      return { booking: await moveOn(tx, ctx, booking, payment, "pay"), refunded: null };
    case "expired":
      return claimAgain(tx, ctx, booking, payment);
    case "cancelled":
    case "rejected":
      return sendBack(tx, ctx, booking, payment, "late_payment");
    case "confirmed":
    case "completed":
      await recordEvent(tx, ctx, booking, {
        type: "pay",
        from: booking.status,
        to: booking.status,
        data: paymentData(payment),
      });
      await tell(tx, booking, "payment_received", payment);
      return { booking, refunded: null };
    default:
      return booking.status satisfies never;
  }
}

const isAdvancePaid = async (tx: Tx, booking: BookingRow) => (await paidSoFar(tx, booking)) >= booking.advancePaise;

const paymentData = (payment: ReceivedPayment) => ({ paymentId: payment.id, amountPaise: payment.amountPaise });

async function moveOn(
  tx: Tx,
  ctx: Ctx,
  booking: BookingRow,
  payment: ReceivedPayment,
  event: "pay" | "late_payment",
): Promise<BookingRow> {
  const settings = await loadVenueSettings(tx, booking);
  if (!(await isAdvancePaid(tx, booking))) {
    await recordEvent(tx, ctx, booking, {
      type: "pay",
      from: booking.status,
      to: booking.status,
      data: paymentData(payment),
    });
    return booking;
  }
  const next = nextStatus(booking, event, {
    confirmation: settings.confirmation,
    paid: true,
    approved: booking.approvedAt !== null,
  });
  const saved = await saveStatus(
    tx,
    ctx,
    booking,
    next,
    { type: event, data: paymentData(payment) },
    {
      ...(next === "confirmed"
        ? { expiresInMinutes: null }
        : next === booking.status
          ? {}
          : { expiresInMinutes: settings.answerMinutes }),
    },
  );
  await tell(tx, saved, next === "confirmed" ? "confirmed" : "requested", payment);
  return saved;
}

/** The claims are still there, unguarded since they expired: guarding them again either works or raises 23P01. */
async function claimAgain(tx: Tx, ctx: Ctx, booking: BookingRow, payment: ReceivedPayment): Promise<PaymentFate> {
  const claims = await tx
    .select({ partId: allocations.partId, period: allocations.during })
    .from(allocations)
    .where(and(eq(allocations.tenantId, booking.tenantId), eq(allocations.bookingId, booking.id)))
    .orderBy(allocations.partId, allocations.during);
  // Less than the advance claims nothing, and nobody would look at an expired booking's money again.
  if (booking.startsAt <= ctx.now || !(await isAdvancePaid(tx, booking))) {
    return sendBack(tx, ctx, booking, payment, "late_payment");
  }
  await expireStaleOverlaps(tx, ctx, claims);
  try {
    const saved = await tx.transaction((savepoint) => moveOn(savepoint, ctx, booking, payment, "late_payment"));
    return { booking: saved, refunded: null };
  } catch (error) {
    if (pgCode(error) !== "23P01") throw error;
    return sendBack(tx, ctx, booking, payment, "late_payment");
  }
}

/** An order that was opened for a dearer wish: what is due stays, the rest goes back. */
async function returnAbove(tx: Tx, ctx: Ctx, booking: BookingRow, payment: ReceivedPayment, above: Paise) {
  await requestRefund(tx, booking, above, "overpaid", payment.id);
  await recordEvent(tx, ctx, booking, {
    type: "overpaid",
    from: booking.status,
    to: booking.status,
    data: { ...paymentData(payment), refundPaise: above },
  });
}

async function sendBack(
  tx: Tx,
  ctx: Ctx,
  booking: BookingRow,
  payment: ReceivedPayment,
  why: "late_payment" | "duplicate_payment",
): Promise<PaymentFate> {
  await requestRefund(tx, booking, payment.amountPaise, why, payment.id);
  await recordEvent(tx, ctx, booking, {
    type: why,
    from: booking.status,
    to: booking.status,
    data: paymentData(payment),
  });
  await tell(tx, booking, "payment_too_late", payment);
  return { booking, refunded: why };
}

async function tell(
  tx: Tx,
  booking: BookingRow,
  what: "confirmed" | "requested" | "payment_received" | "payment_too_late",
  payment: ReceivedPayment,
) {
  await enqueue(tx, "notify", {
    tenantId: booking.tenantId,
    bookingId: booking.id,
    what,
    cause: payment.id,
    amountPaise: payment.amountPaise,
  });
}
