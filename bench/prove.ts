import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { commit, machine, today } from "./machine";
import { putBetween } from "./report";
import { ended, node, ROOT } from "./site";

/** `npm run prove`: every proof at full size; writes what came out into docs/proofs.md. Names on the command line choose among them. */
type Proof = { name: string; promise: string; run: () => Promise<string> };

const RUNS = 2_000;
const SEED = process.env.PROVE_SEED ?? "20270207";
const CHAOS_ROUNDS = "5";
const TWO_SERVERS_ROUNDS = "3";

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ title: z.string(), status: z.string(), duration: z.number().nullish() })),
    }),
  ),
});

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** Database tests at full size; what each took. */
async function vitest(name: string, files: string[], env: Record<string, string> = {}): Promise<string> {
  const out = join(ROOT, "bench", "results", `${name}.json`);
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "db", "--reporter=json", `--outputFile=${out}`];
  const code = await ended(
    node([...args, ...files], { PROVE: "1", PROVE_SEED: SEED, PROVE_RUNS: String(RUNS), ...env }),
  );
  const report = vitestReport.parse(JSON.parse(readFileSync(out, "utf8")));
  if (code !== 0 || !report.success)
    throw new Error(`${name}: ${report.numPassedTests} of ${report.numTotalTests} passed`);
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ title, duration }) => `  - ${title} (${seconds(duration ?? 0)})`)
    .join("\n");
}

const timed = z.array(z.object({ name: z.string(), p50: z.number(), p95: z.number() }));
/** So many of the slowest are named. */
const NAMED = 12;

async function dashboard(): Promise<string> {
  const file = join(ROOT, "bench", "results", "dashboard.txt");
  writeFileSync(file, "");
  const held = await vitest("dashboard", ["lib/reports/dashboard.db.test.ts"], { PROVE_FIGURES: file });
  const [searches = [], screens = []] = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => timed.parse(JSON.parse(line)));
  const lines = [searches, screens].map((all) => {
    const named = all.slice(0, NAMED).map(({ name, p50, p95 }) => `${name} ${p50.toFixed(0)} ms (${p95.toFixed(0)})`);
    return `  - ${all.length} kinds, the median and in brackets p95, the slowest: ${named.join("; ")}`;
  });
  return [held, ...lines].join("\n");
}

const chaosReport = z.object({
  ...{ rounds: z.number(), webhooksMs: z.number(), unanswered: z.number() },
  ...{ held: z.number(), paid: z.number(), captured: z.number() },
  kills: z.array(z.object({ victim: z.string(), backMs: z.number() })),
});

/** A proof that is a program of its own: its last line that begins with this key is its report. */
async function program(path: string, key: string, env: Record<string, string> = {}): Promise<unknown> {
  const code = await ended(node(["--import", "tsx", "--conditions=react-server", path], env));
  if (code === NOTHING_TO_PROVE_WITH) throw new Error("NOT PROVEN, something that it needs is not on this machine");
  if (code !== 0) throw new Error("something was lost; see bench/results/log.txt");
  const lines = readFileSync(join(ROOT, "bench", "results", "log.txt"), "utf8")
    .trim()
    .split("\n");
  return JSON.parse(lines.findLast((line) => line.startsWith(`{"${key}"`)) ?? "null");
}
const NOTHING_TO_PROVE_WITH = 3;

async function chaos(victims: string[], env: Record<string, string>): Promise<string> {
  const report = chaosReport.parse(await program("bench/chaos/run.ts", "rounds", env));
  const back = (victim: string) => {
    const times = report.kills.filter((kill) => kill.victim === victim).map(({ backMs }) => backMs);
    return `${victim} ${times.length} times, back within ${seconds(Math.max(...times))}`;
  };
  return [
    `  - killed: ${victims.map(back).join("; ")} (reading from the database, and taking a new booking)`,
    `  - ${report.held} holds and ${report.captured} payments acknowledged, ${report.paid} of them verified by the browser and the others left to the webhook: all there, once; no overlap`,
    `  - ${report.unanswered} calls had no answer or "not now" and were made again with the same key; no family was refused`,
    `  - the last webhook was in ${seconds(report.webhooksMs)} after the load ended`,
  ].join("\n");
}

const figures = z.object({ perSecond: z.number(), ratio: z.number(), errors: z.number() });
const scaleReport = z.object({
  ...{ bookings: z.number(), venues: z.number() },
  rows: z.array(z.object({ name: z.string(), few: figures, many: figures })),
});
/** How much slower a figure may be beside many rows than beside few. */
const SLOWER = 0.2;

