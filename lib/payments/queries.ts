import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { isId } from "@/db/id";
import { bookingLines, bookings } from "@/db/schema/bookings";
import { payments } from "@/db/schema/payments";
import { users } from "@/db/schema/people";
import { refunds } from "@/db/schema/refunds";
import { venues } from "@/db/schema/venues";
import { assertOwnOrStaff } from "@/lib/bookings/locks";
import type { Paise } from "@/lib/core/money";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { gstOfPart } from "./gst-of-part";
import type { Receipt } from "./types";

/** The receipt of one payment. @throws AppError NOT_FOUND, also for another family's */
export async function loadReceipt(ctx: Ctx, paymentId: string): Promise<Receipt> {
  assertMay(ctx.actor, "booking.read");
  const { tenant } = ctx;
  if (!isId(paymentId)) throw new AppError("NOT_FOUND", { what: "payment" });
  return inTenant(tenant.id, async (tx) => {
    const [found] = await tx
      .select({ payment: payments, booking: bookings, venue: venues, buyer: { name: users.name, phone: users.phone } })
      .from(payments)
      .innerJoin(bookings, and(eq(bookings.tenantId, payments.tenantId), eq(bookings.id, payments.bookingId)))
      .innerJoin(venues, and(eq(venues.tenantId, bookings.tenantId), eq(venues.id, bookings.venueId)))
      .innerJoin(users, and(eq(users.tenantId, bookings.tenantId), eq(users.id, bookings.customerId)))
      .where(and(eq(payments.tenantId, tenant.id), eq(payments.id, paymentId)));
    if (!found) throw new AppError("NOT_FOUND", { what: "payment" });
    const { payment, booking, venue, buyer } = found;
    assertOwnOrStaff(ctx.actor, booking);
    return {
      number: payment.receiptNumber,
      at: payment.receivedAt.toISOString(),
      amountPaise: payment.amountPaise,
      method: payment.method,
      reference: payment.reference,
      voidBy: await reversalOf(tx, payment),
      seller: {
        name: tenant.name,
        legalName: tenant.legalName,
        gstin: tenant.gstin,
        address: venue.address,
        phone: venue.phone,
      },
      buyer,
      booking: {
        id: booking.id,
        number: booking.number,
        eventTitle: booking.eventTitle,
        startsAt: booking.startsAt.toISOString(),
        endsAt: booking.endsAt.toISOString(),
      },
      venue: { name: venue.name, timeZone: venue.timeZone },
      gst: gstOfPart(payment.amountPaise, await ratesOf(tx, booking)),
    };
  });
}

async function reversalOf(tx: Tx, payment: { tenantId: string; id: string }): Promise<string | null> {
  const [row] = await tx
    .select({ number: refunds.voucherNumber })
    .from(refunds)
    .where(
      and(eq(refunds.tenantId, payment.tenantId), eq(refunds.paymentId, payment.id), eq(refunds.kind, "reversal")),
    );
  return row?.number ?? null;
}

async function ratesOf(tx: Tx, booking: { tenantId: string; id: string }) {
  const lines: { gstRate: number; sac: string; amountPaise: Paise }[] = await tx
    .select({ gstRate: bookingLines.gstRate, sac: bookingLines.sac, amountPaise: bookingLines.amountPaise })
    .from(bookingLines)
    .where(and(eq(bookingLines.tenantId, booking.tenantId), eq(bookingLines.bookingId, booking.id)))
    .orderBy(asc(bookingLines.position));
  return lines;
}
