import { sql } from "drizzle-orm";
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import type { Actor } from "../../lib/core/actor";
import type { CancellationTerms } from "../../lib/core/cancellation";
import type { Locale, LocalText } from "../../lib/core/locale";
import type { PaymentTerms } from "../../lib/core/payment-terms";
import type { QuoteLine } from "../../lib/core/quote";
import { at, code, createdAt, id, localText, paise, period, ref, tenantId } from "./columns";
import { users } from "./people";
import { slots, spaces, venues } from "./venues";

/** lib/core/booking-state.ts names the same values; a test holds the two together. */
export const claimStatus = pgEnum("claim_status", [
  "temp_hold",
  "pending",
  "confirmed",
  "completed",
  "cancelled",
  "expired",
  "rejected",
  "blackout",
]);

export type BookingSource = "online" | "desk" | "phone" | "api" | "import";

/** What the family agreed to, as it stood then. */
export type AcceptedTerms = { text: LocalText; payment: PaymentTerms; cancellation: CancellationTerms };

export const bookings = pgTable(
  "bookings",
  {
    tenantId: tenantId(),
    id: id(),
    number: text("number").notNull(),
    venueId: ref("venue_id").notNull(),
    customerId: ref("customer_id").notNull(),
    status: claimStatus("status").notNull().$type<Exclude<(typeof claimStatus.enumValues)[number], "blackout">>(),
    /** When a hold, a request or an option lapses; the database's clock decides. */
    holdExpiresAt: at("hold_expires_at"),
    eventType: text("event_type").notNull(),
    eventTitle: text("event_title").notNull(),
    guests: integer("guests").notNull(),
    specialRequests: text("special_requests"),
    source: code<BookingSource>("source").notNull(),
    locale: code<Locale>("locale").notNull(),
    /** First start and last end of its functions, for lists and sweeps. */
    startsAt: at("starts_at").notNull(),
    endsAt: at("ends_at").notNull(),
    totalPaise: paise("total_paise").notNull(),
    taxablePaise: paise("taxable_paise").notNull(),
    gstPaise: paise("gst_paise").notNull(),
    advancePaise: paise("advance_paise").notNull(),
    depositPaise: paise("deposit_paise").notNull(),
    terms: jsonb("terms").$type<AcceptedTerms>().notNull(),
    termsAcceptedAt: at("terms_accepted_at").notNull(),
    dateChanges: integer("date_changes").notNull().default(0),
    /** Set when staff said yes, or a family asked to pay at the hall: what `pending` still waits for. */
    approvedAt: at("approved_at"),
    payAtHallAt: at("pay_at_hall_at"),
    /** Staff member who took it, null when the family booked by itself. */
    takenBy: ref("taken_by"),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("bookings_id_status").on(t.tenantId, t.id, t.status),
    unique("bookings_number").on(t.tenantId, t.number),
    index("bookings_customer").on(t.tenantId, t.customerId, t.startsAt),
    index("bookings_venue").on(t.tenantId, t.venueId, t.startsAt),
    index("bookings_stale").on(t.holdExpiresAt).where(sql`${t.status} in ('temp_hold','pending')`),
    index("bookings_ended").on(t.endsAt).where(sql`${t.status} = 'confirmed'`),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [users.tenantId, users.id] }),
    foreignKey({ columns: [t.tenantId, t.takenBy], foreignColumns: [users.tenantId, users.id] }),
    check("bookings_not_blackout", sql`${t.status} <> 'blackout'`),
    check("bookings_hold_has_expiry", sql`${t.status} <> 'temp_hold' or ${t.holdExpiresAt} is not null`),
    check("bookings_guests", sql`${t.guests} between 1 and 100000`),
    check(
      "bookings_money",
      sql`${t.totalPaise} >= 0 and ${t.advancePaise} between 0 and ${t.totalPaise} and ${t.depositPaise} >= 0`,
    ),
  ],
);

