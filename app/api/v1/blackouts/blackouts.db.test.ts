import { beforeAll, expect, test } from "vitest";
import { callApi, loggedIn, makeKey } from "@/db/testing/call-api";
import { makeBooking } from "@/db/testing/make-booking";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall, makeTenant, type TestTenant, type TestVenue } from "@/db/testing/make-tenant";
import { closeYearly } from "@/lib/bookings/close-yearly";
import { addDays } from "@/lib/core/local-date";
import { periodOf, startOfDay, todayIn } from "@/lib/core/period";
import { API_SCOPES } from "@/lib/core/permissions";
import * as months from "../venues/[id]/availability/route";
import * as one from "./[id]/route";
import * as all from "./route";

const ZONE = "Asia/Kolkata";
const day = (n: number) => addDays(todayIn(new Date(), ZONE), n);
const midnight = (n: number) => startOfDay(day(n), ZONE).toISOString();

let tenant: TestTenant;
let venue: TestVenue;
let key: string;
beforeAll(async () => {
  ({ tenant, venue } = await makeHall());
  key = await makeKey(tenant, ["blackout.write", "setup.read"]);
});

type More = Partial<Parameters<typeof callApi>[1]>;
const post = (body: unknown, more: More = {}) => callApi(all.POST, { tenant, key, method: "POST", body, ...more });
const remove = (id: string, more: More = {}) =>
  callApi(one.DELETE, { tenant, key, method: "DELETE", params: { id }, ...more });
const list = async (query = "", more: More = {}) =>
  (await callApi(all.GET, { tenant, key, path: `/blackouts?${query}`, ...more })).json();
const days = (n: number, more = {}) => ({ venueId: venue.id, from: day(n), to: day(n), reason: "Painting", ...more });

async function statesOn(n: number): Promise<string[]> {
  const path = `/venues/${venue.id}/availability?from=${day(n)}&to=${day(n)}&spaceId=${venue.space.b}`;
  const response = await callApi(months.GET, { tenant, path, params: { id: venue.id } });
  return (await response.json()).data.days[0].slots.map(({ state }: { state: string }) => state);
}

test("whole days are closed, shown closed, listed, and opened again", async () => {
  const response = await post(days(20, { to: day(21) }));
  expect(response.status).toBe(201);
  const { data } = await response.json();
  expect(data).toEqual({
    ...{ id: expect.any(String), venueId: venue.id, partIds: expect.any(Array), reason: "Painting", yearlyId: null },
    ...{ startTs: midnight(20), endTs: midnight(22), createdAt: expect.any(String) },
  });
  expect(data.partIds).toHaveLength(3);
  expect(new Set(await statesOn(21))).toEqual(new Set(["closed"]));
  expect((await list()).data).toEqual([data]);

  const opened = await remove(data.id);
  expect([opened.status, await opened.text()]).toEqual([204, ""]);
  expect((await remove(data.id)).status).toBe(404);
  expect((await list()).data).toEqual([]);
  expect(new Set(await statesOn(21))).toEqual(new Set(["free"]));
});

test("a space is closed between two times of day, or between two instants of any zone", async () => {
  const hours = { spaceId: venue.space.b, startTime: "16:00", endTime: "23:00" };
  const byDays = (await (await post(days(30, hours))).json()).data;
  expect([byDays.partIds, byDays.startTs, byDays.endTs]).toEqual([
    [venue.space.b],
    `${day(30)}T10:30:00.000Z`,
    `${day(30)}T17:30:00.000Z`,
  ]);
  const times = { startTs: `${day(31)}T16:00:00+05:30`, endTs: `${day(31)}T17:30:00Z` };
  const byTimes = (
    await (await post({ venueId: venue.id, spaceId: venue.space.b, reason: "Dry run", ...times })).json()
  ).data;
  expect([byTimes.startTs, byTimes.endTs]).toEqual([`${day(31)}T10:30:00.000Z`, `${day(31)}T17:30:00.000Z`]);
  await remove(byDays.id);
  await remove(byTimes.id);
});

test("the same key closes once; for another body it is 422", async () => {
  const headers = { "idempotency-key": "painting-1" };
  const [first, second] = [await post(days(40), { headers }), await post(days(40), { headers })];
  expect([first.status, second.status, second.headers.get("idempotent-replayed")]).toEqual([201, 201, "true"]);
  expect(await second.json()).toEqual(await first.json());
  const other = await post(days(41), { headers });
  expect([other.status, (await other.json()).code]).toEqual([422, "IDEMPOTENCY_MISMATCH"]);
});

