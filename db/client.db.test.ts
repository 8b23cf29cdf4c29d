import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { hold } from "@/db/testing/checkout";
import { makeFamily } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { inTenant } from "./client";

test("a query that forgot its where sees one tenant only", async () => {
  const one = await makeHall();
  const two = await makeHall();
  for (const { tenant, venue } of [one, two]) {
    await hold(await makeFamily(tenant), venue);
  }
  for (const table of [
    "bookings",
    "allocations",
    "users",
    "venues",
    "booking_lines",
    "booking_events",
    "tenants",
    "counters",
  ]) {
    const rows = await inTenant(one.tenant.id, (tx) =>
      tx.execute<Record<string, unknown>>(sql.raw(`select * from ${table}`)),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.tenant_id ?? row.id))).toEqual(new Set([one.tenant.id]));
  }
  await expect(
    inTenant(one.tenant.id, (tx) =>
      tx.execute(sql`update bookings set tenant_id = ${two.tenant.id} where tenant_id = ${one.tenant.id}`),
    ),
  ).rejects.toThrow();
});
