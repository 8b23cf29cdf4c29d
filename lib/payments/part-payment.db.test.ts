import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { atCheckout, booksOf, hold, lapse } from "@/db/testing/checkout";
import { type Gateway, startGateway } from "@/db/testing/gateway";
import { makeFamily } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { expireClaims } from "@/lib/bookings/expire-claims";
import { loadBooking } from "@/lib/bookings/queries";
import { startPayment } from "./start-payment";
import { verifyPayment } from "./verify-payment";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

const PART = 100_000;

/** A hold of which less was captured than its order asked for. */
async function partPaid() {
  const { ctx, bookingId, order } = await atCheckout();
  await gateway.webhooksOff();
  const paid = await gateway.pay(order.orderId, { amount: PART });
  const result = await verifyPayment(ctx, { bookingId, ...paid });
  return { ctx, bookingId, order, result };
}

test("less than the advance is kept and counts, but confirms nothing; the rest is what is due", async () => {
  const { ctx, bookingId, order, result } = await partPaid();
  expect(result).toMatchObject({ status: "temp_hold", refunded: null });
  expect(await booksOf(ctx, bookingId)).toMatchObject({ payments: 1, paid: PART, requests: [] });
  const rest = await startPayment(ctx, { bookingId, purpose: "advance" });
  expect(rest.amountPaise).toBe(order.amountPaise - PART);
  const paid = await gateway.pay(rest.orderId);
  expect(await verifyPayment(ctx, { bookingId, ...paid })).toMatchObject({ status: "confirmed", refunded: null });
});

test("a part-paid hold that expires gives all of it back, once", async () => {
  const { ctx, bookingId } = await partPaid();
  await lapse(ctx, bookingId);
  await Promise.all([expireClaims(), expireClaims()]);
  const books = await booksOf(ctx, bookingId);
  expect(books.status).toBe("expired");
  expect(books.requests).toMatchObject([{ amount: PART, reason: "expired", status: "queued" }]);
});

test("of an order paid above a new, lower total, what is due stays and only the rest goes back", async () => {
  const { tenant, venue } = await makeHall();
  const ctx = await makeFamily(tenant);
  const bookingId = await hold(ctx, venue, "fullDay");
  const order = await startPayment(ctx, { bookingId, purpose: "full" });
  expect(await hold(ctx, venue, "evening")).toBe(bookingId);
  const { booking } = await loadBooking(ctx, bookingId);
  expect(booking.totalPaise).toBeLessThan(order.amountPaise);

  await gateway.webhooksOff();
  const paid = await gateway.pay(order.orderId);
  expect(await verifyPayment(ctx, { bookingId, ...paid })).toMatchObject({ status: "confirmed", refunded: null });
  expect((await booksOf(ctx, bookingId)).requests).toMatchObject([
    { amount: order.amountPaise - booking.totalPaise, reason: "overpaid" },
  ]);
  expect(await loadBooking(ctx, bookingId)).toMatchObject({ paidPaise: booking.totalPaise, duePaise: 0 });
});
