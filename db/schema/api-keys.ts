import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { at, createdAt, id, ref, tenantId } from "./columns";
import { users } from "./people";
import { tenants } from "./tenants";

/** A key with which another program calls the API. Its secret is shown once; only its hash is kept. */
export const apiKeys = pgTable(
  "api_keys",
  {
    tenantId: tenantId(),
    id: id(),
    name: text("name").notNull(),
    /** SHA-256 of the whole key, in hex: it holds 256 random bits, so no slower hash is needed. */
    hash: text("hash").notNull(),
    /** How it begins, so that people can tell one from another. */
    prefix: text("prefix").notNull(),
    /** Names of permissions. */
    scopes: text("scopes").array().notNull(),
    createdAt: createdAt(),
    /** Null for one that the operator made. */
    createdBy: ref("created_by"),
    expiresAt: at("expires_at"),
    /** To the minute. */
    lastUsedAt: at("last_used_at"),
    revokedAt: at("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("api_keys_hash").on(t.tenantId, t.hash),
    index("api_keys_age").on(t.tenantId, t.createdAt),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({ columns: [t.tenantId, t.createdBy], foreignColumns: [users.tenantId, users.id] }),
    check("api_keys_scopes", sql`cardinality(${t.scopes}) > 0`),
  ],
);
