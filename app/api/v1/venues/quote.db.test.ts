import { expect, test } from "vitest";
import { callApi, makeKey } from "@/db/testing/call-api";
import { makeHall } from "@/db/testing/make-tenant";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import * as quote from "./[id]/quote/route";

const date = addDays(todayIn(new Date(), "Asia/Kolkata"), 30);
const at = (time: string) => `${date}T${time}:00+05:30`;

type Hall = Awaited<ReturnType<typeof makeHall>>;

async function priced({ tenant, venue }: Hall, body: object, key?: string) {
  const path = `/venues/${venue.id}/quote`;
  const about = { tenant, path, params: { id: venue.id }, method: "POST", body: { guestCount: 100, ...body } };
  const response = await callApi(quote.POST, key ? { ...about, key } : about);
  return { status: response.status, ...(await response.json()) };
}

test("a session costs the same by its id, by its times, and in a list", async () => {
  const hall = await makeHall();
  const spaceId = hall.venue.space.a;
  const session = { spaceId, slotId: hall.venue.slot.morning, date };
  const { data } = await priced(hall, { functions: [session] });
  expect(data.totalPaise).toBeGreaterThan(0);
  expect(data.functions).toMatchObject([{ ...session, startTs: `${date}T03:30:00.000Z` }]);
  const times = { spaceId, startTs: at("09:00"), endTs: at("15:00") };
  expect((await priced(hall, times)).data).toEqual(data);
  expect((await priced(hall, { functions: [times] })).data).toEqual(data);
});

test("times of one's own are priced for whoever may book them: a stranger where families may, a key where the hall may", async () => {
  const times = (hall: Hall) => ({ spaceId: hall.venue.space.a, startTs: at("10:00"), endTs: at("13:00") });
  const open = await makeHall();
  expect((await priced(open, times(open))).data.totalPaise).toBe(15_000_00);
  const closed = await makeHall({ settings: { customTimes: "staff" } });
  expect(await priced(closed, times(closed))).toMatchObject({ status: 403, code: "CUSTOM_TIMES_NOT_ALLOWED" });
  const key = await makeKey(closed.tenant, ["booking.take", "booking.custom-times"]);
  expect((await priced(closed, times(closed), key)).status).toBe(200);
});

test("functions in each other's way are refused with the price already, by their places in the call", async () => {
  const hall = await makeHall();
  const { space, slot } = hall.venue;
  const evening = { spaceId: space.a, slotId: slot.evening, date };
  const over = { spaceId: space.whole, startTs: at("14:00"), endTs: at("17:00") };
  const before = { spaceId: space.a, startTs: at("09:00"), endTs: at("12:00") };
  const refused = { status: 422, code: "FUNCTIONS_OVERLAP" };
  expect(await priced(hall, { functions: [evening, before, over] })).toMatchObject({ ...refused, functions: [0, 2] });
  expect(await priced(hall, { functions: [before, { ...before }] })).toMatchObject({ ...refused, functions: [0, 1] });
  expect((await priced(hall, { functions: [evening, before] })).status).toBe(200);
});

test("a key that is none of the hall's is told so, and not answered as a stranger is", async () => {
  const hall = await makeHall();
  const body = { functions: [{ spaceId: hall.venue.space.a, slotId: hall.venue.slot.morning, date }] };
  expect(await priced(hall, body, "mandap_mistyped")).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  expect((await priced(hall, body)).status).toBe(200);
  const key = await makeKey(hall.tenant, ["venue.read"]);
  expect((await priced(hall, body, key)).status).toBe(200);
});
