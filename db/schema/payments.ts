import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { PaymentMethod } from "../../lib/core/payment-method";
import { bookings } from "./bookings";
import { at, code, createdAt, id, paise, ref, tenantId } from "./columns";
import { users } from "./people";

export type PaymentPurpose = "advance" | "balance" | "full";

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
