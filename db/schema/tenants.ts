import { sql } from "drizzle-orm";
import { foreignKey, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Locale } from "../../lib/core/locale";
import { code, createdAt, id, localText, tenantId } from "./columns";

/** A hall's owner: everything else in the database belongs to one of these. */
export const tenants = pgTable("tenants", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: localText("name").notNull(),
  tagline: localText("tagline").notNull(),
  locale: code<Locale>("locale").notNull(),
  /** Starts booking, receipt and refund numbers: `PAR` in `PAR-2026-0001`. */
  numberPrefix: text("number_prefix").notNull(),
  phone: text("phone").notNull(),
  whatsapp: text("whatsapp"),
  email: text("email"),
  gstin: text("gstin"),
  legalName: text("legal_name").notNull(),
  /** Hex colour that replaces kumkum, or null. Checked for contrast where it is set. */
  brandColour: text("brand_colour"),
  privacy: localText("privacy").notNull(),
  /** Languages that the hall offers to families; its own is among them. */
  locales: text("locales").array().$type<Locale[]>().notNull().default(["mr", "hi", "en"]),
  createdAt: createdAt(),
});

/** Hosts that lead to a tenant, beside `<slug>.localhost` and the subdomain. */
export const domains = pgTable(
  "domains",
  { tenantId: tenantId(), id: id(), host: text("host").notNull(), createdAt: createdAt() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("domains_host").on(sql`lower(${t.host})`),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** Gapless numbers (booking, receipt, refund voucher): taken in the transaction that uses them. */
export const counters = pgTable(
  "counters",
  {
    tenantId: tenantId(),
    name: text("name").notNull(),
    /** Calendar or financial year the count restarts with: `2026`, `2026-27`. */
    series: text("series").notNull(),
    value: integer("value").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.name, t.series] })],
);
