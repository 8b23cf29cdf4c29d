import { beforeAll, expect, test } from "vitest";
import { callApi, loggedIn, makeKey } from "@/db/testing/call-api";
import { makeTenant, makeUser, type TestTenant } from "@/db/testing/make-tenant";
import { env } from "@/lib/env";
import * as users from "./users/route";
import * as venues from "./venues/route";

const LIMIT = 5;
let tenant: TestTenant;
beforeAll(async () => {
  // Before the first call, which is when it is read.
  Object.assign(env(), { API_RATE_LIMIT_PER_MINUTE: LIMIT });
  tenant = await makeTenant();
});

test("past its limit a key is told when to come back, and another key and other addresses are not", async () => {
  const [key, other] = [await makeKey(tenant, ["customer.read"]), await makeKey(tenant, ["customer.read"])];
  const ask = (with_: string) => callApi(users.GET, { tenant, key: with_ });
  const answers = [];
  for (let n = 0; n < LIMIT * 2 + 1; n++) answers.push(await ask(key));
  expect(answers[0]?.status).toBe(200);
  expect(answers[0]?.headers.get("ratelimit-limit")).toBe(String(LIMIT));
  const refused = answers.at(-1);
  expect(refused?.status).toBe(429);
  expect(await refused?.json()).toMatchObject({ code: "RATE_LIMITED", status: 429, requestId: expect.any(String) });
  const wait = Number(refused?.headers.get("retry-after"));
  expect(wait).toBeGreaterThanOrEqual(1);
  expect(wait).toBeLessThanOrEqual(60);
  expect(refused?.headers.get("ratelimit-reset")).toBe(String(wait));
  expect(refused?.headers.get("ratelimit-remaining")).toBe("0");
  expect(refused?.headers.get("ratelimit-policy")).toBe(`${LIMIT};w=60`);
  expect((await ask(other)).status).toBe(200);
});

test("whoever calls without a key is counted by address, of no hall in particular", async () => {
  const from = (ip: string, hall = tenant) => callApi(venues.GET, { tenant: hall, headers: { "x-forwarded-for": ip } });
  const elsewhere = await makeTenant();
  for (let n = 0; n < LIMIT * 2; n++) await from("203.0.113.7");
  expect((await from("203.0.113.7")).status).toBe(429);
  expect((await from("203.0.113.7", elsewhere)).status).toBe(429);
  expect((await from("203.0.113.8")).status).toBe(200);
});

test("calendars that are open on many phones behind one address are not shut out by each other", async () => {
  const headers = { "x-forwarded-for": "203.0.113.11", "sec-fetch-site": "same-origin" };
  const looks = await Promise.all(Array.from({ length: LIMIT * 4 }, () => callApi(venues.GET, { tenant, headers })));
  expect(new Set(looks.map(({ status }) => status))).toEqual(new Set([200]));
  expect(looks[0]?.headers.get("ratelimit-limit")).toBe(String(LIMIT * 20));
});

test("guessing keys counts against the address", async () => {
  const guess = () => callApi(users.GET, { tenant, key: "mandap_nope", headers: { "x-forwarded-for": "203.0.113.9" } });
  expect((await guess()).status).toBe(401);
  for (let n = 0; n < LIMIT * 2; n++) await guess();
  expect((await guess()).status).toBe(429);
});

test("what a session writes from another page is refused, told its limit and counted against the address", async () => {
  const { cookie = "" } = await loggedIn(tenant, (await makeUser(tenant.id)).id);
  const headers = { cookie, "sec-fetch-site": "cross-site", "x-forwarded-for": "203.0.113.10" };
  const write = () => callApi(users.POST, { tenant, method: "POST", body: { phone: "98765 43210" }, headers });
  const refused = await write();
  expect(await refused.json()).toMatchObject({ status: 403, code: "CROSS_ORIGIN" });
  expect(refused.headers.get("ratelimit-limit")).toBe(String(LIMIT));
  expect(Number(refused.headers.get("ratelimit-remaining"))).toBeLessThan(LIMIT);
  for (let n = 0; n < LIMIT * 2; n++) await write();
  expect((await write()).status).toBe(429);
});
