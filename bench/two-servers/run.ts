import { setTimeout as sleep } from "node:timers/promises";
import { closePool } from "../../db/client";
import { addDays } from "../../lib/core/local-date";
import { todayIn } from "../../lib/core/period";
import { freePort } from "../../local/ports";
import { ask, TOO_LATE } from "../../local/testing/ask";
import { keepBooking, nothingTold } from "../chaos/families";
import { killAndWait } from "../chaos/killing";
import { lookBack } from "../chaos/look-back";
import { makeBusyHall } from "../halls";
import { startSite } from "../site";
import { assertOneSession, letIn, slowestToSee } from "./as-one";
import { startBalancer } from "./balancer";
import { jobsDone } from "./jobs";
import { replaceSupervised, startSecond } from "./second";

/**
 * Two servers on one database and one Upstash behind a balancer. Families hold and pay and look through it while each
 * server dies by `kill -9` and is started again. Its last line is a report as JSON. TWO_SERVERS_ROUNDS: how often each dies;
 * without it the small size, once and without an upgrade.
 */
const isSmall = process.env.TWO_SERVERS_ROUNDS === undefined;
const ROUNDS = Number(process.env.TWO_SERVERS_ROUNDS ?? 1);
const CALM_MS = 2_000;
const FAMILIES_AT_ONCE = 6;
const SEEN_WITHIN_MS = 5_000;
const LIMIT = 300;
// As local services do: each moves on where somebody listens.
const ownPort = await freePort(3441);
const secondPort = await freePort(ownPort + 1);
const PORT = { first: ownPort, second: secondPort, balancer: await freePort(secondPort + 1) };
const PLACE = {
  dir: ".local-two",
  ports: {
    ...{ PORT: String(PORT.first), LOCAL_POSTGRES_PORT: "5943", LOCAL_UPSTASH_PORT: "8583" },
    ...{ LOCAL_RAZORPAY_PORT: "8578", LOCAL_INBOX_PORT: "8525" },
  },
  // Both work off jobs, so that they are in each other's way; they end as compose.yaml has them end.
  env: { RUN_JOBS: "1", API_RATE_LIMIT_PER_MINUTE: String(LIMIT), SHUTDOWN_DRAIN_SECONDS: "5" },
};

const stops: (() => Promise<void>)[] = [];
try {
  const site = await startSite(PLACE);
  stops.push(site.stop);
  Object.assign(process.env, site.env);
  const second = await startSecond({ ...site, env: { ...site.env, ...PLACE.env } }, PORT.second);
  stops.push(second.stop);
  const balancer = await startBalancer(PORT.balancer, [site.port, PORT.second]);
  stops.push(balancer.stop);
  const servers = [site.port, PORT.second] as const;
  const halls = await Promise.all(Array.from({ length: 4 }, () => makeBusyHall(PORT.balancer, 400 * ROUNDS + 100)));
  const [hall] = halls;
  if (!hall) throw new Error("no hall");

  const told = nothingTold();
  const ending = new AbortController();
  const gateway = site.env.RAZORPAY_API_URL ?? "";
  const booking = keepBooking({ site: PORT.balancer, gateway, halls, told }, FAMILIES_AT_ONCE, ending.signal);
  const from = addDays(todayIn(new Date(), "Asia/Kolkata"), 30);
  const path = `/api/v1/venues/${hall.venue.id}/availability?from=${from}&to=${addDays(from, 30)}`;
  const seen = { looks: 0, failed: 0, broken: 0 };
  const looking = keepLooking(seen, path, hall.host, ending.signal);

  const backMs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.race([sleep(CALM_MS), booking]);
    const direct = { port: site.port, host: hall.host, path };
    backMs.push((await killAndWait(PLACE.dir, "app", direct, told)).backMs);
    await Promise.race([sleep(CALM_MS), booking]);
    backMs.push(await second.killAndStart(1_000));
  }
  const whileUpgrading = isSmall ? 0 : await upgradeBoth();
  const seenMs = await slowestToSee(servers, hall, isSmall ? 4 : 10);
  ending.abort();
  await booking;
  const { looks, failed: failedLooks, broken } = await looking;
  const { webhooksMs } = await lookBack(told);
  await assertOneSession(servers, hall);
  const accepted = await letIn(servers, hall, LIMIT + 150);
  const jobs = await jobsDone(site.env.LOCAL_INBOX_URL ?? "");

  // A look whose answer was half sent when its server died cannot be saved by anybody.
  const wrong = [
    ...(seenMs <= SEEN_WITHIN_MS ? [] : [`a change was seen by the other server only after ${seenMs} ms`]),
    ...(accepted >= LIMIT * 0.9 && accepted <= LIMIT * 1.1
      ? []
      : [`${accepted} calls were let in, of ${LIMIT} allowed`]),
    ...(whileUpgrading <= 1 ? [] : [`${whileUpgrading} calls broke off while the servers took turns to end`]),
    ...(jobs.twice === 0 ? [] : [`${jobs.twice} messages came twice`]),
    ...(jobs.sweepsTooMany === 0 ? [] : ["sweeps ran more often than once a minute"]),
    ...(broken <= 2 * ROUNDS ? [] : [`${broken} of ${looks} looks at the calendar broke off`]),
  ];
  if (wrong.length > 0) throw new Error(wrong.join("; "));
  const { held, captured, unanswered } = told;
  console.log(
    JSON.stringify({
      ...{ balancer: balancer.name, rounds: ROUNDS, backMs, webhooksMs, seenMs, accepted, limit: LIMIT, jobs },
      ...{ held: held.length, captured: captured.length, unanswered, looks, failedLooks, whileUpgrading },
    }),
  );

  /** Each server is told to end, and another takes its place, as in an upgrade: how many calls of families or lookers broke off. */
  async function upgradeBoth(): Promise<number> {
    await sleep(CALM_MS);
    // A cold server on a busy machine may be slow; that is another matter.
    const broken = () => told.unanswered - told.late + seen.broken;
    const before = broken();
    await second.replace();
    await sleep(6_000);
    await replaceSupervised(PLACE.dir, site.port);
    await sleep(CALM_MS);
    return broken() - before;
  }
} finally {
  await closePool().catch(() => undefined);
  for (const stop of stops.reverse()) await stop();
}

/** Somebody looks at the calendar all the time, seldom enough not to meet the limit. */
async function keepLooking(
  seen: { looks: number; failed: number; broken: number },
  path: string,
  host: string,
  signal: AbortSignal,
) {
  while (!signal.aborted) {
    const began = Date.now();
    const answer = await ask(PORT.balancer, { path, headers: { host }, timeoutMs: 8_000 }).catch(
      (error: Error) => error,
    );
    seen.looks += 1;
    if (answer instanceof Error || answer.status !== 200) {
      seen.failed += 1;
      const why = answer instanceof Error ? answer.message : `status ${answer.status}`;
      if (why !== TOO_LATE) seen.broken += 1;
      console.error(`a look failed after ${Date.now() - began} ms: ${why}`);
    }
    await sleep(300);
  }
  return seen;
}
