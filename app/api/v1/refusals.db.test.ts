import { beforeAll, expect, test } from "vitest";
import { callApi, loggedIn, makeDeadKey, makeKey } from "@/db/testing/call-api";
import { makeFamily } from "@/db/testing/make-family";
import { makeTenant, type TestTenant } from "@/db/testing/make-tenant";
import { LOCALES } from "@/lib/core/locale";
import { API_SCOPES, type Permission } from "@/lib/core/permissions";
import { loadMessages } from "@/lib/i18n/load-messages";
import { createBooking } from "./_contract/bookings";
import { GET as booking } from "./bookings/[id]/route";
import { POST as book, DELETE as noMethod } from "./bookings/route";
import { GET as docs } from "./docs/route";
import { POST as makeUser, GET as users } from "./users/route";

/** What a program is told that calls wrongly, whatever it calls. */

let tenant: TestTenant;
let marathi: TestTenant;
beforeAll(async () => {
  tenant = await makeTenant();
  marathi = await makeTenant({ locale: "mr" });
});

const reader = () => makeKey(tenant, ["booking.read"]);

test("a key that lacks a scope is told one that a key can have", async () => {
  const response = await callApi(book, {
    tenant,
    key: await reader(),
    method: "POST",
    body: createBooking.example.body,
  });
  expect(response.status).toBe(403);
  const { permission } = await response.json();
  expect(API_SCOPES).toContain(permission);
  expect(permission).toBe("booking.take" satisfies Permission);
});

test("each mistake in a body has its own sentence", async () => {
  const key = await makeKey(tenant, ["customer.write"]);
  const told = async (body: unknown) => {
    const response = await callApi(makeUser, { tenant, key, method: "POST", body });
    const problem = await response.json();
    expect([response.status, problem.code]).toEqual([400, "INVALID_INPUT"]);
    return problem.errors;
  };
  expect(await told(undefined)).toEqual([{ path: "", message: "There is no body. Send a JSON object." }]);
  expect(await told("x".repeat(70_000))).toEqual([{ path: "", message: "The body is too large: at most 64 kB." }]);
  expect(await told([])).toEqual([{ path: "", message: "Give an object." }]);
});

test.each(LOCALES)(
  "a key that is not valid is called so in %s, and who sends nothing is told what is wanted",
  async (locale) => {
    const { keyInvalid, keyMissing } = (await loadMessages(locale)).api;
    const told = async (headers: Record<string, string>) => {
      const response = await callApi(users, { tenant, headers: { ...headers, "accept-language": locale } });
      const problem = await response.json();
      expect([response.status, problem.code]).toEqual([401, "UNAUTHENTICATED"]);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
      return problem.detail;
    };
    const foreign = await makeKey(await makeTenant(), API_SCOPES);
    const dead = [await makeDeadKey(tenant, "revoked"), await makeDeadKey(tenant, "expired")];
    for (const key of [...dead, foreign, "mandap_made-up"]) {
      expect(await told({ authorization: `Bearer ${key}` })).toBe(keyInvalid);
    }
    expect(await told({ authorization: "Basic eDp5" })).toBe(keyInvalid);
    expect(await told({})).toBe(keyMissing);
  },
);

/** A hall that speaks Marathi, of which somebody wants what it does not have. */
async function language(headers: Record<string, string>, key?: string): Promise<string | null> {
  const params = { id: crypto.randomUUID() };
  const response = await callApi(booking, { tenant: marathi, params, headers, ...(key ? { key } : {}) });
  return response.headers.get("content-language");
}

test("a program that names no language is answered in English, a person as the hall speaks", async () => {
  const key = await makeKey(marathi, ["booking.read"]);
  expect(await language({}, key)).toBe("en");
  // As Node's fetch sends it.
  expect(await language({ "accept-language": "*" }, key)).toBe("en");
  expect(await language({ "accept-language": "hi-IN,en;q=0.5" }, key)).toBe("hi");
  expect(await language({ authorization: "Bearer mandap_none" })).toBe("en");
  expect(await language({})).toBe("en");
  const { actor } = await makeFamily(marathi);
  if (actor.kind !== "customer") throw new Error("no family");
  const session = await loggedIn(marathi, actor.userId);
  expect(await language(session)).toBe("mr");
  expect(await language({ ...session, "accept-language": "en" })).toBe("en");
});

test("a program hears what a program can do, somebody's browser what a person can", async () => {
  const told = async (headers: Record<string, string>) => {
    const response = await callApi(booking, { tenant, params: { id: crypto.randomUUID() }, headers });
    return (await response.json()).detail;
  };
  const { api, errors } = await loadMessages("en");
  const { actor } = await makeFamily(tenant);
  if (actor.kind !== "customer") throw new Error("no family");
  expect(await told({ authorization: `Bearer ${await reader()}` })).toBe(api.errors.NOT_FOUND);
  expect(await told({ ...(await loggedIn(tenant, actor.userId)), "accept-language": "en" })).toBe(errors.NOT_FOUND);
});

test("a method that a path does not take is refused, and the reference has it among all codes", async () => {
  const response = await callApi(noMethod, { tenant, method: "DELETE" });
  expect(await response.json()).toMatchObject({ status: 405, code: "METHOD_NOT_ALLOWED" });
  const page = await (await callApi((request) => docs(request, { params: Promise.resolve({}) }), { tenant })).text();
  expect(page).toContain('id="code-METHOD_NOT_ALLOWED"');
  expect(page).not.toContain("log in with your phone");
});
