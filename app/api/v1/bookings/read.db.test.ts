import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { callApi, loggedIn, makeKey } from "@/db/testing/call-api";
import { hold, lapse } from "@/db/testing/checkout";
import { makeFamily } from "@/db/testing/make-family";
import { makeHall, makeTenant, makeVenue, type TestTenant, type TestVenue } from "@/db/testing/make-tenant";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { takeBooking } from "@/lib/bookings/take-booking";
import type { Actor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { sealCursor } from "@/lib/web/api/cursor";
import { getBooking, listBookingEvents, listBookings } from "../_contract/bookings";
import { GET as getEvents } from "./[id]/events/route";
import { GET as get } from "./[id]/route";
import { GET as list } from "./route";

const dayAhead = (days: number) => addDays(todayIn(new Date(), "Asia/Kolkata"), days);

let tenant: TestTenant;
let venue: TestVenue;
let other: TestVenue;
let key: string;
/** As the hall has them: twelve on days of their own, one of a family, one lapsed, one far west of the others. */
const made: string[] = [];
let family: Awaited<ReturnType<typeof makeFamily>>;
let held: string;
let lapsed: string;
let west: string;

/** At the desk of a venue, for a customer of the test's own. */
async function take(at: TestVenue, date: string, n: number): Promise<string> {
  const actor: Actor = { kind: "apiKey", keyId: "k", scopes: ["booking.take", "booking.approve"] };
  const { result } = await takeBooking(
    { tenant, actor, now: new Date(), requestId: "test" },
    {
      ...{ venueId: at.id, guests: 100, addOns: [], eventType: "wedding", eventTitle: `Event ${n}`, locale: "en" },
      functions: [{ spaceId: at.space.a, slotId: at.slot.evening, date, name: "wedding" }],
      customer: { phone: `98000${String(10_000 + n)}`, name: n === 3 ? "Vitthal Kadam" : `Family ${n}` },
      ...{ source: "phone", standing: { kind: "hold" } },
    },
    { receive: () => Promise.reject(new Error("nothing comes")), show: async (_tx, { id }) => id },
  );
  return result;
}

beforeAll(async () => {
  ({ tenant, venue } = await makeHall());
  other = await makeVenue(tenant, { settings: { timeZone: "America/Los_Angeles" } });
  key = await makeKey(tenant, ["booking.read"]);
  for (let n = 0; n < 12; n++) made.push(await take(venue, dayAhead(100 + n), n));
  west = await take(other, dayAhead(105), 90);
  family = await makeFamily(tenant);
  held = await hold(family, venue);
  const late = await makeFamily(tenant);
  lapsed = await hold(late, venue, "morning");
  await lapse(late, lapsed);
});

const answer = z.object({ data: listBookings.data, nextCursor: z.string().nullable() });
const asked = (query: Record<string, string | number> = {}) => ({
  path: `/bookings?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`,
});
async function found(
  query: Record<string, string | number> = {},
  who: { key?: string; headers?: Record<string, string> } = { key },
) {
  const response = await callApi(list, { tenant, ...who, ...asked(query) });
  expect(response.status).toBe(200);
  return answer.parse(await response.json());
}
const idsOf = async (query?: Record<string, string | number>) => (await found(query)).data.map(({ id }) => id);

test.each([
  ["startTs", "asc"],
  ["-startTs", "desc"],
  ["createdAt", "asc"],
  ["-createdAt", "desc"],
])("page after page in the order of %s, each booking comes once", async (sort, direction) => {
  const by = sort.endsWith("createdAt") ? "createdAt" : "startTs";
  const seen: { id: string; at: string }[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: z.infer<typeof answer> = await found({ sort, limit: 4, ...(cursor ? { cursor } : {}) });
    seen.push(...page.data.map((row) => ({ id: row.id, at: row[by] })));
    cursor = page.nextCursor;
  }
  expect(new Set(seen.map(({ id }) => id))).toEqual(new Set([...made, west, held, lapsed]));
  expect(seen).toHaveLength(15);
  const times = seen.map(({ at }) => at);
  expect(times).toEqual(direction === "asc" ? times.toSorted() : times.toSorted().toReversed());
});

test("without asking it is the latest first, forty at most", async () => {
  const { data, nextCursor } = await found();
  expect([data.length, nextCursor]).toEqual([15, null]);
  expect(data[0]).toMatchObject({
    ...{ id: made[11], venueId: venue.id, source: "api", eventTitle: "Event 11", guestCount: 100 },
    user: { name: "Family 11", phone: "+919800010011" },
    spaces: [{ id: venue.space.a, name: { en: "A" } }],
    totals: { paidPaise: 0, duePaise: data[0]?.totals.totalPaise },
  });
});

test("days are local to each booking's own venue, both included", async () => {
  const one = { from: dayAhead(105), to: dayAhead(105) };
  expect((await idsOf(one)).toSorted()).toEqual([made[5], west].toSorted());
  expect(await idsOf({ ...one, venueId: other.id })).toEqual([west]);
  expect(await idsOf({ from: dayAhead(110) })).toEqual([made[11], made[10]]);
  expect(await idsOf({ from: dayAhead(99), to: dayAhead(100), sort: "startTs" })).toEqual([made[0]]);
  expect(await idsOf({ from: dayAhead(10), to: dayAhead(9) })).toEqual([]);
});

test("a status is what it is by the clock: a lapsed hold is expired, whether or not it was swept", async () => {
  expect(await idsOf({ status: "expired" })).toEqual([lapsed]);
  expect(await idsOf({ status: "temp_hold" })).not.toContain(lapsed);
  expect(await idsOf({ status: "confirmed" })).toEqual([]);
  const { data } = await (await callApi(get, { tenant, key, params: { id: lapsed } })).json();
  expect(data.status).toBe("expired");
});

test("it is searched by number, event, name and phone, and for one user", async () => {
  expect(await idsOf({ q: "Kadam" })).toEqual([made[3]]);
  expect(await idsOf({ q: "98000 10007" })).toEqual([made[7]]);
  expect(await idsOf({ userId: family.actor.userId })).toEqual([held]);
  expect(await idsOf({ q: "nobody of that name" })).toEqual([]);
});

test("a family sees its own and nobody else's, whatever it asks for", async () => {
  const headers = await loggedIn(tenant, family.actor.userId);
  const seen = async (query?: Record<string, string>) => (await found(query, { headers })).data.map(({ id }) => id);
  expect(await seen()).toEqual([held]);
  expect(await seen({ q: "jadhav" })).toEqual([held]);
  expect(await seen({ q: "Kadam" })).toEqual([]);
  expect(await seen({ userId: crypto.randomUUID() })).toEqual([]);
  for (const id of [made[0], lapsed]) {
    expect((await callApi(get, { tenant, headers, params: { id: id ?? "" } })).status).toBe(404);
    expect((await callApi(getEvents, { tenant, headers, params: { id: id ?? "" } })).status).toBe(404);
  }
});

test.each([
  ...[{ limit: 0 }, { limit: 101 }, { limit: "x" }, { status: "gone" }, { venueId: "1" }, { from: "2027-02-30" }],
  ...[{ to: "0000-01-01" }, { cursor: "1" }, { cursor: "9.' or 1=1" }, { q: "\0" }, { q: "" }, { sort: "price" }],
])("%o is refused", async (query) => {
  const response = await callApi(list, { tenant, key, ...asked(query as Record<string, string>) });
  expect([response.status, (await response.json()).code]).toEqual([400, "INVALID_INPUT"]);
});

test("one booking is shown whole", async () => {
  const response = await callApi(get, { tenant, key, params: { id: made[3] ?? "" } });
  const { data } = await response.json();
  const booking = getBooking.data.parse(data);
  expect(booking).toMatchObject({ id: made[3], user: { name: "Vitthal Kadam" }, status: "temp_hold" });
  expect(booking.functions).toHaveLength(1);
  expect(booking.lines.reduce((sum, { amountPaise }) => sum + amountPaise, 0)).toBe(booking.totals.totalPaise);
});

test("what happened to it is told by kind, never with a phone or a name", async () => {
  await cancelBooking(family, { bookingId: held, reason: "call +919876543210" });
  const history = z.object({ data: listBookingEvents.data, nextCursor: z.string().nullable() });
  const events = async (query: Record<string, string | number>) => {
    const response = await callApi(getEvents, { tenant, key, params: { id: held }, ...asked(query) });
    const text = await response.text();
    expect(text).not.toMatch(/\+91|phone|Family/);
    return history.parse(JSON.parse(text));
  };
  const all = await events({});
  expect(all.data.map(({ type, fromStatus, toStatus, actor }) => [type, fromStatus, toStatus, actor.kind])).toEqual([
    ["create", null, "temp_hold", "customer"],
    ["cancel", "temp_hold", "cancelled", "customer"],
  ]);
  const first = await events({ limit: 1 });
  const second = await events({ limit: 1, cursor: first.nextCursor ?? "" });
  expect([...first.data, ...second.data]).toEqual(all.data);
  expect(second.nextCursor).toBeNull();
});

test("a cursor goes on where its page ended, and in no other list, order or filter", async () => {
  const ask = async (query: Record<string, string | number>, at?: { events: string }) => {
    const params = at ? { id: at.events } : {};
    const response = await callApi(at ? getEvents : list, { tenant, key, params, ...asked(query) });
    const { nextCursor, code, errors } = await response.json();
    return { status: response.status, nextCursor, code, paths: errors?.map(({ path }: { path: string }) => path) };
  };
  const venueId = "0192f0c1-11aa-7b20-8c55-90f1d2e3a4b5";
  const { nextCursor: cursor } = await ask({ limit: 2 });
  const { nextCursor: oldest } = await ask({ limit: 2, sort: "createdAt" });
  const { nextCursor: ofOne } = await ask({ limit: 1 }, { events: held });
  expect([cursor, oldest, ofOne]).not.toContain(null);
  const refused = { status: 400, code: "INVALID_INPUT", paths: ["cursor"] };
  for (const query of [{ sort: "startTs" }, { sort: "-createdAt" }, { status: "temp_hold" }, { venueId }, { q: "a" }]) {
    expect(await ask({ cursor, ...query })).toMatchObject(refused);
  }
  for (const other of [oldest, ofOne]) expect(await ask({ cursor: other })).toMatchObject(refused);
  expect(await ask({ cursor }, { events: held })).toMatchObject(refused);
  expect(await ask({ cursor: ofOne }, { events: made[0] ?? "" })).toMatchObject(refused);
  // Without its mark it is none, and what is said otherwise is the same list.
  expect(await ask({ cursor: cursor.slice(0, -11) })).toMatchObject(refused);
  const own = { id: "listBookings", params: {}, query: { sort: "-startTs" } };
  for (const end of ["9", "9.x", "x.".padEnd(38, "0")]) {
    expect(await ask({ cursor: sealCursor(end, own) })).toMatchObject(refused);
  }
  for (const same of [{ limit: 3 }, { sort: "-startTs" }]) expect((await ask({ cursor, ...same })).status).toBe(200);
  expect((await ask({ cursor: ofOne }, { events: held.toUpperCase() })).status).toBe(200);
});

test("of another hall, or no id at all: 404; without a key or its scope: refused", async () => {
  const elsewhere = await makeTenant();
  const theirs = await makeKey(elsewhere, ["booking.read"]);
  for (const route of [get, getEvents]) {
    for (const id of [crypto.randomUUID(), "%00", "1' or '1'='1"]) {
      expect((await callApi(route, { tenant, key, params: { id } })).status).toBe(404);
    }
    expect((await callApi(route, { tenant: elsewhere, key: theirs, params: { id: held } })).status).toBe(404);
    expect((await callApi(route, { tenant, key: theirs, params: { id: held } })).status).toBe(401);
    expect((await callApi(route, { tenant, params: { id: held } })).status).toBe(401);
    const unscoped = await makeKey(tenant, ["booking.take"]);
    expect((await callApi(route, { tenant, key: unscoped, params: { id: held } })).status).toBe(403);
  }
  expect(await found({}, { key: theirs }).catch(() => null)).toBeNull();
});
