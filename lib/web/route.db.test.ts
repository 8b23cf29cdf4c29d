import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { closePool } from "@/db/client";
import { makeTenant } from "@/db/testing/make-tenant";
import { freshPhone, makeVisitor, readCode } from "@/db/testing/make-visitor";
import { loadMessages } from "@/lib/i18n/load-messages";
import { requestCode } from "@/lib/people/request-code";
import { verifyCode } from "@/lib/people/verify-code";
import type { Tenant } from "@/lib/tenants/types";
import { sessionCookie } from "./cookies";
import { parseInput, publicRoute, type RouteHandler, readBody, route } from "./route";
import { claimsOf, encodeSession } from "./session-token";
import { personCtx } from "./visit";

let tenant: Tenant;
let other: Tenant;
let cookie: string;
beforeAll(async () => {
  tenant = await makeTenant();
  other = await makeTenant();
  const phone = freshPhone();
  const visitor = makeVisitor(tenant);
  const { id } = await requestCode(visitor, { phone });
  const token = await verifyCode(visitor, { challengeId: id, code: await readCode(phone) });
  cookie = `${sessionCookie()}=${await encodeSession(claimsOf(token, 3600))}`;
});
afterAll(closePool);

type Init = { host?: string; method?: string; body?: string; headers?: Record<string, string>; query?: string };

function call(handler: RouteHandler<Record<string, never>>, { host, method, body, headers, query }: Init = {}) {
  const name = host ?? `${tenant.slug}.localhost:3000`;
  const init = {
    method: method ?? "GET",
    headers: { host: name, ...headers },
    ...(body === undefined ? {} : { body }),
  };
  return handler(new NextRequest(`http://${name}/api/v1/x${query ?? ""}`, init), { params: Promise.resolve({}) });
}

const where = publicRoute(async (place) => Response.json({ slug: place.tenant.slug, locale: place.locale }));
const who = route(async (visit) => Response.json({ user: personCtx(visit).actor.userId }));
const guests = route(async (visit, request) =>
  Response.json(await readBody(request, z.object({ guests: z.number().min(10) }), visit.locale)),
);

describe("a public route", () => {
  test("belongs to the host's tenant, and echoes the request id", async () => {
    const response = await call(where, { headers: { "x-request-id": "edge-12345678" }, query: "?lang=hi" });
    expect(await response.json()).toEqual({ slug: tenant.slug, locale: "hi" });
    expect(response.headers.get("x-request-id")).toBe("edge-12345678");
  });

  test("is not found on a host that is nobody's", async () => {
    const response = await call(where, { host: "nobody.example" });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  });
});

describe("a route for somebody", () => {
  test("knows the person by the cookie", async () => {
    expect((await call(who, { headers: { cookie } })).status).toBe(200);
  });

  test("answers 401 without a cookie, and to a cookie of another tenant", async () => {
    expect((await call(who)).status).toBe(401);
    expect((await call(who, { headers: { cookie }, host: `${other.slug}.localhost` })).status).toBe(401);
  });

  test("refuses a write that does not come from our own pages, whatever its cookie", async () => {
    const write = { method: "POST", body: '{"guests":400}' };
    for (const headers of [{}, { origin: "http://evil.example" }, { "sec-fetch-site": "same-site" }]) {
      const response = await call(guests, { ...write, headers: { cookie, ...headers } });
      expect(await response.json()).toMatchObject({ status: 403, code: "CROSS_ORIGIN" });
    }
    expect((await call(guests, { ...write, headers: { "sec-fetch-site": "same-origin" } })).status).toBe(200);
  });

  test("says what is wrong with a body, field by field, in the caller's language", async () => {
    const headers = { "sec-fetch-site": "same-origin", "accept-language": "mr-IN,mr;q=0.9" };
    const { api, errors } = await loadMessages("mr");
    const response = await call(guests, { method: "POST", body: '{"guests":2}', headers });
    expect(await response.json()).toMatchObject({
      status: 400,
      code: "INVALID_INPUT",
      detail: errors.INVALID_INPUT,
      errors: [{ path: "guests", message: api.atLeast.replace("{limit}", "10") }],
    });
  });

  test("says of a body as a whole what is wrong with it", async () => {
    const { body } = (await loadMessages("mr")).api;
    const cases: [string | undefined, string, string][] = [
      ["{", "application/json", body.notJson],
      ["{", "application/problem+json; charset=utf-8", body.notJson],
      [
        "guests=400",
        "application/x-www-form-urlencoded",
        body.otherType.replace("{type}", "application/x-www-form-urlencoded"),
      ],
      [undefined, "application/json", body.missing],
      [" ", "application/json", body.missing],
      [`"${"x".repeat(70_000)}"`, "application/json", body.tooLarge.replace("{limit}", "64")],
    ];
    for (const [sent, type, message] of cases) {
      const headers = { "sec-fetch-site": "same-origin", "accept-language": "mr", "content-type": type };
      const response = await call(guests, { method: "POST", ...(sent === undefined ? {} : { body: sent }), headers });
      expect(await response.json()).toMatchObject({
        status: 400,
        code: "INVALID_INPUT",
        errors: [{ path: "", message }],
      });
    }
  });

  test("says which text cannot be kept", async () => {
    const schema = z.object({ name: z.string(), notes: z.array(z.string()) });
    const sent = { name: "a\0b", notes: ["आ 🎉", "\ud83d"] };
    const { notText } = (await loadMessages("hi")).api;
    await expect(parseInput(schema, sent, "hi")).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { errors: ["name", "notes.1"].map((path) => ({ path, message: notText })) },
    });
  });

  test("a body without a length is not read further than the limit", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(16 * 1024));
      },
    });
    const request = new NextRequest("http://x.localhost/", { method: "POST", body: endless, duplex: "half" });
    await expect(readBody(request, z.any(), "en")).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(sent).toBeLessThan(10);
  });
});
