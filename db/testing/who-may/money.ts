import "server-only";
import { todayIn } from "@/lib/core/period";
import { cancelPaymentLinkOf } from "@/lib/payments/cancel-payment-link";
import { closeDay } from "@/lib/payments/close-day";
import { createRefund } from "@/lib/payments/create-refund";
import { listDayBooks, loadOpenBook } from "@/lib/payments/day-book-queries";
import { listGst } from "@/lib/payments/gst-register";
import { listPromised, listReceived, listReturned } from "@/lib/payments/ledger-lists";
import { loadBookingMoney } from "@/lib/payments/load-booking-money";
import { listOwed } from "@/lib/payments/owed";
import { payBack } from "@/lib/payments/pay-back";
import { loadReceipt } from "@/lib/payments/queries";
import { receivePayment } from "@/lib/payments/receive-payment";
import { refundPayment } from "@/lib/payments/refund-payment";
import { retryRefund } from "@/lib/payments/retry-refund";
import { reversePayment } from "@/lib/payments/reverse-payment";
import { sendPaymentLink } from "@/lib/payments/send-payment-link";
import { startPayment } from "@/lib/payments/start-payment";
import { verifyPayment } from "@/lib/payments/verify-payment";
import { newId } from "../../id";
import { HALL, inHall, LEADS, needing, on, type Row } from "./row";
import { dayAhead, ZONE } from "./scene";

const checkout = { orderId: "order_000000", paymentId: "pay_000000", signature: "0".repeat(64) };
const span = () => ({ from: dayAhead(-7), to: dayAhead(0), page: 1 });

export const MONEY_ROWS: Row[] = needing(
  ["money"],
  [
    on(startPayment, "payment.start", ["own", ...HALL], (ctx, { bookingId }) =>
      startPayment(ctx, { bookingId, purpose: "advance" }),
    ),
    on(verifyPayment, "payment.verify", ["own", ...HALL], (ctx, { bookingId }) =>
      verifyPayment(ctx, { bookingId, ...checkout }),
    ),
    on(receivePayment, "payment.record", HALL, (ctx, { bookingId }) =>
      receivePayment(ctx, { bookingId, method: "cash", amountPaise: 100_000 }),
    ),
    on(reversePayment, "refund.reverse", LEADS, (ctx, { paymentId }) =>
      reversePayment(ctx, { paymentId, reason: "Wrong booking" }),
    ),
    on(createRefund, "refund.create", LEADS, (ctx, { paymentId }) =>
      createRefund(ctx, { paymentId, amountPaise: 100, reason: "Goodwill", method: "cash" }),
    ),
    on(payBack, "refund.create", LEADS, (ctx, { requestId }) => payBack(ctx, { requestId, method: "cash" })),
    on(retryRefund, "refund.create", LEADS, (ctx, { requestId }) => retryRefund(ctx, { requestId })),
    on(sendPaymentLink, "payment-link.send", HALL, (ctx, { bookingId }) => sendPaymentLink(ctx, { bookingId })),
    on(cancelPaymentLinkOf, "payment-link.send", HALL, (ctx, { linkId }) => cancelPaymentLinkOf(ctx, { linkId })),
    on(closeDay, "day-book.close", HALL, (ctx, { venue }) => {
      const counted = { openingPaise: 0, countedPaise: 0, shownExpectedPaise: 0 };
      return closeDay(ctx, { venueId: venue.id, date: todayIn(new Date(), ZONE), ...counted });
    }),
    on(loadOpenBook, "money.read", HALL, (ctx, { venue }) => loadOpenBook(ctx, venue.id)),
    on(loadBookingMoney, "money.read", HALL, (ctx, { bookingId }) => loadBookingMoney(ctx, bookingId)),
    on(loadReceipt, "booking.read", ["own", ...HALL, "platform", "job"], (ctx, { paymentId }) =>
      loadReceipt(ctx, paymentId),
    ),
    inHall(listDayBooks, "money.read", HALL, (ctx, { venue }) => listDayBooks(ctx, venue.id, 10)),
    inHall(listReceived, "money.read", HALL, (ctx) => listReceived(ctx, span())),
    inHall(listReturned, "money.read", HALL, (ctx) => listReturned(ctx, span())),
    inHall(listPromised, "money.read", HALL, (ctx) => listPromised(ctx)),
    inHall(listGst, "money.read", HALL, (ctx) => listGst(ctx, span())),
    inHall(listOwed, "money.read", HALL, (ctx) => listOwed(ctx, { when: "all" })),
    on(refundPayment, "refund.carry-out", ["job"], (ctx) => refundPayment(ctx, { requestId: newId() })),
  ],
);
