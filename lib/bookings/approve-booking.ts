import "server-only";
import { inTenant } from "@/db/client";
import { assertMay } from "@/lib/core/permissions";
import { enqueue } from "@/lib/jobs/enqueue";
import { paidSoFar } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import type { BookingRef } from "./input";
import { assertNotLapsed, lockBooking } from "./locks";
import { nextStatus, saveStatus } from "./save-status";
import type { BookingChange } from "./types";

/**
 * The hall says yes. Where the venue wants the advance as well and it has not come, the booking waits for it for another
 * answer time.
 * @throws AppError WRONG_STATUS, HOLD_EXPIRED
 */
export async function approveBooking(ctx: Ctx, input: BookingRef): Promise<BookingChange> {
  assertMay(ctx.actor, "booking.approve");
  return inTenant(ctx.tenant.id, async (tx) => {
    const booking = await lockBooking(tx, ctx, input.bookingId);
    const settings = await loadVenueSettings(tx, booking);
    const hasAdvance = booking.payAtHallAt !== null || (await paidSoFar(tx, booking)) >= booking.advancePaise;
    // Else an option would be a way around it. By the word of who may, it is sure at once, as a new booking would be.
    if (booking.isOption && !hasAdvance) assertMay(ctx.actor, "booking.sure-without-advance");
    const paid = hasAdvance || booking.isOption;
    const next = nextStatus(booking, "approve", { confirmation: settings.confirmation, paid, approved: true });
    await assertNotLapsed(tx, booking);

    const saved = await saveStatus(
      tx,
      ctx,
      booking,
      next,
      { type: "approve" },
      {
        expiresInMinutes: next === "confirmed" ? null : settings.answerMinutes,
        set: { approvedAt: ctx.now },
      },
    );
    if (next === "confirmed") {
      await enqueue(tx, "notify", {
        tenantId: saved.tenantId,
        bookingId: saved.id,
        what: "confirmed",
        cause: saved.id,
      });
    }
    return { bookingId: saved.id, number: saved.number, status: saved.status };
  });
}
