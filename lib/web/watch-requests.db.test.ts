import { Agent, request as ask, createServer, type Server } from "node:http";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closePool, inTenant } from "@/db/client";
import { callApi, makeKey } from "@/db/testing/call-api";
import { makeTenant, type TestTenant } from "@/db/testing/make-tenant";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { loadKeyActor } from "@/lib/people/load-key-actor";
import { noteOfRequest } from "@/lib/request-context";
import { contract } from "./api/contract";
import { operation } from "./api/operation";
import { bounded } from "./route-labels";
import { watchRequests } from "./watch-requests";

let tenant: TestTenant;
let server: Server;
let port: number;
const info = vi.spyOn(log, "info");

const refusing = operation(
  contract({
    ...{ id: "refuse", method: "GET", path: "/bookings/{id}", tag: "Test", summary: "Refuses" },
    ...{ access: ["booking.read"], data: null },
  }),
  () => Promise.reject(new AppError("WRONG_STATUS")),
);
let hang = Promise.withResolvers<void>();

/** Like Next: what answers comes long after, behind promises, and knows nothing of the server. */
beforeAll(async () => {
  tenant = await makeTenant();
  watchRequests();
  server = createServer(async ({ url, headers }, response) => {
    if (url?.includes("slow")) await hang.promise;
    if (url?.includes("bookings")) {
      const sent = { ...(headers.authorization && { authorization: headers.authorization }) };
      const refused = await callApi(refusing, {
        tenant,
        headers: { ...sent, "x-request-id": String(headers["x-request-id"]) },
      });
      response.statusCode = refused.status;
      response.end(await refused.text());
      return;
    }
    noteOfRequest({ tenant: tenant.slug, route: "GET /api/v1/venues/{id}" });
    const [row] = await inTenant(tenant.id, (tx) =>
      tx.execute<{ name: string }>(sql`select current_setting('application_name') as name`),
    );
    response.end(JSON.stringify({ name: row?.name, heard: headers["x-request-id"] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await closePool();
});

function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ id: unknown; body: { name: string; heard: string } }>((resolve, reject) => {
    const sent = ask({ port, path, headers, agent: false }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ id: response.headers["x-request-id"], body: JSON.parse(text) }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

test("one id from the edge to Postgres and back, however many ask at once", async () => {
  const ids = Array.from({ length: 60 }, (_, n) => `edge-request-${n}`);
  const answers = await Promise.all(ids.map((id) => get("/api/v1/venues/1", { "x-request-id": id })));
  expect(answers).toEqual(ids.map((id) => ({ id, body: { name: `mandap ${id}`, heard: id } })));
});

test("an id that could be anything is not taken over", async () => {
  const { id, body } = await get("/api/v1/venues/1", { "x-request-id": "a b'; drop table --" });
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(body).toEqual({ name: `mandap ${id}`, heard: id });
});

test("a call of the API is one line, without what stood behind the question mark, and is counted", async () => {
  info.mockClear();
  const { id } = await get("/api/v1/venues/1?phone=9876543210&token=secret");
  await vi.waitFor(() => expect(info).toHaveBeenCalled());
  const lines = info.mock.calls.filter(([, text]) => text === "request").map(([line]) => line);
  expect(lines).toEqual([
    { requestId: id, route: "GET /api/v1/venues/{id}", tenant: tenant.slug, status: 200, ms: expect.any(Number) },
  ]);
  expect(await metrics().registry.metrics()).toMatch(
    /http_request_duration_seconds_count\{route="GET \/api\/v1\/venues\/\{id\}",status="200"\} \d+/,
  );
});

test("the line of a refusal says which, and to which key, without the key", async () => {
  const key = await makeKey(tenant, ["booking.read"]);
  info.mockClear();
  const { id } = await get("/api/v1/bookings/1", { authorization: `Bearer ${key}` });
  const stranger = await get("/api/v1/bookings/1", { authorization: `Bearer ${key}x` });
  const lines = () => info.mock.calls.filter(([, text]) => text === "request").map(([line]) => line);
  await vi.waitFor(() => expect(lines()).toHaveLength(2));
  const route = "GET /api/v1/bookings/{id}";
  const common = { route, tenant: tenant.slug, ms: expect.any(Number) };
  expect(lines()).toEqual([
    { ...common, requestId: id, key: (await loadKeyActor(tenant, key))?.keyId, code: "WRONG_STATUS", status: 409 },
    { ...common, requestId: stranger.id, code: "UNAUTHENTICATED", status: 401 },
  ]);
  expect(JSON.stringify(lines())).not.toContain(key);
});

test("a caller who does not wait is counted as gone", async () => {
  info.mockClear();
  const sent = ask({ port, path: "/api/v1/slow", agent: false });
  sent.on("error", () => {});
  sent.end();
  await vi.waitFor(async () => expect((await metrics().inFlight.get()).values[0]?.value).toBeGreaterThan(0));
  sent.destroy();
  await vi.waitFor(() => expect(info.mock.calls[0]?.[0]).toMatchObject({ status: 499 }));
  hang.resolve();
  hang = Promise.withResolvers();
});

test("nobody fills the memory with addresses that he invents", () => {
  for (let n = 0; n < 1000; n++) bounded(`GET /api/invented/${n}`);
  expect(bounded("GET /api/invented/999")).toBe("other");
  expect(bounded("GET /api/invented/1")).toBe("GET /api/invented/1");
});

test("a connection is kept a minute after its answer, so that the balancer is the one to close it", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const kept = () =>
    new Promise<unknown>((resolve, reject) => {
      const sent = ask({ port, path: "/kept", agent }, (response) => {
        response.resume().on("end", () => resolve(response.headers["keep-alive"]));
      });
      sent.on("error", reject).end();
    });
  await kept();
  expect(await kept()).toBe("timeout=65");
  agent.destroy();
});
