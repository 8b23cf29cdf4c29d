import { sql } from "drizzle-orm";
import { asPlatform, closePool, rawClient } from "../../db/client";
import { keyedHall, makeKeyedHall } from "../halls";
import { benchRestHolds } from "../holds";
import type { Row, Target } from "../load";
import { benchOneSpace } from "../reads";
import { startBare, startSite } from "../site";
import { fillHalls } from "./fill";

/**
 * The bench's figures on the demo's few rows, then beside a million bookings in a thousand venues. Its last line is a report
 * as JSON. SCALE_VENUES and SCALE_BOOKINGS make it smaller.
 */
const VENUES = Number(process.env.SCALE_VENUES ?? 1_000);
const BOOKINGS = Number(process.env.SCALE_BOOKINGS ?? 1_000_000);
const TENANTS = Math.min(64, VENUES);
const BARE_PORT = 3550;
const PLACE = {
  dir: ".local-scale",
  ports: {
    ...{ PORT: "3500", LOCAL_POSTGRES_PORT: "5883", LOCAL_UPSTASH_PORT: "8529" },
    ...{ LOCAL_RAZORPAY_PORT: "8528", LOCAL_INBOX_PORT: "8525" },
  },
  env: { RUN_JOBS: "0", API_RATE_LIMIT_PER_MINUTE: "100000000" },
};

const site = await startSite(PLACE);
const bare = await startBare(BARE_PORT);
try {
  Object.assign(process.env, site.env);
  const handler: Target = { port: bare.port, path: "/api/bare" };
  const small = await Promise.all(Array.from({ length: TENANTS }, () => makeKeyedHall(site.port)));
  const before = await measure("few", handler, small);

  const began = Date.now();
  const filled = await fillHalls(VENUES, Math.ceil(BOOKINGS / VENUES));
  // As it is on any other day: not while Postgres still tidies up after so many rows at once.
  await rawClient()`vacuum analyze`;
  const filledMs = Date.now() - began;
  const step = Math.floor(filled.length / TENANTS);
  const large = await Promise.all(
    filled
      .filter((_, at) => at % step === 0)
      .slice(0, TENANTS)
      .map((hall) => keyedHall(site.port, hall)),
  );
  const after = await measure("many", handler, large);
  const [{ bookings, venues } = { bookings: 0, venues: 0 }] = await asPlatform((tx) =>
    tx.execute<{ bookings: number; venues: number }>(
      sql`select (select count(*)::int from bookings) as bookings, (select count(*)::int from venues) as venues`,
    ),
  );
  const rows = before.map((row, at) => ({ name: row.name, few: figures(row), many: figures(after[at] ?? row) }));
  console.log(JSON.stringify({ report: "scale", bookings, venues, filledMs, rows }));
} finally {
  await closePool().catch(() => undefined);
  await bare.stop();
  await site.stop();
}

async function measure(
  size: string,
  handler: Target,
  halls: Awaited<ReturnType<typeof makeKeyedHall>>[],
): Promise<Row[]> {
  const [first] = halls;
  if (!first) throw new Error("no hall");
  console.log(`beside ${size} rows`);
  const reads = await benchOneSpace(site.port, handler, first);
  const { row } = await benchRestHolds(`Hold over REST, over ${TENANTS} tenants`, site.port, handler, halls);
  return [...reads, row];
}

function figures({ perSecond, ratio, errors }: Row) {
  return { perSecond: Math.round(perSecond), ratio: Number(ratio.toFixed(3)), errors };
}
