import "server-only";
import Razorpay from "razorpay";
import * as z from "zod";
import type { Paise } from "@/lib/core/money";
import { env } from "@/lib/env";
import {
  collectionOf,
  type GatewayLink,
  type GatewayOrder,
  type GatewayPayment,
  type GatewayRefund,
  linkCollection,
  linkEntity,
  orderEntity,
  paymentEntity,
  refundEntity,
} from "./razorpay-entities";
import { toVendorError, unknownOutcome } from "./razorpay-errors";

/** The SDK waits for ever by default. */
const TIMEOUT_MS = 8_000;

type Client = Pick<Razorpay, "orders" | "payments" | "refunds" | "paymentLink">;
let shared: Client | undefined;

/** The SDK with the host and the time limit that its constructor will not take. */
function client(): Client {
  if (shared) return shared;
  const { RAZORPAY_KEY_ID, RAZORPAY_KEY_SECRET, RAZORPAY_API_URL } = env();
  const sdk = new Razorpay({ key_id: RAZORPAY_KEY_ID, key_secret: RAZORPAY_KEY_SECRET });
  Object.assign(axiosDefaults(sdk), { baseURL: RAZORPAY_API_URL, timeout: TIMEOUT_MS, maxRedirects: 0 });
  shared = sdk;
  return sdk;
}

const inside = z.looseObject({ api: z.looseObject({ rq: z.custom<{ defaults: object }>(isAxios) }) });

function isAxios(value: unknown): boolean {
  return typeof value === "function" && "defaults" in value;
}

function axiosDefaults(sdk: Razorpay): object {
  return inside.parse({ api: sdk.api }).api.rq.defaults;
}

/** @throws VendorError, `unknown` also for an answer that is not what was asked for. */
async function ask<T>(schema: z.ZodType<T>, call: () => Promise<unknown>): Promise<T> {
  let answer: unknown;
  try {
    answer = await call();
  } catch (cause) {
    throw toVendorError(cause);
  }
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw unknownOutcome("an answer that cannot be read", parsed.error);
  return parsed.data;
}

type NewOrder = { amountPaise: Paise; currency: string; receipt: string; notes: Record<string, string> };

/** `receipt` at most 40 characters; there is no idempotency key for orders. @throws VendorError */
export function createOrder({ amountPaise, currency, receipt, notes }: NewOrder): Promise<GatewayOrder> {
  return ask(orderEntity, () => client().orders.create({ amount: amountPaise, currency, receipt, notes }));
}

/** How an order of unknown outcome is found again; null where the gateway never made it. @throws VendorError */
export async function findOrderByReceipt(receipt: string): Promise<GatewayOrder | null> {
  const found = await ask(collectionOf(orderEntity), () => client().orders.all({ receipt }));
  return found.find((order) => order.receipt === receipt) ?? null;
}

/** @throws VendorError */
export function listPaymentsOfOrder(orderId: string): Promise<GatewayPayment[]> {
  return ask(collectionOf(paymentEntity), () => client().orders.fetchPayments(orderId));
}

/** @throws VendorError */
export function fetchPayment(paymentId: string): Promise<GatewayPayment> {
  return ask(paymentEntity, () => client().payments.fetch(paymentId));
}

/** Takes what was only authorised. @throws VendorError `refused` also where it is captured already. */
export function capturePayment(payment: GatewayPayment): Promise<GatewayPayment> {
  const { id, amountPaise, currency } = payment;
  return ask(paymentEntity, () => client().payments.capture(id, amountPaise, currency));
}

/** @throws VendorError */
export function fetchRefund(refundId: string): Promise<GatewayRefund> {
  return ask(refundEntity, () => client().refunds.fetch(refundId));
}

type NewLink = {
  amountPaise: Paise;
  currency: string;
  /** At most 40 characters, unique: how a link of unknown outcome is found again. */
  reference: string;
  description: string;
  customer: { name: string; contact: string };
  /** At least 15 minutes ahead. */
  expiresAt: Date;
  notes: Record<string, string>;
};

/** A page of the gateway's where anyone may pay. Mandap sends the message itself. @throws VendorError */
export function createPaymentLink(link: NewLink): Promise<GatewayLink> {
  return ask(linkEntity, () =>
    client().paymentLink.create({
      amount: link.amountPaise,
      currency: link.currency,
      reference_id: link.reference,
      description: link.description,
      customer: link.customer,
      expire_by: Math.ceil(link.expiresAt.getTime() / 1000),
      notify: { sms: false, email: false },
      reminder_enable: false,
      notes: link.notes,
    }),
  );
}

/** @throws VendorError */
export function fetchPaymentLink(linkId: string): Promise<GatewayLink> {
  return ask(linkEntity, () => client().paymentLink.fetch(linkId));
}

/** Null where the gateway never made it. The SDK passes on a filter that its types do not know. @throws VendorError */
export async function findPaymentLinkByReference(reference: string): Promise<GatewayLink | null> {
  const filter: object = { reference_id: reference };
  const found = await ask(linkCollection, () => client().paymentLink.all(filter));
  return found.find((link) => link.reference === reference) ?? null;
}

/** Nobody can pay by it any more. @throws VendorError `refused` where it is paid, expired or cancelled already */
export function cancelPaymentLink(linkId: string): Promise<GatewayLink> {
  return ask(linkEntity, () => client().paymentLink.cancel(linkId));
}

type NewRefund = {
  paymentId: string;
  amountPaise: Paise;
  /** 10 or more of `[A-Za-z0-9_-]`. The same key with the same body is the same refund, however often it is asked for. */
  idempotencyKey: string;
  notes: Record<string, string>;
};

/** Not through the SDK: it drops the idempotency header. @throws VendorError */
export function createRefund({ paymentId, amountPaise, idempotencyKey, notes }: NewRefund): Promise<GatewayRefund> {
  const { RAZORPAY_API_URL, RAZORPAY_KEY_ID, RAZORPAY_KEY_SECRET } = env();
  const url = new URL(`/v1/payments/${encodeURIComponent(paymentId)}/refund`, RAZORPAY_API_URL);
  return ask(refundEntity, async () => {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from(`${RAZORPAY_KEY_ID}:${RAZORPAY_KEY_SECRET}`).toString("base64")}`,
        "content-type": "application/json",
        "X-Refund-Idempotency": idempotencyKey,
      },
      body: JSON.stringify({ amount: amountPaise, speed: "normal", receipt: idempotencyKey, notes }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "error",
      cache: "no-store",
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok) return body;
    // The shape in which the SDK throws, so that one place judges both.
    throw { statusCode: response.status, error: z.looseObject({ error: z.unknown() }).safeParse(body).data?.error };
  });
}

/** What checkout.js needs to know of the account. */
export function checkoutKeys(): { keyId: string; checkoutUrl: string } {
  const { RAZORPAY_KEY_ID, RAZORPAY_CHECKOUT_URL } = env();
  return { keyId: RAZORPAY_KEY_ID, checkoutUrl: RAZORPAY_CHECKOUT_URL };
}
