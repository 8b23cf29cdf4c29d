import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closePool } from "../db/client";
import { makeBusyHall, makeKeyedHall } from "./halls";
import { benchHolds, benchRestHolds, type Holds } from "./holds";
import { measureLighthouse } from "./lighthouse";
import type { Target } from "./load";
import { SECONDS } from "./load";
import { measurePages } from "./pages";
import { benchReads, benchUncached, venueSlug } from "./reads";
import { type Figures, putBetween, write } from "./report";
import { ROOT, startBare, startSite } from "./site";

/**
 * `npm run bench`: how fast the production build is, beside what Next costs by itself. `--lighthouse` adds Lighthouse,
 * `--write` puts the tables into README, `--only=holds` (or `reads`, `pages`) leaves the rest out. BENCH_SECONDS shortens
 * each measurement.
 */
const PLACE = {
  dir: ".local-bench",
  ports: {
    ...{ PORT: "3300", LOCAL_POSTGRES_PORT: "5733", LOCAL_UPSTASH_PORT: "8379" },
    ...{ LOCAL_RAZORPAY_PORT: "8378", LOCAL_INBOX_PORT: "8325" },
  },
  // Jobs off: messages and sweeps are not what is measured.
  env: { RUN_JOBS: "0", API_RATE_LIMIT_PER_MINUTE: "100000000" },
};
const BARE_PORT = 3350;
const TENANTS = 64;
/** More families than a fast machine gets through. */
const families = (perSecond: number) => Math.ceil((SECONDS + 3) * perSecond);

const has = (flag: string) => process.argv.includes(flag);
const wants = (group: "reads" | "pages" | "holds") => {
  const only = process.argv.find((arg) => arg.startsWith("--only="));
  return only === undefined || only === `--only=${group}`;
};

async function measure(site: number, bare: number): Promise<Figures> {
  const handler: Target = { port: bare, path: "/api/bare" };
  const empty: Target = { port: bare, path: "/empty" };
  const many = await Promise.all(
    Array.from({ length: TENANTS }, () => makeBusyHall(site, Math.ceil(families(1000) / TENANTS))),
  );
  const one = await makeBusyHall(site, Math.min(families(320), 4_000));
  const keyed = await Promise.all(Array.from({ length: TENANTS }, () => makeKeyedHall(site)));
  const [first] = many;
  if (!first) throw new Error("no hall");

  const slug = await venueSlug(site);
  const pages = wants("pages") ? await measurePages(site, bare, first, slug) : [];
  const lighthouse = has("--lighthouse") ? await measureLighthouse(site, slug) : null;
  const reads = wants("reads") ? await benchReads(site, handler, empty) : [];
  const holds = wants("holds")
    ? [
        await benchHolds(`Hold, over ${TENANTS} tenants`, site, handler, many),
        await benchHolds("Hold, in one tenant and venue", site, handler, [one]),
        await benchRestHolds(`Hold over REST, over ${TENANTS} tenants`, site, handler, keyed),
      ]
    : [];
  // Last, over halls that hold something by now.
  const uncached = wants("reads") ? [await benchUncached(site, handler, many)] : [];
  return {
    rows: [...reads.slice(0, 3), ...uncached, ...reads.slice(3), ...holds.map(({ row }) => row)],
    notes: holds.length > 0 ? [noteOf(holds)] : [],
    pages,
    lighthouse,
  };
}

function noteOf(holds: Holds[]): string {
  const sum = (count: (one: Holds) => number) => holds.reduce((total, one) => total + count(one), 0);
  return `Of the holds, ${sum((one) => one.acknowledged).toLocaleString("en-IN")} were acknowledged and each of them was then found in the database with its claim;
${sum((one) => one.taken)} were refused as taken, ${sum((one) => one.refused.length)} for another reason; no two claims overlap. A hold is the server action that the
review step calls: session, prices, locks, idempotency row, booking, functions, lines, claims, history and jobs in one transaction.
Over REST it comes with a key and an idempotency key, and its answer is the whole booking.`;
}

const stops: (() => Promise<void>)[] = [];
try {
  const site = await startSite(PLACE);
  stops.push(site.stop);
  const bare = await startBare(BARE_PORT);
  stops.push(bare.stop);
  Object.assign(process.env, site.env);
  const figures = await measure(site.port, bare.port);
  const text = write(figures);
  mkdirSync(join(ROOT, "bench", "results"), { recursive: true });
  writeFileSync(join(ROOT, "bench", "results", "results.md"), `${text}\n`);
  if (has("--write")) putBetween("README.md", "bench", text);
  console.log(`\n${text}`);
} finally {
  await closePool().catch(() => undefined);
  for (const stop of stops.reverse()) await stop();
}
