import "server-only";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

type Held = { registry: Registry } & ReturnType<typeof instruments>;

// One a process: routes, pages and the start of the server are bundled apart, and count together.
const held = globalThis as typeof globalThis & { mandapMetrics?: Held };

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function instruments(registry: Registry) {
  const registers = [registry];
  const prefix = "mandap_";
  return {
    requests: new Histogram({
      name: `${prefix}http_request_duration_seconds`,
      help: "Requests answered, by what was asked for and how it ended; 499 where the caller went away first.",
      labelNames: ["route", "status"] as const,
      buckets: SECONDS,
      registers,
    }),
    inFlight: new Gauge({ name: `${prefix}http_requests_in_flight`, help: "Requests under way.", registers }),
    holds: new Counter({
      name: `${prefix}holds_total`,
      help: "Claims of a date that were won, and those that came too late.",
      labelNames: ["outcome"] as const,
      registers,
    }),
    monthsRead: new Counter({
      name: `${prefix}calendar_months_read_total`,
      help: "Months of a calendar, by where they were found: this process, Upstash, or Postgres.",
      labelNames: ["from"] as const,
      registers,
    }),
    upstashCalls: new Counter({
      name: `${prefix}upstash_calls_total`,
      help: "Calls of Upstash: answered, failed, or left out while it counts as away.",
      labelNames: ["outcome"] as const,
      registers,
    }),
    transactions: new Gauge({
      name: `${prefix}db_transactions`,
      help: "Transactions that wait for a connection, and those that have one.",
      labelNames: ["state"] as const,
      registers,
    }),
    statements: new Histogram({
      name: `${prefix}db_statement_duration_seconds`,
      help: "Statements, from being sent to their last row.",
      buckets: [0.001, ...SECONDS],
      registers,
    }),
    transactionRetries: new Counter({
      name: `${prefix}db_transaction_retries_total`,
      help: "Transactions that met another one and were done again.",
      registers,
    }),
    jobs: new Counter({
      name: `${prefix}jobs_total`,
      help: "Jobs that this process carried out, and tries that failed.",
      labelNames: ["queue", "outcome"] as const,
      registers,
    }),
    messages: new Counter({
      name: `${prefix}messages_total`,
      help: "Messages that this process sent, or gave up.",
      labelNames: ["channel", "outcome"] as const,
      registers,
    }),
    checks: new Gauge({
      name: `${prefix}check_up`,
      help: "What /health looks at: 1 where it is as it should be.",
      labelNames: ["check"] as const,
      registers,
    }),
    queueWaiting: new Gauge({
      name: `${prefix}queue_waiting_jobs`,
      help: "Jobs that are due and that nobody has begun.",
      labelNames: ["queue"] as const,
      registers,
    }),
    queueLag: new Gauge({
      name: `${prefix}queue_lag_seconds`,
      help: "How long the oldest job has been due.",
      labelNames: ["queue"] as const,
      registers,
    }),
    scheduleAge: new Gauge({
      name: `${prefix}schedule_age_seconds`,
      help: "How long ago a worker last looked at the schedule; nothing where none ever did.",
      registers,
    }),
    messagesFailed: new Gauge({
      name: `${prefix}messages_failed`,
      help: "Messages of all halls that could not be sent and that nobody has seen to.",
      registers,
    }),
  };
}

function create(): Held {
  const registry = new Registry();
  return { registry, ...instruments(registry) };
}

/** What this process counts. Labels are few: never an id, a phone or what somebody typed. */
export function metrics(): Held {
  held.mandapMetrics ??= create();
  return held.mandapMetrics;
}

/** Adds memory, processor, event loop and garbage collection: they cost a timer, so only where somebody reads them. */
export function watchProcess(): void {
  const { registry } = metrics();
  if (!registry.getSingleMetric("process_resident_memory_bytes")) collectDefaultMetrics({ register: registry });
}
