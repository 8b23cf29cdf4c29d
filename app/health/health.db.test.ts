import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { getHealth } from "@/app/api/v1/_contract/health";
import { GET as getV1 } from "@/app/api/v1/health/route";
import { GET as getMetrics } from "@/app/metrics/route";
import {
  gateToPostgres,
  lastScheduled,
  transactionsSoFar,
  withLateJob,
  withoutConstraint,
  withoutLastMigration,
} from "@/db/testing/broken-database";
import { env } from "@/lib/env";
import { metrics } from "@/lib/metrics";
import { startDraining } from "@/lib/web/draining";
import { GET as getLive } from "./live/route";
import { GET } from "./route";

const upstash = vi.hoisted(() => ({ isAway: false }));
vi.mock("@/lib/vendors/upstash", async (original) => ({
  ...(await original<object>()),
  pingCache: async () => (upstash.isAway ? null : 1),
}));

let gate: Awaited<ReturnType<typeof gateToPostgres>>;
beforeAll(async () => {
  gate = await gateToPostgres();
  // Workers of other tests may have stopped long ago.
  await lastScheduled(null);
});
afterEach(() => {
  vi.useRealTimers();
  upstash.isAway = false;
  gate.isShut = false;
});
afterAll(() => gate.close());

let later = 0;
/** Past what is remembered of an earlier look. */
async function look() {
  later += 60_000;
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + later });
  const began = performance.now();
  const response = await GET();
  const ms = performance.now() - began;
  vi.useRealTimers();
  const { data } = await response.json();
  expect(getHealth.data.parse(data)).toEqual(data);
  return { status: response.status, data, ms };
}

const gauge = async () => (await metrics().scheduleAge.get()).values[0]?.value;

test("a server that can serve says so, under both addresses, and tells nothing else", async () => {
  const { status, data } = await look();
  expect({ status, said: data.status }).toEqual({ status: 200, said: "ok" });
  expect(data.checks.migrations.applied).toBe(data.checks.migrations.expected);
  const again = await getV1();
  expect(await again.json()).toMatchObject({ data: { version: data.version, status: "ok" } });
  const secret = new URL(env().DATABASE_URL).password;
  expect(JSON.stringify(data)).not.toMatch(new RegExp(`127\\.0\\.0\\.1|localhost|postgres:|${secret || "nothing"}`));
});

test("whoever asks a thousand times in a second makes the database work once", async () => {
  await look();
  const before = await transactionsSoFar();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + later + 500 });
  for (let n = 0; n < 1000; n++) await GET();
  vi.useRealTimers();
  await sleep(1200);
  expect((await transactionsSoFar()) - before).toBeLessThan(50);
});

test("without Upstash it serves on, and says that it is slower", async () => {
  upstash.isAway = true;
  expect(await look()).toMatchObject({
    status: 200,
    data: { status: "degraded", checks: { upstash: { status: "degraded" }, database: { status: "ok" } } },
  });
});

test("without the constraint it must not be asked", async () => {
  await withoutConstraint(async () => {
    const checks = { database: { status: "ok" }, constraint: { status: "down" } };
    expect(await look()).toMatchObject({ status: 503, data: { status: "down", checks } });
  });
  expect(await look()).toMatchObject({ status: 200 });
});

test("with a migration missing it must not be asked", async () => {
  await withoutLastMigration(async () => {
    expect(await look()).toMatchObject({ status: 503, data: { checks: { migrations: { status: "down" } } } });
  });
});

test("a job that nobody does for long makes it degraded", async () => {
  await withLateJob(async () => {
    const { status, data } = await look();
    expect(status).toBe(200);
    expect(data).toMatchObject({ status: "degraded", checks: { queue: { status: "degraded" } } });
    expect(data.checks.queue.lagSeconds).toBeGreaterThan(3500);
  });
});

test("a worker that is gone makes it degraded though nothing is late, and one that never was does not", async () => {
  await lastScheduled(40);
  expect(await look()).toMatchObject({ data: { status: "ok", checks: { queue: { status: "ok" } } } });
  await lastScheduled(400);
  const { status, data } = await look();
  expect(status).toBe(200);
  expect(data).toMatchObject({ status: "degraded", checks: { queue: { status: "degraded" } } });
  expect(data.checks.queue.lagSeconds).toBeLessThan(300);
  expect(data.checks.queue.scheduledSecondsAgo).toBeGreaterThanOrEqual(400);
  expect(await gauge()).toBeGreaterThanOrEqual(400);
  await lastScheduled(null);
  expect(await look()).toMatchObject({ data: { status: "ok", checks: { queue: { scheduledSecondsAgo: null } } } });
  expect(await gauge()).toBeUndefined();
});

test("while Postgres hangs the answer comes all the same, and once it is back it is well again", async () => {
  gate.isShut = true;
  const hung = await look();
  expect(hung).toMatchObject({ status: 503, data: { status: "down", checks: { database: { status: "down" } } } });
  expect(hung.ms).toBeLessThan(2000);
  expect((await getLive()).status).toBe(200);
  gate.isShut = false;
  expect(await look()).toMatchObject({ status: 200, data: { status: "ok" } });
});

test("metrics are for who knows the token, and nowhere without one", async () => {
  const ask = (authorization?: string) =>
    getMetrics(new Request("http://any/metrics", { headers: authorization ? { authorization } : {} }));
  expect((await ask("Bearer ")).status).toBe(404);
  env().METRICS_TOKEN = "a-token-of-the-tests";
  expect((await ask()).status).toBe(401);
  expect((await ask("Bearer a-token-of-the-test")).status).toBe(401);
  const text = await (await ask("Bearer a-token-of-the-tests")).text();
  for (const line of [
    'mandap_check_up{check="database"} 1',
    "mandap_messages_failed",
    "mandap_db_statement_duration_",
  ]) {
    expect(text).toContain(line);
  }
});

test("a server that was told to end says that it is draining", async () => {
  startDraining();
  expect(await look()).toMatchObject({ status: 503, data: { status: "draining" } });
});
