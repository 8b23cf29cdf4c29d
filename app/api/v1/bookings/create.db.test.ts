import { beforeAll, beforeEach, expect, test } from "vitest";
import { callApi, loggedIn, makeKey } from "@/db/testing/call-api";
import { makeFamily } from "@/db/testing/make-family";
import { makeHall, makeTenant, makeUser, makeVenue, type TestTenant, type TestVenue } from "@/db/testing/make-tenant";
import { pageBookings } from "@/lib/bookings/page-bookings";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import type { Permission } from "@/lib/core/permissions";
import { env } from "@/lib/env";
import { createBooking } from "../_contract/bookings";
import { POST as createAt } from "../venues/[id]/bookings/route";
import { POST as create } from "./route";

const SCOPES: Permission[] = ["booking.take", "booking.custom-times", "booking.approve"];

let tenant: TestTenant;
let venue: TestVenue;
let key: string;
let date = addDays(todayIn(new Date(), "Asia/Kolkata"), 60);

beforeAll(async () => {
  ({ tenant, venue } = await makeHall());
  key = await makeKey(tenant, SCOPES);
});
// Each test has a day, and the day after, to itself.
beforeEach(() => {
  date = addDays(date, 2);
});

const user = { name: "Sunita Jadhav", phone: "98765 43210" };
const about = { user, eventType: "wedding", eventTitle: "Jadhav – Pawar", guestCount: 200 };
const evening = () => ({ startTs: `${date}T16:00:00+05:30`, endTs: `${date}T23:00:00+05:30` });
const afternoon = () => ({ startTs: `${date}T10:00:00+05:30`, endTs: `${date}T14:00:00+05:30` });
const wish = (more: object = {}) => ({ venueId: venue.id, ...about, spaceId: venue.space.a, ...evening(), ...more });

type Asked = Partial<Parameters<typeof callApi>[1]>;
const book = (body: object, asked: Asked = {}) => callApi(create, { tenant, key, method: "POST", body, ...asked });
const idempotency = (value: string) => ({ headers: { "idempotency-key": value } });

/** The booking, held to its contract. */
async function booked(response: Response) {
  expect(response.status).toBe(201);
  const { data } = await response.json();
  return createBooking.data.parse(data);
}
async function refused(response: Response, status: number, code: string) {
  const problem = await response.json();
  expect([response.status, problem.code]).toEqual([status, code]);
  return problem;
}
async function countBookings(): Promise<number> {
  const ctx = { tenant, actor: { kind: "platform" }, now: new Date(), requestId: "test" } as const;
  return (await pageBookings(ctx, { sort: "createdAt", limit: 1000 })).rows.length;
}

