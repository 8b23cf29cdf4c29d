import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Job, JobResult, PgBoss } from "pg-boss";
import { bossOver } from "@/db/boss";
import { rawClient } from "@/db/client";
import { QUEUES } from "@/db/queues";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { underRequest } from "@/lib/request-context";
import { inSpan } from "@/lib/telemetry";
import { type JobName, type JobPayloads, SCHEDULES } from "./jobs";

/** What each queue's job does. At least once, and perhaps two at a time: a handler must not mind. */
export type Handlers = { readonly [N in JobName]: (payload: JobPayloads[N]) => Promise<unknown> };

/** A message should leave at once; a sweep has minutes. */
const POLL_SECONDS = { job: 1, sweep: 5 };
const BATCH = 10;
const STOP_WITHIN_MS = 20_000;

/** Works off all queues until stopped. A database that goes away is logged and waited for. */
async function startWork(handlers: Handlers): Promise<{ stop: () => Promise<void> }> {
  const boss = bossOver(rawClient, { working: true });
  boss.on("error", (error) => log.error({ err: error }, "jobs: the database does not answer as it should"));
  boss.on("warning", (warning) => log.warn({ warning }, "jobs"));
  try {
    await boss.start();
    await workAll(boss, handlers);
  } catch (error) {
    // Half a worker would go on beside the one of the next try.
    await boss.stop({ graceful: false, close: false }).catch(() => undefined);
    throw error;
  }
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_WITHIN_MS, close: false }) };
}

async function workAll(boss: PgBoss, handlers: Handlers): Promise<void> {
  for (const name of QUEUES) {
    const cron = SCHEDULES[name];
    if (cron) await boss.schedule(name, cron);
    await boss.work<unknown>(
      name,
      {
        pollingIntervalSeconds: cron ? POLL_SECONDS.sweep : POLL_SECONDS.job,
        batchSize: cron ? 1 : BATCH,
        burstWhenBatchFull: !cron,
        perJobResults: true,
      },
      (jobs) => Promise.all(jobs.map((job) => carryOut(handlers, name, job))),
    );
  }
}

/**
 * Works off what waits now, for at most `seconds`: for a host that has no process to stay. Returns how many jobs it did.
 */
export async function workOff(handlers: Handlers, seconds: number): Promise<number> {
  const until = Date.now() + seconds * 1000;
  const boss = bossOver(rawClient, { working: false });
  boss.on("error", (error) => log.error({ err: error }, "jobs"));
  await boss.start();
  let done = 0;
  try {
    for (let found = 1; found > 0 && Date.now() < until; ) {
      found = 0;
      for (const name of QUEUES) found += await workOnce(boss, handlers, name);
      done += found;
    }
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
  return done;
}

async function workOnce(boss: PgBoss, handlers: Handlers, name: JobName): Promise<number> {
  const jobs = await boss.fetch<unknown>(name, { batchSize: BATCH });
  for (const result of await Promise.all(jobs.map((job) => carryOut(handlers, name, job)))) {
    if (result.status === "completed") await boss.complete(name, result.id);
    else await boss.fail(name, result.id, result.output);
  }
  return jobs.length;
}

/** One job's outcome: one that fails must not take the rest of its batch along. */
async function carryOut(handlers: Handlers, name: JobName, { id, data }: Job<unknown>): Promise<JobResult<object>> {
  try {
    // A payload was typed when it was enqueued, and comes back as the JSON it was stored as.
    const work = handlers[name] as (payload: unknown) => Promise<unknown>;
    await underRequest(`${name}-${id}`, () => inSpan(`job ${name}`, {}, () => work(data ?? {})));
    metrics().jobs.inc({ queue: name, outcome: "done" });
    return { id, status: "completed" };
  } catch (error) {
    metrics().jobs.inc({ queue: name, outcome: "failed" });
    log.error({ job: name, jobId: id, err: error }, "a job failed, it will be tried again");
    return { id, status: "failed", output: { message: String(error).slice(0, 500) } };
  }
}

/** Starts as soon as the database lets it, asking every few seconds; for ever, unless `signal` says stop. */
export async function startWorkWhenPossible(handlers: Handlers, signal: AbortSignal) {
  while (!signal.aborted) {
    try {
      return await startWork(handlers);
    } catch (error) {
      log.error({ err: error }, "jobs cannot start yet");
      await sleep(3000, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}
