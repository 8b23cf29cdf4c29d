import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { env } from "@/lib/env";
import {
  type GatewayLink,
  type GatewayPayment,
  type GatewayRefund,
  linkEntity,
  paymentEntity,
  refundEntity,
} from "./razorpay-entities";

function isSignedWith(secret: string, text: string, signature: string): boolean {
  const expected = createHmac("sha256", secret).update(text).digest();
  const given = /^[0-9a-f]{64}$/i.test(signature) ? Buffer.from(signature, "hex") : Buffer.alloc(expected.length);
  return timingSafeEqual(expected, given);
}

/** `orderId` must come from our own database: the browser could sign a pair of its own choice otherwise. */
export function verifyCheckoutSignature(checkout: { orderId: string; paymentId: string; signature: string }): boolean {
  return isSignedWith(env().RAZORPAY_KEY_SECRET, `${checkout.orderId}|${checkout.paymentId}`, checkout.signature);
}

/** Over the body as it came. The secret before the last rotation counts as long as it is configured. */
export function verifyWebhookSignature(rawBody: string, signature: string): boolean {
  const { RAZORPAY_WEBHOOK_SECRET, RAZORPAY_WEBHOOK_SECRET_OLD } = env();
  const current = isSignedWith(RAZORPAY_WEBHOOK_SECRET, rawBody, signature);
  if (!RAZORPAY_WEBHOOK_SECRET_OLD) return current;
  return isSignedWith(RAZORPAY_WEBHOOK_SECRET_OLD, rawBody, signature) || current;
}

const envelope = z.looseObject({ event: z.string().max(100), payload: z.record(z.string(), z.unknown()).default({}) });
const entity = z.looseObject({ entity: z.unknown() });

export type GatewayEvent = { type: string; payload: Record<string, unknown> } & (
  | { about: "payment"; payment: GatewayPayment }
  | { about: "refund"; refund: GatewayRefund }
  /** `payment` is null for what is no payment's: it expired, or was cancelled. */
  | { about: "link"; link: GatewayLink; payment: GatewayPayment | null }
  | { about: "other" }
);

/** Null where the body is no event at all. An event of a kind or shape that Mandap does not know is about `other`. */
export function parseGatewayEvent(rawBody: string): GatewayEvent | null {
  const body = envelope.safeParse(parseJson(rawBody));
  if (!body.success) return null;
  const { event: type, payload } = body.data;
  const base = { type, payload: body.data };
  if (type.startsWith("refund.")) {
    const refund = refundEntity.safeParse(entity.safeParse(payload.refund).data?.entity);
    return refund.success ? { ...base, about: "refund", refund: refund.data } : { ...base, about: "other" };
  }
  if (type.startsWith("payment_link.")) {
    const link = linkEntity.safeParse(entity.safeParse(payload.payment_link).data?.entity);
    const payment = paymentEntity.safeParse(entity.safeParse(payload.payment).data?.entity);
    return link.success
      ? { ...base, about: "link", link: link.data, payment: payment.data ?? null }
      : { ...base, about: "other" };
  }
  if (type.startsWith("payment.") || type === "order.paid") {
    const payment = paymentEntity.safeParse(entity.safeParse(payload.payment).data?.entity);
    return payment.success ? { ...base, about: "payment", payment: payment.data } : { ...base, about: "other" };
  }
  return { ...base, about: "other" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
