import * as z from "zod";
import type { Account } from "./account";
import { type Link, newId, noteOf, type Order, type Payment, unixNow } from "./entities";
import { Failure } from "./failure";
import { createOrder, notesInput } from "./orders";

const DEFAULT_LIFE_S = 182 * 86_400;

const linkInput = z.object({
  amount: z.unknown().optional(),
  currency: z.string().default("INR"),
  reference_id: z.string().max(40).default(""),
  description: z.string().max(2048).default(""),
  customer: z.record(z.string(), z.string()).default({}),
  expire_by: z.number().int().optional(),
  notify: z.object({ email: z.boolean(), sms: z.boolean(), whatsapp: z.boolean() }).partial().default({}),
  reminder_enable: z.boolean().default(false),
  notes: notesInput,
  callback_url: z.string().default(""),
  callback_method: z.string().default(""),
});

export function createLink({ state }: Account, body: unknown, baseUrl: string): Link {
  const input = linkInput.safeParse(body);
  if (!input.success) throw new Failure("The request body is invalid.");
  const { data } = input;
  const now = unixNow();
  if (data.expire_by !== undefined && data.expire_by < now + 15 * 60) {
    throw new Failure("expire_by should be at least 15 minutes after current time", { field: "expire_by" });
  }
  if (data.reference_id && Object.values(state.data.links).some((link) => link.reference_id === data.reference_id)) {
    throw new Failure(`payment link with given reference_id: ${data.reference_id} already exists`);
  }
  const order = createOrder(state, {
    amount: data.amount,
    currency: data.currency,
    receipt: data.reference_id || null,
    notes: data.notes,
  });
  const id = newId("plink");
  const link: Link = {
    id,
    accept_partial: false,
    amount: order.amount,
    amount_paid: 0,
    callback_url: data.callback_url,
    callback_method: data.callback_method,
    cancelled_at: 0,
    created_at: now,
    currency: data.currency,
    customer: data.customer,
    description: data.description,
    expire_by: data.expire_by ?? now + DEFAULT_LIFE_S,
    expired_at: 0,
    first_min_partial_amount: 0,
    notes: order.notes,
    notify: { email: false, sms: false, whatsapp: false, ...withoutUndefined(data.notify) },
    order_id: order.id,
    payments: [],
    reference_id: data.reference_id,
    reminder_enable: data.reminder_enable,
    reminders: [],
    short_url: `${baseUrl}/l/${id}`,
    status: "created",
    updated_at: now,
    upi_link: false,
    user_id: "",
  };
  state.data.links[id] = link;
  return link;
}

/** The link, expired if its time has come. */
export function readLink(account: Account, id: string | undefined): Link {
  const link = account.state.find("links", id);
  if (link.status === "created" && link.expire_by <= unixNow()) {
    Object.assign(link, { status: "expired", expired_at: link.expire_by, updated_at: unixNow() });
    emit(account, "payment_link.expired", link);
  }
  return link;
}

export function listLinks(account: Account, reference: string | null): Link[] {
  const all = Object.keys(account.state.data.links).map((id) => readLink(account, id));
  return reference === null ? all : all.filter(({ reference_id }) => reference_id === reference);
}

export function cancelLink(account: Account, id: string | undefined): Link {
  const link = readLink(account, id);
  if (link.status !== "created") throw new Failure(`Payment Link cannot be cancelled in ${link.status} state.`);
  Object.assign(link, { status: "cancelled", cancelled_at: unixNow(), updated_at: unixNow() });
  emit(account, "payment_link.cancelled", link);
  return link;
}

export function markLinkPaid(account: Account, order: Order, payment: Payment): void {
  const link = Object.values(account.state.data.links).find(({ order_id }) => order_id === order.id);
  if (!link) return;
  const now = unixNow();
  const { id: payment_id, amount, method } = payment;
  const paid = { payment_id, plink_id: link.id, amount, method, status: "captured", created_at: now, updated_at: now };
  link.payments.push(paid);
  Object.assign(link, { status: "paid", amount_paid: order.amount_paid, updated_at: now });
  account.webhooks.emit(
    "payment_link.paid",
    { payment_link: { entity: link }, order: { entity: order }, payment: { entity: payment } },
    noteOf(link.notes, "tenant"),
  );
}

function emit(account: Account, event: string, link: Link): void {
  account.webhooks.emit(event, { payment_link: { entity: link } }, noteOf(link.notes, "tenant"));
}

function withoutUndefined(flags: Record<string, boolean | undefined>): Record<string, boolean> {
  return Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, value ?? false]));
}
