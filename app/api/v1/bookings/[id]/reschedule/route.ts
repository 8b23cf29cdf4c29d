import { loadBooking } from "@/lib/bookings/queries";
import * as bookings from "@/lib/bookings/reschedule-booking";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { rescheduleBooking } from "../../../_contract/booking-changes";
import { functionsMovedTo } from "../../../_handlers/move-to";
import { requireVenue } from "../../../_handlers/require-venue";
import { showBooking } from "../../../_handlers/show-booking";

const MAY = "booking.reschedule";

export const POST = operation(rescheduleBooking, async ({ ctx, params: { id }, body }) => {
  const before = await loadBooking(ctx, id, MAY);
  const functions = functionsMovedTo(await requireVenue(ctx, before.booking.venueId), before, body);
  const { shownTotalPaise, version, reason } = body;
  await bookings.rescheduleBooking(ctx, { bookingId: id, functions, shownTotalPaise, version, reason });
  return { data: await showBooking(ctx, id, MAY) };
});

export const { GET, PUT, PATCH, DELETE } = only("POST");