test("a booking in the way closes nothing, and is named", async () => {
  const { actor } = await makeFamily(tenant);
  await makeBooking(tenant.id, {
    ...{ venueId: venue.id, customerId: actor.userId, partIds: [venue.space.c] },
    during: periodOf(day(50), "17:00", 360, ZONE),
  });
  const before = await list();
  const refused = await post(days(50));
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({
    code: "STILL_BOOKED",
    bookings: [{ eventTitle: "Test" }],
    closures: [],
  });
  expect(await list()).toEqual(before);
});

test.each([
  [{ from: "x" }, 400, "INVALID_INPUT"],
  [{ from: "0000-01-01" }, 400, "INVALID_INPUT"],
  [{ to: "9999-12-31" }, 400, "INVALID_INPUT"],
  [{ startTime: "24:00" }, 400, "INVALID_INPUT"],
  [{ reason: " " }, 400, "INVALID_INPUT"],
  [{ reason: "Pain\u0000ting" }, 400, "INVALID_INPUT"],
  [{ startTs: "2027-01-01T00:00:00Z" }, 400, "INVALID_INPUT"],
  [{ to: day(59) }, 422, "INVERTED_PERIOD"],
  [{ from: day(-3), to: day(-2) }, 422, "IN_THE_PAST"],
  [{ spaceId: "01900000-0000-7000-8000-000000000000" }, 404, "NOT_FOUND"],
  [{ venueId: "01900000-0000-7000-8000-000000000000" }, 404, "NOT_FOUND"],
])("%j is %d %s", async (wrong, status, code) => {
  const response = await post({ ...days(60), ...wrong });
  expect([response.status, (await response.json()).code]).toEqual([status, code]);
});

test("the list is paged, the soonest first; a yearly one is in it and is opened elsewhere", async () => {
  const hall = await makeHall();
  const own = { tenant: hall.tenant, key: await makeKey(hall.tenant, ["blackout.write", "setup.read"]) };
  const where = { venueId: hall.venue.id, reason: "Painting" };
  for (const n of [12, 10, 14]) await post({ ...where, from: day(n), to: day(n) }, own);
  const yearly = { ...where, spaceId: null, startsOn: day(16).slice(5).replace("02-29", "02-28"), days: 1 };
  await closeYearly(await makeManager(hall.tenant), yearly, { preview: false });
  const seen: { startTs: string; yearlyId: string | null; id: string }[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { data, nextCursor } = await list(`limit=2&venueId=${hall.venue.id}${cursor && `&cursor=${cursor}`}`, own);
    seen.push(...data);
    cursor = nextCursor;
  }
  expect(seen.map(({ startTs }) => startTs).slice(0, 3)).toEqual([midnight(10), midnight(12), midnight(14)]);
  const year = seen.at(-1);
  expect(year?.yearlyId).toEqual(expect.any(String));
  expect((await remove(year?.id ?? "", own)).status).toBe(404);
  expect((await list(`venueId=${venue.id}`, own)).data).toEqual([]);
});

test("without the scope, without a key, to a family and from another hall it is refused", async () => {
  const { data } = await (await post(days(70))).json();
  const calls = (more: More) => [
    () => post(days(71), more),
    () => remove(data.id, more),
    () => callApi(all.GET, { tenant, key, ...more }),
  ];
  const scopes = API_SCOPES.filter((scope) => scope !== "blackout.write" && scope !== "setup.read");
  for (const call of calls({ key: await makeKey(tenant, scopes) })) expect((await call()).status).toBe(403);
  for (const call of calls({ key: "" })) expect((await call()).status).toBe(401);
  const family = await makeFamily(tenant);
  const session = { key: "", headers: await loggedIn(tenant, family.actor.userId) };
  for (const call of calls(session)) expect((await call()).status).toBe(403);
  const elsewhere = await makeTenant();
  const theirs = { tenant: elsewhere, key: await makeKey(elsewhere, API_SCOPES) };
  expect((await remove(data.id, theirs)).status).toBe(404);
  expect((await post(days(71), theirs)).status).toBe(404);
  expect((await list("", theirs)).data).toEqual([]);
  expect((await list()).data.map(({ id }: { id: string }) => id)).toContain(data.id);
});
