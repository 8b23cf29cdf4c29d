import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { POST } from "@/app/api/webhooks/razorpay/[tenant]/route";
import { asPlatform } from "@/db/client";
import { type Gateway, startGateway } from "@/db/testing/gateway";
import { makeFamily } from "@/db/testing/make-family";
import { makeHall, type TestVenue } from "@/db/testing/make-tenant";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { expireClaims } from "@/lib/bookings/expire-claims";
import { holdBooking } from "@/lib/bookings/hold-booking";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import type { Ctx } from "@/lib/tenants/ctx";
import { reconcileOrders } from "./reconcile-orders";
import { refundPayment } from "./refund-payment";
import { startPayment } from "./start-payment";
import { verifyPayment } from "./verify-payment";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

const webhooksOff = () => gateway.control({ webhooks: { off: true } });

async function hold(ctx: Ctx, venue: TestVenue): Promise<string> {
  const date = addDays(todayIn(new Date(), "Asia/Kolkata"), 40);
  const { result } = await holdBooking(ctx, {
    venueId: venue.id,
    functions: [{ spaceId: venue.space.a, slotId: venue.slot.evening, date, name: "wedding" }],
    ...{ guests: 100, addOns: [], eventType: "wedding", eventTitle: "Jadhav – Pawar", termsAccepted: true },
    locale: "en",
  });
  return result.bookingId;
}

/** A family that holds an evening and has opened the checkout for the advance. */
async function atCheckout() {
  const hall = await makeHall();
  const ctx = await makeFamily(hall.tenant);
  const bookingId = await hold(ctx, hall.venue);
  const order = await startPayment(ctx, { bookingId, purpose: "advance" });
  return { ...hall, ctx, bookingId, order };
}

type Books = {
  status: string;
  payments: number;
  paid: number;
  confirmations: number;
  notices: string[];
  requests: Request_[];
};
type Request_ = { id: string; amount: number; reason: string; status: string };

async function booksOf(ctx: Ctx, bookingId: string): Promise<Books> {
  const one = sql`tenant_id = ${ctx.tenant.id} and booking_id = ${bookingId}`;
  return asPlatform(async (tx) => {
    const [row] = await tx.execute<Omit<Books, "requests" | "notices">>(sql`
      select (select status from bookings where tenant_id = ${ctx.tenant.id} and id = ${bookingId}) as status,
        (select count(*)::int from payments where ${one}) as payments,
        (select coalesce(sum(amount_paise), 0)::int from payments where ${one}) as paid,
        (select count(*)::int from booking_events where ${one} and to_status = 'confirmed' and from_status <> 'confirmed') as confirmations`);
    const requests = await tx.execute<Request_>(sql`
      select id, amount_paise::int as amount, reason, status from refund_requests where ${one} order by id`);
    const notices = await tx.execute<{ what: string }>(sql`
      select data->>'what' as what from pgboss.job where name = 'notify' and data->>'bookingId' = ${bookingId}
      order by created_on, id`);
    if (!row) throw new Error("no booking");
    return { ...row, requests: [...requests], notices: notices.map(({ what }) => what) };
  });
}

async function lapse(ctx: Ctx, bookingId: string): Promise<void> {
  await asPlatform((tx) =>
    tx.execute(sql`update bookings set hold_expires_at = clock_timestamp() - interval '1 second'
      where tenant_id = ${ctx.tenant.id} and id = ${bookingId}`),
  );
}

const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 8000, interval: 50 });

const ordersOf = async (ctx: Ctx) => {
  const [row] = await asPlatform((tx) =>
    tx.execute<{ receipts: string[] }>(
      sql`select array_agg(receipt) as receipts from payment_orders where tenant_id = ${ctx.tenant.id}`,
    ),
  );
  const found = await Promise.all(
    (row?.receipts ?? []).map((receipt) => gateway.get<{ items: { id: string }[] }>(`/v1/orders?receipt=${receipt}`)),
  );
  return found.flatMap(({ items }) => items.map(({ id }) => id));
};

const asJob = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: "job", name: "refund" } });

