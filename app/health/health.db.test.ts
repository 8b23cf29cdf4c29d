import { createServer, connect as dial, type Server, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { getHealth } from "@/app/api/v1/_contract/health";
import { GET as getV1 } from "@/app/api/v1/health/route";
import { GET as getMetrics } from "@/app/metrics/route";
import { closePool, rawClient } from "@/db/client";
import { closeHealth } from "@/db/health";
import { env } from "@/lib/env";
import { startDraining } from "@/lib/web/draining";
import { GET as getLive } from "./live/route";
import { GET } from "./route";

const upstash = vi.hoisted(() => ({ isAway: false }));
vi.mock("@/lib/vendors/upstash", async (original) => {
  const actual = await original<typeof import("@/lib/vendors/upstash")>();
  return { ...actual, pingCache: async () => (upstash.isAway ? null : actual.pingCache()) };
});

/** Stands between us and Postgres: `shut` lets nothing through and closes nothing, as a stopped server does. */
let gate: Server;
let isShut = false;
const sockets = new Set<Socket>();
beforeAll(async () => {
  const real = new URL(env().DATABASE_URL);
  gate = createServer((socket) => {
    const behind = dial(Number(real.port), real.hostname);
    for (const [from, to] of [
      [socket, behind],
      [behind, socket],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => isShut || to.write(bytes));
      from.on("close", () => to.destroy());
      from.on("error", () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => gate.listen(0, "127.0.0.1", resolve));
  const address = gate.address();
  if (typeof address !== "object" || !address) throw new Error("no address");
  env().DATABASE_URL = Object.assign(new URL(real), { hostname: "127.0.0.1", port: String(address.port) }).href;
});
afterEach(() => {
  upstash.isAway = false;
  isShut = false;
});
afterAll(async () => {
  vi.useRealTimers();
  await Promise.all([closePool(), closeHealth()]);
  for (const socket of sockets) socket.destroy();
  gate.close();
});

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
  const count = async () => {
    const [row] = await rawClient()<{ n: number }[]>`
      select xact_commit::int as n from pg_stat_database where datname = current_database()`;
    return row?.n ?? 0;
  };
  await look();
  const before = await count();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + later + 500 });
  for (let n = 0; n < 1000; n++) await GET();
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect((await count()) - before).toBeLessThan(50);
});

test("without Upstash it serves on, and says that it is slower", async () => {
  upstash.isAway = true;
  expect(await look()).toMatchObject({
    status: 200,
    data: { status: "degraded", checks: { upstash: { status: "degraded" }, database: { status: "ok" } } },
  });
});

test("without the constraint it must not be asked", async () => {
  const sql = rawClient();
  await sql`alter table allocations rename constraint no_double_booking to gone`;
  try {
    expect(await look()).toMatchObject({
      status: 503,
      data: { status: "down", checks: { constraint: { status: "down" } } },
    });
  } finally {
    await sql`alter table allocations rename constraint gone to no_double_booking`;
  }
  expect(await look()).toMatchObject({ status: 200 });
});

test("with a migration missing it must not be asked", async () => {
  const sql = rawClient();
  const [row] = await sql<{ hash: string; created_at: string }[]>`
    delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)
    returning hash, created_at`;
  try {
    expect(await look()).toMatchObject({ status: 503, data: { checks: { migrations: { status: "down" } } } });
  } finally {
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${row?.hash ?? ""}, ${row?.created_at ?? 0})`;
  }
});

test("a job that nobody does for long makes it degraded", async () => {
  const sql = rawClient();
  await sql`insert into pgboss.job (name, data, start_after, created_on)
    values ('notify', '{"of": "health"}', now() - interval '1 hour', now() - interval '1 hour')`;
  try {
    const { status, data } = await look();
    expect({ status, said: data.status, queue: data.checks.queue.status }).toEqual({
      ...{ status: 200, said: "degraded", queue: "degraded" },
    });
    expect(data.checks.queue.lagSeconds).toBeGreaterThan(3500);
  } finally {
    await sql`delete from pgboss.job where data->>'of' = 'health'`;
  }
});

test("while Postgres hangs the answer comes all the same, and once it is back it is well again", async () => {
  isShut = true;
  const hung = await look();
  expect(hung).toMatchObject({ status: 503, data: { status: "down", checks: { database: { status: "down" } } } });
  expect(hung.ms).toBeLessThan(2000);
  expect((await getLive()).status).toBe(200);
  isShut = false;
  expect(await look()).toMatchObject({ status: 200, data: { status: "ok" } });
});

test("metrics are for who knows the token, and nowhere without one", async () => {
  const ask = (authorization?: string) =>
    getMetrics(new Request("http://any/metrics", { headers: authorization ? { authorization } : {} }));
  expect((await ask("Bearer ")).status).toBe(404);
  env().METRICS_TOKEN = "a-token-of-the-tests";
  expect((await ask()).status).toBe(401);
  expect((await ask("Bearer a-token-of-the-test")).status).toBe(401);
  const response = await ask("Bearer a-token-of-the-tests");
  const text = await response.text();
  for (const line of [
    'mandap_check_up{check="database"} 1',
    "mandap_messages_failed 0",
    "mandap_db_statement_duration_seconds_count",
  ]) {
    expect(text).toContain(line);
  }
});

test("a server that was told to end says that it is draining", async () => {
  startDraining();
  expect(await look()).toMatchObject({ status: 503, data: { status: "draining" } });
});
