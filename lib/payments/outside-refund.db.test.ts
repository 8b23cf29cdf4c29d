import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { asPlatform } from "@/db/client";
import { atCheckout, booksOf, until } from "@/db/testing/checkout";
import { type Gateway, startGateway } from "@/db/testing/gateway";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import type { Ctx } from "@/lib/tenants/ctx";
import { refundPayment } from "./refund-payment";
import { verifyPayment } from "./verify-payment";

/** Refunds that somebody makes on the gateway's own dashboard, while ours waits. */

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

/** A confirmed booking that was cancelled: its refund waits in the queue. */
async function promised() {
  const { ctx, bookingId, order } = await atCheckout();
  const paid = await gateway.pay(order.orderId);
  await verifyPayment(ctx, { bookingId, ...paid });
  const { refundPaise } = await cancelBooking(ctx, { bookingId });
  const [request] = (await booksOf(ctx, bookingId)).requests;
  if (!request) throw new Error("no refund was asked for");
  return { ctx, bookingId, order, paymentId: paid.paymentId, request, refundPaise };
}

async function refunded(ctx: Ctx): Promise<number[]> {
  const rows = await asPlatform((tx) =>
    tx.execute<{ amount: number }>(
      sql`select amount_paise::int as amount from refunds where tenant_id = ${ctx.tenant.id} order by id`,
    ),
  );
  return rows.map(({ amount }) => amount);
}

/** Lets the queue do whatever of a booking's refunds still waits. */
async function carryOut(ctx: Ctx, bookingId: string): Promise<void> {
  const job: Ctx = { ...ctx, actor: { kind: "job", name: "refund" } };
  for (const { id, status } of (await booksOf(ctx, bookingId)).requests) {
    if (status === "queued") await refundPayment(job, { requestId: id });
  }
}

const allTaken = () => expect(gateway.received.every(({ status }) => status === 200)).toBe(true);

test("the promise itself, made good by hand: it is done, and the money does not go twice", async () => {
  const { ctx, bookingId, paymentId, request, refundPaise } = await promised();
  await gateway.control({ webhooks: { duplicate: true } });
  await gateway.refundByHand(paymentId, refundPaise);
  await until(async () => expect(await refunded(ctx)).toEqual([refundPaise]));
  expect((await booksOf(ctx, bookingId)).requests).toMatchObject([
    { amount: refundPaise, reason: request.reason, status: "done" },
  ]);
  await refundPayment({ ...ctx, actor: { kind: "job", name: "refund" } }, { requestId: request.id });
  await carryOut(ctx, bookingId);
  expect(await gateway.refundsOf(paymentId)).toEqual([refundPaise]);
  allTaken();
});

test("less than was promised: the rest still goes, and no more", async () => {
  const { ctx, bookingId, paymentId, refundPaise } = await promised();
  await gateway.refundByHand(paymentId, refundPaise - 30_000);
  await until(async () => expect(await refunded(ctx)).toEqual([refundPaise - 30_000]));
  await carryOut(ctx, bookingId);
  await until(async () => expect(await refunded(ctx)).toEqual([refundPaise - 30_000, 30_000]));
  expect((await booksOf(ctx, bookingId)).requests.map(({ status }) => status)).toEqual(["done", "done"]);
  allTaken();
});

test("all that was captured, more than was promised: it is recorded once, and nothing is left to do", async () => {
  const { ctx, bookingId, order, paymentId } = await promised();
  await gateway.refundByHand(paymentId, order.amountPaise);
  await until(async () => expect(await refunded(ctx)).toEqual([order.amountPaise]));
  await carryOut(ctx, bookingId);
  expect((await booksOf(ctx, bookingId)).requests).toMatchObject([{ amount: order.amountPaise, status: "done" }]);
  expect(await gateway.refundsOf(paymentId)).toEqual([order.amountPaise]);
  allTaken();
});

test("while it is under way there, ours does not go; when it fails there, it is told as failed", async () => {
  const { ctx, bookingId, paymentId, refundPaise } = await promised();
  await gateway.control({ refunds: { outcome: "failed", afterMs: 300 } });
  await gateway.refundByHand(paymentId, refundPaise);
  await until(async () => expect((await booksOf(ctx, bookingId)).requests).toMatchObject([{ status: "sent" }]));
  await until(async () => expect((await booksOf(ctx, bookingId)).requests).toMatchObject([{ status: "failed" }]));
  expect(await refunded(ctx)).toEqual([]);
  allTaken();
});
