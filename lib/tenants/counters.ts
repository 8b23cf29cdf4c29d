import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { counters } from "@/db/schema/tenants";
import type { Tenant } from "./types";

type CounterName = "booking" | "receipt" | "refund";

/** The next number of a series, 1 first, without gaps: a transaction that rolls back gives it back. */
export async function nextNumber(tx: Tx, tenant: Tenant, name: CounterName, series: string): Promise<number> {
  const [row] = await tx
    .insert(counters)
    .values({ tenantId: tenant.id, name, series, value: 1 })
    .onConflictDoUpdate({
      target: [counters.tenantId, counters.name, counters.series],
      set: { value: sql`${counters.value} + 1` },
    })
    .returning({ value: counters.value });
  if (!row) throw new Error("counter gave no number");
  return row.value;
}
