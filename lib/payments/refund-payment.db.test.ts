import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { asPlatform, inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { payments } from "@/db/schema/payments";
import { atCheckout, booksOf, until } from "@/db/testing/checkout";
import { type Gateway, startGateway } from "@/db/testing/gateway";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { loadBooking } from "@/lib/bookings/queries";
import type { Ctx } from "@/lib/tenants/ctx";
import { reconcileOrders } from "./reconcile-orders";
import { refundPayment } from "./refund-payment";
import { verifyPayment } from "./verify-payment";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

const asJob = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: "job", name: "refund" } });

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

async function vouchers(ctx: Ctx): Promise<{ number: string; amount: number }[]> {
  const rows = await asPlatform((tx) =>
    tx.execute<{ number: string; amount: number }>(
      sql`select voucher_number as number, amount_paise::int as amount from refunds where tenant_id = ${ctx.tenant.id}`,
    ),
  );
  return [...rows];
}

async function failuresOf(ctx: Ctx, bookingId: string): Promise<Record<string, unknown>[]> {
  const { history } = await loadBooking(ctx, bookingId);
  return history.flatMap(({ type, data }) => (type === "refund_failed" ? [data] : []));
}

test("cash goes back by hand: the job and the reconciler leave its refund waiting, without a voucher", async () => {
  const { ctx, bookingId } = await atCheckout();
  const cash = { tenantId: ctx.tenant.id, id: newId(), bookingId, receiptNumber: "CASH-1", method: "cash" as const };
  await inTenant(ctx.tenant.id, (tx) =>
    tx.insert(payments).values({ ...cash, amountPaise: 100_000, currency: "INR", receivedAt: new Date() }),
  );
  await cancelBooking(ctx, { bookingId });
  const [request] = (await booksOf(ctx, bookingId)).requests;
  await refundPayment(asJob(ctx), { requestId: request?.id ?? "" });
  await asPlatform((tx) =>
    tx.execute(
      sql`update refund_requests set updated_at = clock_timestamp() - interval '1 day' where id = ${request?.id}`,
    ),
  );
  await reconcileOrders();
  expect((await booksOf(ctx, bookingId)).requests).toMatchObject([{ amount: 100_000, status: "queued" }]);
  expect(await vouchers(ctx)).toEqual([]);
});

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
  expect(await gateway.refundsOf(paymentId)).toEqual([refundPaise]);
  const books = await booksOf(ctx, bookingId);
  expect(books.requests).toMatchObject([{ status: "done" }]);
  expect(books.notices.filter((what) => what === "refunded")).toHaveLength(1);
});

test("a refund whose outcome is unknown is asked for again under the same key: the money goes once", async () => {
  const { ctx, bookingId, paymentId, request, refundPaise } = await withRefund();
  await gateway.control({
    dropAfterCommit: true,
    times: 1,
    method: "POST",
    path: "/v1/payments",
    webhooks: { off: true },
  });
  await expect(refundPayment(asJob(ctx), { requestId: request.id })).rejects.toMatchObject({ outcome: "unknown" });
  await refundPayment(asJob(ctx), { requestId: request.id });
  expect(await gateway.refundsOf(paymentId)).toEqual([refundPaise]);
  expect((await booksOf(ctx, bookingId)).requests).toMatchObject([{ status: "sent" }]);
});

test("the reconciler finds the end of a refund that nobody told us of", async () => {
  const { ctx, bookingId, request } = await withRefund();
  await gateway.webhooksOff();
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

test("a refund that the gateway fails is marked so, stands in the booking's history once, and makes no voucher", async () => {
  const { ctx, bookingId, request } = await withRefund();
  await gateway.control({ refunds: { outcome: "failed", afterMs: 50 }, webhooks: { duplicate: true } });
  await refundPayment(asJob(ctx), { requestId: request.id });
  await until(async () => expect((await booksOf(ctx, bookingId)).requests).toMatchObject([{ status: "failed" }]));
  expect(await vouchers(ctx)).toHaveLength(0);
  expect(await failuresOf(ctx, bookingId)).toEqual([
    { refundRequestId: request.id, amountPaise: request.amount, reason: "failed at the gateway" },
  ]);
});

test("a refund that the gateway refuses for good says why, on its request and in the booking's history", async () => {
  const { ctx, bookingId, paymentId, request } = await withRefund();
  await gateway.webhooksOff();
  const { amount } = await gateway.get<{ amount: number }>(`/v1/payments/${paymentId}`);
  await gateway.refundByHand(paymentId, amount);
  await refundPayment(asJob(ctx), { requestId: request.id });
  const [row] = await asPlatform((tx) =>
    tx.execute<{ status: string; error: string }>(
      sql`select status, last_error as error from refund_requests where id = ${request.id}`,
    ),
  );
  expect(row).toMatchObject({ status: "failed", error: expect.stringContaining("fully refunded") });
  expect(await failuresOf(ctx, bookingId)).toMatchObject([{ refundRequestId: request.id, reason: row?.error }]);
});
