import { setTimeout as sleep } from "node:timers/promises";
import { closePool } from "../../db/client";
import { ask } from "../../local/testing/ask";
import { makeKeyedHall } from "../halls";
import { running, startSite } from "../site";
import { callOf } from "./calls";

/**
 * Calls at an even pace for a long time: nothing may fail, and memory may not grow. Its last line is a report as JSON.
 * SOAK_SECONDS: how long; SOAK_PER_SECOND: how many calls; SOAK_DIR: a site that runs already.
 */
const SECONDS = Number(process.env.SOAK_SECONDS ?? 60);
const PER_SECOND = Number(process.env.SOAK_PER_SECOND ?? 50);
/** The first sixth, in which caches and the compiler fill, is not looked at. */
const WARM_UP = SECONDS / 6;
const HALLS = 16;
const LOOK_EVERY_MS = 5_000;
const TOKEN = "soak-metrics-token";
const PLACE = {
  dir: ".local-soak",
  ports: {
    ...{ PORT: "3520", LOCAL_POSTGRES_PORT: "5893", LOCAL_UPSTASH_PORT: "8539" },
    ...{ LOCAL_RAZORPAY_PORT: "8538", LOCAL_INBOX_PORT: "8537" },
  },
  env: { RUN_JOBS: "1", API_RATE_LIMIT_PER_MINUTE: "1000000", METRICS_TOKEN: TOKEN },
};

const site = await (process.env.SOAK_DIR ? running(process.env.SOAK_DIR) : startSite(PLACE));
try {
  Object.assign(process.env, site.env);
  const halls = await Promise.all(Array.from({ length: HALLS }, () => makeKeyedHall(site.port)));
  const errors: string[] = [];
  const took: number[] = [];
  const memory: { second: number; bytes: number }[] = [];
  const began = Date.now();
  const elapsed = () => (Date.now() - began) / 1000;

  const call = async (n: number) => {
    const { expects, ...asked } = callOf(halls, n);
    const at = performance.now();
    const answer = await ask(site.port, asked).catch((error: Error) => ({ status: 0, body: error.message }));
    took.push(performance.now() - at);
    if (!expects.includes(answer.status)) errors.push(`${asked.path}: ${answer.status} ${answer.body.slice(0, 300)}`);
  };
  const watch = async () => {
    for (; elapsed() < SECONDS; await sleep(LOOK_EVERY_MS)) {
      const bytes = await residentBytes();
      if (bytes !== null) memory.push({ second: elapsed(), bytes });
    }
  };

  const watching = watch();
  const calls: Promise<void>[] = [];
  for (let n = 0; n < SECONDS * PER_SECOND; n++) {
    await sleep(Math.max(0, began + (n * 1000) / PER_SECOND - Date.now()));
    calls.push(call(n));
  }
  await Promise.all([...calls, watching]);

  const warm = memory.filter(({ second }) => second > WARM_UP);
  const [first, last] = [
    mean(warm.slice(0, Math.ceil(warm.length / 5))),
    mean(warm.slice(-Math.ceil(warm.length / 5))),
  ];
  took.sort((a, b) => a - b);
  const at = (share: number) => Math.round(took[Math.floor(took.length * share)] ?? 0);
  for (const error of errors.slice(0, 5)) console.log(error);
  console.log(
    JSON.stringify({
      ...{ soaked: SECONDS, calls: took.length, errors: errors.length, p50: at(0.5), p99: at(0.99) },
      ...{ perSecond: took.length / elapsed(), firstBytes: first, lastBytes: last },
    }),
  );
} finally {
  await closePool().catch(() => undefined);
  await site.stop();
}

/** Of the server, as it says itself; null where it tells nobody. */
async function residentBytes(): Promise<number | null> {
  const { status, body } = await ask(site.port, { path: "/metrics", headers: { authorization: `Bearer ${TOKEN}` } });
  if (status !== 200) return null;
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(body)?.[1] ?? Number.NaN);
}

function mean(samples: { bytes: number }[]): number | null {
  if (samples.length === 0) return null;
  return Math.round(samples.reduce((sum, { bytes }) => sum + bytes, 0) / samples.length);
}
