import "server-only";
import { inTenant } from "@/db/client";
import { assertMay } from "@/lib/core/permissions";
import { enqueue } from "@/lib/jobs/enqueue";
import { paidSoFar } from "@/lib/ledger/balance";
import { requestRefund } from "@/lib/ledger/request-refund";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import type { RejectBookingInput } from "./input";
import { lockBooking } from "./locks";
import { nextStatus, saveStatus } from "./save-status";
import type { BookingChange } from "./types";

/** The hall says no, with a reason; whatever was paid goes back in full. @throws AppError WRONG_STATUS */
export async function rejectBooking(ctx: Ctx, input: RejectBookingInput): Promise<BookingChange> {
  assertMay(ctx.actor, "booking.reject");
  return inTenant(ctx.tenant.id, async (tx) => {
    const booking = await lockBooking(tx, ctx, input.bookingId);
    const settings = await loadVenueSettings(tx, booking);
    const next = nextStatus(booking, "reject", { confirmation: settings.confirmation, paid: false, approved: false });
    const paid = await paidSoFar(tx, booking);
    const saved = await saveStatus(tx, ctx, booking, next, {
      type: "reject",
      data: { reason: input.reason, refundPaise: paid },
    });
    if (paid > 0) await requestRefund(tx, saved, paid, "rejected");
    await enqueue(tx, "notify", { tenantId: saved.tenantId, bookingId: saved.id, what: "rejected", cause: saved.id });
    return { bookingId: saved.id, number: saved.number, status: saved.status };
  });
}
