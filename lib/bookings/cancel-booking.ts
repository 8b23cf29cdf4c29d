import "server-only";
import { inTenant, type Tx } from "@/db/client";
import { refundDue } from "@/lib/core/cancellation";
import { daysBetween } from "@/lib/core/local-date";
import type { Paise } from "@/lib/core/money";
import { localDateOf } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { paidSoFar } from "@/lib/ledger/balance";
import { requestRefund } from "@/lib/ledger/request-refund";
import type { Ctx } from "@/lib/tenants/ctx";
import type { BookingRef, CancelBookingInput } from "./input";
import { assertOwnOrStaff, lockBooking } from "./locks";
import { nextStatus, saveStatus } from "./save-status";
import { venueOf } from "./submit-booking";
import type { BookingChange, BookingRow } from "./types";

/** Whole local days from now until a booking begins; negative once it has. */
export function daysUntil(booking: Pick<BookingRow, "startsAt">, timeZone: string, now: Date): number {
  return daysBetween(localDateOf(now, timeZone), localDateOf(booking.startsAt, timeZone));
}

/** By the terms that the family accepted: all of it before confirmation, the tier's share after. */
async function refundFor(tx: Tx, ctx: Ctx, booking: BookingRow): Promise<{ paidPaise: Paise; refundPaise: Paise }> {
  const { settings } = await venueOf(tx, booking, ctx);
  const paidPaise = await paidSoFar(tx, booking);
  const daysLeft = daysUntil(booking, settings.timeZone, ctx.now);
  const refundPaise =
    booking.status === "confirmed" ? refundDue(booking.terms.cancellation.tiers, paidPaise, daysLeft) : paidPaise;
  return { paidPaise, refundPaise };
}

/** What cancelling now would return, in paise: shown before it is confirmed. @throws AppError NOT_FOUND, WRONG_STATUS */
export async function previewCancellation(
  ctx: Ctx,
  input: BookingRef,
): Promise<{ paidPaise: Paise; refundPaise: Paise }> {
  assertMay(ctx.actor, "booking.cancel");
  return inTenant(ctx.tenant.id, async (tx) => {
    const booking = await lockBooking(tx, ctx, input.bookingId);
    assertOwnOrStaff(ctx.actor, booking);
    await assertCancellable(tx, ctx, booking);
    return refundFor(tx, ctx, booking);
  });
}

async function assertCancellable(tx: Tx, ctx: Ctx, booking: BookingRow) {
  const { settings } = await venueOf(tx, booking, ctx);
  if (ctx.actor.kind === "customer" && booking.startsAt <= ctx.now)
    throw new AppError("WRONG_STATUS", { status: "started" });
  return nextStatus(booking, "cancel", { confirmation: settings.confirmation, paid: false, approved: false });
}

/**
 * Cancels a booking, or releases a hold, and promises back what the accepted terms say.
 * @throws AppError WRONG_STATUS, PRICE_CHANGED (another refund than was shown)
 */
export async function cancelBooking(
  ctx: Ctx,
  input: CancelBookingInput,
): Promise<BookingChange & { refundPaise: Paise }> {
  assertMay(ctx.actor, "booking.cancel");
  return inTenant(ctx.tenant.id, async (tx) => {
    const booking = await lockBooking(tx, ctx, input.bookingId);
    assertOwnOrStaff(ctx.actor, booking);
    const next = await assertCancellable(tx, ctx, booking);
    const { refundPaise } = await refundFor(tx, ctx, booking);
    if (input.shownRefundPaise !== undefined && input.shownRefundPaise !== refundPaise) {
      throw new AppError("PRICE_CHANGED", { refundPaise });
    }

    const saved = await saveStatus(tx, ctx, booking, next, {
      type: "cancel",
      data: { reason: input.reason ?? null, refundPaise },
    });
    if (refundPaise > 0) await requestRefund(tx, saved, refundPaise, "cancelled");
    if (booking.status !== "temp_hold") {
      await enqueue(tx, "notify", {
        tenantId: saved.tenantId,
        bookingId: saved.id,
        what: "cancelled",
        cause: saved.id,
        amountPaise: refundPaise,
      });
    }
    return { bookingId: saved.id, number: saved.number, status: saved.status, refundPaise };
  });
}
