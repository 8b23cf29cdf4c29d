import { beforeAll, beforeEach, expect, test } from "vitest";
import { callApi, loggedIn, makeKey } from "@/db/testing/call-api";
import { booksOf, hold, lapse } from "@/db/testing/checkout";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall, makeTenant, type TestTenant, type TestVenue } from "@/db/testing/make-tenant";
import { expireClaims } from "@/lib/bookings/expire-claims";
import { submitBooking } from "@/lib/bookings/submit-booking";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import type { Permission } from "@/lib/core/permissions";
import { receivePayment } from "@/lib/payments/receive-payment";
import type { Ctx } from "@/lib/tenants/ctx";
import { type BookingResource, getBooking } from "../_contract/bookings";
import { POST as cancel } from "./[id]/cancel/route";
import { POST as confirm } from "./[id]/confirm/route";
import { POST as reject } from "./[id]/reject/route";
import { POST as reschedule } from "./[id]/reschedule/route";
import { POST as create } from "./route";

const TAKES: Permission[] = ["booking.take", "booking.custom-times"];
const CHANGES: Permission[] = ["booking.approve", "booking.cancel", "booking.reject", "booking.reschedule"];

let tenant: TestTenant;
let venue: TestVenue;
let ctx: Ctx;
/** May change bookings, and may not even read them. */
let key: string;
let taker: string;
let date = addDays(todayIn(new Date(), "Asia/Kolkata"), 60);

beforeAll(async () => {
  ({ tenant, venue } = await makeHall());
  ctx = await makeManager(tenant);
  key = await makeKey(tenant, CHANGES);
  taker = await makeKey(tenant, TAKES);
});
beforeEach(() => {
  date = addDays(date, 3);
});

const evening = (day = date) => ({ spaceId: venue.space.a, slotId: venue.slot.evening, date: day });
const eveningTimes = (day: string) => ({ startTs: `${day}T16:00:00+05:30`, endTs: `${day}T23:00:00+05:30` });

async function held(functions: object[] = [{ ...evening(), name: "wedding" }]): Promise<BookingResource> {
  const user = { name: "Sunita Jadhav", phone: "9876543210" };
  const body = { venueId: venue.id, user, eventType: "wedding", guestCount: 200, functions };
  const response = await callApi(create, { tenant, key: taker, method: "POST", body });
  return getBooking.data.parse((await response.json()).data);
}

type Route = typeof cancel | typeof confirm | typeof reject | typeof reschedule;
type Asked = Partial<Parameters<typeof callApi>[1]>;
const call = (route: Route, id: string, body?: object, asked: Asked = {}) =>
  callApi(route, { tenant, key, method: "POST", params: { id }, ...(body ? { body } : {}), ...asked });

/** The whole booking, held to its contract. */
async function changed(response: Response): Promise<BookingResource> {
  expect(response.status).toBe(200);
  return getBooking.data.parse((await response.json()).data);
}
async function refused(response: Response, status: number, code: string) {
  const problem = await response.json();
  expect([response.status, problem.code]).toEqual([status, code]);
  return problem;
}
const pay = (bookingId: string, amountPaise: number) =>
  receivePayment(ctx, { bookingId, method: "cash", amountPaise }).then(({ result }) => result);

test("a hold is confirmed, once; who calls again gets the same", async () => {
  const { id } = await held();
  expect(await changed(await call(confirm, id))).toMatchObject({ id, status: "confirmed", holdExpiresAt: null });
  expect(await changed(await call(confirm, id))).toMatchObject({ id, status: "confirmed" });
  expect(await booksOf(ctx, id)).toMatchObject({ confirmations: 1 });
});

test("ten who confirm at once confirm it once, and all hear so", async () => {
  const { id } = await held();
  const answers = await Promise.all(Array.from({ length: 10 }, async () => changed(await call(confirm, id))));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(["confirmed"]));
  expect(await booksOf(ctx, id)).toMatchObject({ confirmations: 1 });
});

