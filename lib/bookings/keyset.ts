import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** Where a page of a list ends: the microsecond that it is sorted by, and the id. Dates of ours would lose the last digits. */
export function cursorOf(at: PgColumn | SQL, id: PgColumn | SQL): SQL<string> {
  return sql<string>`(extract(epoch from ${at}) * 1000000)::bigint || '.' || ${id}`;
}

/** What comes after a cursor, as a range of the index over both columns. */
export function after(cursor: string, at: PgColumn | SQL, id: PgColumn | SQL, direction: "asc" | "desc"): SQL {
  const [micros = "0", last = ""] = cursor.split(".");
  const sign = direction === "asc" ? sql`>` : sql`<`;
  return sql`(${at}, ${id}) ${sign} (timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond', ${last}::uuid)`;
}

/** One of many ids as one parameter: a list of a thousand would be planned anew each time. */
export const anyOf = (id: PgColumn, ids: readonly string[]): SQL => sql`${id} = any(${`{${ids.join(",")}}`}::uuid[])`;
