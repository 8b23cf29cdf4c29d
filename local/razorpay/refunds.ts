import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import type { Account } from "./account";
import { asNotes, newId, noteOf, type Payment, type Refund, unixNow } from "./entities";
import { Failure } from "./failure";
import { checkAmount, checkNotes, notesInput } from "./orders";

const refundInput = z.object({
  amount: z.unknown().optional(),
  speed: z.enum(["normal", "optimum"]).default("normal"),
  receipt: z.string().max(40).nullish(),
  notes: notesInput,
});

/** The same key with the same body answers with the same refund; with another body it is refused. */
export function refund(account: Account, payment: Payment, body: unknown, key: string | undefined): Refund {
  if (key === undefined) return makeRefund(account, payment, body);
  if (!/^[A-Za-z0-9_-]{10,}$/.test(key)) throw new Failure("The idempotency key is invalid.");
  const { refundKeys } = account.state.data;
  const fingerprint = JSON.stringify([payment.id, body ?? {}]);
  const known = refundKeys[key];
  if (known && known.fingerprint !== fingerprint) {
    throw new Failure("Different request body sent for the same Idempotency Header");
  }
  if (known) return account.state.find("refunds", known.refundId);
  const made = makeRefund(account, payment, body);
  refundKeys[key] = { fingerprint, refundId: made.id };
  return made;
}

function makeRefund(account: Account, payment: Payment, body: unknown): Refund {
  const input = refundInput.safeParse(body ?? {});
  if (!input.success) throw new Failure("The request body is invalid.");
  if (!payment.captured) throw new Failure("The payment status should be captured for action to be taken");
  const left = payment.amount - payment.amount_refunded;
  if (left === 0) throw new Failure("The payment has been fully refunded already");
  const asked = input.data.amount;
  const amount = asked === undefined ? left : checkAmount(asked, "The amount must be atleast INR 1.00");
  if (amount > left) throw new Failure("The total refund amount is greater than the refund payment amount");
  const made: Refund = {
    id: newId("rfnd"),
    entity: "refund",
    amount,
    currency: payment.currency,
    payment_id: payment.id,
    notes: asNotes(checkNotes(input.data.notes)),
    receipt: input.data.receipt ?? null,
    acquirer_data: { arn: null },
    created_at: unixNow(),
    batch_id: null,
    status: "pending",
    speed_processed: null,
    speed_requested: input.data.speed,
  };
  account.state.data.refunds[made.id] = made;
  payment.amount_refunded += amount;
  markRefunded(payment);
  emit(account, "refund.created", payment, made);
  void settleLater(account, payment, made);
  return made;
}

async function settleLater(account: Account, payment: Payment, made: Refund): Promise<void> {
  const { outcome, afterMs } = account.refunds;
  if (outcome === "pending") return;
  await sleep(afterMs, undefined, { ref: false });
  settle(account, payment, made, outcome);
  await account.state.save();
}

function settle(account: Account, payment: Payment, made: Refund, outcome: "processed" | "failed"): void {
  if (made.status !== "pending") return;
  made.status = outcome;
  if (outcome === "processed") {
    made.speed_processed = made.speed_requested === "optimum" ? "instant" : "normal";
    made.acquirer_data = { arn: String(Date.now()).padStart(23, "7") };
  } else {
    payment.amount_refunded -= made.amount;
    markRefunded(payment);
  }
  emit(account, `refund.${outcome}`, payment, made);
}

/** Refunds that were under way when the process ended. */
export function resumeRefunds(account: Account): void {
  for (const made of Object.values(account.state.data.refunds)) {
    const payment = account.state.data.payments[made.payment_id];
    if (payment && made.status === "pending") void settleLater(account, payment, made);
  }
}

function markRefunded(payment: Payment): void {
  const { amount, amount_refunded } = payment;
  payment.refund_status = amount_refunded === 0 ? null : amount_refunded < amount ? "partial" : "full";
  payment.status = payment.refund_status === "full" ? "refunded" : "captured";
}

function emit(account: Account, event: string, payment: Payment, made: Refund): void {
  const tenant = noteOf(payment.notes, "tenant");
  account.webhooks.emit(event, { refund: { entity: made }, payment: { entity: payment } }, tenant);
}
