import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import * as z from "zod";
import { inTenant } from "../../db/client";
import { addDays } from "../../lib/core/local-date";
import { ask } from "../../local/testing/ask";
import { actionId, readAction } from "../action";
import { FREE_SESSIONS, type Hall, sessionOf } from "../halls";
import { holdCall } from "../holds";

/** What one server does, the other must know: each check asks both, without the balancer between. */
type Servers = readonly [number, number];

const shown = z.object({
  data: z.object({
    days: z.array(
      z.object({
        date: z.string(),
        slots: z.array(z.object({ slotId: z.string(), spaceId: z.string(), state: z.string() })),
      }),
    ),
  }),
});

/** Holds by one server in turn, each looked for at the other, which has the month in its memory. The longest wait in milliseconds. */
export async function slowestToSee(servers: Servers, hall: Hall, times: number): Promise<number> {
  const id = actionId("holdBookingAction");
  let slowest = 0;
  for (let n = 0; n < times; n++) {
    const [writer, reader] = n % 2 === 0 ? servers : [servers[1], servers[0]];
    const place = FREE_SESSIONS - 1 - n;
    const wanted = sessionOf(hall, place);
    const look = async () => {
      const path = `/api/v1/venues/${hall.venue.id}/availability?from=${addDays(wanted.date, -3)}&to=${addDays(wanted.date, 3)}`;
      const answer = await ask(reader, { path, headers: { host: hall.host } });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      const day = shown.parse(JSON.parse(answer.body)).data.days.find(({ date }) => date === wanted.date);
      return day?.slots.find(({ slotId, spaceId }) => slotId === wanted.slotId && spaceId === wanted.spaceId)?.state;
    };
    if ((await look()) !== "free") throw new Error("the session was not free to begin with");
    const family = hall.families.at(-1 - n);
    if (!family) throw new Error("the families ran out");
    const held = await ask(writer, holdCall(id, hall, family.cookie, place));
    if (!readAction(held.body).data)
      throw new Error(`not held: ${held.status} ${JSON.stringify(readAction(held.body))}`);
    const began = Date.now();
    while ((await look()) !== "held") {
      if (Date.now() - began > 10_000) throw new Error("the other server does not see the hold");
      await sleep(20);
    }
    slowest = Math.max(slowest, Date.now() - began);
  }
  return slowest;
}

/** A login counts at both, and where it ends it ends at both. */
export async function assertOneSession(servers: Servers, hall: Hall): Promise<void> {
  const family = hall.families.at(-30);
  if (!family) throw new Error("the families ran out");
  const see = (port: number) =>
    ask(port, { path: "/en/bookings", headers: { host: hall.host, cookie: `${family.cookie}; NEXT_LOCALE=en` } });
  for (const port of servers) {
    const { status } = await see(port);
    if (status !== 200) throw new Error(`a login does not count at ${port}: ${status}`);
  }
  await inTenant(hall.tenant.id, (tx) =>
    tx.execute(sql`update sessions set revoked_at = clock_timestamp() where user_id = ${family.userId}`),
  );
  for (const port of servers) {
    const { status, headers } = await see(port);
    const isTurnedAway = status === 307 && String(headers.location).includes("login");
    if (!isTurnedAway) throw new Error(`a login that has ended still counts at ${port}: ${status}`);
  }
}

/** Calls by turns at both from one address within one minute: how many were let in. */
export async function letIn(servers: Servers, hall: Hall, calls: number): Promise<number> {
  for (let tries = 0; tries < 3; tries++) {
    const left = MINUTE_MS - (Date.now() % MINUTE_MS);
    if (left < 20_000) await sleep(left + 200);
    const minute = Math.floor(Date.now() / MINUTE_MS);
    const accepted = await callBoth(servers, hall, calls);
    if (Math.floor(Date.now() / MINUTE_MS) === minute) return accepted;
  }
  throw new Error("the machine is too slow to make so many calls within a minute");
}

const MINUTE_MS = 60_000;

async function callBoth(servers: Servers, hall: Hall, calls: number): Promise<number> {
  const address = `198.51.100.${1 + Math.floor(Math.random() * 250)}`;
  const { date } = sessionOf(hall, 0);
  const path = `/api/v1/venues/${hall.venue.id}/availability?from=${date}&to=${date}`;
  let accepted = 0;
  for (let n = 0; n < calls; n += 2) {
    const headers = { host: hall.host, "x-forwarded-for": address };
    for (const { status } of await Promise.all(servers.map((port) => ask(port, { path, headers })))) {
      if (status === 200) accepted += 1;
      else if (status !== 429) throw new Error(`${path}: ${status}`);
    }
    // Slowly enough that each hears of the other's.
    if (n % 4 === 0) await sleep(25);
  }
  return accepted;
}
