import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { bookings } from "./bookings";
import { at, code, createdAt, id, paise, ref, tenantId } from "./columns";
import { users } from "./people";
import { venues } from "./venues";

export type PaymentPurpose = "advance" | "balance" | "full";
export type PaymentMethod = "razorpay" | "cash" | "upi" | "cheque" | "bank";

/** An intent to be paid through the gateway. */
export const paymentOrders = pgTable(
  "payment_orders",
  {
    tenantId: tenantId(),
    id: id(),
    bookingId: ref("booking_id").notNull(),
    purpose: code<PaymentPurpose>("purpose").notNull(),
    amountPaise: paise("amount_paise").notNull(),
    currency: text("currency").notNull(),
    /** Ours, at most 40 characters: how an order of unknown outcome is found again. */
    receipt: text("receipt").notNull(),
    /** Null until the gateway has answered. */
    providerOrderId: text("provider_order_id"),
    status: code<"created" | "attempted" | "paid" | "failed" | "abandoned">("status").notNull().default("created"),
    checkedAt: at("checked_at"),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("payment_orders_provider").on(t.providerOrderId),
    unique("payment_orders_receipt").on(t.tenantId, t.receipt),
    index("payment_orders_booking").on(t.tenantId, t.bookingId),
    index("payment_orders_open").on(t.createdAt).where(sql`${t.status} in ('created','attempted','failed')`),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    check("payment_orders_amount", sql`${t.amountPaise} > 0`),
  ],
);

/** A link that the gateway sends or that staff share; whoever opens it may pay. */
export const paymentLinks = pgTable(
  "payment_links",
  {
    tenantId: tenantId(),
    id: id(),
    bookingId: ref("booking_id").notNull(),
    purpose: code<PaymentPurpose>("purpose").notNull(),
    amountPaise: paise("amount_paise").notNull(),
    currency: text("currency").notNull(),
    /** Ours, at most 40 characters: how a link of unknown outcome is found again. */
    reference: text("reference").notNull(),
    /** Null until the gateway has answered. */
    providerLinkId: text("provider_link_id"),
    url: text("url"),
    status: code<"created" | "paid" | "cancelled" | "expired" | "failed">("status").notNull().default("created"),
    expiresAt: at("expires_at"),
    createdBy: ref("created_by"),
    checkedAt: at("checked_at"),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("payment_links_provider").on(t.providerLinkId),
    unique("payment_links_reference").on(t.tenantId, t.reference),
    index("payment_links_booking").on(t.tenantId, t.bookingId),
    index("payment_links_open").on(t.createdAt).where(sql`${t.status} = 'created'`),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.createdBy], foreignColumns: [users.tenantId, users.id] }),
    check("payment_links_amount", sql`${t.amountPaise} > 0`),
  ],
);

/** Money that came in. A fact: inserted once, never edited (a trigger refuses). */
export const payments = pgTable(
  "payments",
  {
    tenantId: tenantId(),
    id: id(),
    bookingId: ref("booking_id").notNull(),
    orderId: ref("order_id"),
    receiptNumber: text("receipt_number").notNull(),
    method: code<PaymentMethod>("method").notNull(),
    /** How it was paid inside the gateway (upi, card, netbanking …) or a cheque number, UTR, note. */
    reference: text("reference"),
    providerPaymentId: text("provider_payment_id"),
    amountPaise: paise("amount_paise").notNull(),
    currency: text("currency").notNull(),
    /** The payment link that it came by. */
    linkId: ref("link_id"),
    /** The day on a cheque. */
    instrumentDate: date("instrument_date", { mode: "string" }),
    note: text("note"),
    receivedBy: ref("received_by"),
    receivedAt: at("received_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("payments_provider").on(t.providerPaymentId),
    unique("payments_receipt").on(t.tenantId, t.receiptNumber),
    index("payments_booking").on(t.tenantId, t.bookingId, t.amountPaise),
    index("payments_time").on(t.tenantId, t.receivedAt, t.id),
    foreignKey({ columns: [t.tenantId, t.linkId], foreignColumns: [paymentLinks.tenantId, paymentLinks.id] }),
    foreignKey({ columns: [t.tenantId, t.receivedBy], foreignColumns: [users.tenantId, users.id] }),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.orderId], foreignColumns: [paymentOrders.tenantId, paymentOrders.id] }),
    check("payments_amount", sql`${t.amountPaise} > 0`),
  ],
);

