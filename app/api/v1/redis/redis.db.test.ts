import { beforeAll, expect, test } from "vitest";
import { callApi, loggedIn, makeKey } from "@/db/testing/call-api";
import { makeHall, makeTenant, makeUser, type TestTenant, type TestVenue } from "@/db/testing/make-tenant";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { env } from "@/lib/env";
import * as users from "../users/route";
import * as months from "../venues/[id]/availability/route";
import * as clear from "./clear-cache/route";
import * as health from "./health/route";

const ZONE = "Asia/Kolkata";
let tenant: TestTenant;
let venue: TestVenue;
let key: string;
beforeAll(async () => {
  ({ tenant, venue } = await makeHall());
  key = await makeKey(tenant, ["cache.read", "cache.clear", "customer.write"]);
});

/** What the stand-in does to the next calls. */
const trouble = (body: unknown) =>
  fetch(`${env().UPSTASH_REDIS_REST_URL}/__control`, { method: "POST", body: JSON.stringify(body) });

async function stored(pattern: string): Promise<string[]> {
  const response = await fetch(env().UPSTASH_REDIS_REST_URL, {
    method: "POST",
    headers: { authorization: `Bearer ${env().UPSTASH_REDIS_REST_TOKEN}` },
    body: JSON.stringify(["KEYS", pattern]),
  });
  return (await response.json()).result;
}

const askHealth = async () => (await callApi(health.GET, { tenant, key })).json();
const askClear = (more: Partial<Parameters<typeof callApi>[1]> = {}) =>
  callApi(clear.POST, { tenant, key, method: "POST", ...more });

async function fill({ tenant: hall, venue: place }: { tenant: TestTenant; venue: TestVenue }): Promise<void> {
  const from = addDays(todayIn(new Date(), ZONE), 30);
  const path = `/venues/${place.id}/availability?from=${from}&to=${from}`;
  await callApi(months.GET, { tenant: hall, path, params: { id: place.id } });
  await expect.poll(() => stored(`av:${hall.id}:*`)).not.toEqual([]);
}

test("health says whether the cache answers, and how fast", async () => {
  expect(await askHealth()).toEqual({ data: { status: "up", latencyMs: expect.any(Number) } });
  await trouble({ status: 502, times: 2 });
  const away = await callApi(health.GET, { tenant, key });
  expect([away.status, await away.json()]).toEqual([200, { data: { status: "down", latencyMs: null } }]);
  await trouble({});
});

test("clearing takes away the hall's own months and answers, and nobody else's", async () => {
  const other = await makeHall();
  await fill({ tenant, venue });
  await fill(other);
  const create = () =>
    callApi(users.POST, {
      ...{ tenant, key, method: "POST", body: { phone: "9822100001", name: "Asha" } },
      headers: { "idempotency-key": "asha-0001" },
    });
  const made = await (await create()).text();
  await expect.poll(() => stored(`idem:${tenant.id}:*`)).not.toEqual([]);
  const before = (await stored(`av:${tenant.id}:*`)).length + (await stored(`idem:${tenant.id}:*`)).length;

  expect(await (await askClear()).json()).toEqual({ data: { cleared: before, isComplete: true } });
  expect(await stored(`*${tenant.id}:apiKey*`)).toEqual([]);
  expect(await stored(`av:${tenant.id}:*`)).toEqual([]);
  expect(await stored(`av:${other.tenant.id}:*`)).not.toEqual([]);
  const again = await create();
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(await again.text()).toBe(made);
});

test("a cache that does not answer is said to be left as it is", async () => {
  await trouble({ status: 502, times: 4 });
  expect(await (await askClear()).json()).toEqual({ data: { cleared: 0, isComplete: false } });
  await trouble({});
});

test("only who may clears it, and nobody in production", async () => {
  const reader = await makeKey(tenant, ["cache.read"]);
  expect((await askClear({ key: reader })).status).toBe(403);
  expect((await askClear({ key: "" })).status).toBe(401);
  expect((await callApi(health.GET, { tenant, key: await makeKey(tenant, ["cache.clear"]) })).status).toBe(403);
  const [manager, owner] = [await makeUser(tenant.id, "manager"), await makeUser(tenant.id, "owner")];
  expect((await askClear({ key: "", headers: await loggedIn(tenant, manager.id) })).status).toBe(403);
  expect((await askClear({ key: "", headers: await loggedIn(tenant, owner.id) })).status).toBe(200);
  const elsewhere = await makeTenant();
  expect((await askClear({ tenant: elsewhere })).status).toBe(401);

  const { NODE_ENV, MANDAP_LOCAL } = env();
  Object.assign(env(), { NODE_ENV: "production", MANDAP_LOCAL: false });
  try {
    const refused = await askClear();
    expect([refused.status, (await refused.json()).code]).toEqual([403, "FORBIDDEN"]);
  } finally {
    Object.assign(env(), { NODE_ENV, MANDAP_LOCAL });
  }
});
