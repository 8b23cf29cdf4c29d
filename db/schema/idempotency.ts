import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId } from "./columns";
import { tenants } from "./tenants";

/** One row a key, written in the transaction that does the work. Kept 72 hours. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    tenantId: tenantId(),
    id: id(),
    /** `customer:<id>`, `apiKey:<id>` … */
    actor: text("actor").notNull(),
    route: text("route").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of the canonical validated input. */
    fingerprint: text("fingerprint").notNull(),
    status: integer("status").notNull(),
    response: jsonb("response").$type<unknown>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("idempotency_keys_scope").on(t.tenantId, t.actor, t.route, t.key),
    index("idempotency_keys_age").on(t.createdAt),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);
