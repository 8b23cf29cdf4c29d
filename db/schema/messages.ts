import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { Locale } from "../../lib/core/locale";
import { bookings } from "./bookings";
import { at, code, createdAt, id, ref, tenantId } from "./columns";
import { tenants } from "./tenants";

/** What was sent to whom, and its fate. Login codes are not here: no table holds a code. */
export const messages = pgTable(
  "messages",
  {
    tenantId: tenantId(),
    id: id(),
    bookingId: ref("booking_id"),
    channel: code<"sms" | "whatsapp" | "email">("channel").notNull(),
    recipient: text("recipient").notNull(),
    template: text("template").notNull(),
    locale: code<Locale>("locale").notNull(),
    text: text("text").notNull(),
    status: code<"queued" | "sent" | "failed">("status").notNull().default("queued"),
    /** One message a cause: a job delivered twice sends once. */
    dedupeKey: text("dedupe_key").notNull(),
    providerId: text("provider_id"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: createdAt(),
    sentAt: at("sent_at"),
    /** A failed message that somebody has seen to. */
    settledAt: at("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("messages_once").on(t.tenantId, t.dedupeKey),
    index("messages_booking").on(t.tenantId, t.bookingId),
    index("messages_failed").on(t.tenantId, t.createdAt).where(sql`${t.status} = 'failed' and ${t.settledAt} is null`),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
  ],
);
