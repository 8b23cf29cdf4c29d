import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { refunds } from "@/db/schema/refunds";
import type { Paise } from "@/lib/core/money";
import type { HandMethod } from "@/lib/core/payment-method";
import type { Ctx } from "@/lib/tenants/ctx";
import { nextVoucherNumber } from "./receipt-numbers";

type Voucher = {
  requestId: string;
  payment: { id: string; bookingId: string; currency: string };
  amountPaise: Paise;
  kind: "refund" | "reversal";
  method: HandMethod;
  reference: string | null;
  timeZone: string;
};

/** The ledger's row of money that went back by hand, under the next voucher number, which it returns. */
export async function writeVoucher(tx: Tx, ctx: Ctx, voucher: Voucher): Promise<string> {
  const { payment, requestId, amountPaise, kind, method, reference } = voucher;
  const voucherNumber = await nextVoucherNumber(tx, ctx, voucher.timeZone);
  await tx.insert(refunds).values({
    tenantId: ctx.tenant.id,
    id: newId(),
    bookingId: payment.bookingId,
    paymentId: payment.id,
    requestId,
    voucherNumber,
    kind,
    paidBy: ctx.actor.kind === "staff" ? ctx.actor.userId : null,
    reference,
    method,
    amountPaise,
    currency: payment.currency,
    refundedAt: ctx.now,
    // As with payments: a day book is closed under the venue's lock and goes by the moment of writing.
    createdAt: sql`clock_timestamp()`,
  });
  return voucherNumber;
}
