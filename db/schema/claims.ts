import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { bookings, claimStatus } from "./bookings";
import { at, createdAt, id, period, ref, tenantId } from "./columns";
import { users } from "./people";
import { spaces, venues } from "./venues";

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
    /** The yearly rule that this is one year of. */
    yearlyId: ref("yearly_id"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("blackouts_year").on(t.tenantId, t.yearlyId, t.startsAt),
    index("blackouts_venue").on(t.tenantId, t.venueId, t.startsAt),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    foreignKey({ columns: [t.tenantId, t.createdBy], foreignColumns: [users.tenantId, users.id] }),
    foreignKey({ columns: [t.tenantId, t.yearlyId], foreignColumns: [yearlyBlackouts.tenantId, yearlyBlackouts.id] }),
  ],
);

/** Closed on the same days of each year; each year of it is written out as a blackout. */
export const yearlyBlackouts = pgTable(
  "yearly_blackouts",
  {
    tenantId: tenantId(),
    id: id(),
    venueId: ref("venue_id").notNull(),
    /** Null: all of the venue. */
    spaceId: ref("space_id"),
    reason: text("reason").notNull(),
    /** First day, `MM-DD`, and how many days from then on. */
    startsOn: text("starts_on").notNull(),
    days: integer("days").notNull(),
    createdBy: ref("created_by"),
    createdAt: createdAt(),
    endedAt: at("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("yearly_blackouts_venue").on(t.tenantId, t.venueId),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    foreignKey({ columns: [t.tenantId, t.spaceId], foreignColumns: [spaces.tenantId, spaces.id] }),
    foreignKey({ columns: [t.tenantId, t.createdBy], foreignColumns: [users.tenantId, users.id] }),
    check("yearly_blackouts_day", sql`${t.startsOn} ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'`),
    check("yearly_blackouts_days", sql`${t.days} between 1 and 60`),
  ],
);
