import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { parsePhone } from "@/lib/core/phone";
import { searchRounds } from "@/lib/core/search-patterns";
import { searchCalls } from "@/lib/people/match-people";

/** The ids of bookings by number, event, or the family's name or phone, across all years; null where nothing was typed. */
export async function matchBookings(tx: Tx, tenantId: string, text: string, atMost: number): Promise<string[] | null> {
  const rounds = searchRounds(text);
  if (rounds.length === 0) return null;
  for (const round of rounds) {
    const calls = searchCalls("find_bookings", round, atMost);
    const found = await tx.execute<{ id: string }>(sql`select id from (${calls}) as found (id)`);
    if (found.length > 0) return found.map(({ id }) => id);
  }
  return ofFormerPhone(tx, tenantId, text, atMost);
}

/** A duplicate that was merged keeps its phone; its bookings are those of the customer who has them now. */
async function ofFormerPhone(tx: Tx, tenantId: string, text: string, atMost: number): Promise<string[]> {
  const phone = parsePhone(text);
  if (!phone) return [];
  const found = await tx.execute<{ id: string }>(sql`select b.id from users u
    join bookings b on b.tenant_id = u.tenant_id and b.customer_id = u.merged_into
    where u.tenant_id = ${tenantId} and u.phone = ${phone}
    order by b.starts_at desc limit ${atMost}`);
  return found.map(({ id }) => id);
}
