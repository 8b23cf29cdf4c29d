import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** The first lock of every verb that changes claims or what is sold: one writer a venue, so that losers wait instead of deadlocking. */
export async function lockVenue(tx: Tx, venueId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`venue:${venueId}`}, 0))`);
}
