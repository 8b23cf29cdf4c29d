import "server-only";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import { assertRequestAllowed } from "./hold-limits";
import type { BookingRef } from "./input";
import { assertNotLapsed, assertOwnOrStaff, lockBooking } from "./locks";
import { nextStatus, saveStatus } from "./save-status";
import type { BookingChange } from "./types";

/**
 * Turns a hold into a request that the hall answers within the venue's answer time: to pay at the hall, or where the
 * venue approves every booking.
 * @throws AppError PAY_AT_HALL_NOT_OFFERED, HOLD_EXPIRED, REQUEST_LIMIT, WRONG_STATUS
 */
export async function submitBooking(ctx: Ctx, input: BookingRef): Promise<BookingChange> {
  assertMay(ctx.actor, "booking.submit");
  return inTenant(ctx.tenant.id, async (tx) => {
    const booking = await lockBooking(tx, ctx, input.bookingId);
    assertOwnOrStaff(ctx.actor, booking);
    const settings = await loadVenueSettings(tx, booking);
    if (!settings.payAtHall && settings.confirmation !== "approval") throw new AppError("PAY_AT_HALL_NOT_OFFERED");
    const next = nextStatus(booking, "submit", { confirmation: settings.confirmation, paid: false, approved: false });
    await assertNotLapsed(tx, booking);
    await assertRequestAllowed(tx, booking);

    const saved = await saveStatus(
      tx,
      ctx,
      booking,
      next,
      { type: "submit" },
      {
        expiresInMinutes: settings.answerMinutes,
        set: settings.payAtHall ? { payAtHallAt: ctx.now } : {},
      },
    );
    await enqueue(tx, "notify", { tenantId: saved.tenantId, bookingId: saved.id, what: "requested", cause: newId() });
    return { bookingId: saved.id, number: saved.number, status: saved.status };
  });
}
