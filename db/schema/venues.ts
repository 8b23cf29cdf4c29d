import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { CancellationTerms } from "../../lib/core/cancellation";
import type { LocalText } from "../../lib/core/locale";
import type { PaymentTerms } from "../../lib/core/payment-terms";
import type { ConfirmationTrigger, VenueSettings } from "../../lib/core/venue-settings";
import { at, code, createdAt, id, localText, ref, tenantId } from "./columns";
import { tenants } from "./tenants";

export const venues = pgTable(
  "venues",
  {
    tenantId: tenantId(),
    id: id(),
    slug: text("slug").notNull(),
    name: localText("name").notNull(),
    about: localText("about").notNull(),
    address: localText("address").notNull(),
    latitude: doublePrecision("latitude").notNull(),
    longitude: doublePrecision("longitude").notNull(),
    phone: text("phone").notNull(),
    whatsapp: text("whatsapp"),
    amenities: jsonb("amenities").$type<LocalText[]>().notNull(),
    included: jsonb("included").$type<LocalText[]>().notNull(),
    houseRules: jsonb("house_rules").$type<LocalText[]>().notNull(),
    /** Names of our own drawings in components/art. */
    illustration: text("illustration").notNull(),
    /** IANA zone. */
    timeZone: text("time_zone").notNull(),
    currency: code<VenueSettings["currency"]>("currency").notNull().default("INR"),
    setupMinutes: integer("setup_minutes").notNull(),
    cleanupMinutes: integer("cleanup_minutes").notNull(),
    leadMinutes: integer("lead_minutes").notNull(),
    horizonMonths: integer("horizon_months").notNull(),
    minMinutes: integer("min_minutes").notNull(),
    maxMinutes: integer("max_minutes").notNull(),
    holdMinutes: integer("hold_minutes").notNull(),
    answerMinutes: integer("answer_minutes").notNull(),
    confirmation: code<ConfirmationTrigger>("confirmation").notNull(),
    payAtHall: boolean("pay_at_hall").notNull(),
    customTimes: code<VenueSettings["customTimes"]>("custom_times").notNull(),
    paymentTerms: jsonb("payment_terms").$type<PaymentTerms>().notNull(),
    cancellationTerms: jsonb("cancellation_terms").$type<CancellationTerms>().notNull(),
    termsText: localText("terms_text").notNull(),
    sortOrder: integer("sort_order").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("venues_slug").on(t.tenantId, t.slug),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenants.id] }),
  ],
);

/** Bumped by statement triggers whenever what the calendar shows may have changed. The one table without row-level security. */
export const venueGenerations = pgTable(
  "venue_generations",
  {
    tenantId: tenantId(),
    venueId: ref("venue_id").notNull(),
    generation: bigint("generation", { mode: "number" }).notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.venueId] }),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }).onDelete("cascade"),
  ],
);

/** A unit that can be booked. One with rows in space_parts is made of those parts, any other is a part itself. */
export const spaces = pgTable(
  "spaces",
  {
    tenantId: tenantId(),
    id: id(),
    venueId: ref("venue_id").notNull(),
    name: localText("name").notNull(),
    about: localText("about").notNull(),
    capacity: integer("capacity").notNull(),
    illustration: text("illustration").notNull(),
    sortOrder: integer("sort_order").notNull().default(0),
    archivedAt: at("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    index("spaces_venue").on(t.tenantId, t.venueId),
    check("spaces_capacity", sql`${t.capacity} > 0`),
  ],
);

export const spaceParts = pgTable(
  "space_parts",
  { tenantId: tenantId(), spaceId: ref("space_id").notNull(), partId: ref("part_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.spaceId, t.partId] }),
    foreignKey({ columns: [t.tenantId, t.spaceId], foreignColumns: [spaces.tenantId, spaces.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.tenantId, t.partId], foreignColumns: [spaces.tenantId, spaces.id] }),
    check("space_parts_not_itself", sql`${t.spaceId} <> ${t.partId}`),
  ],
);

/** A session on sale. Which spaces offer it is told by their prices. */
export const slots = pgTable(
  "slots",
  {
    tenantId: tenantId(),
    id: id(),
    venueId: ref("venue_id").notNull(),
    name: localText("name").notNull(),
    /** Wall clock, HH:MM. */
    startTime: text("start_time").notNull(),
    lengthMinutes: integer("length_minutes").notNull(),
    /** ISO weekdays, 1 = Monday. */
    weekdays: integer("weekdays").array().notNull(),
    sortOrder: integer("sort_order").notNull().default(0),
    archivedAt: at("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    index("slots_venue").on(t.tenantId, t.venueId),
    check("slots_start_time", sql`${t.startTime} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
    check("slots_length", sql`${t.lengthMinutes} between 15 and 2880`),
  ],
);

/** The hall's own list of auspicious days; dates are local to the venue. */
export const muhuratDates = pgTable(
  "muhurat_dates",
  {
    tenantId: tenantId(),
    id: id(),
    venueId: ref("venue_id").notNull(),
    date: date("date", { mode: "string" }).notNull(),
    source: text("source").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("muhurat_dates_day").on(t.tenantId, t.venueId, t.date),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
  ],
);
