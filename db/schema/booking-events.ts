import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Actor } from "../../lib/core/actor";
import { bookings, claimStatus } from "./bookings";
import { at, id, ref, tenantId } from "./columns";

export type EventActor = Pick<Actor, "kind"> & { id?: string; role?: string };

/** Who did what to a booking, and why. Append-only: a trigger refuses anything but INSERT. */
export const bookingEvents = pgTable(
  "booking_events",
  {
    tenantId: tenantId(),
    id: id(),
    bookingId: ref("booking_id").notNull(),
    type: text("type").notNull(),
    fromStatus: claimStatus("from_status"),
    toStatus: claimStatus("to_status").notNull(),
    actor: jsonb("actor").$type<EventActor>().notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    /** The browser it came from, as it names itself. */
    device: text("device"),
    /** The person behind `actor`, for filtering. */
    actorId: uuid("actor_id").generatedAlwaysAs(
      sql`case when actor->>'kind' in ('customer', 'staff') then (actor->>'id')::uuid end`,
    ),
    at: at("at").notNull().default(sql`clock_timestamp()`),
    /** What the history is narrowed to. */
    kind: text("kind").generatedAlwaysAs(sql`case when type ~ '^(pay|late_payment|refund|overpaid|money)' then 'money'
      when type ~ '^note' then 'notes' when type = 'customer' then 'customers' else 'bookings' end`),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("booking_events_kind").on(t.tenantId, t.kind, t.at, t.id),
    index("booking_events_booking").on(t.tenantId, t.bookingId, t.at),
    index("booking_events_time").on(t.tenantId, t.at, t.id),
    index("booking_events_actor").on(t.tenantId, t.actorId, t.at),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
  ],
);