test("what lapsed is not confirmed, nor what is over", async () => {
  const late = await held();
  await lapse(ctx, late.id);
  await refused(await call(confirm, late.id), 410, "HOLD_EXPIRED");
  await expireClaims();
  await refused(await call(confirm, late.id), 410, "HOLD_EXPIRED");
  const gone = await held([{ ...evening(addDays(date, 1)) }]);
  await changed(await call(cancel, gone.id, {}));
  await refused(await call(confirm, gone.id), 409, "WRONG_STATUS");
});

test("a cancellation gives back what the terms say, once", async () => {
  const { id, totals } = await held();
  await pay(id, totals.advancePaise);
  const shown = { reason: "Another date", shownRefundPaise: 1 };
  expect((await refused(await call(cancel, id, shown), 409, "PRICE_CHANGED")).refundPaise).toBe(
    Math.round(totals.advancePaise * 0.75),
  );
  const after = await changed(await call(cancel, id, { reason: "Another date" }));
  expect(after).toMatchObject({ status: "cancelled", totals: { duePaise: 0 } });
  expect(after.totals.paidPaise).toBe(totals.advancePaise - Math.round(totals.advancePaise * 0.75));
  expect(await changed(await call(cancel, id, { reason: "Pressed twice" }))).toEqual(after);
  expect((await booksOf(ctx, id)).requests).toHaveLength(1);
});

test.each(["\0", "\ud800", "a\udfff"])("%j is no reason that could be kept", async (reason) => {
  const { id } = await held();
  await refused(await call(cancel, id, { reason }), 400, "INVALID_INPUT");
  await refused(await call(reschedule, id, { ...eveningTimes(addDays(date, 1)), reason }), 400, "INVALID_INPUT");
  await changed(await call(cancel, id, { reason: "👰🏽 ﷽" }));
});

test("a request is rejected with a reason and all its money goes back; a hold is let go instead", async () => {
  const slow = await makeHall({ settings: { confirmation: "approval" } });
  const there = { tenant: slow.tenant, key: await makeKey(slow.tenant, CHANGES) };
  const family = await makeFamily(slow.tenant);
  const id = await hold(family, slow.venue);
  await refused(await call(reject, id, { reason: "full" }, there), 409, "WRONG_STATUS");
  await submitBooking(family, { bookingId: id });
  await refused(await call(reject, id, {}, there), 400, "INVALID_INPUT");
  const no = await changed(await call(reject, id, { reason: "The hall is being painted" }, there));
  expect(no.status).toBe("rejected");
  expect(await changed(await call(reject, id, { reason: "Again" }, there))).toEqual(no);
});

test("it moves to other times, in its space, under its name, at the price of where it goes", async () => {
  const before = await held();
  const there = eveningTimes(addDays(date, 1));
  const after = await changed(await call(reschedule, before.id, there));
  expect(after).toMatchObject({ id: before.id, number: before.number, startTs: new Date(there.startTs).toISOString() });
  expect(after.functions).toEqual([
    expect.objectContaining({ name: "wedding", spaceId: venue.space.a, slotId: venue.slot.evening }),
  ]);
  expect(after.version).toBeGreaterThan(before.version);

  const own = { startTs: `${date}T10:00:00+05:30`, endTs: `${date}T14:00:00+05:30`, spaceId: venue.space.b };
  await refused(await call(reschedule, before.id, own), 403, "CUSTOM_TIMES_NOT_ALLOWED");
  const free = { key: await makeKey(tenant, [...CHANGES, "booking.custom-times"]) };
  const inTimes = await changed(await call(reschedule, before.id, own, free));
  expect(inTimes.functions).toEqual([expect.objectContaining({ slotId: null, spaceId: venue.space.b })]);
  expect(inTimes.totals.totalPaise).toBe(4 * 5_000_00);
});

