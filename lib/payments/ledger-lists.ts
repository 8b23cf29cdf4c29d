import "server-only";
import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import { atOneMoment, inTenant, type Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { payments } from "@/db/schema/payments";
import { users } from "@/db/schema/people";
import { refundRequests, refunds } from "@/db/schema/refunds";
import { venues } from "@/db/schema/venues";
import type { Paise } from "@/lib/core/money";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { settledSince } from "./failed-refunds";
import type { SpanFilter } from "./filters";
import { onDays } from "./on-days";
import type { MethodTotals, MoneyRow, PromisedRefund } from "./types";

export type MoneyRows = { rows: MoneyRow[]; count: number; totalPaise: Paise; totals: MethodTotals };

export const PAGE = 50;

const ofVenue = and(eq(venues.tenantId, bookings.tenantId), eq(venues.id, bookings.venueId));

const back = sql<boolean>`exists (select 1 from refunds v where v.tenant_id = ${payments.tenantId}
  and v.payment_id = ${payments.id} and v.kind = 'reversal')`;

/** What came in a span of days of each venue, the latest first, with the sums of all of it; a page of rows, or all of them without `limit`. */
export async function listReceived(ctx: Ctx, filter: SpanFilter, limit?: number): Promise<MoneyRows> {
  assertMay(ctx.actor, "money.read");
  const where = and(
    eq(payments.tenantId, ctx.tenant.id),
    onDays(payments.receivedAt, venues.timeZone, filter),
    filter.method ? eq(payments.method, filter.method) : undefined,
    filter.venueId ? eq(bookings.venueId, filter.venueId) : undefined,
  );
  return atOneMoment(ctx.tenant.id, async (tx) => {
    const ofBooking = and(eq(bookings.tenantId, payments.tenantId), eq(bookings.id, payments.bookingId));
    const [rows, sums] = await Promise.all([
      tx
        .select({
          id: payments.id,
          number: payments.receiptNumber,
          method: payments.method,
          reference: payments.reference,
          amountPaise: payments.amountPaise,
          at: payments.receivedAt,
          timeZone: venues.timeZone,
          isReversed: back,
          by: users.name,
          booking: { id: bookings.id, number: bookings.number, eventTitle: bookings.eventTitle },
        })
        .from(payments)
        .innerJoin(bookings, ofBooking)
        .innerJoin(venues, ofVenue)
        .leftJoin(users, and(eq(users.tenantId, payments.tenantId), eq(users.id, payments.receivedBy)))
        .where(where)
        .orderBy(desc(payments.receivedAt), desc(payments.id))
        .limit(limit ?? 100_000)
        .offset(limit ? (filter.page - 1) * limit : 0),
      tx
        .select({
          method: payments.method,
          count: sql`count(*)`.mapWith(Number),
          paise: sql`sum(${payments.amountPaise})`.mapWith(Number),
        })
        .from(payments)
        .innerJoin(bookings, ofBooking)
        .innerJoin(venues, ofVenue)
        .where(where)
        .groupBy(payments.method),
    ]);
    const totals: MethodTotals = {};
    for (const { method, paise } of sums) totals[method] = { in: paise, out: 0 };
    return {
      rows: rows.map((row): MoneyRow => ({ ...row, kind: "payment" })),
      count: sums.reduce((all, { count }) => all + count, 0),
      totalPaise: sums.reduce((all, { paise }) => all + paise, 0),
      totals,
    };
  });
}

/** What went back in a span of days of each venue, reversals among it, the latest first. */
export async function listReturned(ctx: Ctx, filter: SpanFilter): Promise<MoneyRow[]> {
  assertMay(ctx.actor, "money.read");
  return atOneMoment(ctx.tenant.id, async (tx) => {
    const rows = await tx
      .select({
        id: refunds.id,
        kind: refunds.kind,
        number: refunds.voucherNumber,
        method: refunds.method,
        reference: refunds.reference,
        amountPaise: refunds.amountPaise,
        at: refunds.refundedAt,
        timeZone: venues.timeZone,
        by: users.name,
        booking: { id: bookings.id, number: bookings.number, eventTitle: bookings.eventTitle },
      })
      .from(refunds)
      .innerJoin(bookings, and(eq(bookings.tenantId, refunds.tenantId), eq(bookings.id, refunds.bookingId)))
      .innerJoin(venues, ofVenue)
      .leftJoin(users, and(eq(users.tenantId, refunds.tenantId), eq(users.id, refunds.paidBy)))
      .where(
        and(
          eq(refunds.tenantId, ctx.tenant.id),
          onDays(refunds.refundedAt, venues.timeZone, filter),
          filter.venueId ? eq(bookings.venueId, filter.venueId) : undefined,
        ),
      )
      .orderBy(desc(refunds.refundedAt), desc(refunds.id));
    return rows.map((row): MoneyRow => ({ ...row, isReversed: false }));
  });
}

/** What is promised back and has not gone: failed at the gateway, waiting for a hand, or on its way by itself. Oldest first. */
export async function listPromised(ctx: Ctx, bookingId?: string): Promise<PromisedRefund[]> {
  assertMay(ctx.actor, "money.read");
  return inTenant(ctx.tenant.id, (tx) => promisedInTx(tx, ctx, bookingId));
}

async function promisedInTx(tx: Tx, ctx: Ctx, bookingId: string | undefined): Promise<PromisedRefund[]> {
  const rows = await tx
    .select({
      request: refundRequests,
      isOnline: sql<boolean>`${payments.providerPaymentId} is not null`,
      receiptNumber: payments.receiptNumber,
      booking: { id: bookings.id, number: bookings.number, eventTitle: bookings.eventTitle },
      customer: { name: users.name, phone: users.phone },
      timeZone: venues.timeZone,
    })
    .from(refundRequests)
    .innerJoin(payments, and(eq(payments.tenantId, refundRequests.tenantId), eq(payments.id, refundRequests.paymentId)))
    .innerJoin(bookings, and(eq(bookings.tenantId, refundRequests.tenantId), eq(bookings.id, refundRequests.bookingId)))
    .innerJoin(venues, ofVenue)
    .innerJoin(users, and(eq(users.tenantId, bookings.tenantId), eq(users.id, bookings.customerId)))
    .where(
      and(
        eq(refundRequests.tenantId, ctx.tenant.id),
        bookingId ? eq(refundRequests.bookingId, bookingId) : undefined,
        or(
          inArray(refundRequests.status, ["queued", "sent"]),
          and(eq(refundRequests.status, "failed"), sql`not ${settledSince(refundRequests)}`),
        ),
      ),
    )
    .orderBy(asc(refundRequests.createdAt));
  return rows.map(({ request, isOnline, ...row }): PromisedRefund => {
    const { id: requestId, amountPaise, reason, lastError, createdAt } = request;
    const state = request.status === "failed" ? "failed" : isOnline ? "on-its-way" : "by-hand";
    return { ...row, requestId, amountPaise, reason, lastError, at: createdAt, state };
  });
}
