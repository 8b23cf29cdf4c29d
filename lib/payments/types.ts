import type { BookingStatus } from "@/lib/core/booking-state";
import type { LocalDate } from "@/lib/core/local-date";
import type { LocalText } from "@/lib/core/locale";
import type { Paise } from "@/lib/core/money";
import type { HandMethod, PaymentMethod } from "@/lib/core/payment-method";

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

/** A receipt voucher (CGST Rules 2017, rule 50) for one payment. Every amount includes GST unless it says taxable. */
export type Receipt = {
  number: string;
  /** RFC 3339. */
  at: string;
  amountPaise: Paise;
  method: string;
  reference: string | null;
  /** The voucher that took it back as a wrong entry: this receipt is void then. */
  voidBy: string | null;
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

/** Money that came, money that went back, and a wrong entry taken back. */
export type LedgerKind = "payment" | "refund" | "reversal";

/** A payment link's; `failed`: the gateway never made it. */
export type LinkStatus = "created" | "paid" | "cancelled" | "expired" | "failed";

/** What came and went by each way, in paise; a way without either is left out. */
export type MethodTotals = Partial<Record<PaymentMethod, { in: Paise; out: Paise }>>;

/** One row of the ledger as a day book shows it. */
export type DayBookEntry = {
  kind: LedgerKind;
  id: string;
  bookingId: string;
  bookingNumber: string;
  eventTitle: string;
  /** Of the receipt or the voucher. */
  number: string;
  method: PaymentMethod;
  reference: string | null;
  amountPaise: Paise;
  /** When the money came or went. */
  at: Date;
  /** When it was written down: what a book goes by. */
  writtenAt: Date;
  by: string | null;
};

export type Payer = { name: string | null; phone: string };
type OfBooking = { id: string; number: string; eventTitle: string };

/** A receipt or a voucher, `at` on the clock of its venue. `isReversed`: taken back as a wrong entry. */
export type MoneyRow = {
  kind: LedgerKind;
  id: string;
  number: string;
  method: PaymentMethod;
  reference: string | null;
  amountPaise: Paise;
  at: Date;
  timeZone: string;
  by: string | null;
  isReversed: boolean;
  booking: OfBooking;
};

/** What is to go back and has not: the gateway refused it, it waits for a hand, or for the gateway. */
export type PromisedRefund = {
  requestId: string;
  state: "failed" | "by-hand" | "on-its-way";
  amountPaise: Paise;
  reason: string;
  lastError: string | null;
  receiptNumber: string;
  at: Date;
  timeZone: string;
  booking: OfBooking;
  customer: Payer;
};

/** All money of one booking, for the people of the hall. */
export type BookingMoney = {
  bookingId: string;
  number: string;
  eventTitle: string;
  status: BookingStatus;
  holdExpiresAt: Date | null;
  customer: Payer;
  timeZone: string;
  today: LocalDate;
  dueOn: LocalDate;
  totalPaise: Paise;
  advancePaise: Paise;
  paidPaise: Paise;
  duePaise: Paise;
  received: {
    paymentId: string;
    receiptNumber: string;
    method: PaymentMethod;
    reference: string | null;
    /** Of a cheque. */
    instrumentDate: LocalDate | null;
    note: string | null;
    amountPaise: Paise;
    at: Date;
    by: string | null;
    isOnline: boolean;
    isReversed: boolean;
    isReversible: boolean;
    refundablePaise: Paise;
  }[];
  returned: {
    refundId: string;
    voucherNumber: string;
    kind: "refund" | "reversal";
    method: PaymentMethod;
    reference: string | null;
    amountPaise: Paise;
    at: Date;
    by: string | null;
    reason: string | null;
    receiptNumber: string;
  }[];
  links: {
    linkId: string;
    url: string | null;
    amountPaise: Paise;
    status: LinkStatus;
    expiresAt: Date | null;
    at: Date;
  }[];
  /** What the hall takes by hand. */
  methods: HandMethod[];
  upiVpa: string | null;
};
