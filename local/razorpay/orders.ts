import * as z from "zod";
import { asNotes, newId, type Order, unixNow } from "./entities";
import { Failure } from "./failure";
import type { State } from "./state";

const NOTES = 15;
const NOTE_LENGTH = 256;
const RECEIPT_LENGTH = 40;

export const notesInput = z
  .union([z.record(z.string(), z.union([z.string(), z.number()])), z.array(z.never()).transform(() => ({}))])
  .optional();
const orderInput = z.object({
  amount: z.unknown().optional(),
  currency: z.unknown().optional(),
  receipt: z.string().nullish(),
  notes: notesInput,
});

export function createOrder(state: State, body: unknown): Order {
  const input = orderInput.safeParse(body);
  if (!input.success) throw new Failure("The request body is invalid.");
  const { receipt = null } = input.data;
  const amount = checkAmount(input.data.amount, "Order amount less than minimum amount allowed");
  if (input.data.currency !== "INR") throw new Failure("Currency is not supported", { field: "currency" });
  if (receipt && receipt.length > RECEIPT_LENGTH) {
    throw new Failure(`The receipt may not be greater than ${RECEIPT_LENGTH} characters.`, { field: "receipt" });
  }
  const order: Order = {
    id: newId("order"),
    entity: "order",
    amount,
    amount_paid: 0,
    amount_due: amount,
    currency: "INR",
    receipt,
    offer_id: null,
    status: "created",
    attempts: 0,
    notes: asNotes(checkNotes(input.data.notes)),
    created_at: unixNow(),
  };
  state.data.orders[order.id] = order;
  return order;
}

/** Paise as an integer of a rupee or more. */
export function checkAmount(value: unknown, tooSmall: string): number {
  const amount = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof amount !== "number" || !Number.isSafeInteger(amount)) {
    throw new Failure("The amount must be an integer.", { field: "amount" });
  }
  if (amount < 100) throw new Failure(tooSmall, { field: "amount" });
  return amount;
}

export function checkNotes(notes: z.infer<typeof notesInput>): Record<string, string | number> | undefined {
  const entries = Object.entries(notes ?? {});
  if (entries.length > NOTES) {
    throw new Failure(`Number of fields in notes should be less than or equal to ${NOTES}`, { field: "notes" });
  }
  if (entries.some(([name, value]) => name.length > NOTE_LENGTH || String(value).length > NOTE_LENGTH)) {
    throw new Failure(`The notes may not be greater than ${NOTE_LENGTH} characters.`, { field: "notes" });
  }
  return notes;
}

/** `from`, `to`, `count` and `skip`, newest first. */
export function page<T extends { created_at: number }>(items: T[], query: URLSearchParams): T[] {
  const number = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
  const [from, to] = [number("from", 0), number("to", Number.MAX_SAFE_INTEGER)];
  const [skip, count] = [number("skip", 0), Math.min(number("count", 10), 100)];
  const within = items.filter(({ created_at }) => created_at >= from && created_at <= to);
  return within.reverse().slice(skip, skip + count);
}

export function listOrders(state: State, query: URLSearchParams): Order[] {
  const receipt = query.get("receipt");
  const orders = Object.values(state.data.orders);
  return page(receipt === null ? orders : orders.filter((order) => order.receipt === receipt), query);
}
