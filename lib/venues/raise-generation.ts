import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { venueGenerations } from "@/db/schema/venues";

/** For what no trigger watches, the extras: whoever has read the venue before reads it again. */
export async function raiseGeneration(tx: Tx, tenantId: string, venueId: string): Promise<void> {
  await tx
    .update(venueGenerations)
    .set({ generation: sql`${venueGenerations.generation} + 1` })
    .where(and(eq(venueGenerations.tenantId, tenantId), eq(venueGenerations.venueId, venueId)));
}
