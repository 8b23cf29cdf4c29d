import "server-only";
import { loadBooking } from "@/lib/bookings/queries";
import { receivePayment } from "@/lib/payments/receive-payment";
import { hold } from "./checkout";
import { makeFamily, makeManager } from "./make-family";
import { makeHall } from "./make-tenant";

/** A family's hold in a hall of its own, and the manager at the desk. */
export async function atDesk(overrides: Parameters<typeof makeHall>[0] = {}) {
  const { tenant, venue } = await makeHall(overrides);
  const family = await makeFamily(tenant);
  const ctx = await makeManager(tenant);
  const bookingId = await hold(family, venue);
  const { booking } = await loadBooking(ctx, bookingId);
  return { tenant, venue, family, ctx, bookingId, booking };
}

/** Its advance, paid in cash: a confirmed booking. */
export async function paidAtDesk() {
  const desk = await atDesk();
  const { advancePaise } = desk.booking;
  const { result } = await receivePayment(desk.ctx, {
    bookingId: desk.bookingId,
    method: "cash",
    amountPaise: advancePaise,
  });
  return { ...desk, advancePaise, paymentId: result.paymentId };
}