/** An intent to pay back, carried out by the `refund` job under its idempotency key. */
export const refundRequests = pgTable(
  "refund_requests",
  {
    tenantId: tenantId(),
    id: id(),
    bookingId: ref("booking_id").notNull(),
    paymentId: ref("payment_id").notNull(),
    amountPaise: paise("amount_paise").notNull(),
    reason: code<
      | "cancelled"
      | "date_changed"
      | "expired"
      | "rejected"
      | "late_payment"
      | "duplicate_payment"
      | "overpaid"
      | "by_staff"
      | "correction"
    >("reason").notNull(),
    status: code<"queued" | "sent" | "done" | "failed">("status").notNull().default("queued"),
    providerRefundId: text("provider_refund_id"),
    /** Staff who asked for it, and in their words why. */
    requestedBy: ref("requested_by"),
    note: text("note"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("refund_requests_payment").on(t.tenantId, t.paymentId),
    index("refund_requests_booking").on(t.tenantId, t.bookingId, t.status, t.amountPaise),
    index("refund_requests_open").on(t.tenantId, t.createdAt).where(sql`${t.status} in ('queued','sent')`),
    foreignKey({ columns: [t.tenantId, t.requestedBy], foreignColumns: [users.tenantId, users.id] }),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.paymentId], foreignColumns: [payments.tenantId, payments.id] }),
    check("refund_requests_amount", sql`${t.amountPaise} > 0`),
  ],
);

/** Money that went back. A fact; a trigger keeps the sum within what the payment brought in. */
export const refunds = pgTable(
  "refunds",
  {
    tenantId: tenantId(),
    id: id(),
    bookingId: ref("booking_id").notNull(),
    paymentId: ref("payment_id").notNull(),
    requestId: ref("request_id"),
    voucherNumber: text("voucher_number").notNull(),
    /** `reversal`: the payment was a mistake, or a cheque came back; no money left the hall for it. */
    kind: code<"refund" | "reversal">("kind").notNull().default("refund"),
    /** Whose hand it came from, and a UTR or a note. */
    paidBy: ref("paid_by"),
    reference: text("reference"),
    method: code<PaymentMethod>("method").notNull(),
    providerRefundId: text("provider_refund_id"),
    amountPaise: paise("amount_paise").notNull(),
    currency: text("currency").notNull(),
    refundedAt: at("refunded_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("refunds_provider").on(t.providerRefundId),
    unique("refunds_voucher").on(t.tenantId, t.voucherNumber),
    index("refunds_payment").on(t.tenantId, t.paymentId),
    index("refunds_booking").on(t.tenantId, t.bookingId),
    index("refunds_time").on(t.tenantId, t.refundedAt, t.id),
    foreignKey({ columns: [t.tenantId, t.paidBy], foreignColumns: [users.tenantId, users.id] }),
    check("refunds_kind", sql`${t.kind} in ('refund', 'reversal')`),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.paymentId], foreignColumns: [payments.tenantId, payments.id] }),
    foreignKey({ columns: [t.tenantId, t.requestId], foreignColumns: [refundRequests.tenantId, refundRequests.id] }),
    check("refunds_amount", sql`${t.amountPaise} > 0`),
  ],
);

/** A day's cash, counted and closed. A fact; counting again writes the next revision. */
export const dayBooks = pgTable(
  "day_books",
  {
    tenantId: tenantId(),
    id: id(),
    venueId: ref("venue_id").notNull(),
    date: date("date", { mode: "string" }).notNull(),
    revision: integer("revision").notNull().default(1),
    openingPaise: paise("opening_paise").notNull(),
    /** Cash in and out by the ledger on that day. */
    cashInPaise: paise("cash_in_paise").notNull(),
    cashOutPaise: paise("cash_out_paise").notNull(),
    countedPaise: paise("counted_paise").notNull(),
    differencePaise: paise("difference_paise")
      .notNull()
      .generatedAlwaysAs(sql`counted_paise - (opening_paise + cash_in_paise - cash_out_paise)`),
    /** Sums of each method that day, in paise, as they stood at closing. */
    totals: jsonb("totals").$type<Record<string, { in: number; out: number }>>().notNull(),
    note: text("note"),
    closedBy: ref("closed_by").notNull(),
    closedAt: at("closed_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("day_books_day").on(t.tenantId, t.venueId, t.date, t.revision),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    foreignKey({ columns: [t.tenantId, t.closedBy], foreignColumns: [users.tenantId, users.id] }),
    check("day_books_counted", sql`${t.countedPaise} >= 0 and ${t.openingPaise} >= 0`),
  ],
);

/** What the gateway told us, once an event id. */
export const webhookEvents = pgTable(
  "webhook_events",
  {
    tenantId: tenantId(),
    id: id(),
    provider: text("provider").notNull(),
    eventId: text("event_id").notNull(),
    type: text("type").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    receivedAt: at("received_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("webhook_events_once").on(t.tenantId, t.provider, t.eventId),
  ],
);
