import "server-only";
import { inTenant } from "@/db/client";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import type { BookingRef } from "./input";
import { lockBooking } from "./locks";
import { nextStatus, saveStatus } from "./save-status";
import type { BookingChange } from "./types";

/** Completes a booking whose last function is over, before the sweep comes by. @throws AppError WRONG_STATUS, also before its end */
export async function completeBooking(ctx: Ctx, input: BookingRef): Promise<BookingChange> {
  assertMay(ctx.actor, "booking.complete");
  return inTenant(ctx.tenant.id, async (tx) => {
    const booking = await lockBooking(tx, ctx, input.bookingId);
    const next = nextStatus(booking, "complete", { confirmation: "approval", paid: true, approved: true });
    if (booking.endsAt > ctx.now) throw new AppError("WRONG_STATUS", { status: "not over" });
    const saved = await saveStatus(tx, ctx, booking, next, { type: "complete" });
    return { bookingId: saved.id, number: saved.number, status: saved.status };
  });
}
