import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { addDays, type LocalDate } from "@/lib/core/local-date";

/**
 * Moments that fall on days of their venue's own clock, both days included; `zone` is the column of that venue's IANA zone.
 * The bounds in front are for the index: no zone is more than 14 hours ahead of UTC, nor more than 12 behind.
 */
export function onDays(at: SQLWrapper, zone: SQLWrapper, { from, to }: { from: LocalDate; to: LocalDate }): SQL {
  return sql`${at} >= ${`${from}T00:00:00+14:00`}::timestamptz and ${at} < ${`${addDays(to, 1)}T00:00:00-12:00`}::timestamptz
    and (${at} at time zone ${zone})::date between ${from}::date and ${to}::date`;
}
