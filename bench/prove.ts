import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { commit, machine, today } from "./machine";
import { chaos, fuzzed, restored, scale, soak, twoServers } from "./proofs/programs";
import { seconds } from "./proofs/seconds";
import { dashboard, RUNS, SEED, vitest } from "./proofs/tests";
import { putBetween } from "./report";
import { ROOT } from "./site";

/** `npm run prove`: every proof at full size; writes what came out into docs/proofs.md. Names on the command line choose among them. */
type Proof = { name: string; promise: string; run: () => Promise<string> };

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
    run: () => chaos(["app", "postgres", "upstash"], { CHAOS_ROUNDS: "5" }),
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
