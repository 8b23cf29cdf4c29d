import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bookingLines } from "@/db/schema/bookings";
import { withDiscount } from "@/lib/core/discount";
import { assertMay } from "@/lib/core/permissions";
import { type Quote, type QuoteLine, quoteOf } from "@/lib/core/quote";
import type { Ctx } from "@/lib/tenants/ctx";
import type { RescheduleBookingInput, WantedFunction } from "./input";
import { assertOwnOrStaff, findBooking } from "./locks";
import { type PricedPlan, priceInTx } from "./price-booking";
import type { BookingRow, PlannedFunction } from "./types";

/**
 * What moving a booking costs: the new dates at today's prices, its extras and discount as they were agreed (also extras that
 * the hall no longer sells), and the advance by the terms that the family accepted.
 */
export async function priceMoveInTx(
  tx: Tx,
  ctx: Ctx,
  booking: BookingRow,
  functions: WantedFunction[],
): Promise<PricedPlan> {
  const { venueId, guests, terms, discountPaise, discountReason } = booking;
  const plan = await priceInTx(tx, ctx, { venueId, functions, guests, addOns: [] });
  const quote = quoteOf([...plan.quote.lines, ...(await agreedExtras(tx, booking))], terms.payment);
  const discount = { paise: discountPaise, reason: discountReason ?? "" };
  return { ...plan, quote: discountPaise > 0 ? withDiscount(quote, discount, terms.payment) : quote };
}

async function agreedExtras(tx: Tx, booking: BookingRow): Promise<QuoteLine[]> {
  const rows = await tx
    .select()
    .from(bookingLines)
    .where(
      and(
        eq(bookingLines.tenantId, booking.tenantId),
        eq(bookingLines.bookingId, booking.id),
        eq(bookingLines.kind, "add_on"),
      ),
    )
    .orderBy(asc(bookingLines.position));
  return rows.map(({ tenantId, id, bookingId, position, functionPosition, ...line }) => ({
    ...line,
    functionIndex: functionPosition,
  }));
}

/** The same for who looks before moving: nothing is locked or changed. @throws AppError NOT_FOUND, or why the wish cannot be */
export async function priceMove(
  ctx: Ctx,
  { bookingId, functions }: Pick<RescheduleBookingInput, "bookingId" | "functions">,
): Promise<{ quote: Quote; functions: PlannedFunction[] }> {
  assertMay(ctx.actor, "booking.reschedule");
  return inTenant(ctx.tenant.id, async (tx) => {
    const booking = await findBooking(tx, ctx, bookingId);
    assertOwnOrStaff(ctx.actor, booking);
    const plan = await priceMoveInTx(tx, ctx, booking, functions);
    return { quote: plan.quote, functions: plan.functions };
  });
}
