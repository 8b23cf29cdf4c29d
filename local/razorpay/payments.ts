import { createHmac } from "node:crypto";
import type { Account } from "./account";
import { newId, noteOf, type Order, type Payment, unixNow } from "./entities";
import { Failure } from "./failure";
import { markLinkPaid } from "./links";

export type Instrument = { method: "upi" | "card"; vpa?: string | undefined };
export type Outcome = "captured" | "authorized" | "failed";
export type PayInput = Instrument & {
  outcome: Outcome;
  contact?: string | undefined;
  email?: string | undefined;
  amount?: number | undefined;
  currency?: string | undefined;
};

/** One attempt to pay an order, to its outcome, with its events. Razorpay captures by itself on this account. */
export function pay(account: Account, order: Order, input: PayInput): Payment {
  const payment = attempt(account, order, input);
  if (input.outcome === "failed") fail(account, payment);
  else authorise(account, payment, input.outcome === "captured");
  return payment;
}

/** Late authorisation: it failed, says the bank, and then the money came after all. */
export function payLate(account: Account, order: Order, input: PayInput): Payment {
  const payment = attempt(account, order, input);
  fail(account, payment);
  authorise(account, payment, input.outcome !== "authorized");
  return payment;
}

function attempt({ state }: Account, order: Order, input: PayInput): Payment {
  const payment: Payment = {
    id: newId("pay"),
    entity: "payment",
    amount: input.amount ?? order.amount,
    currency: input.currency ?? order.currency,
    status: "created",
    order_id: order.id,
    invoice_id: null,
    international: false,
    method: input.method,
    amount_refunded: 0,
    refund_status: null,
    captured: false,
    description: null,
    card_id: input.method === "card" ? newId("card") : null,
    bank: null,
    wallet: null,
    vpa: input.method === "upi" ? (input.vpa ?? "success@razorpay") : null,
    email: input.email || null,
    contact: input.contact || null,
    notes: order.notes,
    fee: null,
    tax: null,
    error_code: null,
    error_description: null,
    error_source: null,
    error_step: null,
    error_reason: null,
    acquirer_data: {},
    created_at: unixNow(),
  };
  order.attempts++;
  if (order.status === "created") order.status = "attempted";
  state.data.payments[payment.id] = payment;
  return payment;
}

function fail(account: Account, payment: Payment): void {
  Object.assign(payment, {
    status: "failed",
    error_code: "BAD_REQUEST_ERROR",
    error_description: "Your payment didn't go through as it was declined by the bank. Try another payment method.",
    error_source: "bank",
    error_step: "payment_authorization",
    error_reason: "payment_failed",
  } satisfies Partial<Payment>);
  emit(account, "payment.failed", payment);
}

function authorise(account: Account, payment: Payment, thenCapture: boolean): void {
  const rrn = String(Date.now()).slice(-12);
  Object.assign(payment, {
    status: "authorized",
    error_code: null,
    error_description: null,
    error_source: null,
    error_step: null,
    error_reason: null,
    acquirer_data: payment.method === "upi" ? { rrn, upi_transaction_id: payment.id } : { auth_code: rrn.slice(-6) },
  } satisfies Partial<Payment>);
  emit(account, "payment.authorized", payment);
  if (thenCapture) capture(account, payment, payment.amount, payment.currency);
}

export function capture(account: Account, payment: Payment, amount: number, currency: string): Payment {
  const { state } = account;
  if (payment.captured) throw new Failure("This payment has already been captured");
  if (payment.status !== "authorized") {
    throw new Failure("Only payments which have been authorized and not yet captured can be captured");
  }
  if (amount !== payment.amount || currency !== payment.currency) {
    throw new Failure("Capture amount must be equal to the amount authorized", { field: "amount" });
  }
  const fee = Math.round(payment.amount * 0.02 * 1.18);
  Object.assign(payment, { status: "captured", captured: true, fee, tax: Math.round((fee * 18) / 118) });
  emit(account, "payment.captured", payment);
  const order = payment.order_id ? state.data.orders[payment.order_id] : undefined;
  if (order) settle(account, order, payment);
  return payment;
}

function settle(account: Account, order: Order, payment: Payment): void {
  order.amount_paid += payment.amount;
  order.amount_due = Math.max(0, order.amount - order.amount_paid);
  if (order.amount_due > 0) return;
  order.status = "paid";
  const tenant = noteOf(order.notes, "tenant");
  account.webhooks.emit("order.paid", { payment: { entity: payment }, order: { entity: order } }, tenant);
  markLinkPaid(account, order, payment);
}

function emit(account: Account, event: string, payment: Payment): void {
  account.webhooks.emit(event, { payment: { entity: payment } }, noteOf(payment.notes, "tenant"));
}

/** What checkout's handler gets. */
export function signed(account: Account, payment: Payment) {
  const signature = createHmac("sha256", account.keySecret).update(`${payment.order_id}|${payment.id}`).digest("hex");
  return {
    razorpay_payment_id: payment.id,
    razorpay_order_id: payment.order_id ?? "",
    razorpay_signature: signature,
  };
}
