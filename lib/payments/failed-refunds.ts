import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { refundRequests } from "@/db/schema/refunds";
import type { RefundRow } from "./refund-requests";

/** A failed request is settled once the same was promised again of its payment, by the gateway or by hand. */
export function settledSince(request: typeof refundRequests | RefundRow): SQL<boolean> {
  const { tenantId, id, paymentId, amountPaise, updatedAt } = request;
  const since = updatedAt instanceof Date ? updatedAt.toISOString() : updatedAt;
  return sql`exists (select 1 from refund_requests later
    where later.tenant_id = ${tenantId} and later.payment_id = ${paymentId} and later.amount_paise = ${amountPaise}
      and later.id <> ${id} and later.created_at >= ${since}::timestamptz - interval '1 millisecond')`.mapWith(Boolean);
}

/** Whether a refund that failed was promised again since, to the same amount. */
export async function isSettled(tx: Tx, request: RefundRow): Promise<boolean> {
  const [row] = await tx.select({ settled: settledSince(request) }).from(sql`(select 1) as one`);
  return row?.settled ?? false;
}
