import * as bookings from "@/lib/bookings/reject-booking";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { rejectBooking } from "../../../_contract/booking-changes";
import { changeBooking } from "../../../_handlers/show-booking";

export const POST = operation(rejectBooking, ({ ctx, params: { id }, body }) =>
  changeBooking(ctx, id, "booking.reject", "rejected", () => bookings.rejectBooking(ctx, { bookingId: id, ...body })),
);

export const { GET, PUT, PATCH, DELETE } = only("POST");
