import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { ended, node, ROOT } from "../site";
import { seconds } from "./seconds";
import { SEED } from "./tests";

/** Proofs that are programs of their own: each runs one, reads its report, and says it in lines. */

const TWO_SERVERS_ROUNDS = "3";

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

export async function chaos(victims: string[], env: Record<string, string>): Promise<string> {
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

export async function scale(): Promise<string> {
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

export async function soak(): Promise<string> {
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

export async function twoServers(): Promise<string> {
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

export async function restored(): Promise<string> {
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

export async function fuzzed(): Promise<string> {
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
