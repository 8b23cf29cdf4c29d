import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { bookings } from "@/db/schema/bookings";
import { bookingNumber } from "@/lib/core/booking-number";
import { localDateOf } from "@/lib/core/period";
import { enqueue } from "@/lib/jobs/enqueue";
import type { JobPayloads } from "@/lib/jobs/jobs";
import { nextNumber } from "@/lib/tenants/counters";
import type { Ctx } from "@/lib/tenants/ctx";
import type { HoldBookingInput } from "./input";
import type { PricedPlan } from "./price-booking";
import { recordEvent } from "./save-status";
import type { BookingRow } from "./types";
import { makeRoom, plannedColumns, writePlan } from "./write-plan";

type Row = typeof bookings.$inferInsert;
type Standing = Pick<Row, "customerId" | "status" | "source"> &
  Pick<Partial<Row>, "takenBy" | "isOption" | "discountReason" | "discountBy" | "approvedAt" | "importId"> & {
    holdExpiresAt: ReturnType<typeof sql> | null;
  };
type Wish = Pick<HoldBookingInput, "eventType" | "eventTitle" | "guests" | "specialRequests" | "locale">;

/** The columns of a booking that follow from what was asked for: its price, and the terms as they stand today. */
export function wishColumns(plan: PricedPlan, wish: Wish) {
  const { termsText, paymentTerms, cancellationTerms } = plan.book.venue;
  return {
    ...plannedColumns(plan),
    eventType: wish.eventType,
    eventTitle: wish.eventTitle,
    guests: wish.guests,
    specialRequests: wish.specialRequests ?? null,
    locale: wish.locale,
    terms: { text: termsText, payment: paymentTerms, cancellation: cancellationTerms },
    termsAcceptedAt: sql`clock_timestamp()`,
  };
}

/**
 * Writes a new booking with its number, functions, lines, claims and history; `news` tells people of it. The venue must be
 * locked. @throws AppError SLOT_TAKEN, FUNCTIONS_OVERLAP
 */
export async function createBooking(
  tx: Tx,
  ctx: Ctx,
  plan: PricedPlan,
  wish: Wish,
  standing: Standing,
  news: JobPayloads["notify"]["what"] | null,
): Promise<BookingRow> {
  const { id: venueId, settings } = plan.book.venue;
  const year = Number(localDateOf(ctx.now, settings.timeZone).slice(0, 4));
  // Awaited together: postgres.js sends them in one go.
  const [, count] = await Promise.all([makeRoom(tx, ctx, plan), nextNumber(tx, ctx.tenant, "booking", String(year))]);
  const number = bookingNumber(ctx.tenant.numberPrefix, year, count);
  const [booking] = await tx
    .insert(bookings)
    .values({ ...wishColumns(plan, wish), ...standing, tenantId: ctx.tenant.id, id: newId(), number, venueId })
    .returning();
  if (!booking) throw new Error("a booking was not written");
  const { tenantId, id, status, totalPaise, discountPaise, discountReason } = booking;
  // Awaited together: postgres.js sends them in one go.
  await Promise.all([
    writePlan(tx, booking, plan),
    recordEvent(tx, ctx, booking, {
      type: "create",
      from: null,
      to: status,
      data: { totalPaise, ...(discountPaise > 0 ? { discountPaise, discountReason } : {}) },
    }),
    news ? enqueue(tx, "notify", { tenantId, bookingId: id, what: news, cause: id }) : undefined,
  ]);
  return booking;
}
