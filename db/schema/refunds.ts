import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { PaymentMethod } from "../../lib/core/payment-method";
import { bookings } from "./bookings";
import { at, code, createdAt, id, paise, ref, tenantId } from "./columns";
import { payments } from "./payments";
import { users } from "./people";

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
