import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, vi } from "vitest";
import { startRazorpay } from "./server";

/** For the tests beside this: an account, and an app that takes its webhooks. */

export const keys = { keyId: "rzp_test_key", keySecret: "key-secret", webhookSecret: "webhook-secret" };

export type Hook = {
  tenant: string;
  id: string;
  event: string;
  valid: boolean;
  payload: Record<string, { entity: { id: string } }>;
};

/** An app's webhook route, a path a tenant. `refuse` makes it answer 500 to so many calls of one. */
export async function startReceiver() {
  const hooks: Hook[] = [];
  const refusals = new Map<string, number>();
  const server = createServer(async (request, response) => {
    let raw = "";
    for await (const chunk of request) raw += chunk;
    const tenant = (request.url ?? "").replace("/hooks/", "");
    const refusal = refusals.get(tenant) ?? 0;
    if (refusal > 0) {
      refusals.set(tenant, refusal - 1);
      response.writeHead(500).end();
      return;
    }
    const { event, payload } = JSON.parse(raw);
    const valid =
      createHmac("sha256", keys.webhookSecret).update(raw).digest("hex") === request.headers["x-razorpay-signature"];
    const id = String(request.headers["x-razorpay-event-id"]);
    hooks.push({ tenant, id, event, valid, payload });
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/{tenant}`;
  const close = () => new Promise((resolve) => server.close(resolve));
  const of = (tenant: string) => hooks.filter((hook) => hook.tenant === tenant);
  return { url, of, close, refuse: (tenant: string, times: number) => refusals.set(tenant, times) };
}

export async function startAccount(options: { webhookUrl?: string; file?: string } = {}) {
  const service = await startRazorpay({ port: 0, webhookUrl: "", ...keys, ...options });
  const authorization = `Basic ${Buffer.from(`${keys.keyId}:${keys.keySecret}`).toString("base64")}`;
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(service.url + path, {
      method,
      headers: { authorization, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
  return {
    ...service,
    get: (path: string) => call("GET", path),
    post: (path: string, body: unknown = {}, headers?: Record<string, string>) => call("POST", path, body, headers),
    control: (body: unknown) => call("POST", "/__control", body),
  };
}

export const signatureOf = (orderId: string, paymentId: string) =>
  createHmac("sha256", keys.keySecret).update(`${orderId}|${paymentId}`).digest("hex");

/** For one test file: an account, its app, and a tenant a test, so that nobody sees another test's late webhooks. */
export function accountWithApp() {
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let account: Awaited<ReturnType<typeof startAccount>>;
  let tenant = "";
  let tests = 0;
  const nextTenant = () => {
    tenant = `tenant-${++tests}`;
  };

  beforeAll(async () => {
    receiver = await startReceiver();
    account = await startAccount({ webhookUrl: receiver.url });
  });
  afterAll(async () => {
    await account.close();
    await receiver.close();
  });
  beforeEach(async () => {
    await fetch(`${account.url}/__control`, { method: "DELETE" });
    nextTenant();
  });

  const hooks = () => receiver.of(tenant);
  return {
    account: () => account,
    receiver: () => receiver,
    tenant: () => tenant,
    nextTenant,
    hooks,
    events: () => hooks().map((hook) => hook.event),
    arrived: (count: number) => vi.waitFor(() => expect(hooks()).toHaveLength(count), { timeout: 3_000 }),
    order: async (extra: object = {}) => {
      const wanted = { amount: 25_000_00, currency: "INR", receipt: "PAR-1", notes: { tenant }, ...extra };
      return (await account.post("/v1/orders", wanted)).body;
    },
    checkout: (order_id: string, extra: object = {}) =>
      account.post("/v1/payments/create/ajax", {
        ...{ key_id: keys.keyId, order_id, method: "upi", vpa: "success@razorpay" },
        ...extra,
      }),
  };
}
