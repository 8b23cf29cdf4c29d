import type { BookingStatus } from "@/lib/core/booking-state";
import type { LocalText } from "@/lib/core/locale";
import type { Paise } from "@/lib/core/money";

/** What checkout.js is opened with. */
export type StartedPayment = {
  /** The gateway's order. */
  orderId: string;
  keyId: string;
  checkoutUrl: string;
  amountPaise: Paise;
  currency: string;
  /** The booking's number. */
  description: string;
  prefill: { name: string; contact: string; email: string };
};

/** What became of a payment: it counts, or it is on its way back and why. */
export type PaymentResult = {
  bookingId: string;
  number: string;
  status: BookingStatus;
  refunded: "late_payment" | "duplicate_payment" | null;
};

/** A receipt voucher (CGST Rules 2017, rule 50) for one payment. Every amount includes GST unless it says taxable. */
export type Receipt = {
  number: string;
  /** RFC 3339. */
  at: string;
  amountPaise: Paise;
  method: string;
  reference: string | null;
  seller: { name: LocalText; legalName: string; gstin: string | null; address: LocalText; phone: string };
  buyer: { name: string | null; phone: string };
  booking: { id: string; number: string; eventTitle: string; startsAt: string; endsAt: string };
  venue: { name: LocalText; timeZone: string };
  gst: { gstRate: number; sac: string; taxablePaise: Paise; cgstPaise: Paise; sgstPaise: Paise; amountPaise: Paise }[];
};

/** Money taken by hand, and how the booking stands with it. Amounts in paise. */
export type ReceivedByHand = {
  paymentId: string;
  receiptNumber: string;
  bookingId: string;
  number: string;
  status: BookingStatus;
  paidPaise: Paise;
  duePaise: Paise;
  /** What a booking still lacks of its advance; the time it waits for it goes on. */
  advanceMissingPaise: Paise;
  /** What came above what was owed, and is to go back. */
  abovePaise: Paise;
};
