import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { atCheckout, booksOf, hold, lapse, receiptsOf } from "@/db/testing/checkout";
import { type Gateway, startGateway } from "@/db/testing/gateway";
import { makeFamily } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { startPayment } from "./start-payment";
import { verifyPayment } from "./verify-payment";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

test("a double tap opens one order, and asking again leads back to it", async () => {
  const { tenant, venue } = await makeHall();
  const ctx = await makeFamily(tenant);
  const bookingId = await hold(ctx, venue);
  await gateway.control({ latencyMs: 300 });
  const started = await Promise.all([1, 2, 3].map(() => startPayment(ctx, { bookingId, purpose: "advance" })));
  await gateway.reset();
  expect(new Set(started.map(({ orderId }) => orderId)).size).toBe(1);
  expect(await gateway.ordersOf(await receiptsOf(ctx))).toHaveLength(1);
});

test.each([
  ["answers 502 without having worked", { status: 502, times: 1, method: "POST", path: "/v1/orders" }],
  ["made the order and cut the line", { dropAfterCommit: true, times: 1, method: "POST", path: "/v1/orders" }],
  ["made the order, cut the line and was gone when asked", { dropAfterCommit: true, times: 2, path: "/v1/orders" }],
  ["never answers", { hang: true, times: 1, method: "POST", path: "/v1/orders" }],
])("a gateway that %s leads to one order, at the latest on the next tap", async (_how, fault) => {
  const { tenant, venue } = await makeHall();
  const ctx = await makeFamily(tenant);
  const bookingId = await hold(ctx, venue);
  await gateway.control(fault);
  const tap = () => startPayment(ctx, { bookingId, purpose: "advance" });
  const started = await tap().catch((error) => {
    expect(error).toMatchObject({ code: "PAYMENT_GATEWAY_DOWN" });
    return tap();
  });
  expect(await gateway.ordersOf(await receiptsOf(ctx))).toEqual([started.orderId]);
});

test("nothing due, a lapsed hold and a foreign booking open no order", async () => {
  const { ctx, bookingId, order, tenant } = await atCheckout();
  await expect(startPayment(await makeFamily(tenant), { bookingId, purpose: "advance" })).rejects.toThrow("NOT_FOUND");
  await expect(startPayment(ctx, { bookingId, purpose: "balance" })).rejects.toThrow("WRONG_STATUS");
  await gateway.webhooksOff();
  await gateway.pay(order.orderId);
  // The tab was closed after paying and nobody told us: coming back must not lead to paying again.
  await expect(startPayment(ctx, { bookingId, purpose: "advance" })).rejects.toThrow("NOTHING_DUE");
  expect(await booksOf(ctx, bookingId)).toMatchObject({ status: "confirmed", payments: 1 });
  const balance = await startPayment(ctx, { bookingId, purpose: "balance" });
  const paid = await gateway.pay(balance.orderId);
  await verifyPayment(ctx, { bookingId, ...paid });
  await expect(startPayment(ctx, { bookingId, purpose: "balance" })).rejects.toThrow("NOTHING_DUE");

  const late = await atCheckout();
  await lapse(late.ctx, late.bookingId);
  await expect(startPayment(late.ctx, { bookingId: late.bookingId, purpose: "full" })).rejects.toThrow("HOLD_EXPIRED");
});
