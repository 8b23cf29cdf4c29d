import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { closePool } from "../../db/client";
import { integrityFaults } from "../../db/integrity";
import { keepBooking, nothingTold } from "../chaos/families";
import { makeBusyHall } from "../halls";
import { startSite } from "../site";
import { backUp, type Contents, contentsOf, differences, restore, startEmptyCluster } from "./copy";
import { findTools } from "./tools";

/**
 * Families book on the demo site; its database is dumped and restored where nothing of Mandap is; a site starts on what
 * was restored, and families book there. Its last line is a report as JSON.
 */
const OWN = {
  NEXTAUTH_SECRET: "the-same-on-both-machines-00000000000000",
  OTP_PEPPER: "the-same-on-both-machines-00000000000000",
};
const place = (n: number) => ({
  dir: `.local-restore-${n}`,
  ports: {
    ...{ PORT: String(3420 + n), LOCAL_POSTGRES_PORT: String(5853 + n), LOCAL_UPSTASH_PORT: String(8493 + n) },
    ...{ LOCAL_RAZORPAY_PORT: String(8487 + n), LOCAL_INBOX_PORT: String(8435 + n) },
  },
});
/** The first site's stand-ins are gone by then: the second gets its own. */
const NOBODY = {
  ...{ UPSTASH_REDIS_REST_URL: "", UPSTASH_REDIS_REST_TOKEN: "" },
  ...{ RAZORPAY_KEY_ID: "", RAZORPAY_KEY_SECRET: "", RAZORPAY_WEBHOOK_SECRET: "" },
  ...{ RAZORPAY_API_URL: "", RAZORPAY_CHECKOUT_URL: "", MSG91_API_URL: "", MSG91_AUTH_KEY: "" },
};
const SECONDS_OF_BOOKING = 10;
const PASSWORD = "of-the-new-machine";

const tools = findTools();
if (!tools) process.exit(3);
if (tools.bin) process.env.LOCAL_POSTGRES_BIN = tools.bin;
const dir = mkdtempSync(join(tmpdir(), "mandap-restore-"));
await chmod(dir, 0o755);
const target = await startEmptyCluster(join(dir, "target"));
const restoredUrl = `postgres://mandap_owner:${PASSWORD}@127.0.0.1:${target.port}/mandap`;
const restored = postgres(target.adminUrl.replace(/\/postgres$/, "/mandap"), { max: 1, onnotice: () => undefined });
let stop = async () => {};
try {
  // What it counts must stand still between the two: no jobs.
  const first = await startSite({ ...place(1), env: { ...OWN, RUN_JOBS: "0" } });
  stop = first.stop;
  Object.assign(process.env, first.env, OWN);
  const hall = await makeBusyHall(first.port, 2_000);
  const told = await bookFor(SECONDS_OF_BOOKING, first.port, first.env.RAZORPAY_API_URL ?? "", 0);

  const adminUrl = adminOf(first.env.DATABASE_URL ?? "");
  const before = await onceSettled(adminUrl);
  const dumpBegan = Date.now();
  const dump = await backUp(adminUrl, join(dir, "backups"));
  const dumpMs = Date.now() - dumpBegan;
  await closePool();
  await first.stop();

  const restoreBegan = Date.now();
  await restore(dump, target.adminUrl, PASSWORD);
  const restoreMs = Date.now() - restoreBegan;
  const different = differences(before, await contentsOf(target.adminUrl));
  if (different.length > 0) throw new Error(`not the same after the restore: ${different.join(", ")}`);

  const second = await startSite({ ...place(2), env: { ...OWN, ...NOBODY, DATABASE_URL: restoredUrl } });
  stop = second.stop;
  const again = await bookFor(
    SECONDS_OF_BOOKING,
    second.port,
    second.env.RAZORPAY_API_URL ?? "",
    told.held.length + 10,
  );
  const [found] = await restored<{ both: number }[]>`
    select count(distinct booking_id)::int as both from allocations where booking_id::text = any(${[...told.held, ...again.held].map(({ bookingId }) => bookingId)})`;
  const faults = await integrityFaults(restored);
  if (again.held.length === 0) throw new Error(`nobody could book on the restored site: ${again.refused.join(", ")}`);
  if (found?.both !== told.held.length + again.held.length) throw new Error("an acknowledged booking has no claim");
  if (faults.length > 0) throw new Error(faults.join("; "));
  const rows = [...before.values()].reduce((sum, table) => sum + table.rows, 0);
  console.log(
    JSON.stringify({
      ...{ version: tools.version, tables: before.size, rows, dumpMs, restoreMs },
      ...{ heldBefore: told.held.length, heldAfter: again.held.length },
    }),
  );

  async function bookFor(seconds: number, site: number, gateway: string, from: number) {
    const heard = nothingTold();
    const ending = new AbortController();
    const families = { ...hall, host: `${hall.tenant.slug}.localhost:${site}` };
    const halls = [families];
    const booking = keepBooking({ site, gateway, halls, told: heard, from }, 2, ending.signal);
    await Promise.race([sleep(seconds * 1000), booking]);
    ending.abort();
    await booking;
    return heard;
  }
} finally {
  await closePool().catch(() => undefined);
  await restored.end().catch(() => undefined);
  await stop();
  await target.stop();
  rmSync(dir, { recursive: true, force: true });
}

/** What was under way when the families left has come in: the same twice, three seconds apart. */
async function onceSettled(url: string): Promise<Contents> {
  let before = await contentsOf(url);
  for (let tries = 0; tries < 20; tries++) {
    await sleep(3_000);
    const now = await contentsOf(url);
    if (differences(before, now).length === 0) return now;
    before = now;
  }
  throw new Error("the site does not come to rest");
}

/** The superuser of a local cluster has its owner's password. */
function adminOf(url: string): string {
  const admin = new URL(url);
  admin.username = "postgres";
  admin.pathname = "/postgres";
  return admin.href;
}
