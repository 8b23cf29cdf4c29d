import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { asPlatform, closePool, inTenant, rawClient } from "../db/client";
import { newId } from "../db/id";
import { makeUser } from "../db/testing/make-tenant";
import { makeYears } from "../db/testing/years-of-bookings";
import { addDays } from "../lib/core/local-date";
import { todayIn } from "../lib/core/period";
import { sessionCookie } from "../lib/web/cookies";
import { claimsOf, encodeSession } from "../lib/web/session-token";
import { ask } from "../local/testing/ask";
import { machine } from "./machine";

/**
 * What the dashboard's screens take of the server over HTTP, the whole page with all that it streams, in a hall with five
 * years of ten venues. Against a site that runs: `tsx --env-file=.local/env --conditions=react-server bench/dashboard.ts --port 3000`.
 */
const { values } = parseArgs({
  options: { port: { type: "string", default: "3000" }, rounds: { type: "string", default: "60" } },
});
const PER_VENUE = 2_000;
const rounds = Number(values.rounds);
const today = todayIn(new Date(), "Asia/Kolkata");

const { tenant, venues } = await makeYears(PER_VENUE);
// What autovacuum does within a minute.
await rawClient()`vacuum analyze`;
const cookie = await signIn();
const [one] = await asPlatform((tx) =>
  tx.execute<{ id: string; customer: string }>(sql`select id, customer_id as customer from bookings
    where tenant_id = ${tenant.id} and status = 'confirmed' and venue_id = ${venues[0]?.id ?? ""} limit 1`),
);
if (!one) throw new Error("no booking");

const PATHS = [
  "",
  "/requests",
  `/diary?view=month&date=${today}`,
  `/diary?view=week&date=${addDays(today, -400)}`,
  "/bookings",
  "/bookings?when=all&sort=-taken",
  "/bookings?money=overdue",
  "/bookings?money=paid",
  "/bookings?q=jadhav",
  `/bookings?q=${encodeURIComponent("जाधव")}`,
  `/bookings/${one.id}`,
  "/new",
  "/customers",
  `/customers/${one.customer}`,
  "/money",
  "/money?when=all",
  "/money/received",
  "/money/refunds",
  "/money/gst",
  "/money/day-book",
  `/money/bookings/${one.id}`,
  "/history",
  "/history?kind=notes",
  "/reports",
  "/import",
  "/team",
  "/setup",
  "/setup/prices",
  "/setup/sessions",
  "/setup/closed-days",
  "/setup/muhurat",
];
const pages = PATHS.map((path) => `/mr/admin${path}`);
const searches = ["jadhav", "vitthal deshp", "जाधव", "7919", "zzzz"].map(
  (q) => `/api/admin/search?lang=mr&q=${encodeURIComponent(q)}`,
);

const figures: { path: string; p50: number; p95: number; kilobytes: number }[] = [];
for (const path of [...pages, ...searches]) figures.push(await measured(path));
console.log(`${machine()}; load ${loadavg().map((load) => load.toFixed(1))}; ${rounds} rounds`);
for (const { path, p50, p95, kilobytes } of figures.toSorted((a, b) => b.p95 - a.p95))
  console.log(
    `${p50.toFixed(0).padStart(6)} ms ${p95.toFixed(0).padStart(6)} ms ${kilobytes.toFixed(0).padStart(6)} kB  ${path}`,
  );
await closePool();

async function measured(path: string) {
  const times: number[] = [];
  let length = 0;
  for (let round = -2; round < rounds; round++) {
    const began = performance.now();
    const headers = { host: `${tenant.slug}.localhost:${values.port}`, cookie };
    const { status, body } = await ask(Number(values.port), { path, headers });
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    if (round >= 0) times.push(performance.now() - began);
    length = body.length;
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(rounds * share) - 1] ?? 0;
  return { path, p50: at(0.5), p95: at(0.95), kilobytes: length / 1024 };
}

async function signIn(): Promise<string> {
  const { id: userId } = await makeUser(tenant.id, "owner");
  const sessionId = newId();
  await inTenant(tenant.id, (tx) =>
    tx.execute(sql`insert into sessions (tenant_id, id, user_id, expires_at)
      values (${tenant.id}, ${sessionId}, ${userId}, clock_timestamp() + interval '1 day')`),
  );
  const token = claimsOf({ userId, tenantId: tenant.id, sessionId, version: 1 }, 8 * 3600);
  return `${sessionCookie()}=${await encodeSession(token)}`;
}
