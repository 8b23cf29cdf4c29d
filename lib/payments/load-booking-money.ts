import "server-only";
import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { atOneMoment, type Tx } from "@/db/client";
import { isId } from "@/db/id";
import { bookings } from "@/db/schema/bookings";
import { paymentLinks, payments } from "@/db/schema/payments";
import { users } from "@/db/schema/people";
import { refundRequests, refunds } from "@/db/schema/refunds";
import { venues } from "@/db/schema/venues";
import { addDays } from "@/lib/core/local-date";
import { HAND_METHODS } from "@/lib/core/payment-method";
import { localDateOf } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { paidOf } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadHallSettings } from "@/lib/tenants/hall-settings";
import type { BookingMoney } from "./types";

/** All money of one booking, for who works with it: what came by whose hand, what went back, and what can still be done. */
export async function loadBookingMoney(ctx: Ctx, bookingId: string): Promise<BookingMoney> {
  assertMay(ctx.actor, "money.read");
  if (!isId(bookingId)) throw new AppError("NOT_FOUND", { what: "booking" });
  return atOneMoment(ctx.tenant.id, async (tx) => {
    const tenantId = ctx.tenant.id;
    const [[found], received, returned, links, hall] = await Promise.all([
      tx
        .select({
          booking: bookings,
          timeZone: venues.timeZone,
          customer: { name: users.name, phone: users.phone },
          paidPaise: paidOf(bookings),
        })
        .from(bookings)
        .innerJoin(venues, and(eq(venues.tenantId, tenantId), eq(venues.id, bookings.venueId)))
        .innerJoin(users, and(eq(users.tenantId, tenantId), eq(users.id, bookings.customerId)))
        .where(and(eq(bookings.tenantId, tenantId), eq(bookings.id, bookingId))),
      receivedOf(tx, tenantId, bookingId),
      returnedOf(tx, tenantId, bookingId),
      tx
        .select()
        .from(paymentLinks)
        .where(and(eq(paymentLinks.tenantId, tenantId), eq(paymentLinks.bookingId, bookingId)))
        .orderBy(desc(paymentLinks.createdAt))
        .limit(10),
      loadHallSettings(tx, tenantId),
    ]);
    if (!found) throw new AppError("NOT_FOUND", { what: "booking" });
    const { booking, timeZone, customer, paidPaise } = found;
    return {
      bookingId,
      number: booking.number,
      eventTitle: booking.eventTitle,
      status: booking.status,
      holdExpiresAt: booking.holdExpiresAt,
      customer,
      timeZone,
      today: localDateOf(ctx.now, timeZone),
      dueOn: addDays(localDateOf(booking.startsAt, timeZone), -booking.terms.payment.balanceDueDays),
      totalPaise: booking.totalPaise,
      advancePaise: booking.advancePaise,
      paidPaise,
      duePaise: Math.max(0, booking.totalPaise - paidPaise),
      received,
      returned,
      links: links.map(({ id, url, amountPaise, status, expiresAt, createdAt }) => ({
        ...{ linkId: id, url, amountPaise, expiresAt, at: createdAt },
        status: status === "created" && expiresAt && expiresAt <= ctx.now ? "expired" : status,
      })),
      methods: HAND_METHODS.filter((method) => hall.methods.includes(method)),
      upiVpa: hall.upiVpa,
    };
  });
}

async function receivedOf(tx: Tx, tenantId: string, bookingId: string): Promise<BookingMoney["received"]> {
  const promised = tx
    .select({
      paymentId: refundRequests.paymentId,
      paise: sql<number>`sum(${refundRequests.amountPaise})`.mapWith(Number).as("paise"),
      /** Something has gone back, or is on its way by the gateway. */
      isTouched: sql<boolean>`bool_or(${refundRequests.status} <> 'queued')`.as("is_touched"),
      isReversed: sql<boolean>`bool_or(${refundRequests.reason} = 'correction')`.as("is_reversed"),
    })
    .from(refundRequests)
    .where(
      and(
        eq(refundRequests.tenantId, tenantId),
        eq(refundRequests.bookingId, bookingId),
        ne(refundRequests.status, "failed"),
      ),
    )
    .groupBy(refundRequests.paymentId)
    .as("promised");
  const rows = await tx
    .select({
      payment: payments,
      by: users.name,
      promised: promised.paise,
      promisedTouched: promised.isTouched,
      promisedReversed: promised.isReversed,
    })
    .from(payments)
    .leftJoin(promised, eq(promised.paymentId, payments.id))
    .leftJoin(users, and(eq(users.tenantId, payments.tenantId), eq(users.id, payments.receivedBy)))
    .where(and(eq(payments.tenantId, tenantId), eq(payments.bookingId, bookingId)))
    .orderBy(asc(payments.receivedAt), asc(payments.id));
  return rows.map(({ payment, by, promised: gone, promisedTouched, promisedReversed }) => ({
    paymentId: payment.id,
    receiptNumber: payment.receiptNumber,
    method: payment.method,
    reference: payment.reference,
    instrumentDate: payment.instrumentDate,
    note: payment.note,
    amountPaise: payment.amountPaise,
    at: payment.receivedAt,
    by,
    isOnline: payment.providerPaymentId !== null,
    isReversed: promisedReversed ?? false,
    isReversible: payment.providerPaymentId === null && !promisedTouched,
    refundablePaise: payment.amountPaise - (gone ?? 0),
  }));
}

async function returnedOf(tx: Tx, tenantId: string, bookingId: string): Promise<BookingMoney["returned"]> {
  const rows = await tx
    .select({ refund: refunds, by: users.name, reason: refundRequests.note, receiptNumber: payments.receiptNumber })
    .from(refunds)
    .innerJoin(payments, and(eq(payments.tenantId, refunds.tenantId), eq(payments.id, refunds.paymentId)))
    .leftJoin(
      refundRequests,
      and(eq(refundRequests.tenantId, refunds.tenantId), eq(refundRequests.id, refunds.requestId)),
    )
    .leftJoin(users, and(eq(users.tenantId, refunds.tenantId), eq(users.id, refunds.paidBy)))
    .where(and(eq(refunds.tenantId, tenantId), eq(refunds.bookingId, bookingId)))
    .orderBy(asc(refunds.refundedAt), asc(refunds.id));
  return rows.map(({ refund, by, reason, receiptNumber }) => ({
    ...{ refundId: refund.id, voucherNumber: refund.voucherNumber, kind: refund.kind, method: refund.method },
    ...{
      reference: refund.reference,
      amountPaise: refund.amountPaise,
      at: refund.refundedAt,
      by,
      reason,
      receiptNumber,
    },
  }));
}
