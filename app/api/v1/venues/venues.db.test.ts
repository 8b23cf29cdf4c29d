import { NextRequest } from "next/server";
import { beforeAll, expect, test } from "vitest";
import { makeTenant, makeVenue, type TestTenant, type TestVenue } from "@/db/testing/make-tenant";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { GET as getAvailability } from "./[id]/availability/route";
import { GET as getVenue } from "./[id]/route";
import { GET as getVenues } from "./route";

let tenant: TestTenant;
let venue: TestVenue;
const from = addDays(todayIn(new Date(), "Asia/Kolkata"), 30);

beforeAll(async () => {
  tenant = await makeTenant();
  venue = await makeVenue(tenant);
});

function requestTo(path: string, headers: Record<string, string> = {}): NextRequest {
  const host = `${tenant.slug}.localhost`;
  return new NextRequest(`http://${host}/api/v1/venues${path}`, { headers: { host, ...headers } });
}

function availability(query: string, headers?: Record<string, string>, id = venue.id): Promise<Response> {
  const request = requestTo(`/${id}/availability?${query}`, headers);
  return getAvailability(request, { params: Promise.resolve({ id }) });
}

test("availability answers in the documented shape", async () => {
  const response = await availability(`from=${from}&to=${addDays(from, 6)}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(response.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  const { data } = await response.json();
  expect(Object.keys(data)).toEqual(["venueId", "timeZone", "generation", "days"]);
  expect(data).toMatchObject({ venueId: venue.id, timeZone: "Asia/Kolkata", generation: expect.any(Number) });
  expect(data.days).toHaveLength(7);
  expect(Object.keys(data.days[0])).toEqual(["date", "muhurat", "slots"]);
  expect(data.days[0].slots).toHaveLength(16);
  expect(data.days[0].slots[0]).toEqual({
    ...{ slotId: venue.slot.morning, spaceId: venue.space.a, state: "free", pricePaise: expect.any(Number) },
    ...{ startsAt: `${from}T03:30:00.000Z`, endsAt: `${from}T09:30:00.000Z` },
  });
});

test("one space may be asked for alone, over a year and more", async () => {
  const response = await availability(`from=${from}&to=${addDays(from, 399)}&spaceId=${venue.space.b}`);
  const { data } = await response.json();
  expect(data.days).toHaveLength(400);
  expect(data.days.map((day: { date: string }) => day.date)).toEqual(
    Array.from({ length: 400 }, (_, n) => addDays(from, n)),
  );
  const spaces = data.days.flatMap((day: { slots: { spaceId: string }[] }) => day.slots.map((slot) => slot.spaceId));
  expect(new Set(spaces)).toEqual(new Set([venue.space.b]));
});

test("who has the current version gets 304 and no body", async () => {
  const query = `from=${from}&to=${from}`;
  const etag = (await availability(query)).headers.get("etag") ?? "";
  expect(etag).toMatch(/^W\/"\d+-[0-9a-z]+"$/);
  const again = await availability(query, { "if-none-match": etag });
  expect(again.status).toBe(304);
  expect(again.headers.get("etag")).toBe(etag);
  expect(await again.text()).toBe("");
  expect((await availability(query, { "if-none-match": 'W/"0-0"' })).status).toBe(200);
});

test.each([
  ["", 400, "INVALID_INPUT"],
  ["from=2027-01-01", 400, "INVALID_INPUT"],
  ["from=2027-02-30&to=2027-03-01", 400, "INVALID_INPUT"],
  ["from=2027-03-01&to=2027-02-01", 400, "INVALID_INPUT"],
  ["from=0000-01-01&to=9999-12-31", 400, "INVALID_INPUT"],
  ["from=2027-01-01&to=2037-01-01", 400, "RANGE_TOO_LONG"],
  ["from=2027-01-01&to=2027-01-02&spaceId=%00", 400, "INVALID_INPUT"],
  ["from=2027-01-01&to=2027-01-02&spaceId=01900000-0000-7000-8000-000000000000", 404, "NOT_FOUND"],
])("?%s is %d %s, with a sentence", async (query, status, code) => {
  const response = await availability(query);
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  const problem = await response.json();
  expect(problem.code).toBe(code);
  expect(problem.detail.length).toBeGreaterThan(10);
});

test("another tenant's venue, an unknown one and a malformed id are all simply absent", async () => {
  const theirs = await makeVenue(await makeTenant());
  for (const id of [theirs.id, "01900000-0000-7000-8000-000000000000", "%00", "1' or '1'='1"]) {
    expect((await availability(`from=${from}&to=${from}`, {}, id)).status).toBe(404);
    const response = await getVenue(requestTo(`/${encodeURIComponent(id)}`), { params: Promise.resolve({ id }) });
    expect(response.status).toBe(404);
  }
});

test("venues are listed with their spaces and sessions", async () => {
  const listed = await (await getVenues(requestTo(""), { params: Promise.resolve({}) })).json();
  expect(listed.data.map((one: { id: string }) => one.id)).toEqual([venue.id]);
  const one = await (await getVenue(requestTo(`/${venue.id}`), { params: Promise.resolve({ id: venue.id }) })).json();
  expect(one.data).toEqual(listed.data[0]);
  expect(one.data.spaces).toHaveLength(4);
  expect(one.data.slots).toHaveLength(4);
});
