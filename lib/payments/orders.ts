import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { paymentOrders } from "@/db/schema/payments";

export type OrderRow = typeof paymentOrders.$inferSelect;

/** How far an order has come. The gateway's events keep no order, so a status only rises: failed → attempted is a late authorisation. */
const RANK = { created: 0, failed: 1, abandoned: 1, attempted: 2, paid: 3 } as const satisfies Record<
  OrderRow["status"],
  number
>;

/** By the gateway's id; another hall's is not found. */
export async function findOrderByProviderId(
  tx: Tx,
  tenantId: string,
  providerOrderId: string,
): Promise<OrderRow | undefined> {
  const [row] = await tx
    .select()
    .from(paymentOrders)
    .where(and(eq(paymentOrders.tenantId, tenantId), eq(paymentOrders.providerOrderId, providerOrderId)));
  return row;
}

/** Raises an order's status; a lower one is left out. */
export async function raiseOrderStatus(tx: Tx, order: OrderRow, to: OrderRow["status"]): Promise<void> {
  const lower = Object.entries(RANK).flatMap(([status, rank]) => (rank < RANK[to] ? [status] : []));
  if (lower.length === 0) return;
  await tx
    .update(paymentOrders)
    .set({ status: to, updatedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(paymentOrders.tenantId, order.tenantId),
        eq(paymentOrders.id, order.id),
        sql`${paymentOrders.status} in ${lower}`,
      ),
    );
}

/**
 * Writes the gateway's id of an order that was just made or found. Of two that arrive at once the first counts; the row
 * as it stands is returned.
 */
export async function saveProviderOrder(tx: Tx, order: OrderRow, providerOrderId: string): Promise<OrderRow> {
  const own = and(eq(paymentOrders.tenantId, order.tenantId), eq(paymentOrders.id, order.id));
  const [saved] = await tx
    .update(paymentOrders)
    .set({ providerOrderId, updatedAt: sql`clock_timestamp()` })
    .where(and(own, sql`${paymentOrders.providerOrderId} is null`))
    .returning();
  if (saved) return saved;
  const [kept] = await tx.select().from(paymentOrders).where(own);
  if (!kept) throw new Error("a payment order vanished");
  return kept;
}
