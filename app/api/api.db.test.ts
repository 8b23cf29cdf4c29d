import { NextRequest } from "next/server";
import { beforeAll, expect, test } from "vitest";
import { makeTenant, type TestTenant } from "@/db/testing/make-tenant";
import * as nowhere from "./[[...rest]]/route";
import * as cron from "./cron/[job]/route";
import * as venue from "./v1/venues/[id]/route";
import * as venues from "./v1/venues/route";
import * as razorpay from "./webhooks/razorpay/[tenant]/route";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await makeTenant();
});

function ask(path: string, method: string): NextRequest {
  const host = `${tenant.slug}.localhost`;
  return new NextRequest(`http://${host}${path}`, { method, headers: { host, "accept-language": "mr" } });
}

test("an address of nobody is 404 as a problem, whatever the method", async () => {
  const handlers = Object.entries(nowhere);
  expect(handlers.map(([method]) => method).toSorted()).toEqual(["DELETE", "GET", "PATCH", "POST", "PUT"]);
  for (const [method, handler] of handlers) {
    const response = await handler(ask("/api/v1/nothing", method), { params: Promise.resolve({}) });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ status: 404, code: "NOT_FOUND", requestId: expect.any(String) });
  }
});

test.each([
  ["POST", "/api/v1/venues", venues.POST, "GET, HEAD"],
  ["DELETE", "/api/v1/venues/x", venue.DELETE, "GET, HEAD"],
  ["PUT", "/api/cron/queues", cron.PUT, "GET, HEAD"],
  ["GET", "/api/webhooks/razorpay/x", razorpay.GET, "POST"],
])("%s %s is 405 as a problem that names what is allowed", async (method, path, handler, allow) => {
  const response = await handler(ask(path, method), { params: Promise.resolve({}) });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe(allow);
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  expect(await response.json()).toMatchObject({ status: 405, code: "METHOD_NOT_ALLOWED" });
});
