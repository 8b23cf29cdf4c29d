import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { createBooking } from "../_contract/bookings";
import { createBookingFor } from "../_handlers/create-booking";

export const POST = operation(createBooking, async (call) => {
  const { result, replayed } = await createBookingFor(call, call.body.venueId, call.body);
  return { data: result, isReplayed: replayed };
});

export const { GET, PUT, PATCH, DELETE } = only("POST");
