import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bookings } from "./bookings";
import { at, createdAt, id, ref, tenantId } from "./columns";
import { users } from "./people";

/** What the hall's people want to remember of a booking or of a customer; the family never sees it. */
export const notes = pgTable(
  "notes",
  {
    tenantId: tenantId(),
    id: id(),
    bookingId: ref("booking_id"),
    customerId: ref("customer_id"),
    text: text("text").notNull(),
    writtenBy: ref("written_by").notNull(),
    createdAt: createdAt(),
    removedAt: at("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("notes_booking").on(t.tenantId, t.bookingId, t.createdAt),
    index("notes_customer").on(t.tenantId, t.customerId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [users.tenantId, users.id] }),
    foreignKey({ columns: [t.tenantId, t.writtenBy], foreignColumns: [users.tenantId, users.id] }),
    check("notes_one_subject", sql`num_nonnulls(${t.bookingId}, ${t.customerId}) = 1`),
    check("notes_text", sql`length(${t.text}) between 1 and 4000`),
  ],
);