async function scale(): Promise<string> {
  const { bookings, venues, rows } = scaleReport.parse(await program("bench/scale/run.ts", "report"));
  const lines = rows.map(
    ({ name, few, many }) =>
      `  - ${name}: ${few.ratio} of the bare handler beside few, ${many.ratio} beside many (${few.perSecond} and ${many.perSecond} a second)`,
  );
  const slow = rows.filter(({ few, many }) => many.errors > 0 || many.ratio < few.ratio * (1 - SLOWER));
  if (slow.length > 0) throw new Error(lines.join("\n"));
  return [`  - ${venues.toLocaleString("en-IN")} venues, ${bookings.toLocaleString("en-IN")} bookings`, ...lines].join(
    "\n",
  );
}

const soakReport = z.object({
  ...{ soaked: z.number(), calls: z.number(), errors: z.number(), perSecond: z.number() },
  ...{ p50: z.number(), p99: z.number(), firstBytes: z.number(), lastBytes: z.number() },
});
/** How much more memory the server may hold at the end than after its warm-up. */
const MORE_MEMORY = 0.05;

async function soak(): Promise<string> {
  const report = soakReport.parse(await program("bench/soak/run.ts", "soaked", { SOAK_SECONDS: "1800" }));
  const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
  const growth = report.lastBytes / report.firstBytes - 1;
  const line = `  - ${report.calls.toLocaleString("en-IN")} calls in ${report.soaked / 60} minutes, ${report.errors} failed; p50 ${report.p50} ms, p99 ${report.p99} ms
  - resident memory ${megabytes(report.firstBytes)} after the warm-up, ${megabytes(report.lastBytes)} at the end: ${(growth * 100).toFixed(1)} %`;
  if (report.errors > 0 || growth > MORE_MEMORY) throw new Error(line);
  return line;
}

const twoServersReport = z.object({
  ...{ balancer: z.string(), rounds: z.number(), backMs: z.array(z.number()), seenMs: z.number() },
  ...{ held: z.number(), captured: z.number(), unanswered: z.number(), looks: z.number(), failedLooks: z.number() },
  ...{ whileUpgrading: z.number() },
  ...{ accepted: z.number(), limit: z.number(), webhooksMs: z.number() },
  jobs: z.object({ sent: z.number(), waiting: z.number() }),
});

async function twoServers(): Promise<string> {
  const said = await program("bench/two-servers/run.ts", "balancer", { TWO_SERVERS_ROUNDS });
  const { held, captured, jobs, ...report } = twoServersReport.parse(said);
  return [
    `  - behind ${report.balancer}, each server killed ${report.rounds} times; a new one served within ${seconds(Math.max(...report.backMs))}`,
    `  - ${held} holds and ${captured} payments acknowledged: all there, once; no overlap. ${report.unanswered} calls had no answer and were made again with the same key`,
    `  - of ${report.looks} looks at the calendar through the balancer ${report.failedLooks} failed; what one server did, the other showed within ${report.seenMs} ms`,
    `  - each server ended by SIGTERM under the same load and another started in its place, as in an upgrade: ${report.whileUpgrading} of their calls broke off`,
    `  - ${jobs.sent} messages by two workers, none twice${jobs.waiting > 0 ? ` (${jobs.waiting} were in the hands of a killed one, and come again)` : ""}; each sweep once a minute`,
    `  - of calls at both from one address ${report.accepted} were let in, with ${report.limit} allowed; a login counts at both, and ends at both`,
  ].join("\n");
}

const restoreReport = z.object({
  ...{ version: z.number(), tables: z.number(), rows: z.number(), dumpMs: z.number(), restoreMs: z.number() },
  ...{ heldBefore: z.number(), heldAfter: z.number() },
});

async function restored(): Promise<string> {
  const report = restoreReport.parse(await program("bench/restore/run.ts", "version"));
  return [
    `  - ${report.rows.toLocaleString("en-IN")} rows of ${report.tables} tables, ${report.heldBefore} holds of just before among them: dumped in ${seconds(report.dumpMs)}, restored in ${seconds(report.restoreMs)} where neither roles nor database were (Postgres ${report.version}); every table says the same`,
    `  - a site started on it: nothing that guards the data is missing, ${report.heldAfter} families with the logins of before held there`,
  ].join("\n");
}

const FUZZ_RUNS = 10_000;
const fuzzReport = z.object({
  ...{ seed: z.number(), calls: z.number() },
  statuses: z.record(z.string(), z.record(z.string(), z.number())),
});

