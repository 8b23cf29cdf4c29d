import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import { callApi, loggedIn, makeKey } from "@/db/testing/call-api";
import { booksOf, hold, lapse, receiptsOf } from "@/db/testing/checkout";
import { type Gateway, startGateway } from "@/db/testing/gateway";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall, makeTenant } from "@/db/testing/make-tenant";
import { loadBooking } from "@/lib/bookings/queries";
import type { Permission } from "@/lib/core/permissions";
import { createOrder, createPayment, createRefund, listPayments } from "../_contract/money";
import { POST as refund } from "../payments/[id]/refunds/route";
import { POST as order } from "./[id]/orders/route";
import { GET as list, POST as pay } from "./[id]/payments/route";
import { GET as get } from "./[id]/route";

const SCOPES: Permission[] = ["payment.start", "payment.record", "payment.verify", "refund.create", "money.read"];

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

/** A family's hold in a hall of its own, and a key that may work with money and nothing else. */
async function desk() {
  const { tenant, venue } = await makeHall();
  const family = await makeFamily(tenant);
  const bookingId = await hold(family, venue);
  const ctx = await makeManager(tenant);
  const { booking } = await loadBooking(ctx, bookingId);
  const key = await makeKey(tenant, SCOPES);
  const headers = await loggedIn(tenant, family.actor.userId);
  const post = (route: Route, body: object, asked: Asked = {}, id = bookingId) =>
    callApi(route, { tenant, key, method: "POST", params: { id }, body, ...asked });
  return { tenant, venue, family, bookingId, ctx, booking, key, headers, post };
}
type Route = typeof order | typeof pay | typeof refund;
type Asked = { key?: string; headers?: Record<string, string>; tenant?: { slug: string } };
const once = (key: string) => ({ headers: { "idempotency-key": key } });

async function made<S extends z.ZodType>(response: Response, data: S): Promise<z.output<S>> {
  expect(response.status).toBe(201);
  return data.parse((await response.json()).data);
}
async function refused(response: Response, status: number, code: string) {
  expect([response.status, (await response.json()).code]).toEqual([status, code]);
}
const cash = (amountPaise: number) => ({ method: "cash", amountPaise });

test("the advance by hand confirms the booking, with a receipt, and stands in its money", async () => {
  const { tenant, key, bookingId, booking, post } = await desk();
  const { advancePaise, totalPaise } = booking;
  const taken = { method: "upi", amountPaise: advancePaise, reference: "627511203344" };
  const payment = await made(await post(pay, taken), createPayment.data);
  expect(payment).toMatchObject({
    ...{ method: "upi", reference: "627511203344", amountPaise: advancePaise, returnedPaise: 0 },
    number: expect.stringMatching(/^TST\/R/),
    booking: {
      ...{ id: bookingId, status: "confirmed", holdExpiresAt: null, totalPaise, advancePaise, paidPaise: advancePaise },
      duePaise: totalPaise - advancePaise,
    },
  });
  const response = await callApi(list, { tenant, key, params: { id: bookingId } });
  const entries = listPayments.data.parse((await response.json()).data);
  expect(entries).toEqual([
    expect.objectContaining({ id: payment.id, kind: "payment", number: payment.number, status: "done", reason: null }),
  ]);
});

test("ten times the same at once under one key: one payment, and every answer has the same bytes", async () => {
  const { ctx, bookingId, post } = await desk();
  const texts = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const response = await post(pay, cash(100_000), once("ten-at-once"));
      expect(response.status).toBe(201);
      return response.text();
    }),
  );
  expect(new Set(texts).size).toBe(1);
  expect(await booksOf(ctx, bookingId)).toMatchObject({ payments: 1, paid: 100_000 });
  const again = await post(pay, cash(100_000), once("ten-at-once"));
  expect([again.headers.get("idempotent-replayed"), await again.text()]).toEqual(["true", texts[0]]);
  await refused(await post(pay, cash(100_001), once("ten-at-once")), 422, "IDEMPOTENCY_MISMATCH");
  await made(await post(pay, cash(100_000)), createPayment.data);
  expect(await booksOf(ctx, bookingId)).toMatchObject({ payments: 2, paid: 200_000 });
});

test("more than is owed is taken only where that is meant, and what is above goes back", async () => {
  const { booking, post } = await desk();
  const above = cash(booking.totalPaise + 50_000);
  await refused(await post(pay, above), 422, "ABOVE_DUE");
  const payment = await made(await post(pay, { ...above, aboveDue: true }), createPayment.data);
  expect(payment).toMatchObject({ returnedPaise: 50_000, booking: { duePaise: 0, paidPaise: booking.totalPaise } });
});

