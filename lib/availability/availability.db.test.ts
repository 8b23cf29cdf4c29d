import { createServer, type RequestListener, type Server } from "node:http";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { inTenant, readGeneration } from "@/db/client";
import { newId } from "@/db/id";
import { allocations, blackouts, bookings } from "@/db/schema/bookings";
import { priceRules, prices } from "@/db/schema/prices";
import { muhuratDates, slots, spaces, venues } from "@/db/schema/venues";
import { makeBooking } from "@/db/testing/make-booking";
import { makeTenant, makeUser, makeVenue, type TestTenant, type TestVenue } from "@/db/testing/make-tenant";
import { addDays } from "@/lib/core/local-date";
import { periodOf, todayIn, withBuffers } from "@/lib/core/period";
import { isAppError } from "@/lib/errors";
import { upstashCache } from "@/lib/vendors/upstash";
import { cachedMonths } from "./cached-months";
import { loadMonths } from "./load-months";
import { readAvailability, readAvailabilityJson } from "./read-availability";
import { readMonth } from "./stored-month";

const ZONE = "Asia/Kolkata";
const day = addDays(todayIn(new Date(), ZONE), 60);
const evening = () => withBuffers(periodOf(day, "16:00", 420, ZONE), 30, 30);

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

let tenant: TestTenant;
let venue: TestVenue;
let customerId: string;

beforeEach(async () => {
  upstash.url = null;
  tenant = await makeTenant();
  venue = await makeVenue(tenant);
  customerId = (await makeUser(tenant.id)).id;
});

const read = (now?: Date) => readAvailability(tenant, venue, { from: day, to: day }, now);

async function stateIn(space: string, slot = venue.slot.evening, now?: Date) {
  const { days } = await read(now);
  return days[0]?.slots.find((one) => one.spaceId === space && one.slotId === slot)?.state;
}

const book = (overrides: Partial<Parameters<typeof makeBooking>[1]> = {}) =>
  makeBooking(tenant.id, {
    ...{ venueId: venue.id, customerId, partIds: [venue.space.a], during: evening() },
    ...overrides,
  });

test("a booking of a part is seen in the part and in the whole, not in its neighbours", async () => {
  expect(await stateIn(venue.space.a)).toBe("free");
  await book();
  expect(await stateIn(venue.space.a)).toBe("booked");
  expect(await stateIn(venue.space.whole)).toBe("booked");
  expect(await stateIn(venue.space.b)).toBe("free");
  expect(await stateIn(venue.space.a, venue.slot.morning)).toBe("free");
});

test("every kind of change raises the generation, and only of its own venue", async () => {
  const other = await makeVenue(tenant);
  const otherBefore = await readGeneration(tenant.id, other.id);
  const blackoutId = newId();
  const bookingId = newId();
  const raises = async (what: string, change: () => Promise<unknown>) => {
    const before = (await readGeneration(tenant.id, venue.id)) ?? 0;
    await change();
    expect(await readGeneration(tenant.id, venue.id), what).toBeGreaterThan(before);
  };
  const write = (change: Parameters<typeof inTenant>[1]) => () => inTenant(tenant.id, change);
  let held = "";
  await raises("allocation", async () => {
    held = await book({ status: "temp_hold", holdExpiresAt: new Date(Date.now() + 60_000) });
  });
  await raises(
    "status, through the cascade",
    write((tx) => tx.update(bookings).set({ status: "confirmed" }).where(eq(bookings.id, held))),
  );
  await raises(
    "release",
    write((tx) => tx.delete(allocations).where(eq(allocations.bookingId, held))),
  );
  await raises(
    "blackout",
    write((tx) =>
      tx
        .insert(blackouts)
        .values({ tenantId: tenant.id, id: blackoutId, venueId: venue.id, reason: "paint", ...evening() }),
    ),
  );
  await raises(
    "blackout lifted",
    write((tx) => tx.delete(blackouts).where(eq(blackouts.id, blackoutId))),
  );
  await raises(
    "price",
    write((tx) => tx.update(prices).set({ amountPaise: 1 }).where(eq(prices.spaceId, venue.space.a))),
  );
  await raises(
    "rule",
    write((tx) => tx.delete(priceRules).where(eq(priceRules.venueId, venue.id))),
  );
  await raises(
    "slot",
    write((tx) =>
      tx
        .update(slots)
        .set({ weekdays: [1] })
        .where(eq(slots.id, venue.slot.morning)),
    ),
  );
  await raises(
    "space",
    write((tx) => tx.update(spaces).set({ capacity: 9 }).where(eq(spaces.id, venue.space.c))),
  );
  await raises(
    "venue",
    write((tx) => tx.update(venues).set({ leadMinutes: 0 }).where(eq(venues.id, venue.id))),
  );
  await raises(
    "muhurat",
    write((tx) =>
      tx
        .insert(muhuratDates)
        .values({ tenantId: tenant.id, id: bookingId, venueId: venue.id, date: day, source: "test" }),
    ),
  );
  expect(await readGeneration(tenant.id, other.id)).toBe(otherBefore);
});