test("times that are a session's become that session, at its price", async () => {
  const made = await booked(await book(wish()));
  expect(made).toMatchObject({
    ...{ number: expect.stringMatching(/^TST-\d{4}-0001$/), status: "temp_hold", venueId: venue.id, source: "api" },
    ...{ eventTitle: "Jadhav – Pawar", guestCount: 200, timeZone: "Asia/Kolkata", version: 1 },
    user: { name: "Sunita Jadhav", phone: "+919876543210", email: null },
    ...{ startTs: `${date}T10:30:00.000Z`, endTs: `${date}T17:30:00.000Z` },
  });
  expect(made.functions).toEqual([
    expect.objectContaining({ name: "wedding", spaceId: venue.space.a, slotId: venue.slot.evening, date }),
  ]);
  const { totalPaise, advancePaise, paidPaise, duePaise } = made.totals;
  expect(totalPaise).toBe(made.lines.reduce((sum, { amountPaise }) => sum + amountPaise, 0));
  expect([advancePaise, paidPaise, duePaise]).toEqual([Math.round(totalPaise / 4), 0, totalPaise]);
  const minutes = (Date.parse(made.holdExpiresAt ?? "") - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(14);
  expect(minutes).toBeLessThan(15.1);
});

test("other times are custom times, by the hour, for a key that may and a venue that offers them", async () => {
  const made = await booked(await book(wish({ spaceId: venue.space.b, ...afternoon() })));
  expect(made.functions).toEqual([expect.objectContaining({ slotId: null, date, startTs: `${date}T04:30:00.000Z` })]);
  expect(made.totals.totalPaise).toBe(4 * 5_000_00);

  const without = await makeKey(tenant, ["booking.take"]);
  const body = wish({ spaceId: venue.space.c, ...afternoon() });
  await refused(await book(body, { key: without }), 403, "CUSTOM_TIMES_NOT_ALLOWED");
  const strict = await makeVenue(tenant, { settings: { customTimes: "none" } });
  const there = { ...body, venueId: strict.id, spaceId: strict.space.c };
  await refused(await book(there), 403, "CUSTOM_TIMES_NOT_ALLOWED");
});

test("without a space it is the smallest that seats the guests, taken or not", async () => {
  const { spaceId: _, ...anywhere } = wish();
  expect((await booked(await book(anywhere))).functions[0]?.spaceId).toBe(venue.space.c);
  await refused(await book(anywhere), 409, "SLOT_TAKEN");
  const many = { ...anywhere, guestCount: 1200 };
  expect((await booked(await book(many))).functions[0]?.spaceId).toBe(venue.space.b);
  await refused(await book({ ...anywhere, guestCount: 1501 }), 422, "OVER_CAPACITY");
});

test("several functions are one booking, in order of their start, each under its name", async () => {
  const { startTs: _, endTs: __, spaceId: ___, ...rest } = wish();
  const { a, b } = venue.space;
  const functions = [
    { spaceId: a, slotId: venue.slot.evening, date: addDays(date, 1), name: "wedding" },
    { spaceId: b, ...afternoon(), name: "haldi" },
  ];
  const made = await booked(await book({ ...rest, functions }));
  expect(made.functions.map(({ name, slotId }) => [name, slotId])).toEqual([
    ["haldi", null],
    ["wedding", venue.slot.evening],
  ]);
  expect([made.startTs, made.endTs]).toEqual([`${date}T04:30:00.000Z`, `${addDays(date, 1)}T17:30:00.000Z`]);
  const twice = { spaceId: a, slotId: venue.slot.morning, date };
  await refused(await book({ ...rest, functions: [twice, { ...twice }] }), 422, "FUNCTIONS_OVERLAP");
});

test("the venue may be in the path", async () => {
  const { venueId, ...body } = wish();
  const call = { tenant, key, method: "POST", params: { id: venueId }, body };
  expect((await booked(await callApi(createAt, call))).venueId).toBe(venueId);
  await refused(await callApi(createAt, { ...call, body: wish() }), 400, "INVALID_INPUT");
});

test("the same key 50 times at once: one booking, and every 201 has the same bytes", async () => {
  const before = await countBookings();
  const once = idempotency(`fifty-${venue.id}`);
  const body = wish();
  const untilDone = async (): Promise<{ text: string; replayed: string | null }> => {
    const response = await book(body, once);
    if (response.status === 409) {
      expect((await response.json()).code).toBe("IDEMPOTENCY_IN_FLIGHT");
      return untilDone();
    }
    expect(response.status).toBe(201);
    return { text: await response.text(), replayed: response.headers.get("idempotent-replayed") };
  };
  const answers = await Promise.all(Array.from({ length: 50 }, untilDone));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers.filter(({ replayed }) => replayed === null)).toHaveLength(1);
  expect(answers.filter(({ replayed }) => replayed === "true")).toHaveLength(49);
  expect(await countBookings()).toBe(before + 1);

  await refused(await book({ ...body, guestCount: 201 }, once), 422, "IDEMPOTENCY_MISMATCH");
  expect(await countBookings()).toBe(before + 1);
});

test("a replay has the same bytes when Postgres alone remembers it", async () => {
  const once = idempotency(`stored-${venue.id}`);
  const first = await (await book(wish(), once)).text();
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env();
  const headers = { authorization: `Bearer ${token}` };
  const flushed = await fetch(url, { method: "POST", headers, body: JSON.stringify(["FLUSHDB"]) });
  expect(await flushed.json()).toEqual({ result: "OK" });
  const again = await book(wish(), once);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(await again.text()).toBe(first);
});

test("two keys of one hall do not share what they did once", async () => {
  const other = await makeKey(tenant, SCOPES);
  const once = idempotency(`theirs-${venue.id}`);
  const mine = await booked(await book(wish(), once));
  const theirs = await booked(await book(wish({ spaceId: venue.space.b }), { ...once, key: other }));
  expect(theirs.id).not.toBe(mine.id);
});

test("who comes second is told what is free instead, for a session and for times of one's own", async () => {
  await booked(await book(wish()));
  const taken = await refused(await book(wish()), 409, "SLOT_TAKEN");
  expect(taken.alternatives.length).toBeGreaterThan(2);
  expect(taken.alternatives[0]).toEqual({
    ...{ date, why: "other-space", slotId: venue.slot.evening, pricePaise: expect.any(Number) },
    spaceId: expect.not.stringContaining(venue.space.a),
  });

  const own = { startTs: `${date}T15:00:00+05:30`, endTs: `${date}T20:00:00+05:30` };
  const custom = await refused(await book(wish(own)), 409, "SLOT_TAKEN");
  expect(custom.alternatives.map(({ why }: { why: string }) => why)).toEqual(
    expect.arrayContaining(["other-space", "other-session", "nearest-date"]),
  );
  for (const { date: day, spaceId, slotId } of custom.alternatives.slice(0, 1)) {
    const { startTs: _, endTs: __, spaceId: ___, ...rest } = wish();
    await booked(await book({ ...rest, functions: [{ spaceId, slotId, date: day }] }));
  }
});

