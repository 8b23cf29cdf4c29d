import { jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { at, id, tenantId } from "./columns";

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
