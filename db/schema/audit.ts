import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { EventActor } from "./booking-events";
import { at, id, ref, tenantId } from "./columns";
import { tenants } from "./tenants";

/**
 * Who changed what of the hall itself: set-up, team, prices, imports, the day book. A booking's own history is in
 * booking_events. Append-only: a trigger refuses anything but INSERT.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    tenantId: tenantId(),
    id: id(),
    /** `noun.verb`: `member.invited`, `price.changed`. */
    type: text("type").notNull(),
    /** The row that it is about, and its name as people knew it then. */
    subjectId: ref("subject_id"),
    subject: text("subject"),
    actor: jsonb("actor").$type<EventActor>().notNull(),
    actorId: ref("actor_id"),
    device: text("device"),
    /** Only what changed. */
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    at: at("at").notNull().default(sql`clock_timestamp()`),
    /** What the history is narrowed to: a change is called by its noun. */
    kind: text("kind").generatedAlwaysAs(sql`case when type ~ '^(payment|refund|money)' then 'money'
      when type ~ '^customer[.]note' then 'notes' when type ~ '^customer[.]' then 'customers'
      when type ~ '^(price|rule|price-rule)' then 'prices' when type ~ '^(member|session)' then 'team'
      when type ~ '^import' then 'imports' when type ~ '^day-book' then 'day-book' else 'set-up' end`),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("audit_events_time").on(t.tenantId, t.at, t.id),
    index("audit_events_kind").on(t.tenantId, t.kind, t.at, t.id),
    index("audit_events_actor").on(t.tenantId, t.actorId, t.at),
    index("audit_events_subject").on(t.tenantId, t.subjectId, t.at),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);
