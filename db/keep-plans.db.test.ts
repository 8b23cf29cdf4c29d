import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { inTenant, type Tx } from "./client";
import { makeTenant } from "./testing/make-tenant";

const ask = (tx: Tx, n: number) => tx.execute<{ kept: number }>(sql`select ${n}::int as kept`);

it("a statement that comes again is not planned again, inside a savepoint neither", async () => {
  const tenant = await makeTenant();
  const [plan] = await inTenant(tenant.id, async (tx) => {
    await ask(tx, 1);
    await tx.transaction(async (inner) => {
      expect(await ask(inner, 2)).toEqual([{ kept: 2 }]);
    });
    return tx.execute<{ runs: number }>(sql`
      select (generic_plans + custom_plans)::int as runs from pg_prepared_statements where statement = 'select $1::int as kept'`);
  });
  expect(plan).toEqual({ runs: 2 });
});