test.each([
  [{ method: "cheque", amountPaise: 100_000 }],
  [{ method: "cash", amountPaise: 99 }],
  [{ method: "cash", amountPaise: 100.5 }],
  [{ method: "razorpay", amountPaise: 100_000 }],
  [{ method: "cash", amountPaise: 100_000, receivedOn: "2000-01-01" }],
  [{ method: "cash", amountPaise: 100_000, receivedOn: "0000-01-01" }],
  [{ method: "cash", amountPaise: 100_000, instrumentDate: "0000-01-01" }],
  [{ method: "cash", amountPaise: 100_000, note: "\0" }],
  [{ method: "cash", amountPaise: 100_000, orderId: "order_000000" }],
  [{ orderId: "order_000000", paymentId: "pay_000000" }],
])("%o is no payment", async (body) => {
  const { ctx, bookingId, post } = await desk();
  await refused(await post(pay, body), 400, "INVALID_INPUT");
  expect(await booksOf(ctx, bookingId)).toMatchObject({ payments: 0 });
});

test("a family pays online: one order however often it asks, and what the checkout said counts once", async () => {
  const { tenant, family, bookingId, booking, headers } = await desk();
  const mine = (route: Route, body: object, more: Record<string, string> = {}) =>
    callApi(route, { tenant, method: "POST", params: { id: bookingId }, body, headers: { ...headers, ...more } });
  const asked = { purpose: "advance" };
  const answers = await Promise.all([1, 2, 3].map(() => mine(order, asked, { "idempotency-key": "order-once" })));
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
  const opened = createOrder.data.parse(JSON.parse(texts[0] ?? "").data);
  expect(opened).toMatchObject({ amountPaise: booking.advancePaise, currency: "INR", description: booking.number });
  expect(await gateway.ordersOf(await receiptsOf(family))).toEqual([opened.orderId]);
  await refused(
    await mine(order, { purpose: "full" }, { "idempotency-key": "order-once" }),
    422,
    "IDEMPOTENCY_MISMATCH",
  );

  await gateway.webhooksOff();
  const paid = await gateway.pay(opened.orderId);
  await refused(await mine(pay, { ...paid, signature: "0".repeat(64) }), 400, "PAYMENT_INVALID");
  const first = await made(await mine(pay, paid), createPayment.data);
  expect(first).toMatchObject({ method: "razorpay", returnedPaise: 0, booking: { status: "confirmed" } });
  const again = await mine(pay, paid, { "idempotency-key": "told-again" });
  expect(await made(again, createPayment.data)).toEqual(first);
  const replay = await mine(pay, paid, { "idempotency-key": "told-again" });
  expect(replay.headers.get("idempotent-replayed")).toBe("true");
  expect(await booksOf(family, bookingId)).toMatchObject({ payments: 1, confirmations: 1 });

  const replayed = await mine(order, asked, { "idempotency-key": "order-once" });
  expect([replayed.headers.get("idempotent-replayed"), await replayed.text()]).toEqual(["true", texts[0]]);
  await refused(await mine(order, asked), 409, "NOTHING_DUE");
  await refused(await mine(pay, cash(100_000)), 403, "FORBIDDEN");
});

test("a hall's own site opens the order and tells what the checkout said, by its key", async () => {
  const { post, ctx, bookingId } = await desk();
  const opened = await made(await post(order, { purpose: "full" }), createOrder.data);
  await gateway.webhooksOff();
  const told = await gateway.pay(opened.orderId);
  const payment = await made(await post(pay, told), createPayment.data);
  expect(payment.booking).toMatchObject({ status: "confirmed", duePaise: 0 });
  expect(payment.gatewayId).toBe(told.paymentId);
  expect(await booksOf(ctx, bookingId)).toMatchObject({ payments: 1 });
});

test("a gateway that is gone leads to 502, asking again to one order, and the key to the same answer", async () => {
  const { ctx, post } = await desk();
  await gateway.control({ status: 502, times: 3, path: "/v1/orders" });
  await refused(await post(order, { purpose: "advance" }, once("gone-gateway")), 502, "PAYMENT_GATEWAY_DOWN");
  await gateway.reset();
  const opened = await (await post(order, { purpose: "advance" }, once("gone-gateway"))).text();
  expect(await (await post(order, { purpose: "advance" }, once("gone-gateway"))).text()).toBe(opened);
  expect(await gateway.ordersOf(await receiptsOf(ctx))).toHaveLength(1);
});

test("what lapsed, and what is over, takes no order", async () => {
  const { ctx, bookingId, post } = await desk();
  await refused(await post(order, { purpose: "balance" }), 409, "WRONG_STATUS");
  await lapse(ctx, bookingId);
  await refused(await post(order, { purpose: "advance" }), 410, "HOLD_EXPIRED");
});

test("an expired booking owes nothing; its advance by hand takes it up again, and less does not", async () => {
  const { tenant, ctx, bookingId, booking, post } = await desk();
  const { advancePaise, totalPaise } = booking;
  const reader = await makeKey(tenant, ["booking.read"]);
  const standing = async () => {
    const { data } = await (await callApi(get, { tenant, key: reader, params: { id: bookingId } })).json();
    return { status: data.status, duePaise: data.totals.duePaise };
  };
  await lapse(ctx, bookingId);
  expect(await standing()).toEqual({ status: "expired", duePaise: 0 });
  await refused(await post(pay, cash(advancePaise - 1)), 410, "HOLD_EXPIRED");
  const above = await post(pay, cash(totalPaise + 1));
  expect(await above.json()).toMatchObject({ code: "ABOVE_DUE", duePaise: totalPaise });
  const { booking: taken } = await made(await post(pay, cash(advancePaise)), createPayment.data);
  expect(taken).toMatchObject({ status: "confirmed", duePaise: totalPaise - advancePaise });
  expect(await standing()).toEqual({ status: "confirmed", duePaise: totalPaise - advancePaise });
});

