import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { asPlatform } from "@/db/client";
import { atCheckout, booksOf, until } from "@/db/testing/checkout";
import { deliver, type Gateway, startGateway } from "@/db/testing/gateway";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

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
  await gateway.webhooksOff();
  const { paymentId } = await gateway.pay(order.orderId);
  const good = await gateway.capturedEvent(paymentId);
  const forged = gateway.signedEvent("payment.captured", {}, "another-secret");
  expect(await deliver(ctx.tenant.slug, forged)).toMatchObject({ status: 401 });
  expect(await deliver(ctx.tenant.slug, { ...good, body: `${good.body} ` })).toMatchObject({ status: 401 });
  expect(await deliver(ctx.tenant.slug, { ...good, headers: {} })).toMatchObject({ status: 401 });
  expect((await booksOf(ctx, bookingId)).payments).toBe(0);
});

test("an event for one hall is not taken at another's address", async () => {
  const mine = await atCheckout();
  const theirs = await atCheckout();
  await gateway.webhooksOff();
  const { paymentId } = await gateway.pay(mine.order.orderId);
  const event = await gateway.capturedEvent(paymentId);
  expect(await deliver(theirs.ctx.tenant.slug, event)).toMatchObject({ status: 404 });
  expect(await deliver("no-such-hall", event)).toMatchObject({ status: 404 });
  expect((await booksOf(mine.ctx, mine.bookingId)).payments).toBe(0);
  expect(await deliver(mine.ctx.tenant.slug, event)).toMatchObject({ status: 200 });
  expect((await booksOf(mine.ctx, mine.bookingId)).payments).toBe(1);
});

test("what Mandap does not know is kept and answered with success; a body that is too large is not read", async () => {
  const { ctx } = await atCheckout();
  const dispute = gateway.signedEvent("payment.dispute.created", { dispute: { entity: { id: "disp_1" } } });
  expect(await deliver(ctx.tenant.slug, dispute)).toEqual({ status: 200, body: { outcome: "ignored" } });
  expect(await deliver(ctx.tenant.slug, dispute)).toEqual({ status: 200, body: { outcome: "duplicate" } });
  const large = gateway.signedEvent("x", { filler: "x".repeat(300_000) });
  expect(await deliver(ctx.tenant.slug, large)).toMatchObject({ status: 400 });
});
