import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { paymentOrders } from "@/db/schema/payments";
import { assertOwnOrStaff, lockBooking } from "@/lib/bookings/locks";
import type { BookingRow } from "@/lib/bookings/types";
import { isOpen } from "@/lib/core/booking-status";
import type { Paise } from "@/lib/core/money";
import { AppError } from "@/lib/errors";
import { paidSoFar } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import type { StartPaymentInput } from "./input";
import type { OrderRow } from "./orders";
import { assertPayable, loadPayer } from "./payable";

/** Longer than making an order and looking for it may take together. */
const LEASE_SECONDS = 20;

/** What is to be done at the gateway. `recover`: it may know the order; `wait`: another call is asking it at this moment. */
export type OrderIntent = {
  step: "new" | "recover" | "reuse" | "wait";
  order: OrderRow;
  booking: BookingRow;
  payer: Awaited<ReturnType<typeof loadPayer>>;
};

/**
 * The order for what is due, as our own row: the one that is open, or one that is written now.
 * @throws AppError NOTHING_DUE, HOLD_EXPIRED, WRONG_STATUS, NOT_FOUND
 */
export async function openOrder(tx: Tx, ctx: Ctx, input: StartPaymentInput): Promise<OrderIntent> {
  const booking = await lockBooking(tx, ctx, input.bookingId);
  assertOwnOrStaff(ctx.actor, booking);
  const amountPaise = await amountDue(tx, booking, input.purpose);
  const [{ currency }, payer] = await Promise.all([loadVenueSettings(tx, booking), loadPayer(tx, booking)]);

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
  if (purpose === "balance" && isOpen(booking.status)) throw new AppError("WRONG_STATUS", { status: booking.status });
  await assertPayable(tx, booking);
  const target = purpose === "advance" ? booking.advancePaise : booking.totalPaise;
  const due = target - (await paidSoFar(tx, booking));
  if (due <= 0) throw new AppError("NOTHING_DUE");
  return due;
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
