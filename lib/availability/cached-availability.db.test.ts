import { createServer, type RequestListener, type Server } from "node:http";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { inTenant, readGeneration } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { day, makeCalendarHall, ZONE } from "@/db/testing/calendar-hall";
import { periodOf, withBuffers } from "@/lib/core/period";
import { upstashCache } from "@/lib/vendors/upstash";
import { cachedMonths } from "./cached-months";
import { loadMonths } from "./load-months";
import { readAvailability, readAvailabilityJson } from "./read-availability";
import { readMonth } from "./stored-month";

// Which Upstash the process sees; `null` is the one that the tests started.
const upstash = vi.hoisted(() => ({ url: null as string | null }));
vi.mock("@/lib/vendors/upstash", async (original) => {
  const actual = await original<typeof import("@/lib/vendors/upstash")>();
  const caches = new Map<string, import("@/lib/vendors/upstash").Cache>();
  const cache = () => {
    const url = upstash.url ?? process.env.UPSTASH_REDIS_REST_URL ?? "";
    const known = caches.get(url) ?? actual.upstashCache({ url, token: "test" });
    caches.set(url, known);
    return known;
  };
  return {
    ...actual,
    cacheGet: (key: string) => cache().get(key),
    cacheSet: (key: string, value: string, ttl: number) => cache().set(key, value, ttl),
  };
});

let hall: Awaited<ReturnType<typeof makeCalendarHall>>;
beforeEach(async () => {
  upstash.url = null;
  hall = await makeCalendarHall();
});

test("a reader who is slow cannot file what is old under a newer key", async () => {
  const { tenant, venue, stateIn, book } = hall;
  const generation = await readGeneration(tenant.id, venue.id);
  if (generation === null) throw new Error("no generation");
  const slow = cachedMonths(tenant.id, venue.id, [day.slice(0, 7)], generation, new Date());
  await book();
  await slow;
  await cachedMonths(tenant.id, venue.id, [day.slice(0, 7)], generation, new Date());
  expect(await stateIn(venue.space.a)).toBe("booked");
  const shared = upstashCache({ url: process.env.UPSTASH_REDIS_REST_URL ?? "", token: "test", answerWithinMs: 2000 });
  const filed = await shared.get(
    `av:${tenant.id}:${venue.id}:${day.slice(0, 7)}:${await readGeneration(tenant.id, venue.id)}`,
  );
  if (filed === null) return;
  const filedDay = readMonth(filed, day.slice(0, 7), Date.now())?.days.find((one) => one.date === day);
  expect(filedDay?.slots.some((slot) => slot.state === "booked")).toBe(true);
});

test("after any writes the cached answer is the one that Postgres gives", async () => {
  const { tenant, venue, book } = hall;
  const month = day.slice(0, 7);
  let seed = 42;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  const made: string[] = [];
  for (let round = 0; round < 25; round++) {
    const during = withBuffers(
      periodOf(`${month}-${String(1 + random(27)).padStart(2, "0")}`, "09:00", 360, ZONE),
      30,
      30,
    );
    const partIds = [[venue.space.a], [venue.space.b, venue.space.c]][random(2)] ?? [];
    const victim = made[random(made.length || 1)];
    if (random(3) > 0 || !victim) {
      const id = await book({ during, partIds, status: "pending" }).catch(() => null);
      if (id) made.push(id);
    } else {
      const status = sql`case when status = 'pending' then 'confirmed'::claim_status else 'cancelled'::claim_status end`;
      await inTenant(tenant.id, (tx) =>
        tx.update(bookings).set({ status }).where(sql`id = ${victim} and status in ('pending', 'confirmed')`),
      );
    }
    const now = new Date();
    const range = { from: `${month}-01`, to: `${month}-28` };
    const cached = await readAvailability(tenant, venue, range, now);
    const straight = (await loadMonths(tenant.id, venue.id, [month], cached.generation, now)).get(month);
    expect(cached.days).toEqual(straight?.days.slice(0, 28));
    const { body } = await readAvailabilityJson(tenant, venue, { ...range, spaceId: venue.space.whole }, now);
    const json = JSON.parse(new TextDecoder().decode(body)).data;
    expect(json.days.flatMap((one: { slots: { state: string }[] }) => one.slots.map(({ state }) => state))).toEqual(
      cached.days.flatMap((one) =>
        one.slots.filter((slot) => slot.spaceId === venue.space.whole).map(({ state }) => state),
      ),
    );
  }
});

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function misbehaving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
}

test.each<[string, () => Promise<string>]>([
  ["down", async () => "http://127.0.0.1:9"],
  ["hung", () => misbehaving(() => {})],
  [
    "lying",
    () => misbehaving((_, response) => response.end('[{"result":"{\\"days\\":[],\\"until\\":99999999999999}"}]')),
  ],
  ["talking nonsense", () => misbehaving((_, response) => response.end('[{"result":"<html>"}]'))],
])("while Upstash is %s, answers come from Postgres within a second", async (_, url) => {
  const { venue, read, stateIn, book } = hall;
  upstash.url = await url();
  await book();
  const began = performance.now();
  expect((await read()).days).toHaveLength(1);
  expect(await stateIn(venue.space.a)).toBe("booked");
  expect(performance.now() - began).toBeLessThan(1000);
});

test("what one process has computed, another takes from Upstash", async () => {
  const { tenant, venue, read, book } = hall;
  await book();
  const first = await read();
  const shared = upstashCache({ url: process.env.UPSTASH_REDIS_REST_URL ?? "", token: "test", answerWithinMs: 2000 });
  const key = `av:${tenant.id}:${venue.id}:${day.slice(0, 7)}:${first.generation}`;
  await vi.waitFor(async () => expect(await shared.get(key)).not.toBeNull());
  const month = readMonth((await shared.get(key)) ?? "", day.slice(0, 7), Date.now());
  expect(month?.days.find((one) => one.date === day)).toEqual(first.days[0]);
});
