import "server-only";
import { readDeskDays } from "@/lib/availability/read-desk-days";
import { approveAgain } from "@/lib/bookings/approve-again";
import { approveBooking } from "@/lib/bookings/approve-booking";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { completeBooking } from "@/lib/bookings/complete-booking";
import { listDayFunctions } from "@/lib/bookings/day-functions";
import { holdBooking } from "@/lib/bookings/hold-booking";
import { listBookingEvents } from "@/lib/bookings/list-booking-events";
import { loadDesk } from "@/lib/bookings/load-desk";
import { loadDiary } from "@/lib/bookings/load-diary";
import { loadOccupancy } from "@/lib/bookings/load-occupancy";
import { moveFunction } from "@/lib/bookings/move-function";
import { listLapsedRequests, listOpenClaims } from "@/lib/bookings/open-claims";
import { pageBookings } from "@/lib/bookings/page-bookings";
import { previewCancellation } from "@/lib/bookings/preview-cancellation";
import { previewMove } from "@/lib/bookings/preview-move";
import { priceMove } from "@/lib/bookings/price-move";
import { loadBooking } from "@/lib/bookings/queries";
import { rejectBooking } from "@/lib/bookings/reject-booking";
import { rescheduleBooking } from "@/lib/bookings/reschedule-booking";
import { submitBooking } from "@/lib/bookings/submit-booking";
import { takeBooking } from "@/lib/bookings/take-booking";
import { todayIn } from "@/lib/core/period";
import { bookAtDesk } from "@/lib/payments/book-at-desk";
import { findVenueById } from "@/lib/venues/queries";
import type { Venue } from "@/lib/venues/types";
import { HALL, inHall, on, type Row } from "./row";
import { dayAhead, type Target, ZONE } from "./scene";

const moved = ({ venue }: Target) => [
  { spaceId: venue.space.b, slotId: venue.slot.morning, name: "wedding" as const, date: dayAhead(50) },
];
const movedInDiary = ({ bookingId, functionId, venue }: Target) => ({
  ...{ bookingId, functionId, version: 1 },
  to: { spaceId: venue.space.b, slotId: venue.slot.morning, date: dayAhead(50) },
});
const wish = (to: Target) => ({
  ...{ venueId: to.venue.id, functions: moved(to), guests: 10, addOns: [], eventType: "wedding" as const },
  ...{ eventTitle: "Test", locale: "en" as const },
});
const atDesk = (to: Target) => ({
  ...{ ...wish(to), source: "desk" as const, customer: { phone: "9876543210", name: "Sunita" } },
  standing: { kind: "option" as const, until: todayIn(new Date(), ZONE) },
});

/** The venue of this hall, whoever asks: its rows must not come with it. */
async function venueOf({ tenant, venue: { id } }: Target): Promise<Venue> {
  const venue = await findVenueById(tenant, id);
  if (!venue) throw new Error("no venue");
  return venue;
}

export const BOOKING_ROWS: Row[] = [
  // Staff take bookings at the desk by a verb of their own.
  on(holdBooking, "booking.hold", ["own", "other"], (ctx, to) =>
    holdBooking(ctx, { ...wish(to), termsAccepted: true }),
  ),
  on(takeBooking, "booking.take", HALL, (ctx, to) => bookAtDesk(ctx, atDesk(to))),
  on(bookAtDesk, "booking.take", HALL, (ctx, to) => bookAtDesk(ctx, atDesk(to))),
  on(submitBooking, "booking.submit", ["own", ...HALL], submitBooking),
  on(loadBooking, "booking.read", ["own", ...HALL, "platform", "job"], (ctx, { bookingId }) =>
    loadBooking(ctx, bookingId),
  ),
  on(listBookingEvents, "booking.read", ["own", ...HALL, "platform", "job"], (ctx, { bookingId }) =>
    listBookingEvents(ctx, bookingId, { limit: 10 }),
  ),
  // Another family of the hall may ask as well, and gets its own.
  inHall(pageBookings, "booking.read", ["own", "other", ...HALL, "platform", "job"], (ctx) =>
    pageBookings(ctx, { sort: "-startTs", limit: 10 }),
  ),
  on(previewCancellation, "booking.cancel", ["own", ...HALL], previewCancellation),
  on(cancelBooking, "booking.cancel", ["own", ...HALL], (ctx, { bookingId }) => cancelBooking(ctx, { bookingId })),
  on(priceMove, "booking.reschedule", ["own", ...HALL], (ctx, to) =>
    priceMove(ctx, { bookingId: to.bookingId, functions: moved(to) }),
  ),
  on(rescheduleBooking, "booking.reschedule", ["own", ...HALL], (ctx, to) =>
    rescheduleBooking(ctx, { bookingId: to.bookingId, functions: moved(to) }),
  ),
  on(previewMove, "booking.reschedule", HALL, (ctx, to) => previewMove(ctx, movedInDiary(to))),
  on(moveFunction, "booking.reschedule", HALL, (ctx, to) => moveFunction(ctx, movedInDiary(to))),
  on(approveBooking, "booking.approve", HALL, (ctx, { bookingId }) => approveBooking(ctx, { bookingId })),
  on(approveAgain, "booking.approve", HALL, (ctx, { bookingId }) => approveAgain(ctx, { bookingId })),
  on(rejectBooking, "booking.reject", HALL, (ctx, { bookingId }) => rejectBooking(ctx, { bookingId, reason: "full" })),
  on(completeBooking, "booking.complete", [...HALL, "job"], (ctx, { bookingId }) =>
    completeBooking(ctx, { bookingId }),
  ),
  on(readDeskDays, "booking.take", HALL, (ctx, { venue }) =>
    readDeskDays(ctx, venue.id, { from: "2030-01-01", to: "2030-01-07" }),
  ),
  inHall(loadDesk, "booking.take", HALL, (ctx) => loadDesk(ctx)),
  inHall(listOpenClaims, "diary.read", HALL, (ctx) => listOpenClaims(ctx)),
  inHall(listLapsedRequests, "diary.read", HALL, (ctx) => listLapsedRequests(ctx)),
  inHall(listDayFunctions, "diary.read", HALL, (ctx) => listDayFunctions(ctx, dayAhead(0), dayAhead(60))),
  inHall(loadDiary, "diary.read", HALL, async (ctx, to) =>
    loadDiary(ctx, await venueOf(to), { from: dayAhead(0), to: dayAhead(6) }),
  ),
  inHall(loadOccupancy, "diary.read", HALL, async (ctx, to) =>
    loadOccupancy(ctx, await venueOf(to), dayAhead(0).slice(0, 7)),
  ),
];
