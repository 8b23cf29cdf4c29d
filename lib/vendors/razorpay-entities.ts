import * as z from "zod";
import type { Paise } from "@/lib/core/money";

/** Razorpay's entities, reshaped: paise, dates, and no field that Mandap does not use. */

/** An empty object arrives as an empty list. */
const notes = z
  .union([z.record(z.string(), z.union([z.string(), z.number()])), z.array(z.unknown()).transform(() => ({}))])
  .nullish()
  .transform((given) => Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, String(value)])));

const paise = z.int().min(0);
const unixSeconds = z.number().transform((seconds) => new Date(seconds * 1000));

export type GatewayOrder = {
  id: string;
  amountPaise: Paise;
  currency: string;
  receipt: string | null;
  status: "created" | "attempted" | "paid";
};

export const orderEntity = z
  .object({
    id: z.string(),
    amount: paise,
    currency: z.string(),
    receipt: z.string().nullish(),
    status: z.enum(["created", "attempted", "paid"]),
  })
  .transform(
    ({ amount, receipt, ...order }): GatewayOrder => ({ ...order, amountPaise: amount, receipt: receipt ?? null }),
  );

export type GatewayPayment = {
  id: string;
  /** Null for money that came without an order. */
  orderId: string | null;
  amountPaise: Paise;
  currency: string;
  status: "created" | "authorized" | "captured" | "refunded" | "failed";
  /** False also on what the gateway refunded by itself because nobody captured it. */
  captured: boolean;
  /** upi, card, netbanking … */
  method: string;
  notes: Record<string, string>;
  at: Date;
};

export const paymentEntity = z
  .object({
    id: z.string(),
    order_id: z.string().nullish(),
    amount: paise,
    currency: z.string(),
    status: z.enum(["created", "authorized", "captured", "refunded", "failed"]),
    captured: z.boolean().nullish(),
    method: z.string().nullish(),
    notes,
    created_at: unixSeconds,
  })
  .transform(
    ({ order_id, amount, captured, method, created_at, ...payment }): GatewayPayment => ({
      ...payment,
      orderId: order_id ?? null,
      amountPaise: amount,
      captured: captured ?? false,
      method: method ?? "",
      at: created_at,
    }),
  );

export type GatewayRefund = {
  id: string;
  paymentId: string;
  amountPaise: Paise;
  currency: string;
  status: "pending" | "processed" | "failed";
  notes: Record<string, string>;
  at: Date;
};

export const refundEntity = z
  .object({
    id: z.string(),
    payment_id: z.string(),
    amount: paise,
    currency: z.string(),
    status: z.enum(["pending", "processed", "failed"]),
    notes,
    created_at: unixSeconds,
  })
  .transform(
    ({ payment_id, amount, created_at, ...refund }): GatewayRefund => ({
      ...refund,
      paymentId: payment_id,
      amountPaise: amount,
      at: created_at,
    }),
  );

export type GatewayLink = {
  id: string;
  url: string;
  reference: string;
  status: "created" | "partially_paid" | "paid" | "cancelled" | "expired";
  /** Of what was paid by it. */
  paymentIds: string[];
  notes: Record<string, string>;
};

export const linkEntity = z
  .object({
    id: z.string(),
    short_url: z.string(),
    reference_id: z.string().nullish(),
    status: z.enum(["created", "partially_paid", "paid", "cancelled", "expired"]),
    payments: z.array(z.object({ payment_id: z.string() })).nullish(),
    notes,
  })
  .transform(
    ({ short_url, reference_id, payments, ...link }): GatewayLink => ({
      ...link,
      url: short_url,
      reference: reference_id ?? "",
      paymentIds: (payments ?? []).map(({ payment_id }) => payment_id),
    }),
  );

export const linkCollection = z
  .object({ payment_links: z.array(linkEntity) })
  .transform((found) => found.payment_links);

/** A list as Razorpay answers it. */
export function collectionOf<T>(entity: z.ZodType<T>): z.ZodType<T[]> {
  return z.object({ items: z.array(entity) }).transform(({ items }) => items);
}
