import { pageBookings } from "@/lib/bookings/page-bookings";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { createBooking, listBookings } from "../_contract/bookings";
import { bookingInList } from "../_handlers/booking-resource";
import { createBookingFor } from "../_handlers/create-booking";

export const GET = operation(listBookings, async ({ ctx, query }) => {
  const { rows, next } = await pageBookings(ctx, query);
  return { data: rows.map(bookingInList), nextCursor: next };
});

export const POST = operation(createBooking, async (call) => {
  const { result, replayed } = await createBookingFor(call, call.body.venueId, call.body);
  return { data: result, isReplayed: replayed };
});

export const { PUT, PATCH, DELETE } = only("GET", "POST");