async function fuzzed(): Promise<string> {
  const env = { FUZZ_RUNS: String(FUZZ_RUNS), FUZZ_SEED: SEED };
  const { seed, calls, statuses } = fuzzReport.parse(await program("bench/fuzz.ts", "seed", env));
  const byStatus = new Map<string, number>();
  for (const counts of Object.values(statuses)) {
    for (const [status, count] of Object.entries(counts)) byStatus.set(status, (byStatus.get(status) ?? 0) + count);
  }
  const { "another method": _odd, ...operations } = statuses;
  const succeeded = Object.values(operations).filter((counts) => Object.keys(counts).some((status) => status < "400"));
  const list = [...byStatus]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([status, count]) => `${count} × ${status}`);
  return [
    `  - ${calls.toLocaleString("en-IN")} calls of ${Object.keys(operations).length} operations with seed ${seed}: ${list.join(", ")}`,
    `  - ${succeeded.length} of the operations did their work as well, in between; every answer was as the document says, every problem had its requestId`,
  ].join("\n");
}

const PROOFS: Proof[] = [
  {
    name: "fuzz",
    promise: "Whatever the API is sent, it answers as its document says, and never with 5xx",
    run: fuzzed,
  },
  {
    name: "once",
    promise: "One key, one booking: 50 at once, Redis lost, the process killed between commit and answer",
    run: () => vitest("once", ["app/api/v1/bookings/once.db.test.ts", "app/api/v1/bookings/create.db.test.ts"]),
  },
  {
    name: "holds",
    promise: "One slot, one family: 200 at once over 100 rounds, staggered overlaps, lapsed holds, keys, tenants",
    run: () => vitest("holds", ["lib/bookings/hold-booking.db.test.ts"]),
  },
  {
    name: "integrity",
    promise: "Without the constraint, a policy or the trigger nothing is served",
    run: () => vitest("integrity", ["db/integrity.db.test.ts"]),
  },
  {
    name: "payments",
    promise: "Money is counted once, whatever Razorpay does",
    run: () => vitest("payments", ["lib/payments"]),
  },
  {
    name: "availability",
    promise: "What is shown is what Postgres has, with every cache up, down or lying",
    run: () => vitest("availability", ["lib/availability"]),
  },
  {
    name: "dashboard",
    promise: "With five years of ten venues no screen of the dashboard waits for Postgres, nor for a search",
    run: dashboard,
  },
  {
    name: "two-servers",
    promise: "Two servers are one: a killed one loses nothing, and neither contradicts the other",
    run: twoServers,
  },
  { name: "restore", promise: "Last night's dump in an empty cluster gives a working site", run: restored },
  {
    name: "chaos",
    promise: "kill -9 of the app, Postgres and Upstash under load loses nothing",
    run: () => chaos(["app", "postgres", "upstash"], { CHAOS_ROUNDS }),
  },
  {
    name: "postgres",
    promise: "kill -9 of Postgres twenty times under load loses nothing, and nobody need lend a hand",
    run: () => chaos(["postgres"], { CHAOS_ROUNDS: "20", CHAOS_VICTIM: "postgres" }),
  },
  { name: "soak", promise: "Half an hour at fifty calls a second: no error, and memory does not grow", run: soak },
  {
    name: "scale",
    promise: "A thousand venues and a million bookings make nothing more than a fifth slower",
    run: scale,
  },
  {
    name: "model",
    promise: `${RUNS.toLocaleString("en-IN")} random histories of up to 30 commands agree with a simple model (seed ${SEED})`,
    run: () => vitest("model", ["lib/bookings/model.db.test.ts"]),
  },
];

mkdirSync(join(ROOT, "bench", "results"), { recursive: true });
const wanted = process.argv.slice(2).filter((one) => !one.startsWith("-"));
const chosen = PROOFS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const failures: string[] = [];
for (const { name, promise, run } of chosen) {
  console.log(`${name}: ${promise} …`);
  const began = Date.now();
  try {
    const figures = await run();
    const took = Date.now() - began;
    const text = `**${promise}.** Held on ${today()} at ${commit()}, ${machine()}; ${seconds(took)}.\n\n${figures}`;
    putBetween("docs/proofs.md", name, text);
    console.log(`held, ${seconds(took)}`);
  } catch (error) {
    failures.push(name);
    console.error(`${name} FAILED: ${error instanceof Error ? error.message : error}`);
  }
}
if (failures.length > 0) process.exit(1);