test("money taken by hand goes back by hand with a voucher; never more than came; under a key once", async () => {
  const { tenant, key, bookingId, booking, post } = await desk();
  const payment = await made(await post(pay, cash(booking.advancePaise)), createPayment.data);
  const back = { amountPaise: 100_000, reason: "Fewer guests" };
  await refused(await post(refund, back, {}, payment.id), 400, "INVALID_INPUT");
  const asked = { ...back, method: "cash" };
  const first = await post(refund, asked, once("back-once"), payment.id);
  const text = await first.text();
  const done = createRefund.data.parse(JSON.parse(text).data);
  expect(done).toMatchObject({ paymentId: payment.id, bookingId, amountPaise: 100_000, status: "done" });
  expect(done.voucherNumber).toMatch(/^TST\/V/);
  const again = await post(refund, asked, once("back-once"), payment.id);
  expect([again.status, again.headers.get("idempotent-replayed"), await again.text()]).toEqual([201, "true", text]);
  await refused(
    await post(refund, { ...asked, amountPaise: booking.advancePaise }, {}, payment.id),
    422,
    "REFUND_TOO_LARGE",
  );
  const response = await callApi(list, { tenant, key, params: { id: bookingId } });
  expect(listPayments.data.parse((await response.json()).data)[1]).toMatchObject({
    ...{ id: done.id, kind: "refund", paymentId: payment.id, number: done.voucherNumber, method: "cash" },
    ...{ amountPaise: 100_000, status: "done", reason: "by_staff" },
  });
});

test("money that came through the gateway is promised back and needs no way", async () => {
  const { post } = await desk();
  const opened = await made(await post(order, { purpose: "advance" }), createOrder.data);
  await gateway.webhooksOff();
  const payment = await made(await post(pay, await gateway.pay(opened.orderId)), createPayment.data);
  const back = await post(refund, { amountPaise: 100_000, reason: "Fewer guests" }, {}, payment.id);
  expect(await made(back, createRefund.data)).toMatchObject({ status: "queued", voucherNumber: null });
});

test("a family sees the money of its own booking; another family and another hall find none", async () => {
  const { tenant, headers, bookingId, post } = await desk();
  await made(await post(pay, cash(100_000)), createPayment.data);
  const seen = async (asked: Asked) => callApi(list, { tenant, params: { id: bookingId }, ...asked });
  expect((await (await seen({ headers })).json()).data).toHaveLength(1);
  const other = await loggedIn(tenant, (await makeFamily(tenant)).actor.userId);
  expect((await seen({ headers: other })).status).toBe(404);
  const elsewhere = await makeTenant();
  const theirs = await makeKey(elsewhere, SCOPES);
  expect((await seen({ tenant: elsewhere, key: theirs })).status).toBe(404);
  expect((await seen({ key: await makeKey(tenant, ["booking.take"]) })).status).toBe(403);
  expect((await seen({})).status).toBe(401);
});

test("of another hall, or no id at all: 404; without a key or its scope: refused, and no money has moved", async () => {
  const { tenant, ctx, bookingId, post } = await desk();
  const payment = await made(await post(pay, cash(100_000)), createPayment.data);
  const elsewhere = await makeTenant();
  const theirs = await makeKey(elsewhere, SCOPES);
  const reader = await makeKey(tenant, ["booking.read"]);
  for (const [route, id, body] of [
    [order, bookingId, { purpose: "advance" }],
    [pay, bookingId, cash(100_000)],
    [pay, bookingId, { orderId: "order_000000", paymentId: "pay_000000", signature: "0".repeat(64) }],
    [refund, payment.id, { amountPaise: 100, reason: "Goodwill", method: "cash" }],
  ] as const) {
    await refused(await post(route, body, {}, crypto.randomUUID()), 404, "NOT_FOUND");
    await refused(await post(route, body, {}, "%00"), 404, "NOT_FOUND");
    await refused(await post(route, body, { tenant: elsewhere, key: theirs }, id), 404, "NOT_FOUND");
    await refused(await post(route, body, { key: theirs }, id), 401, "UNAUTHENTICATED");
    await refused(await callApi(route, { tenant, method: "POST", params: { id }, body }), 401, "UNAUTHENTICATED");
    await refused(await post(route, body, { key: reader }, id), 403, "FORBIDDEN");
  }
  expect(await booksOf(ctx, bookingId)).toMatchObject({ payments: 1, paid: 100_000, requests: [] });
});
