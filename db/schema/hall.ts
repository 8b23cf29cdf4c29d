import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { HAND_METHODS, type HandMethod } from "../../lib/core/payment-method";
import { at, bytes, code, createdAt, id, ref, tenantId } from "./columns";
import { users } from "./people";
import { tenants } from "./tenants";

export type BankDetails = { holder: string; bank: string; account: string; ifsc: string };

/** How a hall takes money and what its people may give away: one row a tenant, apart from what every page loads. */
export const hallSettings = pgTable(
  "hall_settings",
  {
    tenantId: tenantId(),
    id: id(),
    /** The hall's own UPI address, for money that comes without the gateway. */
    upiVpa: text("upi_vpa"),
    /** Only an owner sees these. */
    bank: jsonb("bank").$type<BankDetails>(),
    methods: text("methods")
      .array()
      .$type<HandMethod[]>()
      .notNull()
      .default([...HAND_METHODS]),
    /** Per cent of the total that may be taken off: by staff, and by a manager. An owner has no limit. */
    staffDiscountPercent: integer("staff_discount_percent").notNull().default(0),
    managerDiscountPercent: integer("manager_discount_percent").notNull().default(10),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("hall_settings_one").on(t.tenantId),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }),
    check(
      "hall_settings_discounts",
      sql`${t.staffDiscountPercent} between 0 and ${t.managerDiscountPercent} and ${t.managerDiscountPercent} <= 100`,
    ),
  ],
);

/** A small picture of the hall's, PNG, JPEG or WebP; of each kind the latest counts. */
export const files = pgTable(
  "files",
  {
    tenantId: tenantId(),
    id: id(),
    kind: code<"logo">("kind").notNull(),
    mimeType: text("mime_type").notNull(),
    bytes: bytes("bytes").notNull(),
    uploadedBy: ref("uploaded_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("files_kind").on(t.tenantId, t.kind, t.createdAt),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({ columns: [t.tenantId, t.uploadedBy], foreignColumns: [users.tenantId, users.id] }),
    check("files_mime_type", sql`${t.mimeType} in ('image/png', 'image/jpeg', 'image/webp')`),
    check("files_size", sql`octet_length(${t.bytes}) between 1 and 524288`),
  ],
);
