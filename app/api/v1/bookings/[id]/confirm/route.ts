import { approveBooking } from "@/lib/bookings/approve-booking";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { confirmBooking } from "../../../_contract/booking-changes";
import { changeBooking } from "../../../_handlers/show-booking";

export const POST = operation(confirmBooking, ({ ctx, params: { id } }) =>
  changeBooking(ctx, id, "booking.approve", "confirmed", () => approveBooking(ctx, { bookingId: id })),
);

export const { GET, PUT, PATCH, DELETE } = only("POST");
