import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import type { PriceRule } from "../../lib/core/pricing";
import type { AddOn } from "../../lib/core/quote";
import { at, code, id, localText, paise, ref, tenantId } from "./columns";
import { slots, spaces, venues } from "./venues";

/** What a space costs, GST included, for a slot or (slot null) for an hour of custom times. */
export const prices = pgTable(
  "prices",
  {
    tenantId: tenantId(),
    id: id(),
    venueId: ref("venue_id").notNull(),
    spaceId: ref("space_id").notNull(),
    slotId: ref("slot_id"),
    amountPaise: paise("amount_paise").notNull(),
    /** Per cent, contained in the amount. */
    gstRate: doublePrecision("gst_rate").notNull(),
    sac: text("sac").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("prices_space_slot").on(t.tenantId, t.spaceId, t.slotId).nullsNotDistinct(),
    index("prices_venue").on(t.tenantId, t.venueId),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    foreignKey({ columns: [t.tenantId, t.spaceId], foreignColumns: [spaces.tenantId, spaces.id] }),
    foreignKey({ columns: [t.tenantId, t.slotId], foreignColumns: [slots.tenantId, slots.id] }),
    check("prices_amount", sql`${t.amountPaise} >= 0`),
  ],
);

/** Ordered adjustments on top of a price; see lib/core/pricing.ts. */
export const priceRules = pgTable(
  "price_rules",
  {
    tenantId: tenantId(),
    id: id(),
    venueId: ref("venue_id").notNull(),
    position: integer("position").notNull(),
    label: localText("label").notNull(),
    spaceId: ref("space_id"),
    slotId: ref("slot_id"),
    when: jsonb("when").$type<PriceRule["when"]>().notNull(),
    adjust: jsonb("adjust").$type<PriceRule["adjust"]>().notNull(),
    stop: boolean("stop").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("price_rules_venue").on(t.tenantId, t.venueId, t.position),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    foreignKey({ columns: [t.tenantId, t.spaceId], foreignColumns: [spaces.tenantId, spaces.id] }),
    foreignKey({ columns: [t.tenantId, t.slotId], foreignColumns: [slots.tenantId, slots.id] }),
  ],
);

export const addOns = pgTable(
  "add_ons",
  {
    tenantId: tenantId(),
    id: id(),
    venueId: ref("venue_id").notNull(),
    name: localText("name").notNull(),
    about: localText("about").notNull(),
    unit: code<AddOn["unit"]>("unit").notNull(),
    unitPricePaise: paise("unit_price_paise").notNull(),
    gstRate: doublePrecision("gst_rate").notNull(),
    sac: text("sac").notNull(),
    maxQuantity: integer("max_quantity"),
    sortOrder: integer("sort_order").notNull().default(0),
    archivedAt: at("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("add_ons_venue").on(t.tenantId, t.venueId),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
  ],
);