test("moved again to where it stands, nothing changes; of two who saw the same the first wins", async () => {
  const before = await held();
  const there = { functions: [evening(addDays(date, 1))], version: before.version };
  const moved = await changed(await call(reschedule, before.id, there));
  expect(moved.functions[0]?.name).toBe("wedding");
  expect(await changed(await call(reschedule, before.id, there))).toEqual(moved);
  const late = { functions: [evening(addDays(date, 2))], version: before.version };
  expect(await refused(await call(reschedule, before.id, late), 409, "CHANGED_MEANWHILE")).toMatchObject({
    version: moved.version,
    // A program has no page to reload.
    detail: expect.stringMatching(/Read it again .* with its new version/),
  });
});

test("of several functions all are named; bare times, which would drop the others, are refused", async () => {
  const both = [
    { ...evening(), name: "wedding" },
    { ...evening(addDays(date, 1)), name: "reception" },
  ];
  const { id } = await held(both);
  await refused(await call(reschedule, id, eveningTimes(addDays(date, 2))), 400, "INVALID_INPUT");
  const functions = [evening(addDays(date, 1)), evening(addDays(date, 2))];
  const after = await changed(await call(reschedule, id, { functions }));
  expect(after.functions.map(({ name, date: day }) => [name, day])).toEqual([
    ["wedding", addDays(date, 1)],
    ["reception", addDays(date, 2)],
  ]);
});

test("where somebody is already, the move is refused with what is free, and nothing moved", async () => {
  const { id } = await held();
  const theirs = await held([{ ...evening(addDays(date, 1)) }]);
  const taken = await refused(await call(reschedule, id, eveningTimes(addDays(date, 1))), 409, "SLOT_TAKEN");
  expect(taken.alternatives.length).toBeGreaterThan(0);
  await refused(
    await call(reschedule, id, { ...eveningTimes(date), shownTotalPaise: 1, spaceId: venue.space.b }),
    409,
    "PRICE_CHANGED",
  );
  await changed(await call(cancel, theirs.id, {}));
  await changed(await call(reschedule, id, eveningTimes(addDays(date, 1))));
});

test("a family cancels and moves its own, confirms nothing, and finds nobody else's", async () => {
  const [own, other] = [await makeFamily(tenant), await makeFamily(tenant)];
  const id = await hold(own, venue, "fullDay");
  const as = async ({ actor }: typeof own) => ({ tenant, headers: await loggedIn(tenant, actor.userId) });
  const mine = async (route: Route, body?: object, who = own) =>
    callApi(route, { ...(await as(who)), method: "POST", params: { id }, ...(body ? { body } : {}) });
  await refused(await mine(confirm), 403, "FORBIDDEN");
  await refused(await mine(reject, { reason: "no" }), 403, "FORBIDDEN");
  await refused(await mine(cancel, {}, other), 404, "NOT_FOUND");
  await refused(await mine(reschedule, eveningTimes(addDays(date, 1)), other), 404, "NOT_FOUND");
  await changed(await mine(reschedule, eveningTimes(addDays(date, 1))));
  expect((await changed(await mine(cancel, {}))).status).toBe("cancelled");
});

test("of another hall, or no id at all: 404; without a key or its scope: refused, and nothing has changed", async () => {
  const { id } = await held();
  const elsewhere = await makeTenant();
  const theirs = await makeKey(elsewhere, CHANGES);
  const reader = await makeKey(tenant, ["booking.read"]);
  for (const [route, body] of [
    [confirm, undefined],
    [cancel, {}],
    [reject, { reason: "no" }],
    [reschedule, eveningTimes(addDays(date, 1))],
  ] as const) {
    await refused(await call(route, crypto.randomUUID(), body), 404, "NOT_FOUND");
    await refused(await call(route, "%00", body), 404, "NOT_FOUND");
    await refused(await call(route, id, body, { tenant: elsewhere, key: theirs }), 404, "NOT_FOUND");
    await refused(await call(route, id, body, { key: theirs }), 401, "UNAUTHENTICATED");
    await refused(await callApi(route, { tenant, method: "POST", params: { id }, body }), 401, "UNAUTHENTICATED");
    await refused(await call(route, id, body, { key: reader }), 403, "FORBIDDEN");
  }
  expect(await booksOf(ctx, id)).toMatchObject({ status: "temp_hold", confirmations: 0 });
});
