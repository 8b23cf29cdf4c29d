import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { parsePhone } from "@/lib/core/phone";
import { type Patterns, searchRounds } from "@/lib/core/search-patterns";

/** The patterns of one round asked of a search function: under row-level security no LIKE of ours reaches an index. */
export function searchCalls(search: "find_bookings" | "find_people", round: Patterns[], atMost: number): SQL {
  const calls = round.map((all) => {
    const patterns = sql.join(
      all.map((pattern) => sql`${pattern}`),
      sql`, `,
    );
    return sql`select ${sql.raw(search)}(array[${patterns}]::text[], ${atMost}::int)`;
  });
  return sql.join(calls, sql` union `);
}

/** The ids of people by name or phone or a part of either, merged duplicates by the phone they had; null where nothing was typed. */
export async function matchPeople(tx: Tx, tenantId: string, text: string, atMost: number): Promise<string[] | null> {
  const rounds = searchRounds(text);
  if (rounds.length === 0) return null;
  for (const round of rounds) {
    const found = await tx.execute<{ id: string }>(searchIds(searchCalls("find_people", round, atMost)));
    if (found.length > 0) return found.map(({ id }) => id).slice(0, atMost);
  }
  const phone = parsePhone(text);
  if (!phone) return [];
  const merged = await tx.execute<{ id: string }>(
    sql`select merged_into as id from users where tenant_id = ${tenantId} and phone = ${phone} and merged_into is not null`,
  );
  return merged.map(({ id }) => id);
}

const searchIds = (calls: SQL) => sql`select id from (${calls}) as found (id)`;
