import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { inTenant, type Tx } from "./client";
import { whileConnected } from "./lost-connections";
import { makeTenant } from "./testing/make-tenant";

const one = async (tx: Tx) => [...(await tx.execute<{ n: number }>(sql`select 1 as n`))];

test("a transaction whose connection is given up is over at once, whenever Postgres closes it", async () => {
  const client = whileConnected(postgres(env().DATABASE_URL, { max: 1 }));
  const began = Date.now();
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => (isAsked = resolve));
  const lost = client.begin(async (tx) => {
    await tx.unsafe("select 1");
    const slow = tx.unsafe("select pg_sleep(4)").execute();
    setTimeout(isAsked, 100);
    await slow;
  });
  const refused = expect(lost).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  await asked;
  await client.end({ timeout: 0 });
  await refused;
  expect(Date.now() - began).toBeLessThan(2000);
});

test("a savepoint that failed at another connection is rolled back, and its transaction goes on", async () => {
  const { id } = await makeTenant();
  const elsewhere = Object.assign(new Error("jobs cannot be sent"), { code: "ECONNREFUSED" });
  const rows = inTenant(id, async (tx) => {
    const step = tx.transaction(async (inner) => {
      await one(inner);
      throw elsewhere;
    });
    await expect(step).rejects.toBe(elsewhere);
    return one(tx);
  });
  await expect(rows).resolves.toEqual([{ n: 1 }]);
});
