import { sql } from "drizzle-orm";
import { check, date, foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, id, paise, ref, tenantId } from "./columns";
import { users } from "./people";
import { venues } from "./venues";

/** A day's cash, counted and closed. A fact; counting again writes the next revision. */
export const dayBooks = pgTable(
  "day_books",
  {
    tenantId: tenantId(),
    id: id(),
    venueId: ref("venue_id").notNull(),
    date: date("date", { mode: "string" }).notNull(),
    revision: integer("revision").notNull().default(1),
    openingPaise: paise("opening_paise").notNull(),
    /** Cash in and out by the ledger on that day. */
    cashInPaise: paise("cash_in_paise").notNull(),
    cashOutPaise: paise("cash_out_paise").notNull(),
    countedPaise: paise("counted_paise").notNull(),
    differencePaise: paise("difference_paise")
      .notNull()
      .generatedAlwaysAs(sql`counted_paise - (opening_paise + cash_in_paise - cash_out_paise)`),
    /** Sums of each method that day, in paise, as they stood at closing. */
    totals: jsonb("totals").$type<Record<string, { in: number; out: number }>>().notNull(),
    note: text("note"),
    closedBy: ref("closed_by").notNull(),
    closedAt: at("closed_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("day_books_day").on(t.tenantId, t.venueId, t.date, t.revision),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    foreignKey({ columns: [t.tenantId, t.closedBy], foreignColumns: [users.tenantId, users.id] }),
    check("day_books_counted", sql`${t.countedPaise} >= 0 and ${t.openingPaise} >= 0`),
  ],
);
