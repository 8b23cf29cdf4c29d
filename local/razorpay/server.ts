import { createHash, timingSafeEqual } from "node:crypto";
import { Faults } from "../faults";
import { type Call, json, parseJson, type Reply, type Service, serve } from "../http";
import type { Account } from "./account";
import { checkoutScript, createPayment, embeddedPage, frameScript, frameStyle, linkPage } from "./checkout";
import { controlPay, refundBehaviour } from "./control";
import { collection } from "./entities";
import { Failure } from "./failure";
import { cancelLink, createLink, listLinks, readLink } from "./links";
import { createOrder, listOrders, page } from "./orders";
import { capture } from "./payments";
import { refund, resumeRefunds } from "./refunds";
import { State } from "./state";
import { Webhooks } from "./webhooks";

export type RazorpayOptions = {
  port: number;
  keyId: string;
  keySecret: string;
  webhookSecret: string;
  /** `{tenant}` stands for the order's `notes.tenant`; empty sends none. */
  webhookUrl: string;
  /** Where its state is kept across restarts; in memory alone without. */
  file?: string | undefined;
};
type Route = (account: Account, call: Call, id: string | undefined) => unknown;

const input = (call: Call) => (call.body === "" ? undefined : parseJson(call.body));
const base = (call: Call) => `http://${call.headers.host ?? "127.0.0.1"}`;

/** The API proper, behind Basic authentication. `:id` is the one variable part of a path. */
const API: Record<string, Route> = {
  "POST /v1/orders": ({ state }, call) => createOrder(state, input(call)),
  "GET /v1/orders": ({ state }, call) => collection(listOrders(state, call.url.searchParams)),
  "GET /v1/orders/:id": ({ state }, _call, id) => state.find("orders", id),
  "GET /v1/orders/:id/payments": ({ state }, _call, id) => collection(state.paymentsOf(state.find("orders", id).id)),
  "GET /v1/payments": ({ state }, call) => collection(page(Object.values(state.data.payments), call.url.searchParams)),
  "GET /v1/payments/:id": ({ state }, _call, id) => state.find("payments", id),
  "POST /v1/payments/:id/capture": (account, call, id) => {
    const { amount, currency = "INR" } = Object(input(call));
    return capture(account, account.state.find("payments", id), Number(amount), String(currency));
  },
  "POST /v1/payments/:id/refund": (account, call, id) => {
    const key = call.headers["x-refund-idempotency"];
    return refund(account, account.state.find("payments", id), input(call), key === undefined ? key : String(key));
  },
  "GET /v1/payments/:id/refunds": ({ state }, _call, id) => {
    const payment = state.find("payments", id);
    return collection(Object.values(state.data.refunds).filter(({ payment_id }) => payment_id === payment.id));
  },
  "GET /v1/refunds": ({ state }, call) => collection(page(Object.values(state.data.refunds), call.url.searchParams)),
  "GET /v1/refunds/:id": ({ state }, _call, id) => state.find("refunds", id),
  "POST /v1/payment_links": (account, call) => createLink(account, input(call), base(call)),
  "GET /v1/payment_links": (account, call) => ({
    payment_links: listLinks(account, call.url.searchParams.get("reference_id")),
  }),
  "GET /v1/payment_links/:id": (account, _call, id) => readLink(account, id),
  "POST /v1/payment_links/:id/cancel": (account, _call, id) => cancelLink(account, id),
};

/** What a browser or a test may call without the secret. */
const OPEN: Record<string, (account: Account, call: Call, id: string | undefined) => Reply> = {
  "GET /v1/checkout.js": (_account, call) => checkoutScript(base(call)),
  "GET /v1/checkout/embedded": (account, call) => embeddedPage(account, call.url.searchParams),
  "GET /v1/checkout/frame.js": frameScript,
  "GET /v1/checkout/frame.css": frameStyle,
  "GET /l/:id": (account, _call, id) => linkPage(account, id),
  "POST /v1/payments/create/ajax": createPayment,
  "POST /__control/pay": controlPay,
};

/** Razorpay on one machine: orders, payments, refunds, links, checkout and signed webhooks. */
export async function startRazorpay(options: RazorpayOptions): Promise<Service> {
  const state = new State(options.file);
  const webhooks = new Webhooks({ state, secret: options.webhookSecret, url: options.webhookUrl });
  const { refunds, control } = refundBehaviour();
  const account: Account = { state, webhooks, keyId: options.keyId, keySecret: options.keySecret, refunds };
  resumeRefunds(account);

  const handle = async (call: Call): Promise<Reply> => {
    try {
      const reply = route(account, call);
      if (call.method !== "GET") await state.save();
      return reply;
    } catch (error) {
      if (error instanceof Failure) return error.reply();
      throw error;
    }
  };
  const faults = new Faults({ webhooks: webhooks.control, refunds: control });
  const service = await serve({ port: options.port, handle, faults });
  return {
    ...service,
    close: async () => {
      webhooks.close();
      await service.close();
      await state.close();
    },
  };
}

function route(account: Account, call: Call): Reply {
  const { pattern, id } = patternOf(call.url.pathname);
  const open = OPEN[`${call.method} ${call.url.pathname}`] ?? OPEN[`${call.method} ${pattern}`];
  if (open) return open(account, call, id);
  if (!isAllowed(account, call)) throw new Failure("Authentication failed", { status: 401, reason: "NA" });
  const found = API[`${call.method} ${pattern}`];
  if (!found) throw new Failure("The requested URL was not found on the server.", { status: 404, reason: "NA" });
  return json(found(account, call, id));
}

/** /v1/orders/order_abc/payments → /v1/orders/:id/payments and order_abc */
function patternOf(path: string): { pattern: string; id: string | undefined } {
  const match = /^(\/v1\/[a-z_]+|\/l)\/([^/]+)(\/[a-z]+)?$/.exec(path);
  return match ? { pattern: `${match[1]}/:id${match[3] ?? ""}`, id: match[2] } : { pattern: path, id: undefined };
}

function isAllowed({ keyId, keySecret }: Account, call: Call): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const expected = `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString("base64")}`;
  return timingSafeEqual(digest(call.headers.authorization ?? ""), digest(expected));
}
