import { readFileSync } from "node:fs";
import * as z from "zod";
import { type Call, html, json, parseJson, type Reply } from "../http";
import type { Account } from "./account";
import type { Link, Order } from "./entities";
import { Failure } from "./failure";
import { readLink } from "./links";
import { pay, signed } from "./payments";

/** What a browser sees: checkout.js, the page inside its frame, a payment link's page, and their one call. */

const asset = (name: string) => readFileSync(new URL(`./browser/${name}`, import.meta.url), "utf8");
const JAVASCRIPT = "text/javascript; charset=utf-8";

export function checkoutScript(base: string): Reply {
  const body = asset("checkout.js").replaceAll("__BASE__", () => base);
  return { headers: { "content-type": JAVASCRIPT }, body };
}

export const frameScript = (): Reply => ({ headers: { "content-type": JAVASCRIPT }, body: asset("frame.js") });
export const frameStyle = (): Reply => ({
  headers: { "content-type": "text/css; charset=utf-8" },
  body: asset("frame.css"),
});

/** Any local page may show the frame; no other. */
const LOCAL = ["localhost:*", "*.localhost:*", "127.0.0.1:*"].flatMap((host) => [`http://${host}`, `https://${host}`]);
const FRAME_HEADERS = { "content-security-policy": `frame-ancestors ${LOCAL.join(" ")}` };

export function embeddedPage(account: Account, query: URLSearchParams): Reply {
  const get = (name: string) => query.get(name) ?? "";
  if (get("key") !== account.keyId) throw new Failure("The api key provided is invalid", { status: 401 });
  const order = account.state.find("orders", get("order_id"));
  return framePage(order, {
    key: account.keyId,
    origin: isLocal(get("origin")) ? get("origin") : "null",
    name: get("name"),
    description: get("description"),
    color: get("color"),
    contact: get("prefill.contact"),
    email: get("prefill.email"),
    vpa: get("prefill.vpa"),
    method: get("prefill.method"),
    hosted: false,
    closedBecause: order.status === "paid" ? "This order has been paid already." : "",
  });
}

export function linkPage(account: Account, id: string | undefined): Reply {
  const link = readLink(account, id);
  return framePage(account.state.find("orders", link.order_id), {
    key: account.keyId,
    origin: "null",
    name: link.description,
    description: link.reference_id,
    contact: link.customer.contact ?? "",
    email: link.customer.email ?? "",
    hosted: true,
    callback: isHttp(link.callback_url) ? link.callback_url : "",
    closedBecause: link.status === "created" ? "" : closedText(link.status),
  });
}

function closedText(status: Link["status"]): string {
  return status === "paid" ? "Paid. Thank you." : `This payment link has been ${status}.`;
}

function framePage(order: Order, data: Record<string, string | boolean>): Reply {
  const all = { ...data, order_id: order.id, amount: order.amount_due || order.amount, currency: order.currency };
  const inlined = JSON.stringify(all).replaceAll("<", "\\u003c");
  return html(
    asset("frame.html").replace('"__DATA__"', () => inlined),
    200,
    FRAME_HEADERS,
  );
}

const paymentInput = z.object({
  key_id: z.string(),
  order_id: z.string(),
  method: z.enum(["upi", "card"]),
  vpa: z.string().optional(),
  card: z.object({ number: z.string() }).optional(),
  contact: z.string().optional(),
  email: z.string().optional(),
  outcome: z.literal("failed").optional(),
});
const TEST_CARDS = ["5104060000000008", "4718609108204366"];

/** The frame's call: pays, and answers with what checkout's handler or its `payment.failed` listener gets. */
export function createPayment(account: Account, call: Call): Reply {
  const input = paymentInput.safeParse(parseJson(call.body));
  if (!input.success) throw new Failure("The request body is invalid.");
  const { key_id, order_id, method, vpa, card, contact, email } = input.data;
  if (key_id !== account.keyId) throw new Failure("The api key provided is invalid", { status: 401 });
  const order = account.state.find("orders", order_id);
  if (order.status === "paid") throw new Failure("This order has already been paid");
  const link = Object.values(account.state.data.links).find((each) => each.order_id === order.id);
  if (link && readLink(account, link.id).status !== "created") throw new Failure(closedText(link.status));
  if (method === "upi" && !/^[\w.-]+@[\w.-]+$/.test(vpa ?? "")) throw new Failure("Enter a valid UPI ID");
  if (method === "card" && !TEST_CARDS.includes((card?.number ?? "").replace(/\D/g, ""))) {
    throw new Failure(`Use one of Razorpay's test cards: ${TEST_CARDS.join(", ")}`);
  }
  const declined = input.data.outcome === "failed" || (method === "upi" && vpa === "failure@razorpay");
  const payment = pay(account, order, { method, vpa, contact, email, outcome: declined ? "failed" : "captured" });
  if (!declined) return json(signed(account, payment));
  const error = {
    code: payment.error_code,
    description: payment.error_description,
    source: payment.error_source,
    step: payment.error_step,
    reason: payment.error_reason,
    metadata: { payment_id: payment.id, order_id: order.id },
  };
  return json({ error }, 400);
}

function isLocal(origin: string): boolean {
  return /^https?:\/\/(localhost|[a-z0-9-]+\.localhost|127\.0\.0\.1)(:\d+)?$/.test(origin);
}

const isHttp = (url: string) => /^https?:\/\//.test(url);
