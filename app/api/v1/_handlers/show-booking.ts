import "server-only";
import { type BookingView, loadBooking } from "@/lib/bookings/queries";
import type { Permission } from "@/lib/core/permissions";
import { AppError, isAppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import type { BookingResource } from "../_contract/bookings";
import { bookingResource } from "./booking-resource";

/** One booking as it stands. `by`: what the caller may do to it, who need not be one who reads all. */
export async function showBooking(ctx: Ctx, id: string, by: Permission = "booking.read"): Promise<BookingResource> {
  const view = await loadBooking(ctx, id, by);
  const { booking, customer, paidPaise, functions, lines, venue } = view;
  return bookingResource({
    ...{ customer, paidPaise, functions, timeZone: venue.timeZone },
    booking: { ...booking, status: statusNow(ctx, view) },
    lines: lines.map(({ functionPosition, ...line }) => ({ ...line, functionIndex: functionPosition })),
  });
}

/** A hold or request past its time is over, whether or not the sweep has been by; lists say the same. */
function statusNow({ now }: Ctx, { booking }: BookingView): BookingResource["status"] {
  const { status, holdExpiresAt } = booking;
  const mayLapse = status === "temp_hold" || status === "pending";
  return mayLapse && holdExpiresAt && holdExpiresAt <= now ? "expired" : status;
}

/**
 * Changes a booking and answers it as it stands then. Where it stood so already, as for who did not hear the first answer
 * and calls again, that is the answer too.
 */
export async function changeBooking(
  ctx: Ctx,
  id: string,
  by: Permission,
  to: BookingResource["status"],
  change: () => Promise<unknown>,
): Promise<{ data: BookingResource }> {
  try {
    await change();
  } catch (error) {
    if (!isAppError(error, "WRONG_STATUS")) throw error;
    const data = await showBooking(ctx, id, by);
    if (data.status === to) return { data };
    // As before the sweep has been by.
    throw to === "confirmed" && data.status === "expired" ? new AppError("HOLD_EXPIRED") : error;
  }
  return { data: await showBooking(ctx, id, by) };
}
