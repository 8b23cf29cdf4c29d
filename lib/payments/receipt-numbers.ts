import "server-only";
import type { Tx } from "@/db/client";
import { financialYear, receiptNumber, refundVoucherNumber } from "@/lib/core/booking-number";
import { localDateOf } from "@/lib/core/period";
import { nextNumber } from "@/lib/tenants/counters";
import type { Ctx } from "@/lib/tenants/ctx";

/** The next receipt of the financial year, by the calendar of the venue's zone. Take it in the transaction that uses it. */
export async function nextReceiptNumber(tx: Tx, ctx: Ctx, timeZone: string): Promise<string> {
  const year = financialYear(localDateOf(ctx.now, timeZone));
  return receiptNumber(ctx.tenant.numberPrefix, year, await nextNumber(tx, ctx.tenant, "receipt", year));
}

/** The same for money that goes back, and for an entry that is taken back. */
export async function nextVoucherNumber(tx: Tx, ctx: Ctx, timeZone: string): Promise<string> {
  const year = financialYear(localDateOf(ctx.now, timeZone));
  return refundVoucherNumber(ctx.tenant.numberPrefix, year, await nextNumber(tx, ctx.tenant, "refund", year));
}
