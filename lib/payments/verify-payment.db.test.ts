import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { asPlatform } from "@/db/client";
import { atCheckout, booksOf, hold, lapse, until } from "@/db/testing/checkout";
import { deliver, type Gateway, startGateway } from "@/db/testing/gateway";
import { makeFamily } from "@/db/testing/make-family";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { expireClaims } from "@/lib/bookings/expire-claims";
import { reconcileOrders } from "./reconcile-orders";
import { startPayment } from "./start-payment";
import { verifyPayment } from "./verify-payment";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

test("a paid advance confirms the booking once when the family's browser reports it first", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  await gateway.webhooksOff();
  const paid = await gateway.pay(order.orderId);
  const result = await verifyPayment(ctx, { bookingId, ...paid });
  expect(result).toMatchObject({ status: "confirmed", refunded: null });
  expect(await deliver(ctx.tenant.slug, await gateway.capturedEvent(paid.paymentId))).toMatchObject({ status: 200 });
  expect(await booksOf(ctx, bookingId)).toMatchObject({ status: "confirmed", payments: 1, confirmations: 1 });
});

test("a paid advance confirms the booking once when the webhook comes first, and the tab may be closed", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  const paid = await gateway.pay(order.orderId);
  await until(async () => expect((await booksOf(ctx, bookingId)).status).toBe("confirmed"));
  expect(await verifyPayment(ctx, { bookingId, ...paid })).toMatchObject({ status: "confirmed", refunded: null });
  const books = await booksOf(ctx, bookingId);
  expect(books).toMatchObject({ payments: 1, confirmations: 1, paid: order.amountPaise });
  expect(books.notices.filter((what) => what === "confirmed")).toHaveLength(1);
});

test("browser, webhooks and reconciler at once still make one payment and one confirmation, without a gap in receipts", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  await gateway.webhooksOff();
  const paid = await gateway.pay(order.orderId);
  const [captured, orderPaid] = await Promise.all([
    gateway.capturedEvent(paid.paymentId),
    gateway.capturedEvent(paid.paymentId, "order.paid"),
  ]);
  const outcomes = await Promise.all([
    verifyPayment(ctx, { bookingId, ...paid }),
    deliver(ctx.tenant.slug, captured),
    deliver(ctx.tenant.slug, captured),
    deliver(ctx.tenant.slug, orderPaid),
    verifyPayment(ctx, { bookingId, ...paid }),
    reconcileOrders(),
  ]);
  expect(outcomes[0]).toMatchObject({ status: "confirmed" });
  expect([outcomes[1].status, outcomes[2].status, outcomes[3].status]).toEqual([200, 200, 200]);
  expect(await booksOf(ctx, bookingId)).toMatchObject({ payments: 1, confirmations: 1, requests: [] });
  const [counter] = await asPlatform((tx) =>
    tx.execute<{ value: number }>(
      sql`select value from counters where tenant_id = ${ctx.tenant.id} and name = 'receipt'`,
    ),
  );
  expect(counter?.value).toBe(1);
});

test("a signature for another order or another family's booking does not confirm", async () => {
  const mine = await atCheckout();
  const stranger = await makeFamily(mine.tenant);
  await gateway.webhooksOff();
  const paid = await gateway.pay(mine.order.orderId);
  const wrong = { ...paid, signature: "0".repeat(64) };
  await expect(verifyPayment(mine.ctx, { bookingId: mine.bookingId, ...wrong })).rejects.toThrow("PAYMENT_INVALID");
  await expect(verifyPayment(stranger, { bookingId: mine.bookingId, ...paid })).rejects.toThrow("NOT_FOUND");
  const other = await atCheckout();
  await expect(verifyPayment(other.ctx, { bookingId: other.bookingId, ...paid })).rejects.toThrow("PAYMENT_INVALID");
  expect((await booksOf(other.ctx, other.bookingId)).status).toBe("temp_hold");
});

test("a payment that was only authorised is captured", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  const paid = await gateway.pay(order.orderId, { outcome: "authorized" });
  expect(await verifyPayment(ctx, { bookingId, ...paid })).toMatchObject({ status: "confirmed" });
  expect(await gateway.get(`/v1/payments/${paid.paymentId}`)).toMatchObject({ status: "captured", captured: true });
});

test("a failed attempt leaves the hold, and the next one on the same order confirms it", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  await gateway.pay(order.orderId, { outcome: "failed" });
  expect((await booksOf(ctx, bookingId)).status).toBe("temp_hold");
  expect((await startPayment(ctx, { bookingId, purpose: "advance" })).orderId).toBe(order.orderId);
  const paid = await gateway.pay(order.orderId);
  expect(await verifyPayment(ctx, { bookingId, ...paid })).toMatchObject({ status: "confirmed" });
});

test("late money takes the date again while it is free", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  await lapse(ctx, bookingId);
  await expireClaims();
  expect((await booksOf(ctx, bookingId)).status).toBe("expired");
  const paid = await gateway.pay(order.orderId);
  expect(await verifyPayment(ctx, { bookingId, ...paid })).toMatchObject({ status: "confirmed", refunded: null });
});

test("late money goes back in full when the date has gone, and the family is told", async () => {
  const { ctx, bookingId, order, tenant, venue } = await atCheckout();
  await lapse(ctx, bookingId);
  await hold(await makeFamily(tenant), venue);
  await gateway.webhooksOff();
  const paid = await gateway.pay(order.orderId);
  expect(await verifyPayment(ctx, { bookingId, ...paid })).toMatchObject({
    status: "expired",
    refunded: "late_payment",
  });
  const books = await booksOf(ctx, bookingId);
  expect(books.requests).toMatchObject([{ amount: order.amountPaise, reason: "late_payment", status: "queued" }]);
  expect(books.notices).toContain("payment_too_late");
});

test("late money for less than a hold's last advance goes back in full: it claims nothing and must not lie there", async () => {
  const { ctx, bookingId, order, venue } = await atCheckout();
  const dearer = await hold(ctx, venue, "fullDay");
  expect(dearer).toBe(bookingId);
  await lapse(ctx, bookingId);
  await expireClaims();
  const paid = await gateway.pay(order.orderId);
  expect(await verifyPayment(ctx, { bookingId, ...paid })).toMatchObject({
    status: "expired",
    refunded: "late_payment",
  });
  expect((await booksOf(ctx, bookingId)).requests).toMatchObject([{ amount: order.amountPaise }]);
});

test("money for a cancelled booking goes back in full", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  await cancelBooking(ctx, { bookingId });
  const paid = await gateway.pay(order.orderId);
  expect(await verifyPayment(ctx, { bookingId, ...paid })).toMatchObject({
    status: "cancelled",
    refunded: "late_payment",
  });
});

test("a second payment for the same due goes back in full, and the first one stands", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  await gateway.webhooksOff();
  const [first, second] = [await gateway.pay(order.orderId), await gateway.pay(order.orderId)];
  await verifyPayment(ctx, { bookingId, ...first });
  expect(await verifyPayment(ctx, { bookingId, ...second })).toMatchObject({ refunded: "duplicate_payment" });
  const books = await booksOf(ctx, bookingId);
  expect(books).toMatchObject({ status: "confirmed", payments: 2 });
  expect(books.requests).toMatchObject([{ amount: order.amountPaise, reason: "duplicate_payment" }]);
  expect(await verifyPayment(ctx, { bookingId, ...first })).toMatchObject({ refunded: null });
});
