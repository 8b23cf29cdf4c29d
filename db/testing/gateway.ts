import "server-only";
import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { POST } from "@/app/api/webhooks/razorpay/[tenant]/route";
import { env } from "@/lib/env";
import { startRazorpay } from "@/local/razorpay/server";

const KEYS = { keyId: "rzp_test_0000000000", keySecret: "test-key-secret", webhookSecret: "test-webhook-secret" };

type Paid = { payment: { id: string }; razorpay_signature: string };

export type Gateway = Awaited<ReturnType<typeof startGateway>>;

/**
 * A Razorpay of this test file's own, whose webhooks reach the real route over HTTP. Call it before
 * anything speaks to the gateway.
 */
export async function startGateway() {
  const received: { event: string; eventId: string; status: number }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = await toRequest(incoming);
    const tenant = (incoming.url ?? "/").slice(1);
    const body = await request.clone().text();
    const response = await POST(request, { params: Promise.resolve({ tenant }) });
    received.push({
      event: JSON.parse(body).event,
      eventId: request.headers.get("x-razorpay-event-id") ?? "",
      status: response.status,
    });
    outgoing.writeHead(response.status).end(await response.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");

  const service = await startRazorpay({ port: 0, ...KEYS, webhookUrl: `http://127.0.0.1:${address.port}/{tenant}` });
  Object.assign(env(), { RAZORPAY_API_URL: service.url });

  const authorization = `Basic ${Buffer.from(`${KEYS.keyId}:${KEYS.keySecret}`).toString("base64")}`;
  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${service.url}${path}`, {
      method,
      headers: { authorization },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    const answer: T = await response.json();
    return answer;
  }

  return {
    /** Every webhook that the route answered. */
    received,
    get: <T>(path: string) => call<T>("GET", path),
    /** The ids of all orders that exist under some receipts. */
    ordersOf: async (receipts: string[]) => {
      const found = receipts.map((receipt) =>
        call<{ items: { id: string }[] }>("GET", `/v1/orders?receipt=${receipt}`),
      );
      return (await Promise.all(found)).flatMap(({ items }) => items.map(({ id }) => id));
    },
    /** The amounts, in paise, that went back of a payment. */
    refundsOf: async (paymentId: string) => {
      const { items } = await call<{ items: { amount: number }[] }>("GET", `/v1/payments/${paymentId}/refunds`);
      return items.map(({ amount }) => amount);
    },
    /** Pays back as somebody does on the gateway's own dashboard, in paise. */
    refundByHand: (paymentId: string, amount: number) => call("POST", `/v1/payments/${paymentId}/refund`, { amount }),
    signedEvent,
    /** A payment's event as the gateway would send it now. */
    capturedEvent: async (paymentId: string, event = "payment.captured") =>
      signedEvent(event, { payment: { entity: await call<object>("GET", `/v1/payments/${paymentId}`) } }),
    /** Pays an order as if somebody had, without a browser; answers what checkout.js would hand over. */
    pay: async (orderId: string, details: object = {}) => {
      const paid = await call<Paid>("POST", "/__control/pay", { order_id: orderId, ...details });
      return { orderId, paymentId: paid.payment.id, signature: paid.razorpay_signature };
    },
    /** Pays by a payment link, as somebody does on its page. */
    payLink: (linkId: string) => call<Paid>("POST", "/__control/pay", { payment_link_id: linkId }),
    control: (faults: object) => call("POST", "/__control", faults),
    webhooksOff: () => call("POST", "/__control", { webhooks: { off: true } }),
    /** No faults, webhooks on. */
    reset: () => call("DELETE", "/__control"),
    close: async () => {
      await service.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function signedEvent(event: string, payload: object, secret = KEYS.webhookSecret) {
  const body = JSON.stringify({ entity: "event", event, payload });
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return { body, headers: { "x-razorpay-signature": signature, "x-razorpay-event-id": `evt_${randomUUID()}` } };
}

/** Brings one event to a tenant's address, by hand. */
export async function deliver(slug: string, { body, headers }: { body: string; headers: Record<string, string> }) {
  const request = new Request(`http://hall/api/webhooks/razorpay/${slug}`, { method: "POST", body, headers });
  const response = await POST(request, { params: Promise.resolve({ tenant: slug }) });
  return { status: response.status, body: await response.json() };
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) if (typeof value === "string") headers.set(name, value);
  return new Request(`http://127.0.0.1${incoming.url}`, { method: "POST", headers, body: Buffer.concat(chunks) });
}