function signedEvent(event: string, payload: object, secret = gateway.webhookSecret) {
  const body = JSON.stringify({ entity: "event", event, payload });
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return { body, headers: { "x-razorpay-signature": signature, "x-razorpay-event-id": `evt_${randomUUID()}` } };
}

async function deliver(slug: string, { body, headers }: { body: string; headers: Record<string, string> }) {
  const request = new Request(`http://hall/api/webhooks/razorpay/${slug}`, { method: "POST", body, headers });
  const response = await POST(request, { params: Promise.resolve({ tenant: slug }) });
  return { status: response.status, body: await response.json() };
}

const capturedEvent = async (paymentId: string, event = "payment.captured") =>
  signedEvent(event, { payment: { entity: await gateway.get<object>(`/v1/payments/${paymentId}`) } });

test("a paid advance confirms the booking once when the family's browser reports it first", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  await webhooksOff();
  const paid = await gateway.pay(order.orderId);
  const result = await verifyPayment(ctx, { bookingId, ...paid });
  expect(result).toMatchObject({ status: "confirmed", refunded: null });
  expect(await deliver(ctx.tenant.slug, await capturedEvent(paid.paymentId))).toMatchObject({ status: 200 });
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
  await webhooksOff();
  const paid = await gateway.pay(order.orderId);
  const [captured, orderPaid] = await Promise.all([
    capturedEvent(paid.paymentId),
    capturedEvent(paid.paymentId, "order.paid"),
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

test("webhooks that come twice and in the wrong order change nothing", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  await gateway.control({ webhooks: { duplicate: true, reorder: true } });
  const seen = gateway.received.length;
  await gateway.pay(order.orderId, { late: true });
  await until(() => expect(gateway.received.length - seen).toBeGreaterThanOrEqual(6));
  expect(gateway.received.slice(seen).every(({ status }) => status === 200)).toBe(true);
  expect(await booksOf(ctx, bookingId)).toMatchObject({ status: "confirmed", payments: 1, confirmations: 1 });
  const [row] = await asPlatform((tx) =>
    tx.execute<{ status: string }>(sql`select status from payment_orders where provider_order_id = ${order.orderId}`),
  );
  expect(row?.status).toBe("paid");
});

test("a webhook with another signature, or with the body changed under it, is turned away and leaves no trace", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  await webhooksOff();
  const { paymentId } = await gateway.pay(order.orderId);
  const good = await capturedEvent(paymentId);
  const forged = signedEvent("payment.captured", {}, "another-secret");
  expect(await deliver(ctx.tenant.slug, forged)).toMatchObject({ status: 401 });
  expect(await deliver(ctx.tenant.slug, { ...good, body: `${good.body} ` })).toMatchObject({ status: 401 });
  expect(await deliver(ctx.tenant.slug, { ...good, headers: {} })).toMatchObject({ status: 401 });
  expect((await booksOf(ctx, bookingId)).payments).toBe(0);
});

test("an event for one hall is not taken at another's address", async () => {
  const mine = await atCheckout();
  const theirs = await atCheckout();
  await webhooksOff();
  const { paymentId } = await gateway.pay(mine.order.orderId);
  const event = await capturedEvent(paymentId);
  expect(await deliver(theirs.ctx.tenant.slug, event)).toMatchObject({ status: 404 });
  expect(await deliver("no-such-hall", event)).toMatchObject({ status: 404 });
  expect((await booksOf(mine.ctx, mine.bookingId)).payments).toBe(0);
  expect(await deliver(mine.ctx.tenant.slug, event)).toMatchObject({ status: 200 });
  expect((await booksOf(mine.ctx, mine.bookingId)).payments).toBe(1);
});

test("what Mandap does not know is kept and answered with success; a body that is too large is not read", async () => {
  const { ctx } = await atCheckout();
  const dispute = signedEvent("payment.dispute.created", { dispute: { entity: { id: "disp_1" } } });
  expect(await deliver(ctx.tenant.slug, dispute)).toEqual({ status: 200, body: { outcome: "ignored" } });
  expect(await deliver(ctx.tenant.slug, dispute)).toEqual({ status: 200, body: { outcome: "duplicate" } });
  const large = signedEvent("x", { filler: "x".repeat(300_000) });
  expect(await deliver(ctx.tenant.slug, large)).toMatchObject({ status: 400 });
});

test("a signature for another order, another family's booking or less money does not confirm", async () => {
  const mine = await atCheckout();
  const stranger = await makeFamily(mine.tenant);
  await webhooksOff();
  const paid = await gateway.pay(mine.order.orderId);
  const wrong = { ...paid, signature: "0".repeat(64) };
  await expect(verifyPayment(mine.ctx, { bookingId: mine.bookingId, ...wrong })).rejects.toThrow("PAYMENT_INVALID");
  await expect(verifyPayment(stranger, { bookingId: mine.bookingId, ...paid })).rejects.toThrow("NOT_FOUND");
  const other = await atCheckout();
  await expect(verifyPayment(other.ctx, { bookingId: other.bookingId, ...paid })).rejects.toThrow("PAYMENT_INVALID");
  const less = await gateway.pay(other.order.orderId, { amount: 100 });
  await expect(verifyPayment(other.ctx, { bookingId: other.bookingId, ...less })).rejects.toThrow("PAYMENT_INVALID");
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
  await webhooksOff();
  const paid = await gateway.pay(order.orderId);
  expect(await verifyPayment(ctx, { bookingId, ...paid })).toMatchObject({
    status: "expired",
    refunded: "late_payment",
  });
  const books = await booksOf(ctx, bookingId);
  expect(books.requests).toMatchObject([{ amount: order.amountPaise, reason: "late_payment", status: "queued" }]);
  expect(books.notices).toContain("payment_too_late");
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
  await webhooksOff();
  const [first, second] = [await gateway.pay(order.orderId), await gateway.pay(order.orderId)];
  await verifyPayment(ctx, { bookingId, ...first });
  expect(await verifyPayment(ctx, { bookingId, ...second })).toMatchObject({ refunded: "duplicate_payment" });
  const books = await booksOf(ctx, bookingId);
  expect(books).toMatchObject({ status: "confirmed", payments: 2 });
  expect(books.requests).toMatchObject([{ amount: order.amountPaise, reason: "duplicate_payment" }]);
  expect(await verifyPayment(ctx, { bookingId, ...first })).toMatchObject({ refunded: null });
});

test("a double tap opens one order, and asking again leads back to it", async () => {
  const { tenant, venue } = await makeHall();
  const ctx = await makeFamily(tenant);
  const bookingId = await hold(ctx, venue);
  await gateway.control({ latencyMs: 300 });
  const started = await Promise.all([1, 2, 3].map(() => startPayment(ctx, { bookingId, purpose: "advance" })));
  await gateway.reset();
  expect(new Set(started.map(({ orderId }) => orderId)).size).toBe(1);
  expect(await ordersOf(ctx)).toHaveLength(1);
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
  expect(await ordersOf(ctx)).toEqual([started.orderId]);
});

test("nothing due, a lapsed hold and a foreign booking open no order", async () => {
  const { ctx, bookingId, order, tenant } = await atCheckout();
  await expect(startPayment(await makeFamily(tenant), { bookingId, purpose: "advance" })).rejects.toThrow("NOT_FOUND");
  await expect(startPayment(ctx, { bookingId, purpose: "balance" })).rejects.toThrow("WRONG_STATUS");
  await webhooksOff();
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

/** A confirmed booking that was cancelled: its refund waits to be carried out. */
async function withRefund() {
  const paidUp = await atCheckout();
  const paid = await gateway.pay(paidUp.order.orderId);
  await verifyPayment(paidUp.ctx, { bookingId: paidUp.bookingId, ...paid });
  const { refundPaise } = await cancelBooking(paidUp.ctx, { bookingId: paidUp.bookingId });
  const [request] = (await booksOf(paidUp.ctx, paidUp.bookingId)).requests;
  if (!request) throw new Error("no refund was asked for");
  return { ...paidUp, paymentId: paid.paymentId, request, refundPaise };
}

const refundsAtGateway = async (paymentId: string) =>
  (await gateway.get<{ items: { amount: number }[] }>(`/v1/payments/${paymentId}/refunds`)).items.map(
    (one) => one.amount,
  );

async function vouchers(ctx: Ctx): Promise<{ number: string; amount: number }[]> {
  const rows = await asPlatform((tx) =>
    tx.execute<{ number: string; amount: number }>(
      sql`select voucher_number as number, amount_paise::int as amount from refunds where tenant_id = ${ctx.tenant.id}`,
    ),
  );
  return [...rows];
}

test("a refund goes once, with one voucher, however often its job and its webhooks come", async () => {
  const { ctx, bookingId, paymentId, request, refundPaise } = await withRefund();
  await gateway.control({ webhooks: { duplicate: true } });
  await Promise.all([1, 2, 3].map(() => refundPayment(asJob(ctx), { requestId: request.id })));
  await until(async () => expect(await vouchers(ctx)).toHaveLength(1));
  await refundPayment(asJob(ctx), { requestId: request.id });
  await sleep(300);
  expect(await vouchers(ctx)).toMatchObject([
    { amount: refundPaise, number: expect.stringMatching(/^TST\/V\d\d-\d\d\/0001$/) },
  ]);
  expect(await refundsAtGateway(paymentId)).toEqual([refundPaise]);
  const books = await booksOf(ctx, bookingId);
  expect(books.requests).toMatchObject([{ status: "done" }]);
  expect(books.notices.filter((what) => what === "refunded")).toHaveLength(1);
});

test("a refund whose outcome is unknown is asked for again under the same key: the money goes once", async () => {
  const { ctx, paymentId, request, refundPaise } = await withRefund();
  await gateway.control({
    dropAfterCommit: true,
    times: 1,
    method: "POST",
    path: "/v1/payments",
    webhooks: { off: true },
  });
  await expect(refundPayment(asJob(ctx), { requestId: request.id })).rejects.toMatchObject({ outcome: "unknown" });
  await refundPayment(asJob(ctx), { requestId: request.id });
  expect(await refundsAtGateway(paymentId)).toEqual([refundPaise]);
});

test("the reconciler finds the end of a refund that nobody told us of", async () => {
  const { ctx, bookingId, request } = await withRefund();
  await webhooksOff();
  await refundPayment(asJob(ctx), { requestId: request.id });
  expect((await booksOf(ctx, bookingId)).requests).toMatchObject([{ status: "sent" }]);
  await sleep(400);
  await asPlatform((tx) =>
    tx.execute(sql`update refund_requests set updated_at = updated_at - interval '1 hour', created_at = created_at - interval '1 hour'
      where id = ${request.id}`),
  );
  await reconcileOrders();
  expect((await booksOf(ctx, bookingId)).requests).toMatchObject([{ status: "done" }]);
  expect(await vouchers(ctx)).toHaveLength(1);
});

test("a refund that the gateway fails is marked so and makes no voucher", async () => {
  const { ctx, bookingId, request } = await withRefund();
  await gateway.control({ refunds: { outcome: "failed", afterMs: 50 } });
  await refundPayment(asJob(ctx), { requestId: request.id });
  await until(async () => expect((await booksOf(ctx, bookingId)).requests).toMatchObject([{ status: "failed" }]));
  expect(await vouchers(ctx)).toHaveLength(0);
});

test("the reconciler finds a payment whose webhook never came, and gives up on orders of a week ago", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  const old = await atCheckout();
  await webhooksOff();
  await gateway.pay(order.orderId, { outcome: "authorized" });
  const age = (orderId: string, by: string) =>
    asPlatform((tx) =>
      tx.execute(sql`update payment_orders set created_at = created_at - ${by}::interval, updated_at = updated_at - ${by}::interval
        where provider_order_id = ${orderId}`),
    );
  await age(order.orderId, "10 minutes");
  await age(old.order.orderId, "7 days");
  await reconcileOrders();
  expect(await booksOf(ctx, bookingId)).toMatchObject({ status: "confirmed", payments: 1 });
  const [row] = await asPlatform((tx) =>
    tx.execute<{ status: string }>(
      sql`select status from payment_orders where provider_order_id = ${old.order.orderId}`,
    ),
  );
  expect(row?.status).toBe("abandoned");
});
