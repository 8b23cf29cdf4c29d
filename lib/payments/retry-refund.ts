import "server-only";
import { inTenant } from "@/db/client";
import { findBooking } from "@/lib/bookings/locks";
import { recordEvent } from "@/lib/bookings/save-status";
import type { Paise } from "@/lib/core/money";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Ctx } from "@/lib/tenants/ctx";
import { isSettled } from "./failed-refunds";
import type { RetryRefundInput } from "./input";
import { replaceFailed } from "./pay-back";
import { lockRefundRequest } from "./refund-requests";

export type RetriedRefund = { requestId: string; number: string; amountPaise: Paise };

/** Asks the gateway once more for a refund that failed. @throws AppError WRONG_STATUS, NOT_FOUND */
export async function retryRefund(ctx: Ctx, input: RetryRefundInput): Promise<RetriedRefund> {
  assertMay(ctx.actor, "refund.create");
  return inTenant(ctx.tenant.id, async (tx) => {
    const failed = await lockRefundRequest(tx, ctx.tenant.id, input.requestId);
    if (!failed) throw new AppError("NOT_FOUND", { what: "refund" });
    if (failed.status !== "failed" || (await isSettled(tx, failed))) {
      throw new AppError("WRONG_STATUS", { status: failed.status });
    }
    const booking = await findBooking(tx, ctx, failed.bookingId);
    const requestId = await replaceFailed(tx, ctx, failed, "queued");
    await enqueue(tx, "refund", { tenantId: ctx.tenant.id, requestId });
    await recordEvent(tx, ctx, booking, {
      type: "refund_retried",
      from: booking.status,
      to: booking.status,
      data: { refundRequestId: requestId, amountPaise: failed.amountPaise },
    });
    return { requestId, number: booking.number, amountPaise: failed.amountPaise };
  });
}
