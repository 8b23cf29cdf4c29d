import { sql } from "drizzle-orm";
import {
  boolean,
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
import type { CancellationTerms } from "../../lib/core/cancellation";
import type { Locale, LocalText } from "../../lib/core/locale";
import type { PaymentTerms } from "../../lib/core/payment-terms";
import type { QuoteLine } from "../../lib/core/quote";
import { at, code, createdAt, id, localText, paise, ref, tenantId } from "./columns";
import { imports } from "./imports";
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
    /** Out of the terms: who asks what is due would unpack the text of thousands. */
    balanceDueDays: integer("balance_due_days").generatedAlwaysAs(sql`(terms->'payment'->>'balanceDueDays')::int`),
    termsAcceptedAt: at("terms_accepted_at").notNull(),
    dateChanges: integer("date_changes").notNull().default(0),
    /** Set when staff said yes, or a family asked to pay at the hall: what `pending` still waits for. */
    approvedAt: at("approved_at"),
    /** Kept by the hall until `hold_expires_at` without money: an option, not a family's request. Only while `pending`. */
    isOption: boolean("is_option").notNull().default(false),
    /** Taken off the total by staff, and why; contained in the booking's totals and a line of its own. */
    discountPaise: paise("discount_paise").notNull().default(0),
    discountReason: text("discount_reason"),
    discountBy: ref("discount_by"),
    payAtHallAt: at("pay_at_hall_at"),
    /** Staff member who took it, null when the family booked by itself. */
    takenBy: ref("taken_by"),
    /** The import that brought it, which can be undone as a whole. */
    importId: ref("import_id"),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    /** Raised by a trigger with each update: who changes what they saw an older version of is told. */
    version: integer("version").notNull().default(1),
    searchText: text("search_text").generatedAlwaysAs(sql`lower(number || ' ' || event_title)`),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("bookings_id_status").on(t.tenantId, t.id, t.status),
    unique("bookings_number").on(t.tenantId, t.number),
    index("bookings_customer").on(t.tenantId, t.customerId, t.startsAt),
    index("bookings_venue").on(t.tenantId, t.venueId, t.startsAt),
    index("bookings_time").on(t.tenantId, t.startsAt, t.id),
    index("bookings_taken").on(t.tenantId, t.createdAt, t.id),
    index("bookings_open").on(t.tenantId, t.holdExpiresAt).where(sql`${t.status} in ('temp_hold','pending')`),
    // Ends with what lists filter, sort and sum by: all of a hall's bookings are looked through without opening one.
    index("bookings_status").on(
      t.tenantId,
      t.status,
      t.startsAt,
      t.id,
      t.venueId,
      t.createdAt,
      t.holdExpiresAt,
      t.source,
      t.takenBy,
      t.totalPaise,
      t.advancePaise,
      t.balanceDueDays,
      t.payAtHallAt,
    ),
    index("bookings_import").on(t.tenantId, t.importId).where(sql`${t.importId} is not null`),
    index("bookings_search").using("gin", t.tenantId, t.searchText.op("gin_trgm_ops")),
    index("bookings_stale").on(t.holdExpiresAt).where(sql`${t.status} in ('temp_hold','pending')`),
    index("bookings_ended").on(t.endsAt).where(sql`${t.status} = 'confirmed'`),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    foreignKey({ columns: [t.tenantId, t.customerId], foreignColumns: [users.tenantId, users.id] }),
    foreignKey({ columns: [t.tenantId, t.takenBy], foreignColumns: [users.tenantId, users.id] }),
    foreignKey({ columns: [t.tenantId, t.discountBy], foreignColumns: [users.tenantId, users.id] }),
    foreignKey({ columns: [t.tenantId, t.importId], foreignColumns: [imports.tenantId, imports.id] }),
    check(
      "bookings_discount",
      sql`${t.discountPaise} = 0 or (${t.discountPaise} > 0 and ${t.discountReason} is not null)`,
    ),
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
    index("booking_functions_day").on(t.tenantId, t.date),
    foreignKey({ columns: [t.tenantId, t.bookingId], foreignColumns: [bookings.tenantId, bookings.id] }),
    foreignKey({ columns: [t.tenantId, t.spaceId], foreignColumns: [spaces.tenantId, spaces.id] }),
    foreignKey({ columns: [t.tenantId, t.slotId], foreignColumns: [slots.tenantId, slots.id] }),
    check("booking_functions_forward", sql`${t.startsAt} < ${t.endsAt}`),
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
