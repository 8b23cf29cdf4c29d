import { beforeAll, describe, expect, test } from "vitest";
import { callApi, loggedIn, makeKey } from "@/db/testing/call-api";
import { makeBooking } from "@/db/testing/make-booking";
import { makeHall, makeTenant, makeUser, type TestTenant } from "@/db/testing/make-tenant";
import { mergeCustomers } from "@/lib/bookings/merge-customers";
import { API_SCOPES } from "@/lib/core/permissions";
import * as one from "./[id]/route";
import * as all from "./route";

let tenant: TestTenant;
let key: string;
beforeAll(async () => {
  tenant = await makeTenant();
  key = await makeKey(tenant, ["customer.read", "customer.write"]);
});

const body = (phone: string) => ({ phone, name: "Sunita Jadhav", email: "s@example.com", locale: "mr" });
const post = (phone: string, more: Partial<Parameters<typeof callApi>[1]> = {}) =>
  callApi(all.POST, { tenant, key, method: "POST", body: body(phone), ...more });
const get = (id: string, more: Partial<Parameters<typeof callApi>[1]> = {}) =>
  callApi(one.GET, { tenant, key, params: { id }, ...more });
const patch = (id: string, change: unknown, more: Partial<Parameters<typeof callApi>[1]> = {}) =>
  callApi(one.PATCH, { tenant, key, method: "PATCH", params: { id }, body: change, ...more });
const list = (query: string, more: Partial<Parameters<typeof callApi>[1]> = {}) =>
  callApi(all.GET, { tenant, key, path: `/users?${query}`, ...more });

