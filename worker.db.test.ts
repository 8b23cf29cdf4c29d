import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { GET } from "@/app/api/cron/[job]/route";
import { asPlatform } from "@/db/client";
import { gateToPostgres } from "@/db/testing/broken-database";
import { booksOf, hold, lapse } from "@/db/testing/checkout";
import { makeFamily } from "@/db/testing/make-family";
import { makeTenant, makeVenue } from "@/db/testing/make-tenant";
import { freshPhone, readInbox } from "@/db/testing/make-visitor";
import { env } from "@/lib/env";

async function call(job: string, secret = "test-cron-secret-0000") {
  const request = new Request(`http://hall/api/cron/${job}`, { headers: { authorization: `Bearer ${secret}` } });
  const response = await GET(request, { params: Promise.resolve({ job }) });
  return { status: response.status, body: await response.json() };
}

async function holding() {
  const tenant = await makeTenant({ phone: freshPhone() });
  const venue = await makeVenue(tenant);
  const ctx = await makeFamily(tenant);
  return { ctx, phone: ctx.actor.phone, bookingId: await hold(ctx, venue) };
}

test("only who knows the secret may run jobs, and only those that exist", async () => {
  expect(await call("expire-claims", "wrong")).toMatchObject({ status: 401 });
  expect(await call("expire-claims", "")).toMatchObject({ status: 401 });
  expect(await call("no-such-job")).toMatchObject({ status: 404 });
});

test("a host's timer alone expires holds and gets the messages out", async () => {
  const { ctx, phone, bookingId } = await holding();
  expect(await call("queues")).toMatchObject({ status: 200 });
  expect(await readInbox(phone)).toEqual([expect.stringContaining("is held for you")]);
  await lapse(ctx, bookingId);
  expect(await call("expire-claims")).toMatchObject({ status: 200 });
  expect((await booksOf(ctx, bookingId)).status).toBe("expired");
  await call("queues");
  expect(await readInbox(phone)).toHaveLength(2);
});

test("a job that fails is kept for another try, and does not take the rest of its batch along", async () => {
  const { phone } = await holding();
  await asPlatform((tx) =>
    tx.execute(sql`insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff)
      values ('notify', '{"tenantId": "no uuid"}', 8, 2, true)`),
  );
  expect(await call("queues")).toMatchObject({ status: 200 });
  expect(await readInbox(phone)).toHaveLength(1);
  const [broken] = await asPlatform((tx) =>
    tx.execute<{ state: string }>(sql`select state from pgboss.job where data->>'tenantId' = 'no uuid'`),
  );
  expect(broken?.state).toBe("retry");
});

test("keys are forgotten after three days, not before", async () => {
  const { ctx } = await holding();
  for (const [key, hours] of [
    ["young-key", 71],
    ["old-key", 73],
  ] as const) {
    await asPlatform((tx) =>
      tx.execute(sql`insert into idempotency_keys (tenant_id, id, actor, route, key, fingerprint, status, created_at)
        values (${ctx.tenant.id}, gen_random_uuid(), 'a', 'r', ${key}, 'f', 200, clock_timestamp() - make_interval(hours => ${hours}::int))`),
    );
  }
  await call("forget-old-keys");
  const rows = await asPlatform((tx) =>
    tx.execute<{ key: string }>(sql`select key from idempotency_keys where tenant_id = ${ctx.tenant.id}`),
  );
  expect(rows.map(({ key }) => key)).toEqual(["young-key"]);
});

test.each([
  ["an exception", "throw"],
  ["a rejection", "Promise.reject"],
])(
  "%s that nobody caught ends the worker: it says why, in the log, and its code asks for another start",
  async (_, how) => {
    const throwOnSignal = `process.on("SIGUSR2", () => { ${how}(new TypeError("a connection died mid-write")); })`;
    const worker = spawn(
      process.execPath,
      [
        ...["--conditions=react-server", "--import", "tsx"],
        ...["--import", `data:text/javascript,${encodeURIComponent(throwOnSignal)}`],
        fileURLToPath(new URL("worker.ts", import.meta.url)),
      ],
      { env: { ...process.env, LOG_LEVEL: "info" }, stdio: ["ignore", "pipe", "ignore"] },
    );
    let told = "";
    worker.stdout.on("data", (chunk) => {
      told += chunk;
      if (told.includes("jobs are worked off")) worker.kill("SIGUSR2");
    });
    const [code] = await once(worker, "exit");
    expect(code).toBe(1);
    const [last] = told.trim().split("\n").slice(-1);
    expect(JSON.parse(last ?? "")).toMatchObject({ level: 60, err: { message: "a connection died mid-write" } });
  },
);

test("a worker that is told to end does, with nothing wrong", async () => {
  const worker = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", fileURLToPath(new URL("worker.ts", import.meta.url))],
    { env: { ...process.env, LOG_LEVEL: "info" }, stdio: ["ignore", "pipe", "ignore"] },
  );
  let told = "";
  worker.stdout.on("data", (chunk) => {
    const wasWorking = told.includes("jobs are worked off");
    told += chunk;
    if (!wasWorking && told.includes("jobs are worked off")) worker.kill("SIGTERM");
  });
  const [code] = await once(worker, "exit");
  expect(code).toBe(0);
  expect(told).toContain('"msg":"ended"');
});

test("a worker that loses connections just as they are made goes on without them", { timeout: 180_000 }, async () => {
  const gate = await gateToPostgres();
  // What postgres.js asks first on every connection, by itself: nobody waits for that answer.
  gate.fatal = { text: "pg_catalog.pg_type", times: 2 };
  const worker = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", fileURLToPath(new URL("worker.ts", import.meta.url))],
    {
      env: { ...process.env, DATABASE_URL: env().DATABASE_URL, LOG_LEVEL: "info" },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  let told = "";
  worker.stdout.on("data", (chunk) => {
    const wasWorking = told.includes("jobs are worked off");
    told += chunk;
    if (!wasWorking && told.includes("jobs are worked off")) worker.kill("SIGTERM");
  });
  const [code] = await once(worker, "exit");
  await gate.close();
  expect({ code, told, left: gate.fatal.times }).toMatchObject({ code: 0, left: 0 });
});
