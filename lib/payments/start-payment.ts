import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { paymentOrders } from "@/db/schema/payments";
import type { BookingRow } from "@/lib/bookings/types";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import { type Once, onceAround } from "@/lib/tenants/idempotency";
import { makeOrFind } from "@/lib/vendors/make-or-find";
import { checkoutKeys, createOrder, findOrderByReceipt } from "@/lib/vendors/razorpay";
import { VendorError } from "@/lib/vendors/vendor-error";
import { collectOrder } from "./collect-order";
import type { StartPaymentInput } from "./input";
import { type OrderIntent, openOrder } from "./open-order";
import { type OrderRow, saveProviderOrder } from "./orders";
import type { StartedPayment } from "./types";

const WAIT_MS = 400;
const WAITS = 45;

/**
 * Opens an order at the gateway for what is due now, or leads back to the one that is open. Our row with its receipt is
 * committed first, so that an order whose answer was lost is found again instead of made twice.
 * @throws AppError NOTHING_DUE, HOLD_EXPIRED, WRONG_STATUS, PAYMENT_GATEWAY_DOWN (asking again is safe)
 */
export async function startPayment(ctx: Ctx, input: StartPaymentInput): Promise<StartedPayment> {
  assertMay(ctx.actor, "payment.start");
  for (let waited = 0; ; waited++) {
    const intent = await inTenant(ctx.tenant.id, (tx) => openOrder(tx, ctx, input));
    switch (intent.step) {
      case "wait":
        if (waited >= WAITS) throw new AppError("PAYMENT_GATEWAY_DOWN");
        await sleep(WAIT_MS);
        continue;
      case "reuse":
        await assertStillUnpaid(ctx, intent.order);
        return toStarted(intent, intent.order);
      case "new":
      case "recover":
        return toStarted(intent, await orderAtGateway(ctx, intent));
      default:
        intent.step satisfies never;
    }
  }
}

/** The same once for a key: who asks again with it gets the order that it got first, paid by now or not. */
export function startPaymentOnce(ctx: Ctx, input: StartPaymentInput): Promise<Once<StartedPayment>> {
  assertMay(ctx.actor, "payment.start");
  const { idempotencyKey: key, ...rest } = input;
  return onceAround(ctx, { route: "payment.start", key, input: rest }, () => startPayment(ctx, rest));
}

async function orderAtGateway(ctx: Ctx, { step, order, booking }: OrderIntent): Promise<OrderRow> {
  try {
    const found = step === "recover" ? await findOrderByReceipt(order.receipt) : null;
    const { id } = found ?? (await createOrFind(ctx, order, booking));
    return await inTenant(ctx.tenant.id, (tx) => saveProviderOrder(tx, order, id));
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    log.error({ requestId: ctx.requestId, orderId: order.id, outcome: error.outcome, err: error }, "no payment order");
    await inTenant(ctx.tenant.id, (tx) =>
      tx
        .update(paymentOrders)
        .set({ checkedAt: sql`clock_timestamp()` })
        .where(and(eq(paymentOrders.tenantId, order.tenantId), eq(paymentOrders.id, order.id))),
    );
    throw new AppError("PAYMENT_GATEWAY_DOWN");
  }
}

function createOrFind(ctx: Ctx, order: OrderRow, booking: BookingRow): Promise<{ id: string }> {
  const { receipt, amountPaise, currency } = order;
  const notes = { tenant: ctx.tenant.slug, booking: booking.number, order: order.id };
  return makeOrFind(
    () => createOrder({ amountPaise, currency, receipt, notes }),
    () => findOrderByReceipt(receipt),
  );
}

/** The family may have paid and closed the tab before the gateway told us. */
async function assertStillUnpaid(ctx: Ctx, order: OrderRow): Promise<void> {
  const collected = await collectOrder(ctx, order).catch((error: unknown) => {
    if (error instanceof VendorError) return false;
    throw error;
  });
  if (collected) throw new AppError("NOTHING_DUE");
}

function toStarted({ booking, payer }: OrderIntent, order: OrderRow): StartedPayment {
  if (order.providerOrderId === null) throw new Error("an order without the gateway's id");
  return {
    ...checkoutKeys(),
    orderId: order.providerOrderId,
    amountPaise: order.amountPaise,
    currency: order.currency,
    description: booking.number,
    prefill: { name: payer.name ?? "", contact: payer.phone, email: payer.email ?? "" },
  };
}
