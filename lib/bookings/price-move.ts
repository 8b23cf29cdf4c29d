import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bookingFunctions, bookingLines } from "@/db/schema/bookings";
import { withDiscount } from "@/lib/core/discount";
import { assertMay } from "@/lib/core/permissions";
import { type Quote, type QuoteLine, quoteOf } from "@/lib/core/quote";
import type { Ctx } from "@/lib/tenants/ctx";
import type { NamedFunction, RescheduleBookingInput } from "./input";
import { assertOwnOrStaff, findBooking } from "./locks";
import { type PricedPlan, priceInTx } from "./price-booking";
import type { BookingRow, PlannedFunction } from "./types";

/**
 * What moving a booking costs: what moves at today's prices, what stays as it was agreed; so too extras (also those that the
 * hall no longer sells) and the discount, and the advance by the terms that the family accepted.
 */
export async function priceMoveInTx(
  tx: Tx,
  ctx: Ctx,
  booking: BookingRow,
  functions: NamedFunction[],
): Promise<PricedPlan> {
  const { venueId, guests, terms, discountPaise, discountReason } = booking;
  const plan = await priceInTx(tx, ctx, { venueId, functions, guests, addOns: [] });
  const [before, agreed] = await Promise.all([functionsBefore(tx, booking), agreedLines(tx, booking)]);
  const lines = plan.functions.flatMap((one, index) => {
    const stays = before.find((row) => isSame(row, one));
    const kept = stays ? agreed.filter(({ functionIndex }) => functionIndex === stays.position) : [];
    if (kept.length > 0) return kept.map((line) => ({ ...line, functionIndex: index }));
    return plan.quote.lines.filter(({ functionIndex }) => functionIndex === index);
  });
  const extras = agreed.filter(({ kind }) => kind === "add_on");
  const quote = quoteOf([...lines, ...extras], terms.payment);
  const discount = { paise: discountPaise, reason: discountReason ?? "" };
  return { ...plan, quote: discountPaise > 0 ? withDiscount(quote, discount, terms.payment) : quote };
}

type FunctionRow = typeof bookingFunctions.$inferSelect;

const isSame = (row: FunctionRow, { spaceId, period }: PlannedFunction): boolean =>
  row.spaceId === spaceId &&
  row.startsAt.getTime() === period.startsAt.getTime() &&
  row.endsAt.getTime() === period.endsAt.getTime();

function functionsBefore(tx: Tx, booking: BookingRow): Promise<FunctionRow[]> {
  return tx
    .select()
    .from(bookingFunctions)
    .where(and(eq(bookingFunctions.tenantId, booking.tenantId), eq(bookingFunctions.bookingId, booking.id)));
}

async function agreedLines(tx: Tx, booking: BookingRow): Promise<QuoteLine[]> {
  const rows = await tx
    .select()
    .from(bookingLines)
    .where(and(eq(bookingLines.tenantId, booking.tenantId), eq(bookingLines.bookingId, booking.id)))
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
