import "server-only";
import { inTenant } from "@/db/client";
import type { Paise } from "@/lib/core/money";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { requestRefund } from "@/lib/ledger/request-refund";
import type { Ctx } from "@/lib/tenants/ctx";
import type { CancelBookingInput } from "./input";
import { assertOwnOrStaff, lockBooking } from "./locks";
import { cancellationOf } from "./preview-cancellation";
import { saveStatus } from "./save-status";
import type { BookingChange } from "./types";

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
    const { next, refundPaise } = await cancellationOf(tx, ctx, booking);
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
