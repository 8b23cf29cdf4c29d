import "server-only";
import { inTenant, type Tx } from "@/db/client";
import type { BookingStatus } from "@/lib/core/booking-state";
import { daysUntil, refundDue } from "@/lib/core/cancellation";
import type { Paise } from "@/lib/core/money";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { paidSoFar } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import type { BookingRef } from "./input";
import { assertOwnOrStaff, findBooking } from "./locks";
import { nextStatus } from "./save-status";
import type { BookingRow } from "./types";

/** In paise. */
export type CancellationPreview = { paidPaise: Paise; refundPaise: Paise };

/**
 * What cancelling now would do, by the terms that the family accepted: all of it back before confirmation, the tier's
 * share after. Nothing is locked or changed. @throws AppError NOT_FOUND, WRONG_STATUS
 */
export async function previewCancellation(ctx: Ctx, input: BookingRef): Promise<CancellationPreview> {
  assertMay(ctx.actor, "booking.cancel");
  return inTenant(ctx.tenant.id, async (tx) => {
    const booking = await findBooking(tx, ctx, input.bookingId);
    assertOwnOrStaff(ctx.actor, booking);
    const { paidPaise, refundPaise } = await cancellationOf(tx, ctx, booking);
    return { paidPaise, refundPaise };
  });
}

/** A family cancels until its first function begins, the hall also after. @throws AppError WRONG_STATUS */
export async function cancellationOf(
  tx: Tx,
  ctx: Ctx,
  booking: BookingRow,
): Promise<CancellationPreview & { next: BookingStatus }> {
  if (ctx.actor.kind === "customer" && booking.startsAt <= ctx.now) {
    throw new AppError("WRONG_STATUS", { status: "started" });
  }
  const { confirmation, timeZone } = await loadVenueSettings(tx, booking);
  const next = nextStatus(booking, "cancel", { confirmation, paid: false, approved: false });
  const paidPaise = await paidSoFar(tx, booking);
  const daysLeft = daysUntil(booking, timeZone, ctx.now);
  const isFirm = booking.status === "confirmed";
  const refundPaise = isFirm ? refundDue(booking.terms.cancellation.tiers, paidPaise, daysLeft) : paidPaise;
  return { next, paidPaise, refundPaise };
}