test("a family holds for itself, from the hall's own pages alone, and holding again edits its hold", async () => {
  const family = await makeFamily(tenant);
  const headers = await loggedIn(tenant, family.actor.userId);
  const { key: _, ...session } = { key, headers };
  const asFamily = (body: object, more: Record<string, string> = {}) =>
    callApi(create, { tenant, method: "POST", body, headers: { ...session.headers, ...more } });
  const made = await booked(await asFamily(wish()));
  expect(made).toMatchObject({ source: "online", status: "temp_hold", user: { id: family.actor.userId } });
  const again = await booked(await asFamily(wish({ guestCount: 300 })));
  expect(again).toMatchObject({ id: made.id, number: made.number, guestCount: 300 });
  await refused(await asFamily(wish(), { "sec-fetch-site": "cross-site" }), 403, "CROSS_ORIGIN");
});

test("the hall's own people take a booking for whoever calls them", async () => {
  const { id } = await makeUser(tenant.id, "staff");
  const headers = await loggedIn(tenant, id);
  const made = await booked(await callApi(create, { tenant, method: "POST", body: wish(), headers }));
  expect(made).toMatchObject({ source: "desk", user: { phone: "+919876543210" } });
});

test("a key is bound by the lead time, and nobody books the past or beyond the horizon", async () => {
  const soon = await makeVenue(tenant, { settings: { leadMinutes: 60 * 24 * 30 } });
  const at = (day: string, more: object = {}) => ({
    ...wish({ startTs: `${day}T16:00:00+05:30`, endTs: `${day}T23:00:00+05:30` }),
    ...{ venueId: soon.id, spaceId: soon.space.a, ...more },
  });
  const today = todayIn(new Date(), "Asia/Kolkata");
  await refused(await book(at(addDays(today, 10))), 422, "OUTSIDE_LEAD_TIME");
  await refused(await book(at(addDays(today, -1))), 422, "IN_THE_PAST");
  await refused(await book(at(addDays(today, 3650))), 422, "BEYOND_HORIZON");
  await refused(await book(wish({ endTs: evening().startTs })), 422, "INVERTED_PERIOD");
  const short = { startTs: `${date}T10:00:00+05:30`, endTs: `${date}T10:30:00+05:30` };
  await refused(await book(wish(short)), 422, "TOO_SHORT");
  await refused(await book(wish({ shownTotalPaise: 1 })), 409, "PRICE_CHANGED");
  await refused(await book(wish({ user: { ...user, phone: "12" } })), 422, "PHONE_INVALID");
});

test.each([
  ["the year nought", { startTs: "0000-01-01T00:00:00+14:00", endTs: "0000-01-01T10:00:00Z" }],
  ["the end of all clocks", { startTs: "9999-12-31T20:00:00Z", endTs: "9999-12-31T23:59:00Z" }],
  ["half a minute", { startTs: "2027-02-10T16:00:30Z", endTs: "2027-02-10T18:00:00Z" }],
  ["no zone", { startTs: "2027-02-10T16:00:00", endTs: "2027-02-10T18:00:00" }],
  ["both forms at once", { functions: [] }],
  ["a member that nobody knows", { discount: 100 }],
  ["more guests than there are", { guestCount: 1e9 }],
])("%s is refused, and nothing breaks", async (_what, more) => {
  const response = await book(wish(more));
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
});

test("another hall's venue, its key, a stranger and a key without the scope get nothing", async () => {
  const elsewhere = await makeTenant();
  const theirs = await makeVenue(elsewhere);
  const before = await countBookings();
  await refused(await book(wish({ venueId: theirs.id, spaceId: theirs.space.a })), 404, "NOT_FOUND");
  await refused(await book(wish({ spaceId: theirs.space.a })), 404, "NOT_FOUND");
  await refused(await book(wish(), { key: await makeKey(elsewhere, SCOPES) }), 401, "UNAUTHENTICATED");
  await refused(await callApi(create, { tenant, method: "POST", body: wish() }), 401, "UNAUTHENTICATED");
  await refused(await book(wish(), { key: await makeKey(tenant, ["booking.read"]) }), 403, "FORBIDDEN");
  await refused(await book(wish(), idempotency("short")), 400, "INVALID_INPUT");
  expect(await countBookings()).toBe(before);
});
