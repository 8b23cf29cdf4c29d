import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments } from "@/db/schema/payments";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";

export type PaymentRow = typeof payments.$inferSelect;

/** @throws AppError NOT_FOUND, also for another tenant's */
export async function findPayment(tx: Tx, ctx: Pick<Ctx, "tenant">, paymentId: string): Promise<PaymentRow> {
  const [payment] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.id, paymentId)));
  if (!payment) throw new AppError("NOT_FOUND", { what: "payment" });
  return payment;
}
