import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { and, desc, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { paymentOrders } from "@/db/schema/payments";
import { users } from "@/db/schema/people";
import { assertNotLapsed, assertOwnOrStaff, lockBooking } from "@/lib/bookings/locks";
import type { BookingRow } from "@/lib/bookings/types";
import type { Paise } from "@/lib/core/money";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { paidSoFar } from "@/lib/ledger/balance";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import { type Once, onceAround } from "@/lib/tenants/idempotency";
import { checkoutKeys, createOrder, findOrderByReceipt } from "@/lib/vendors/razorpay";
import { VendorError } from "@/lib/vendors/vendor-error";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import { collectOrder } from "./collect-order";
import type { StartPaymentInput } from "./input";
import { type OrderRow, saveProviderOrder } from "./orders";
import type { StartedPayment } from "./types";

/** Longer than making an order and looking for it may take together. */
const LEASE_SECONDS = 20;
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

type Intent = {
  step: "new" | "recover" | "reuse" | "wait";
  order: OrderRow;
  booking: BookingRow;
  payer: { name: string | null; phone: string; email: string | null };
};

async function openOrder(tx: Tx, ctx: Ctx, input: StartPaymentInput): Promise<Intent> {
  const booking = await lockBooking(tx, ctx, input.bookingId);
  assertOwnOrStaff(ctx.actor, booking);
  const amountPaise = await amountDue(tx, booking, input.purpose);
  const [{ currency }, payer] = await Promise.all([loadVenueSettings(tx, booking), payerOf(tx, booking)]);

  const { order, leased } = await findOpenOrder(tx, booking, input.purpose, amountPaise);
  if (order?.providerOrderId) return { step: "reuse", order, booking, payer };
  if (order && leased) return { step: "wait", order, booking, payer };
  if (order) {
    await tx
      .update(paymentOrders)
      .set({ checkedAt: null, updatedAt: sql`clock_timestamp()` })
      .where(and(eq(paymentOrders.tenantId, order.tenantId), eq(paymentOrders.id, order.id)));
    return { step: "recover", order, booking, payer };
  }
  const id = newId();
  const [made] = await tx
    .insert(paymentOrders)
    .values({
      tenantId: ctx.tenant.id,
      id,
      bookingId: booking.id,
      purpose: input.purpose,
      amountPaise,
      currency,
      receipt: id,
    })
    .returning();
  if (!made) throw new Error("a payment order was not written");
  return { step: "new", order: made, booking, payer };
}

/** In paise, from our own rows alone. */
async function amountDue(tx: Tx, booking: BookingRow, purpose: StartPaymentInput["purpose"]): Promise<Paise> {
  switch (booking.status) {
    case "expired":
      throw new AppError("HOLD_EXPIRED");
    case "cancelled":
    case "rejected":
      throw new AppError("WRONG_STATUS", { status: booking.status });
    case "temp_hold":
    case "pending":
      if (purpose === "balance") throw new AppError("WRONG_STATUS", { status: booking.status });
      await assertNotLapsed(tx, booking);
      break;
    case "confirmed":
    case "completed":
      break;
    default:
      booking.status satisfies never;
  }
  const target = purpose === "advance" ? booking.advancePaise : booking.totalPaise;
  const due = target - (await paidSoFar(tx, booking));
  if (due <= 0) throw new AppError("NOTHING_DUE");
  return due;
}

async function payerOf(tx: Tx, booking: BookingRow): Promise<Intent["payer"]> {
  const [payer] = await tx
    .select({ name: users.name, phone: users.phone, email: users.email })
    .from(users)
    .where(and(eq(users.tenantId, booking.tenantId), eq(users.id, booking.customerId)));
  if (!payer) throw new AppError("NOT_FOUND", { what: "customer" });
  return payer;
}

/** `leased`: another call is asking the gateway for it at this moment. */
async function findOpenOrder(tx: Tx, booking: BookingRow, purpose: OrderRow["purpose"], amountPaise: Paise) {
  const [found] = await tx
    .select({
      order: paymentOrders,
      leased: sql<boolean>`${paymentOrders.checkedAt} is null
        and ${paymentOrders.updatedAt} > clock_timestamp() - make_interval(secs => ${LEASE_SECONDS}::int)`,
    })
    .from(paymentOrders)
    .where(
      and(
        eq(paymentOrders.tenantId, booking.tenantId),
        eq(paymentOrders.bookingId, booking.id),
        eq(paymentOrders.purpose, purpose),
        eq(paymentOrders.amountPaise, amountPaise),
        sql`${paymentOrders.status} in ('created', 'attempted', 'failed')`,
        sql`${paymentOrders.createdAt} > clock_timestamp() - interval '1 day'`,
      ),
    )
    .orderBy(desc(paymentOrders.createdAt))
    .limit(1);
  return { order: found?.order, leased: found?.leased ?? false };
}

async function orderAtGateway(ctx: Ctx, { step, order, booking }: Intent): Promise<OrderRow> {
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

async function createOrFind(ctx: Ctx, order: OrderRow, booking: BookingRow): Promise<{ id: string }> {
  const { receipt, amountPaise, currency } = order;
  const notes = { tenant: ctx.tenant.slug, booking: booking.number, order: order.id };
  try {
    return await createOrder({ amountPaise, currency, receipt, notes });
  } catch (error) {
    if (!(error instanceof VendorError) || error.outcome !== "unknown") throw error;
    const found = await findOrderByReceipt(receipt);
    if (!found) throw error;
    return found;
  }
}

/** The family may have paid and closed the tab before the gateway told us. */
async function assertStillUnpaid(ctx: Ctx, order: OrderRow): Promise<void> {
  const collected = await collectOrder(ctx, order).catch((error: unknown) => {
    if (error instanceof VendorError) return false;
    throw error;
  });
  if (collected) throw new AppError("NOTHING_DUE");
}

function toStarted({ booking, payer }: Intent, order: OrderRow): StartedPayment {
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
