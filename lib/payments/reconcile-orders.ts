import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { asPlatform, inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { paymentOrders, payments } from "@/db/schema/payments";
import { refundRequests } from "@/db/schema/refunds";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import { findTenantById } from "@/lib/tenants/queries";
import { fetchRefund, findOrderByReceipt } from "@/lib/vendors/razorpay";
import { VendorError } from "@/lib/vendors/vendor-error";
import { collectOrder } from "./collect-order";
import { type OrderRow, saveProviderOrder } from "./orders";
import { recordRefund } from "./record-refund";
import { refundPayment } from "./refund-payment";

const BATCH = 200;

/** Orders that nobody finished: after six days the gateway pays back by itself what was never captured. */
const FINAL_AFTER = sql`interval '6 days'`;
/** Every run at first, then ever more rarely: an order of a day is asked about every two hours. */
const DUE = sql`(${paymentOrders.checkedAt} is null
  or ${paymentOrders.checkedAt} < clock_timestamp() - greatest(interval '4 minutes', (clock_timestamp() - ${paymentOrders.createdAt}) / 12))`;

type Reconciled = { orders: number; collected: number; refunds: number; abandoned: number };

/** Finds payments whose webhook never came, and refunds whose end nobody told us. A gateway that is away waits for the next run. */
export async function reconcileOrders(): Promise<Reconciled> {
  const abandoned = await abandonOld();
  const orders = await openOrders();
  let collected = 0;
  for (const order of orders) {
    if (await attempt("order", order, (ctx) => reconcileOrder(ctx, order))) collected++;
  }
  const requests = await openRefunds();
  for (const request of requests) await attempt("refund", request, (ctx) => reconcileRefund(ctx, request));
  return { orders: orders.length, collected, refunds: requests.length, abandoned };
}

function openOrders(): Promise<OrderRow[]> {
  return asPlatform((tx) =>
    tx
      .select()
      .from(paymentOrders)
      .where(
        and(
          sql`${paymentOrders.status} in ('created', 'attempted', 'failed')`,
          sql`${paymentOrders.createdAt} > clock_timestamp() - ${FINAL_AFTER}`,
          sql`${paymentOrders.updatedAt} < clock_timestamp() - interval '30 seconds'`,
          DUE,
        ),
      )
      .orderBy(sql`${paymentOrders.checkedAt} nulls first`)
      .limit(BATCH),
  );
}

async function abandonOld(): Promise<number> {
  const rows = await asPlatform((tx) =>
    tx
      .update(paymentOrders)
      .set({ status: "abandoned", updatedAt: sql`clock_timestamp()` })
      .where(
        and(
          sql`${paymentOrders.status} in ('created', 'attempted', 'failed')`,
          sql`${paymentOrders.createdAt} <= clock_timestamp() - ${FINAL_AFTER}`,
        ),
      )
      .returning({ id: paymentOrders.id }),
  );
  return rows.length;
}

type OpenRefund = Pick<typeof refundRequests.$inferSelect, "tenantId" | "id" | "providerRefundId">;

function openRefunds(): Promise<OpenRefund[]> {
  return asPlatform((tx) =>
    tx
      .select({
        tenantId: refundRequests.tenantId,
        id: refundRequests.id,
        providerRefundId: refundRequests.providerRefundId,
      })
      .from(refundRequests)
      .innerJoin(
        payments,
        and(eq(payments.tenantId, refundRequests.tenantId), eq(payments.id, refundRequests.paymentId)),
      )
      .where(
        sql`${refundRequests.status} in ('queued', 'sent') and ${payments.providerPaymentId} is not null
            and ${refundRequests.updatedAt} < clock_timestamp()
              - greatest(interval '4 minutes', (clock_timestamp() - ${refundRequests.createdAt}) / 12)`,
      )
      .orderBy(asc(refundRequests.updatedAt))
      .limit(BATCH),
  );
}

/** One failure must not keep the rest waiting. */
async function attempt<T>(
  what: "order" | "refund",
  row: { tenantId: string; id: string },
  work: (ctx: Ctx) => Promise<T>,
): Promise<T | null> {
  const tenant = await findTenantById(row.tenantId);
  if (!tenant) return null;
  const ctx: Ctx = { tenant, actor: { kind: "job", name: "reconcile" }, now: new Date(), requestId: newId() };
  try {
    return await work(ctx);
  } catch (error) {
    log.error({ requestId: ctx.requestId, tenantId: tenant.id, what, id: row.id, err: error }, "cannot reconcile yet");
    return null;
  }
}

async function reconcileOrder(ctx: Ctx, order: OrderRow): Promise<boolean> {
  // Before asking: an order that always fails must not keep its place at the head of the queue.
  await inTenant(ctx.tenant.id, (tx) =>
    tx
      .update(paymentOrders)
      .set({ checkedAt: sql`clock_timestamp()` })
      .where(and(eq(paymentOrders.tenantId, order.tenantId), eq(paymentOrders.id, order.id))),
  );
  const known = order.providerOrderId === null ? await recoverOrder(ctx, order) : order;
  return known !== null && collectOrder(ctx, known);
}

/** An order whose answer was lost. */
async function recoverOrder(ctx: Ctx, order: OrderRow): Promise<OrderRow | null> {
  const found = await findOrderByReceipt(order.receipt);
  return found && inTenant(ctx.tenant.id, (tx) => saveProviderOrder(tx, order, found.id));
}

async function reconcileRefund(ctx: Ctx, { id, providerRefundId }: OpenRefund): Promise<void> {
  if (providerRefundId === null) return refundPayment(ctx, { requestId: id });
  const refund = await fetchRefund(providerRefundId).catch((error: unknown) => {
    // A refund that the gateway no longer knows under this id is asked for again, with the same key.
    if (error instanceof VendorError && error.outcome === "refused") return null;
    throw error;
  });
  if (!refund) return refundPayment(ctx, { requestId: id });
  await inTenant(ctx.tenant.id, (tx) => recordRefund(tx, ctx, refund));
}
