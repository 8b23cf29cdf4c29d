import { sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { underRequest } from "@/lib/request-context";
import { asPlatform, inTenant, rawClient } from "./client";
import { makeTenant } from "./testing/make-tenant";

afterEach(() => {
  vi.restoreAllMocks();
});

const names = async () => {
  const rows = await rawClient()<{ name: string }[]>`select application_name as name from pg_stat_activity`;
  return rows.map(({ name }) => name);
};

test("who looks at Postgres sees which request a connection works for, and no longer than it does", async () => {
  const { id } = await makeTenant();
  const requestId = "edge-0123456789";
  await underRequest(requestId, () =>
    inTenant(id, async (tx) => {
      await tx.execute(sql`select 1`);
      expect(await names()).toContain(`mandap ${requestId}`);
    }),
  );
  expect(await names()).not.toContain(`mandap ${requestId}`);
});

test("each request has its own plan to nothing: they share one", async () => {
  const { id } = await makeTenant();
  const text = "select $1::int as asked_by_many";
  const runs = () =>
    inTenant(id, async (tx) => {
      await tx.execute(sql`select ${1}::int as asked_by_many`);
      return tx.execute<{ runs: number }>(
        sql`select (generic_plans + custom_plans)::int as runs from pg_prepared_statements where statement = ${text}`,
      );
    });
  const first = await underRequest("request-one-1", runs);
  for (let n = 0; n < 40; n++) await underRequest(`request-${n}-more`, runs);
  const last = await underRequest("request-two-2", runs);
  expect(last).toHaveLength(1);
  expect(Number(last[0]?.runs)).toBeGreaterThan(Number(first[0]?.runs));
});

test("a slow statement is logged with its request and without what it was given", async () => {
  const warn = vi.spyOn(log, "warn");
  await underRequest("slow-request-1", () =>
    asPlatform((tx) => tx.execute(sql`select pg_sleep(0.55), ${"Sunita Jadhav"}::text`)),
  );
  const [told] = warn.mock.calls.filter(([, text]) => text === "slow statement");
  expect(told?.[0]).toMatchObject({ requestId: "slow-request-1", statement: "select pg_sleep(0.55), $1::text" });
  expect(JSON.stringify(told)).not.toContain("Sunita");
});