describe("POST", () => {
  test("makes the user of a phone, once", async () => {
    const first = await post("98220 00001");
    expect(first.status).toBe(201);
    const { data } = await first.json();
    expect(data).toEqual({
      ...{ id: expect.any(String), name: "Sunita Jadhav", phone: "+919822000001", email: "s@example.com" },
      ...{ locale: "mr", createdAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    });
    const again = await post("+91 98220 00001", { body: { ...body("9822000001"), name: "Somebody else" } });
    expect(again.status).toBe(201);
    expect((await again.json()).data).toEqual(data);
  });

  test("tells a key that may not read customers nothing that it did not send", async () => {
    const { data: known } = await (await post("98220 00005")).json();
    const writing = { key: await makeKey(tenant, ["customer.write"]) };
    const sent = { phone: "9822000005", name: "Whose Is This" };
    const blind = await post("", { ...writing, body: sent });
    expect(blind.status).toBe(201);
    expect(await blind.json()).toEqual({ data: { id: known.id, name: "Whose Is This", phone: "+919822000005" } });
    const all = await post("", { ...writing, body: { ...sent, email: "w@example.com", locale: "hi" } });
    expect((await all.json()).data).toEqual({
      ...{ id: known.id, name: "Whose Is This", phone: "+919822000005", email: "w@example.com", locale: "hi" },
    });
    expect((await (await get(known.id)).json()).data).toEqual(known);
    const changed = await patch(known.id, { locale: "hi" }, writing);
    expect(await changed.json()).toEqual({ data: { id: known.id, locale: "hi" } });
  });

  test("answers the same key with the same answer, and another body with 422", async () => {
    const headers = { "idempotency-key": "user-0001" };
    const [first, second] = [await post("9822000002", { headers }), await post("9822000002", { headers })];
    expect([first.headers.get("idempotent-replayed"), second.headers.get("idempotent-replayed")]).toEqual([
      null,
      "true",
    ]);
    expect(await second.json()).toEqual(await first.json());
    const other = await post("9822000003", { headers });
    expect([other.status, (await other.json()).code]).toEqual([422, "IDEMPOTENCY_MISMATCH"]);
  });

  test.each([
    [{ name: "Sunita" }, 400, "INVALID_INPUT"],
    [{ phone: "98220 00004" }, 400, "INVALID_INPUT"],
    [{ phone: "98220 00004", name: "Sunita", role: "owner" }, 400, "INVALID_INPUT"],
    [{ phone: "98220 00004", name: "Sun\u0000ita" }, 400, "INVALID_INPUT"],
    [{ phone: "12", name: "Sunita" }, 422, "PHONE_INVALID"],
  ])("%j is %d %s", async (sent, status, code) => {
    const response = await post("", { body: sent });
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
  });
});

test("the list is paged, the newest first, and found by a part of the name or the phone", async () => {
  const hall = await makeTenant();
  const own = await makeKey(hall, ["customer.read"]);
  const made = [];
  for (let n = 0; n < 5; n++) made.push((await makeUser(hall.id)).id);
  await makeUser(hall.id, "manager");
  const seen: string[] = [];
  let cursor = "";
  do {
    const response = await list(`limit=2${cursor && `&cursor=${cursor}`}`, { tenant: hall, key: own });
    const { data, nextCursor } = await response.json();
    expect(data.length).toBeLessThanOrEqual(2);
    seen.push(...data.map(({ id }: { id: string }) => id));
    cursor = nextCursor;
  } while (cursor);
  expect(seen).toEqual(made.toReversed());

  const writing = { tenant: hall, key: await makeKey(hall, ["customer.write"]) };
  await post("", { ...writing, body: { phone: "9822999999", name: "Vaishali Kulkarni" } });
  const found = await (await list("q=kulkarni", { tenant: hall, key: own })).json();
  expect(found).toMatchObject({ data: [{ name: "Vaishali Kulkarni" }], nextCursor: null });
  for (const query of ["q=%00", "q=%25", "q=%5C", "q='%22--"]) {
    const response = await list(query, { tenant: hall, key: own });
    expect([query, response.status]).toEqual([query, expect.toBeOneOf([200, 400])]);
  }
  for (const query of ["cursor=x", "limit=0", "limit=101", "limit=x"]) {
    expect([query, (await list(query, { tenant: hall, key: own })).status]).toEqual([query, 400]);
  }
});

test("somebody on the team is a user where they booked, and does not exist where they did not", async () => {
  const { tenant: hall, venue } = await makeHall();
  const reading = { tenant: hall, key: await makeKey(hall, ["customer.read"]) };
  const [idle, booked] = [await makeUser(hall.id, "manager"), await makeUser(hall.id, "manager")];
  const startsAt = new Date(Date.now() + 40 * 86_400_000);
  const during = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
  await makeBooking(hall.id, { venueId: venue.id, customerId: booked.id, partIds: [venue.space.a], during });
  expect((await (await get(booked.id, reading)).json()).data).toMatchObject({ id: booked.id });
  const absent = await get(idle.id, reading);
  expect([absent.status, (await absent.json()).code]).toEqual([404, "NOT_FOUND"]);
  expect((await (await list("", reading)).json()).data.map(({ id }: { id: string }) => id)).toEqual([booked.id]);
  const session = { tenant: hall, key: "", headers: await loggedIn(hall, idle.id) };
  expect((await (await get(idle.id, session)).json()).data).toMatchObject({ id: idle.id });
});

test("PATCH changes what is sent and leaves the rest", async () => {
  const { data } = await (await post("9822000010")).json();
  const changed = await patch(data.id, { email: null });
  expect(await changed.json()).toEqual({ data: { ...data, email: null } });
  expect((await (await patch(data.id, { name: "Sunita J. Patil", locale: "hi" })).json()).data).toMatchObject({
    ...{ name: "Sunita J. Patil", locale: "hi", email: null },
  });
  expect((await (await get(data.id)).json()).data.name).toBe("Sunita J. Patil");
  for (const wrong of [{}, { phone: "9822000011" }, { name: null }, { email: "no" }, { locale: "fr" }]) {
    expect([wrong, (await patch(data.id, wrong)).status]).toEqual([wrong, 400]);
  }
});

test("a family's own session sees and changes itself; others look like they do not exist", async () => {
  const [own, other] = [await makeUser(tenant.id), await makeUser(tenant.id)];
  const session = { headers: await loggedIn(tenant, own.id), key: "" };
  expect((await (await get(own.id, session)).json()).data).toMatchObject({ id: own.id, phone: own.phone });
  expect((await (await patch(own.id, { name: "My Own Name" }, session)).json()).data.name).toBe("My Own Name");
  for (const answer of [await get(other.id, session), await patch(other.id, { name: "Not Mine" }, session)]) {
    expect([answer.status, (await answer.json()).code]).toEqual([404, "NOT_FOUND"]);
  }
  expect((await list("", session)).status).toBe(403);
  expect((await post("9822000020", session)).status).toBe(403);

  const fromElsewhere = { ...session, headers: { ...session.headers, "sec-fetch-site": "cross-site" } };
  expect((await patch(own.id, { name: "By Another Site" }, fromElsewhere)).status).toBe(403);
});

test("a merged duplicate is the user that it was merged into", async () => {
  const [keep, gone] = [await makeUser(tenant.id), await makeUser(tenant.id)];
  const manager = await makeUser(tenant.id, "manager");
  const actor = { kind: "staff" as const, userId: manager.id, role: "manager" as const };
  const merge = { keepId: keep.id, goneId: gone.id };
  await mergeCustomers({ tenant, actor, now: new Date(), requestId: "test" }, merge);
  expect((await (await get(gone.id)).json()).data.id).toBe(keep.id);
  expect((await (await patch(gone.id, { name: "One Person" })).json()).data).toMatchObject({
    ...{ id: keep.id, name: "One Person" },
  });
});

test("without the scope, without a key, and from another hall nothing is had", async () => {
  const { data } = await (await post("9822000030")).json();
  const without = {
    key: await makeKey(
      tenant,
      API_SCOPES.filter((scope) => !scope.startsWith("customer.")),
    ),
  };
  const calls = (more: Partial<Parameters<typeof callApi>[1]>) => [
    () => get(data.id, more),
    () => patch(data.id, { name: "Other" }, more),
    () => list("", more),
    () => post("9822000031", more),
  ];
  for (const call of calls(without)) expect((await call()).status).toBe(403);
  for (const call of calls({ key: "" })) expect((await call()).status).toBe(401);
  for (const call of calls({ key: await makeKey(await makeTenant(), API_SCOPES) }))
    expect((await call()).status).toBe(401);
  const elsewhere = await makeTenant();
  const theirs = { tenant: elsewhere, key: await makeKey(elsewhere, API_SCOPES) };
  expect((await get(data.id, theirs)).status).toBe(404);
  expect((await patch(data.id, { name: "Other" }, theirs)).status).toBe(404);
  for (const id of ["%00", "x", "01900000-0000-7000-8000-000000000000"]) expect((await get(id)).status).toBe(404);
});
