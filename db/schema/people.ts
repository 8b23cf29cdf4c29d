import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { Locale } from "../../lib/core/locale";
import { at, code, createdAt, id, ref, tenantId } from "./columns";
import { tenants } from "./tenants";

export type UserRole = "customer" | "staff" | "manager" | "owner";

export const users = pgTable(
  "users",
  {
    tenantId: tenantId(),
    id: id(),
    /** E.164. */
    phone: text("phone").notNull(),
    name: text("name"),
    email: text("email"),
    role: code<UserRole>("role").notNull().default("customer"),
    locale: code<Locale>("locale"),
    /** Raised to end every session at once; a trigger raises it with each change of `role` and `removed_at`. */
    sessionVersion: integer("session_version").notNull().default(1),
    removedAt: at("removed_at"),
    /** Who took this person into the team, and when; a member who has not logged in since is still only invited. */
    invitedBy: ref("invited_by"),
    invitedAt: at("invited_at"),
    lastLoginAt: at("last_login_at"),
    /** A duplicate that was merged points at the customer who has its bookings now. */
    mergedInto: ref("merged_into"),
    createdAt: createdAt(),
    /** What the search reads: name and digits of the phone, in small letters. */
    searchText: text("search_text").generatedAlwaysAs(sql`lower(coalesce(name, '') || ' ' || phone)`),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("users_phone").on(t.tenantId, t.phone),
    index("users_recent").on(t.tenantId, t.createdAt),
    index("users_team").on(t.tenantId, t.role).where(sql`${t.role} <> 'customer'`),
    index("users_merged").on(t.tenantId, t.mergedInto).where(sql`${t.mergedInto} is not null`),
    index("users_search").using("gin", t.tenantId, t.searchText.op("gin_trgm_ops")),
    foreignKey({ columns: [t.tenantId, t.invitedBy], foreignColumns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.mergedInto], foreignColumns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** A row a login; the id is the token's `sid`. */
export const sessions = pgTable(
  "sessions",
  {
    tenantId: tenantId(),
    id: id(),
    userId: ref("user_id").notNull(),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    revokedAt: at("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("sessions_user").on(t.tenantId, t.userId),
    index("sessions_expired").on(t.expiresAt),
    foreignKey({ columns: [t.tenantId, t.userId], foreignColumns: [users.tenantId, users.id] }),
  ],
);

/** One code sent to one phone for one browser. Every send is a row, so that limits are counts over rows. */
export const otpChallenges = pgTable(
  "otp_challenges",
  {
    tenantId: tenantId(),
    id: id(),
    phone: text("phone").notNull(),
    /** HMAC(pepper, challenge | phone | code); the code itself is never stored. */
    codeHmac: text("code_hmac").notNull(),
    /** SHA-256 of the secret in the asking browser's cookie. */
    browserHash: text("browser_hash").notNull(),
    ip: text("ip").notNull(),
    /** Wrong tries on this code. */
    failures: integer("failures").notNull().default(0),
    /** Wrong tries on the codes this one replaced: a resend does not reset the count. */
    carriedFailures: integer("carried_failures").notNull().default(0),
    sends: integer("sends").notNull().default(1),
    delivered: boolean("delivered").notNull().default(false),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
    consumedAt: at("consumed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("otp_phone").on(t.phone, t.createdAt),
    index("otp_ip").on(t.ip, t.createdAt),
    index("otp_created").on(t.createdAt),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);
