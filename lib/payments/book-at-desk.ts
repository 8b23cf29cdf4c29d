import "server-only";
import { takeBooking, toTaken } from "@/lib/bookings/take-booking";
import type { TakenBooking } from "@/lib/bookings/types";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Once } from "@/lib/tenants/idempotency";
import type { BookAtDeskInput } from "./input";
import { receivePaymentInTx } from "./receive-payment";

/** Takes a booking and the money that comes along: both are written, or neither. @throws AppError as both verbs do */
export function bookAtDesk(ctx: Ctx, input: BookAtDeskInput): Promise<Once<TakenBooking>> {
  return takeBooking(ctx, input, {
    route: "bookings.take-at-desk",
    receive: (tx, bookingId, { method, amountPaise, reference }) =>
      receivePaymentInTx(tx, ctx, { bookingId, method, amountPaise, reference, aboveDue: false }),
    show: async (_tx, booking, _plan, received) => toTaken(booking, input, received),
  });
}
