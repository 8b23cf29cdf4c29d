import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { payments } from "@/db/schema/payments";
import { refundRequests } from "@/db/schema/refunds";
import { recordEvent } from "@/lib/bookings/save-status";
import type { BookingRow } from "@/lib/bookings/types";
import { IMPORTED } from "@/lib/core/imported";
import { handMethodOf } from "@/lib/core/payment-method";
import { periodOf } from "@/lib/core/period";
import type { ImportReading } from "@/lib/core/read-import-row";
import { nextReceiptNumber } from "@/lib/payments/receipt-numbers";
import { writeVoucher } from "@/lib/payments/write-voucher";
import type { Ctx } from "@/lib/tenants/ctx";
import type { VenueBook } from "@/lib/venues/types";

/** What a line says was paid, as received by hand on its day. It moves nothing and tells nobody: the booking stands already. */
export async function importPayment(
  tx: Tx,
  ctx: Ctx,
  { venue }: VenueBook,
  booking: BookingRow,
  { paidPaise, paidOn, method }: ImportReading,
): Promise<void> {
  const { timeZone, currency } = venue.settings;
  const noon = periodOf(paidOn, "12:00", 1, timeZone).startsAt;
  const id = newId();
  await tx.insert(payments).values({
    tenantId: ctx.tenant.id,
    id,
    bookingId: booking.id,
    receiptNumber: await nextReceiptNumber(tx, ctx, timeZone),
    method,
    reference: IMPORTED,
    amountPaise: paidPaise,
    currency,
    receivedBy: ctx.actor.kind === "staff" ? ctx.actor.userId : null,
    receivedAt: noon < ctx.now ? noon : ctx.now,
    createdAt: sql`clock_timestamp()`,
  });
  await recordEvent(tx, ctx, booking, {
    type: "pay",
    from: booking.status,
    to: booking.status,
    data: { paymentId: id, amountPaise: paidPaise, imported: true },
  });
}

/** Takes back the money rows of an import, each by a row that stands against it: none of it ever came through this house. */
export async function reverseImported(tx: Tx, ctx: Ctx, booking: BookingRow, timeZone: string): Promise<void> {
  const rows = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, ctx.tenant.id), eq(payments.bookingId, booking.id)));
  for (const payment of rows) {
    const { amountPaise } = payment;
    const requestId = newId();
    await tx.insert(refundRequests).values({
      ...{ tenantId: ctx.tenant.id, id: requestId, bookingId: booking.id, paymentId: payment.id, amountPaise },
      ...{ reason: "correction", status: "done" },
      requestedBy: ctx.actor.kind === "staff" ? ctx.actor.userId : null,
    });
    const method = handMethodOf(payment.method) ?? "cash";
    await writeVoucher(tx, ctx, {
      requestId,
      payment,
      amountPaise,
      kind: "reversal",
      method,
      reference: IMPORTED,
      timeZone,
    });
  }
}