/** One event of a booking: haldi, sangeet, wedding. Times without buffers. */
export const bookingFunctions = pgTable(
  "booking_functions",
  {
    tenantId: tenantId(),
    id: id(),
    bookingId: ref("booking_id").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    spaceId: ref("space_id").notNull(),
    /** Null for custom times. */
    slotId: ref("slot_id"),
    date: date("date", { mode: "string" }).notNull(),
    startsAt: at("starts_at").notNull(),
    endsAt: at("ends_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("booking_functions_booking").on(t.tenantId, t.bookingId, t.position),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.spaceId], foreignColumns: [spaces.tenantId, spaces.id] }),
    foreignKey({ columns: [t.tenantId, t.slotId], foreignColumns: [slots.tenantId, slots.id] }),
    check("booking_functions_forward", sql`${t.startsAt} < ${t.endsAt}`),
  ],
);

export const blackouts = pgTable(
  "blackouts",
  {
    tenantId: tenantId(),
    id: id(),
    venueId: ref("venue_id").notNull(),
    reason: text("reason").notNull(),
    startsAt: at("starts_at").notNull(),
    endsAt: at("ends_at").notNull(),
    createdBy: ref("created_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
  ],
);

/** THE claim on a part for a blocked period, buffers included. `no_double_booking` (a custom migration) guards it. */
export const allocations = pgTable(
  "allocations",
  {
    tenantId: tenantId(),
    id: id(),
    partId: ref("part_id").notNull(),
    bookingId: ref("booking_id"),
    blackoutId: ref("blackout_id"),
    /** The booking's own status, kept by the foreign key, or `blackout`. */
    status: claimStatus("status").notNull(),
    during: period("during").notNull(),
    /** `upper(during)`, so that reads under row-level security get an index range: `&&` is not leakproof, `>` is. */
    endsAt: at("ends_at").generatedAlwaysAs(sql`upper(during)`).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("allocations_part").on(t.tenantId, t.partId, t.endsAt),
    index("allocations_booking").on(t.tenantId, t.bookingId),
    index("allocations_blackout").on(t.tenantId, t.blackoutId),
    foreignKey({ columns: [t.tenantId, t.partId], foreignColumns: [spaces.tenantId, spaces.id] }),
    foreignKey({ columns: [t.tenantId, t.blackoutId], foreignColumns: [blackouts.tenantId, blackouts.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      name: "allocations_follow_booking",
      columns: [t.tenantId, t.bookingId, t.status],
      foreignColumns: [bookings.tenantId, bookings.id, bookings.status],
    }).onUpdate("cascade"),
    check("allocations_not_empty", sql`not isempty(${t.during})`),
    check("allocations_one_owner", sql`num_nonnulls(${t.bookingId}, ${t.blackoutId}) = 1`),
    check("allocations_blackout_status", sql`(${t.blackoutId} is not null) = (${t.status} = 'blackout')`),
  ],
);

/** The quote as it was agreed. Replaced as a whole when a hold is edited or a date moves. */
export const bookingLines = pgTable(
  "booking_lines",
  {
    tenantId: tenantId(),
    id: id(),
    bookingId: ref("booking_id").notNull(),
    position: integer("position").notNull(),
    functionPosition: integer("function_position"),
    kind: code<QuoteLine["kind"]>("kind").notNull(),
    refId: text("ref_id").notNull(),
    label: localText("label").notNull(),
    unit: code<QuoteLine["unit"]>("unit").notNull(),
    quantity: doublePrecision("quantity").notNull(),
    unitPricePaise: paise("unit_price_paise").notNull(),
    amountPaise: paise("amount_paise").notNull(),
    gstRate: doublePrecision("gst_rate").notNull(),
    sac: text("sac").notNull(),
    taxablePaise: paise("taxable_paise").notNull(),
    gstPaise: paise("gst_paise").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("booking_lines_booking").on(t.tenantId, t.bookingId, t.position),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    check("booking_lines_sum", sql`${t.taxablePaise} + ${t.gstPaise} = ${t.amountPaise}`),
  ],
);

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
    at: at("at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("booking_events_booking").on(t.tenantId, t.bookingId, t.at),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
  ],
);