test("a hold that has run out is free without anything being written, and the ETag changes at that instant", async () => {
  const holdExpiresAt = new Date(Date.now() + 10 * 60_000);
  await book({ status: "temp_hold", holdExpiresAt });
  const generation = await readGeneration(tenant.id, venue.id);
  const before = new Date(holdExpiresAt.getTime() - 1);
  const held = await read(before);
  const slot = held.days[0]?.slots.find((one) => one.spaceId === venue.space.a && one.slotId === venue.slot.evening);
  expect(slot).toMatchObject({ state: "held", heldUntil: holdExpiresAt });
  expect((await read(new Date(before.getTime() - 1000))).etag).toBe(held.etag);

  expect(await stateIn(venue.space.a, venue.slot.evening, holdExpiresAt)).toBe("free");
  expect((await read(holdExpiresAt)).etag).not.toBe(held.etag);
  const json = await readAvailabilityJson(tenant, venue, { from: day, to: day }, holdExpiresAt);
  expect(
    JSON.parse(new TextDecoder().decode(json.body)).data.days[0].slots.map((one: { state: string }) => one.state),
  ).not.toContain("held");
  expect(await readGeneration(tenant.id, venue.id)).toBe(generation);
});

test("a session that begins is past, by the clock alone", async () => {
  const starts = periodOf(day, "16:00", 420, ZONE).startsAt;
  const lastMoment = new Date(starts.getTime() - venue.settings.leadMinutes * 60_000);
  expect(await stateIn(venue.space.a, venue.slot.evening, lastMoment)).toBe("free");
  expect(await stateIn(venue.space.a, venue.slot.evening, new Date(lastMoment.getTime() + 1))).toBe("past");
});

test("a reader who is slow cannot file what is old under a newer key", async () => {
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

test("another tenant's venue or space is not found", async () => {
  const stranger = await makeTenant();
  const theirs = await makeVenue(stranger);
  const range = { from: day, to: day };
  await expect(readAvailability(stranger, venue, range)).rejects.toSatisfy((error) => isAppError(error, "NOT_FOUND"));
  await expect(readAvailabilityJson(tenant, { id: "x" }, range)).rejects.toSatisfy((e) => isAppError(e, "NOT_FOUND"));
  await expect(readAvailability(tenant, venue, { ...range, spaceId: theirs.space.a })).rejects.toSatisfy((error) =>
    isAppError(error, "NOT_FOUND"),
  );
});

test("after any writes the cached answer is the one that Postgres gives", async () => {
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
  upstash.url = await url();
  await book();
  const began = performance.now();
  expect((await read()).days).toHaveLength(1);
  expect(await stateIn(venue.space.a)).toBe("booked");
  expect(performance.now() - began).toBeLessThan(1000);
});

test("what one process has computed, another takes from Upstash", async () => {
  await book();
  const first = await read();
  const shared = upstashCache({ url: process.env.UPSTASH_REDIS_REST_URL ?? "", token: "test", answerWithinMs: 2000 });
  const key = `av:${tenant.id}:${venue.id}:${day.slice(0, 7)}:${first.generation}`;
  await vi.waitFor(async () => expect(await shared.get(key)).not.toBeNull());
  const month = readMonth((await shared.get(key)) ?? "", day.slice(0, 7), Date.now());
  expect(month?.days.find((one) => one.date === day)).toEqual(first.days[0]);
});
