import * as bookings from "@/lib/bookings/cancel-booking";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { cancelBooking } from "../../../_contract/booking-changes";
import { changeBooking } from "../../../_handlers/show-booking";

export const POST = operation(cancelBooking, ({ ctx, params: { id }, body }) =>
  changeBooking(ctx, id, "booking.cancel", "cancelled", () => bookings.cancelBooking(ctx, { bookingId: id, ...body })),
);

export const { GET, PUT, PATCH, DELETE } = only("POST");
