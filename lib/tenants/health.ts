import "server-only";
import { countFailedMessages, type Look, lookAtDatabase } from "@/db/health";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { pingCache } from "@/lib/vendors/upstash";
import { version } from "@/package.json";

/** A job that is due this long means that nobody works, or not fast enough. */
const QUEUE_LAG_SECONDS = 300;
/** A worker looks at the schedule every half minute; one that has not for so long is gone, and with it the sweeps. */
const SCHEDULE_SECONDS = 300;
/** Whoever asks more often hears the same again. */
const LASTS_MS = 1000;

export type CheckStatus = "ok" | "degraded" | "down";
export type Check = { status: CheckStatus; latencyMs: number };

export type Health = {
  status: CheckStatus;
  version: string;
  uptimeSeconds: number;
  checks: {
    database: Check;
    migrations: Check & { applied: number | null; expected: number | null };
    constraint: Check;
    upstash: Check;
    queue: Check & { lagSeconds: number | null; waiting: number | null; scheduledSecondsAgo: number | null };
    memory: Check & { rssBytes: number; heapUsedBytes: number; heapTotalBytes: number };
  };
};

let last: { health: Promise<Health>; until: number } | undefined;

/**
 * How this server and what it needs are. Down: it must not be asked to serve. Degraded: it serves, more slowly or with
 * messages late. Never throws, never takes more than two seconds, and says nothing that a stranger may not read.
 */
export function checkHealth(): Promise<Health> {
  if (!last || Date.now() > last.until) {
    const asked = { health: look(), until: Number.POSITIVE_INFINITY };
    last = asked;
    const outlives = () => {
      asked.until = Date.now() + LASTS_MS;
    };
    void asked.health.then(outlives, outlives);
  }
  return last.health;
}

async function look(): Promise<Health> {
  const [{ database, migrations, constraint, queue }, upstash] = await Promise.all([lookAtDatabase(), lookAtUpstash()]);
  const jobs = found(queue);
  // Where no worker ever was, a scheduler calls /api/cron.
  const scheduledSecondsAgo = jobs?.scheduledSecondsAgo ?? null;
  const lagSeconds = jobs && Math.max(0, ...jobs.queues.map(({ oldestSeconds }) => oldestSeconds));
  const isLate = (lagSeconds ?? 0) > QUEUE_LAG_SECONDS || (scheduledSecondsAgo ?? 0) > SCHEDULE_SECONDS;
  const checks: Health["checks"] = {
    database: { ...checked(database, () => "ok") },
    migrations: {
      ...checked(migrations, ({ applied, expected }) => (applied < expected ? "down" : "ok")),
      ...{ applied: found(migrations)?.applied ?? null, expected: found(migrations)?.expected ?? null },
    },
    constraint: checked(constraint, (faults) => (faults.length > 0 ? "down" : "ok")),
    upstash,
    queue: {
      ...checked(queue, () => (isLate ? "degraded" : "ok"), "degraded"),
      lagSeconds: lagSeconds === null ? null : Math.round(lagSeconds),
      waiting: jobs?.queues.reduce((sum, { waiting }) => sum + waiting, 0) ?? null,
      scheduledSecondsAgo: scheduledSecondsAgo === null ? null : Math.round(scheduledSecondsAgo),
    },
    memory: memory(),
  };
  tell(checks, { database, migrations, constraint, queue });
  metrics().queueLag.reset();
  metrics().queueWaiting.reset();
  if (scheduledSecondsAgo === null) metrics().scheduleAge.remove();
  else metrics().scheduleAge.set(scheduledSecondsAgo);
  for (const { name, waiting, oldestSeconds } of jobs?.queues ?? []) {
    metrics().queueWaiting.set({ queue: name }, waiting);
    metrics().queueLag.set({ queue: name }, oldestSeconds);
  }
  return { status: worst(Object.values(checks)), version, uptimeSeconds: Math.round(process.uptime()), checks };
}

/** What monitoring counts, brought up to date. */
export async function refreshGauges(): Promise<void> {
  const [{ checks }] = await Promise.all([
    checkHealth(),
    countFailedMessages().then(
      (failed) => metrics().messagesFailed.set(failed),
      () => metrics().messagesFailed.reset(),
    ),
  ]);
  for (const [check, { status }] of Object.entries(checks)) metrics().checks.set({ check }, status === "ok" ? 1 : 0);
}

async function lookAtUpstash(): Promise<Check> {
  const began = performance.now();
  const answered = await pingCache();
  // Away, it costs speed and nothing else.
  return { status: answered === null ? "degraded" : "ok", latencyMs: rounded(answered ?? performance.now() - began) };
}

function memory(): Health["checks"]["memory"] {
  const { rss, heapUsed, heapTotal } = process.memoryUsage();
  return { status: "ok", latencyMs: 0, rssBytes: rss, heapUsedBytes: heapUsed, heapTotalBytes: heapTotal };
}

const rounded = (ms: number) => Math.round(ms * 10) / 10;
const found = <T>(look: Look<T>): T | null => ("value" in look ? look.value : null);

function checked<T>(look: Look<T>, judge: (value: T) => CheckStatus, otherwise: CheckStatus = "down"): Check {
  return { status: "value" in look ? judge(look.value) : otherwise, latencyMs: look.latencyMs };
}

function worst(checks: Check[]): CheckStatus {
  if (checks.some(({ status }) => status === "down")) return "down";
  return checks.some(({ status }) => status === "degraded") ? "degraded" : "ok";
}

const told = new Map<string, CheckStatus>();

/** The reasons are for the log, once for each change: a stranger reads /health. */
function tell(checks: Record<string, Check>, looks: Record<string, Look<unknown>>): void {
  for (const [check, { status }] of Object.entries(checks)) {
    if ((told.get(check) ?? "ok") === status) continue;
    told.set(check, status);
    const look = looks[check];
    const why = look && ("error" in look ? { reason: String(look.error).slice(0, 300) } : { found: look.value });
    if (status === "ok") log.info({ check }, "is well again");
    else log.error({ check, status, ...why }, "is not well");
  }
}
