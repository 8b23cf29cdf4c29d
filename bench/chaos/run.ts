import { setTimeout as sleep } from "node:timers/promises";
import { closePool } from "../../db/client";
import { addDays } from "../../lib/core/local-date";
import { todayIn } from "../../lib/core/period";
import { makeBusyHall } from "../halls";
import { startSite } from "../site";
import { keepBooking, nothingTold } from "./families";
import { type Kill, killAndWait, VICTIMS } from "./killing";
import { lookBack } from "./look-back";

/**
 * Families hold and pay over HTTP while `kill -9` hits the app, Postgres and Upstash in turn. Afterwards nothing that
 * was acknowledged is missing, and the site came back by itself. Its last line is a report as JSON. CHAOS_ROUNDS: how often each dies; CHAOS_VICTIM: it alone.
 */
const ROUNDS = Number(process.env.CHAOS_ROUNDS ?? 1);
const VICTIM = process.env.CHAOS_VICTIM;
const CHOSEN = VICTIMS.filter((victim) => VICTIM === undefined || victim === VICTIM);
const BACK_WITHIN_MS = 30_000;
const FAMILIES_AT_ONCE = 6;
const CALM_MS = 2_000;
const PLACE = {
  dir: ".local-chaos",
  ports: {
    ...{ PORT: "3400", LOCAL_POSTGRES_PORT: "5833", LOCAL_UPSTASH_PORT: "8479" },
    ...{ LOCAL_RAZORPAY_PORT: "8478", LOCAL_INBOX_PORT: "8425" },
  },
};

const site = await startSite(PLACE);
try {
  Object.assign(process.env, site.env);
  const halls = await Promise.all(Array.from({ length: 4 }, () => makeBusyHall(site.port, 500 * ROUNDS)));
  const [hall] = halls;
  if (!hall) throw new Error("no hall");
  const from = addDays(todayIn(new Date(), "Asia/Kolkata"), 30);
  const path = `/api/v1/venues/${hall.venue.id}/availability?from=${from}&to=${addDays(from, 30)}`;

  const told = nothingTold();
  const ending = new AbortController();
  const gateway = site.env.RAZORPAY_API_URL ?? "";
  const booking = keepBooking({ site: site.port, gateway, halls, told }, FAMILIES_AT_ONCE, ending.signal);
  const kills: Kill[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const victim of CHOSEN) {
      await Promise.race([sleep(CALM_MS + Math.random() * 1000), booking]);
      kills.push(await killAndWait(PLACE.dir, victim, { port: site.port, host: hall.host, path }, told));
    }
  }
  await sleep(CALM_MS);
  ending.abort();
  await booking;
  const { webhooksMs } = await lookBack(told);
  const slow = kills.filter(({ backMs }) => backMs > BACK_WITHIN_MS);
  if (slow.length > 0) throw new Error(`too long away: ${JSON.stringify(slow)}`);
  const { held, paid, captured, unanswered } = told;
  console.log(
    JSON.stringify({
      ...{ rounds: ROUNDS, kills, webhooksMs, unanswered },
      ...{ held: held.length, paid: paid.length, captured: captured.length },
    }),
  );
} finally {
  await closePool().catch(() => undefined);
  await site.stop();
}
