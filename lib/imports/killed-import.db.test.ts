import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { bossOver } from "@/db/boss";
import { inTenant, rawClient } from "@/db/client";
import { makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { csvOf } from "@/lib/core/csv";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import type { Ctx } from "@/lib/tenants/ctx";
import { resumeImport, startImport } from "./run-import";
import { uploadImport } from "./upload-import";

const TODAY = todayIn(new Date(), "Asia/Kolkata");
const written = (days: number) => addDays(TODAY, days).split("-").toReversed().join("/");
const LINES = 90;

const workers: ChildProcess[] = [];
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
});

/** The worker as it is started in production, in a process of its own. */
function startWorker(): ChildProcess {
  const file = fileURLToPath(new URL("../../worker.ts", import.meta.url));
  const worker = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", file], { stdio: "ignore" });
  workers.push(worker);
  return worker;
}

/** A hall with a paper diary of so many lines, each with an advance, whose import has been started. */
async function startedImport() {
  const { tenant, venue } = await makeHall();
  const ctx = await makeManager(tenant);
  const lines = Array.from({ length: LINES }, (_, n) => [
    ...[written(30 + Math.floor(n / 3)), "ABC"[n % 3] ?? "", "Morning", `Family ${n}`, "9876543210"],
    ...["1,25,000", "50,000", written(-30)],
  ]);
  const headings = ["Date", "Hall", "Session", "Name", "Phone", "Total", "Advance", "Advance date"];
  const bytes = Buffer.from(csvOf([headings, ...lines]));
  const { importId } = await uploadImport(ctx, { venueId: venue.id, fileName: "diary.csv", bytes });
  await startImport(ctx, { importId });
  return { ctx, importId };
}

type State = { status: string; done: number; imported: number; open: number };

async function stateOf({ tenant }: Ctx, importId: string): Promise<State> {
  const [row] = await inTenant(tenant.id, (tx) =>
    tx.execute<State>(sql`select i.status, i.rows_done as done,
      (select count(*)::int from import_rows r where r.import_id = i.id and r.status = 'imported') as imported,
      (select count(*)::int from import_rows r where r.import_id = i.id and r.status = 'ready') as open
      from imports i where i.id = ${importId}`),
  );
  if (!row) throw new Error("no import");
  return row;
}

/** Waits until so many lines are booked, or all are. */
async function untilDone(ctx: Ctx, importId: string, lines: number): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(10)) {
    const state = await stateOf(ctx, importId);
    if (state.done >= lines && (lines < LINES || state.status === "done")) return;
  }
  throw new Error(`not ${lines} lines in time`);
}

/** Waits until a transaction of the job has written some of its lines, and not committed them. */
async function untilWithinBatch(): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(1)) {
    const writing = await rawClient()`select 1 from pg_stat_activity
      where application_name like 'mandap import-%' and query ilike 'insert into%'`;
    if (writing.length > 0) return;
  }
  throw new Error("no line was written in time");
}

/** `kill -9` in the middle of a batch. What was committed is whole: a line counts as done with its booking, or not at all. */
async function killAfter(lines: number, ctx: Ctx, importId: string): Promise<void> {
  const worker = startWorker();
  await untilDone(ctx, importId, lines);
  await untilWithinBatch();
  worker.kill("SIGKILL");
  await once(worker, "exit");
  const state = await stateOf(ctx, importId);
  expect(state).toMatchObject({ status: "running", done: state.imported, open: LINES - state.imported });
}

async function expectEachLineOnce({ tenant }: Ctx, importId: string): Promise<void> {
  const [found] = await inTenant(tenant.id, (tx) =>
    tx.execute(sql`select count(*)::int as bookings, count(distinct b.event_title)::int as families,
        count(*) filter (where b.status = 'confirmed')::int as confirmed,
        (select count(*)::int from payments) as payments, (select count(distinct p.booking_id)::int from payments p) as paid,
        (select sum(p.amount_paise)::int from payments p) as paise,
        (select count(*)::int from allocations) as claims, (select count(*)::int from messages) as messages,
        (select count(distinct r.booking_id)::int from import_rows r where r.status = 'imported') as lines
      from bookings b where b.import_id = ${importId}`),
  );
  const each = { bookings: LINES, families: LINES, confirmed: LINES, payments: LINES, paid: LINES, claims: LINES };
  expect(found).toEqual({ ...each, lines: LINES, paise: LINES * 5_000_000, messages: 0 });
}

/** As if the time were over after which a worker is taken for dead (db/queues.ts), and another had looked. */
async function takeForDead(importId: string): Promise<void> {
  await rawClient()`update pgboss.job set started_on = started_on - interval '1 hour'
    where name = 'import' and state = 'active' and data->>'importId' = ${importId}`;
  await rawClient()`update pgboss.queue set monitor_on = null, monitor_claim_on = null where name = 'import'`;
  const boss = await bossOver(rawClient, { working: false }).start();
  await boss.supervise("import");
  await boss.stop({ graceful: false, close: false });
}

test("of an import whose worker dies twice by kill -9 nothing is lost and nothing is there twice", {
  timeout: 180_000,
}, async () => {
  const { ctx, importId } = await startedImport();
  await killAfter(10, ctx, importId);
  // Its job comes again by itself.
  await takeForDead(importId);
  await killAfter(40, ctx, importId);
  // This time somebody at the hall is quicker, who sees that it stands still.
  await resumeImport(ctx, { importId });
  startWorker();
  await untilDone(ctx, importId, LINES);
  await expectEachLineOnce(ctx, importId);
});
