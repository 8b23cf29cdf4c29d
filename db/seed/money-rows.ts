import { financialYear, receiptNumber, refundVoucherNumber } from "@/lib/core/booking-number";
import { refundDue } from "@/lib/core/cancellation";
import { daysBetween } from "@/lib/core/local-date";
import type { PaymentMethod } from "@/lib/core/payment-method";
import { localDateOf } from "@/lib/core/period";
import type { paymentOrders, payments } from "../schema/payments";
import type { refundRequests, refunds } from "../schema/refunds";
import type { BookingRows, Setting } from "./booking-rows";
import { idOf } from "./random";

export type MoneyRows = {
  orders: (typeof paymentOrders.$inferInsert)[];
  payments: (typeof payments.$inferInsert)[];
  requests: (typeof refundRequests.$inferInsert)[];
  refunds: (typeof refunds.$inferInsert)[];
  receiptCounts: Map<string, number>;
  voucherCounts: Map<string, number>;
};

function take(counts: Map<string, number>, series: string): number {
  const n = (counts.get(series) ?? 0) + 1;
  counts.set(series, n);
  return n;
}

type Payment = { rows: BookingRows; purpose: "advance" | "balance"; amountPaise: number; at: Date };

/** Receipts and refunds of all bookings, numbered in the order in which money moved. */
export function moneyRows({ tenant, recipe, random }: Setting, all: BookingRows[], clerkId: string): MoneyRows {
  const { timeZone } = recipe.settings;
  const out: MoneyRows = {
    orders: [],
    payments: [],
    requests: [],
    refunds: [],
    receiptCounts: new Map(),
    voucherCounts: new Map(),
  };
  const received = all
    .flatMap((rows) =>
      rows.history.receipts.map(({ purpose, at }): Payment => {
        const { totalPaise, advancePaise } = rows.booking;
        return { rows, purpose, at, amountPaise: purpose === "advance" ? advancePaise : totalPaise - advancePaise };
      }),
    )
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());

  for (const { rows, purpose, amountPaise, at } of received) {
    const { tenantId, id: bookingId, source, status } = rows.booking;
    const id = idOf(bookingId, "payment", purpose);
    const shared = { tenantId, bookingId, amountPaise, currency: "INR" };
    const series = financialYear(localDateOf(at, timeZone));
    // Only what nobody will send back came through the gateway: the local stand-in never saw these payments.
    const gateway = source === "online" && status === "completed";
    const method: PaymentMethod = gateway ? "razorpay" : random.pick(["upi", "upi", "cash", "cheque", "bank"]);
    const orderId = gateway ? idOf(id, "order") : null;
    if (orderId) {
      const provider = {
        receipt: orderId.replaceAll("-", "").slice(0, 32),
        providerOrderId: `order_demo${orderId.replaceAll("-", "").slice(0, 14)}`,
      };
      out.orders.push({ ...shared, ...provider, id: orderId, purpose, status: "paid", createdAt: at, updatedAt: at });
    }
    out.payments.push({
      ...shared,
      id,
      orderId,
      receiptNumber: receiptNumber(tenant.numberPrefix, series, take(out.receiptCounts, series)),
      method,
      reference: gateway ? "upi" : null,
      providerPaymentId: gateway ? `pay_demo${id.replaceAll("-", "").slice(0, 14)}` : null,
      receivedBy: gateway ? null : clerkId,
      receivedAt: at,
      createdAt: at,
    });
    const back = rows.history.refundedAt;
    if (!back) continue;
    const daysLeft = daysBetween(localDateOf(back, timeZone), localDateOf(rows.booking.startsAt, timeZone));
    const refundPaise = refundDue(recipe.cancellationTerms.tiers, amountPaise, daysLeft);
    if (refundPaise <= 0) continue;
    const requestId = idOf(id, "refund-request");
    const returned = { tenantId, bookingId, paymentId: id, amountPaise: refundPaise };
    out.requests.push({
      ...returned,
      id: requestId,
      reason: "cancelled",
      status: "done",
      attempts: 1,
      createdAt: back,
      updatedAt: back,
    });
    out.refunds.push({
      ...returned,
      id: idOf(id, "refund"),
      requestId,
      voucherNumber: "",
      method,
      currency: "INR",
      refundedAt: back,
      createdAt: back,
    });
  }
  for (const refund of out.refunds.sort((a, b) => a.refundedAt.getTime() - b.refundedAt.getTime())) {
    const series = financialYear(localDateOf(refund.refundedAt, timeZone));
    refund.voucherNumber = refundVoucherNumber(tenant.numberPrefix, series, take(out.voucherCounts, series));
  }
  return out;
}
