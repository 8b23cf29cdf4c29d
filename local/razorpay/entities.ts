import { randomInt } from "node:crypto";
import * as z from "zod";

/** Razorpay's entities as its API shows them. Amounts are paise, instants are Unix seconds. */

const notes = z.union([z.record(z.string(), z.union([z.string(), z.number()])), z.array(z.never())]);
const text = z.string().nullable();

export const orderSchema = z.object({
  id: z.string(),
  entity: z.literal("order"),
  amount: z.number(),
  amount_paid: z.number(),
  amount_due: z.number(),
  currency: z.string(),
  receipt: text,
  offer_id: z.null(),
  status: z.enum(["created", "attempted", "paid"]),
  attempts: z.number(),
  notes,
  created_at: z.number(),
});
export type Order = z.infer<typeof orderSchema>;

export const paymentSchema = z.object({
  id: z.string(),
  entity: z.literal("payment"),
  amount: z.number(),
  currency: z.string(),
  status: z.enum(["created", "authorized", "captured", "refunded", "failed"]),
  order_id: text,
  invoice_id: z.null(),
  international: z.boolean(),
  method: z.enum(["upi", "card"]),
  amount_refunded: z.number(),
  refund_status: z.enum(["partial", "full"]).nullable(),
  captured: z.boolean(),
  description: text,
  card_id: text,
  bank: z.null(),
  wallet: z.null(),
  vpa: text,
  email: text,
  contact: text,
  notes,
  fee: z.number().nullable(),
  tax: z.number().nullable(),
  error_code: text,
  error_description: text,
  error_source: text,
  error_step: text,
  error_reason: text,
  acquirer_data: z.record(z.string(), text),
  created_at: z.number(),
});
export type Payment = z.infer<typeof paymentSchema>;

export const refundSchema = z.object({
  id: z.string(),
  entity: z.literal("refund"),
  amount: z.number(),
  currency: z.string(),
  payment_id: z.string(),
  notes,
  receipt: text,
  acquirer_data: z.record(z.string(), text),
  created_at: z.number(),
  batch_id: z.null(),
  status: z.enum(["pending", "processed", "failed"]),
  speed_processed: text,
  speed_requested: z.enum(["normal", "optimum"]),
});
export type Refund = z.infer<typeof refundSchema>;

export const linkSchema = z.object({
  id: z.string(),
  accept_partial: z.literal(false),
  amount: z.number(),
  amount_paid: z.number(),
  callback_url: z.string(),
  callback_method: z.string(),
  cancelled_at: z.number(),
  created_at: z.number(),
  currency: z.string(),
  customer: z.record(z.string(), z.string()),
  description: z.string(),
  expire_by: z.number(),
  expired_at: z.number(),
  first_min_partial_amount: z.literal(0),
  notes,
  notify: z.object({ email: z.boolean(), sms: z.boolean(), whatsapp: z.boolean() }),
  order_id: z.string(),
  payments: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  reference_id: z.string(),
  reminder_enable: z.boolean(),
  reminders: z.array(z.never()),
  short_url: z.string(),
  status: z.enum(["created", "expired", "cancelled", "paid"]),
  updated_at: z.number(),
  upi_link: z.literal(false),
  user_id: z.string(),
});
export type Link = z.infer<typeof linkSchema>;

export type Notes = z.infer<typeof notes>;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** order_Lc4KxV0pQmT7Za */
export function newId(prefix: "order" | "pay" | "rfnd" | "plink" | "evt" | "card"): string {
  return `${prefix}_${Array.from({ length: 14 }, () => LETTERS[randomInt(LETTERS.length)]).join("")}`;
}

export const unixNow = () => Math.floor(Date.now() / 1_000);

/** What the caller sent as notes; Razorpay shows an empty list where there are none. */
export function asNotes(given: Record<string, string | number> | undefined): Notes {
  return given && Object.keys(given).length > 0 ? given : [];
}

export function noteOf(notes: Notes, name: string): string | null {
  const value = Array.isArray(notes) ? undefined : notes[name];
  return value === undefined ? null : String(value);
}

export const collection = <T>(items: T[]) => ({ entity: "collection", count: items.length, items });
