import * as z from "zod";
import type { Extra } from "../faults";
import { type Call, json, parseJson, type Reply } from "../http";
import type { Account } from "./account";
import { Failure } from "./failure";
import { readLink } from "./links";
import { pay, payLate, signed } from "./payments";

const payInput = z.strictObject({
  order_id: z.string().optional(),
  payment_link_id: z.string().optional(),
  outcome: z.enum(["captured", "authorized", "failed"]).default("captured"),
  /** It fails first, and the money comes after all. */
  late: z.boolean().default(false),
  method: z.enum(["upi", "card"]).default("upi"),
  contact: z.string().optional(),
  email: z.string().optional(),
  /** Something else than the order asked for. */
  amount: z.int().min(1).optional(),
  currency: z.string().optional(),
});

/** `POST /__control/pay`: pays an order as if someone had, again even, without a browser. */
export function controlPay(account: Account, call: Call): Reply {
  const input = payInput.safeParse(parseJson(call.body));
  if (!input.success) throw new Failure(z.prettifyError(input.error));
  const { order_id, payment_link_id, late, ...details } = input.data;
  const order = account.state.find("orders", order_id ?? readLink(account, payment_link_id).order_id);
  const payment = (late ? payLate : pay)(account, order, details);
  return json({ payment, ...signed(account, payment) });
}

const refundsSchema = z.strictObject({
  outcome: z.enum(["processed", "failed", "pending"]).optional(),
  afterMs: z.int().min(0).optional(),
});
const REFUNDS = { outcome: "processed", afterMs: 150 } satisfies Account["refunds"];

/** The account's `refunds`, and how `/__control` changes them. */
export function refundBehaviour(): { refunds: Account["refunds"]; control: Extra } {
  const refunds: Account["refunds"] = { ...REFUNDS };
  const control: Extra = {
    schema: refundsSchema,
    get: () => refunds,
    set: (value) => Object.assign(refunds, refundsSchema.parse(value)),
    reset: () => Object.assign(refunds, REFUNDS),
  };
  return { refunds, control };
}
