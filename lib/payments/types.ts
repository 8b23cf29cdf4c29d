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

/** A wrong entry taken back, and how the booking stands without it. `advanceMissingPaise` is what a firm booking lacks now. */
export type ReversedPayment = {
  voucherNumber: string;
  number: string;
  status: BookingStatus;
  paidPaise: Paise;
  advanceMissingPaise: Paise;
};

/** `voucherNumber` is null while the gateway is still to carry it out. */
export type CreatedRefund = {
  requestId: string;
  bookingId: string;
  number: string;
  amountPaise: Paise;
  voucherNumber: string | null;
};
export type PaidBack = { voucherNumber: string; number: string; amountPaise: Paise };
export type RetriedRefund = { requestId: string; number: string; amountPaise: Paise };

/** `expiresAt` in RFC 3339. */
export type SentLink = { linkId: string; url: string; amountPaise: Paise; expiresAt: string | null };
export type CancelledLink = { linkId: string; status: "created" | "paid" | "cancelled" | "expired" | "failed" };

export type MethodTotals = Partial<Record<PaymentMethod, { in: Paise; out: Paise }>>;

/** One row of the ledger as a day book shows it. */
export type DayBookEntry = {
  kind: "payment" | "refund" | "reversal";
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

export type ClosedDay = { dayBookId: string; date: LocalDate; differencePaise: Paise };

/** The book that is running. `openingPaise` is null before a venue's first closing. */
export type OpenBook = {
  venueId: string;
  timeZone: string;
  today: LocalDate;
  lastDate: LocalDate | null;
  since: Date | null;
  openingPaise: Paise | null;
  entries: DayBookEntry[];
  totals: MethodTotals;
};

export type DayBookLine = {
  id: string;
  date: LocalDate;
  revision: number;
  openingPaise: Paise;
  cashInPaise: Paise;
  cashOutPaise: Paise;
  countedPaise: Paise;
  differencePaise: Paise;
  note: string | null;
  closedAt: Date;
  closedBy: string;
};

export type ClosedBook = DayBookLine & {
  venueId: string;
  timeZone: string;
  entries: DayBookEntry[];
  totals: Record<string, { in: Paise; out: Paise }>;
};

type Payer = { name: string | null; phone: string };
type OfBooking = { id: string; number: string; eventTitle: string };

/** What a firm booking still owes, and since or until when. */
export type Owed = {
  bookingId: string;
  number: string;
  eventTitle: string;
  customer: Payer;
  startsAt: Date;
  timeZone: string;
  totalPaise: Paise;
  paidPaise: Paise;
  duePaise: Paise;
  dueOn: LocalDate;
  /** Of a firm booking that should have paid its advance. */
  advanceMissingPaise: Paise;
  isOverdue: boolean;
};

/** A page of it, and the sums of all that the filter asks for. */
export type OwedPage = { rows: Owed[]; count: number; duePaise: Paise; latePaise: Paise };

/** A receipt or a voucher. `isReversed`: taken back as a wrong entry. */
export type MoneyRow = {
  kind: "payment" | "refund" | "reversal";
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

export type MoneyRows = { rows: MoneyRow[]; count: number; totalPaise: Paise; totals: MethodTotals };

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

/** One rate of one document, in paise; below nothing where money went back. */
export type GstLine = {
  kind: "payment" | "refund" | "reversal";
  number: string;
  date: LocalDate;
  bookingNumber: string;
  customer: string | null;
  sac: string;
  gstRate: number;
  taxablePaise: Paise;
  cgstPaise: Paise;
  sgstPaise: Paise;
  amountPaise: Paise;
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
    status: CancelledLink["status"];
    expiresAt: Date | null;
    at: Date;
  }[];
  /** What the hall takes by hand. */
  methods: HandMethod[];
  upiVpa: string | null;
};
