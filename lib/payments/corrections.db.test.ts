import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { pgCode } from "@/db/pg-error";
import { atDesk, paidAtDesk } from "@/db/testing/at-desk";
import { atCheckout, booksOf } from "@/db/testing/checkout";
import { type Gateway, startGateway } from "@/db/testing/gateway";
import { makeManager } from "@/db/testing/make-family";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { loadBooking } from "@/lib/bookings/queries";
import type { Ctx } from "@/lib/tenants/ctx";
import { createRefund } from "./create-refund";
import { payBack } from "./pay-back";
import { receivePayment } from "./receive-payment";
import { recordRefund } from "./record-refund";
import { refundPayment } from "./refund-payment";
import { retryRefund } from "./retry-refund";
import { reversePayment } from "./reverse-payment";
import { verifyPayment } from "./verify-payment";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

const REASON = "Typed into the wrong booking";

const refundsOf = (ctx: Ctx, bookingId: string) =>
  inTenant(ctx.tenant.id, (tx) =>
    tx.execute<{ kind: string; method: string; amount: number; voucher: string; by: string | null }>(
      sql`select kind, method, amount_paise::int as amount, voucher_number as voucher, paid_by as by
        from refunds where booking_id = ${bookingId} order by id`,
    ),
  );

async function refusal(ctx: Ctx, statement: ReturnType<typeof sql>): Promise<string | undefined> {
  try {
    await inTenant(ctx.tenant.id, (tx) => tx.execute(statement));
  } catch (error) {
    return pgCode(error);
  }
  return undefined;
}

describe("a wrong entry", () => {
  test("is taken back by a row of its own, with who and why; the booking stands and says what it lacks", async () => {
    const { ctx, bookingId, paymentId, advancePaise } = await paidAtDesk();
    const reversed = await reversePayment(ctx, { paymentId, reason: REASON });
    expect(reversed).toMatchObject({ status: "confirmed", paidPaise: 0, advanceMissingPaise: advancePaise });
    const { booking, paidPaise, duePaise, history } = await loadBooking(ctx, bookingId);
    expect([booking.status, paidPaise, duePaise]).toEqual(["confirmed", 0, booking.totalPaise]);
    expect(history.at(-1)).toMatchObject({
      type: "payment_reversed",
      data: { reason: REASON, advanceMissingPaise: advancePaise },
    });
    expect(await refundsOf(ctx, bookingId)).toEqual([
      {
        ...{ kind: "reversal", method: "cash", amount: advancePaise, by: ctx.requestId },
        voucher: reversed.voucherNumber,
      },
    ]);
    expect(await booksOf(ctx, bookingId)).toMatchObject({ payments: 1, paid: advancePaise });
  });

  test("is taken back once, also by two at the same moment", async () => {
    const { ctx, bookingId, paymentId } = await paidAtDesk();
    const twice = await Promise.allSettled([1, 2].map(() => reversePayment(ctx, { paymentId, reason: REASON })));
    expect(twice.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(reversePayment(ctx, { paymentId, reason: REASON })).rejects.toMatchObject({ code: "NOT_REVERSIBLE" });
    expect(await refundsOf(ctx, bookingId)).toHaveLength(1);
  });

  test("of too much loses what was only promised back", async () => {
    const { ctx, bookingId, booking } = await atDesk();
    const typed = { bookingId, method: "cash" as const, amountPaise: booking.totalPaise * 10, aboveDue: true };
    const { result } = await receivePayment(ctx, typed);
    await reversePayment(ctx, { paymentId: result.paymentId, reason: REASON });
    const { requests } = await booksOf(ctx, bookingId);
    expect(requests).toMatchObject([{ reason: "correction", status: "done", amount: typed.amountPaise }]);
    const right = await receivePayment(ctx, { ...typed, amountPaise: booking.totalPaise, aboveDue: false });
    expect(right.result).toMatchObject({ paidPaise: booking.totalPaise, duePaise: 0, abovePaise: 0 });
  });

  test("is no online payment, and none of which something was given back", async () => {
    const { ctx: family, bookingId, order, tenant } = await atCheckout();
    const ctx = await makeManager(tenant);
    await gateway.webhooksOff();
    await verifyPayment(family, { bookingId, ...(await gateway.pay(order.orderId)) });
    const [online] = await inTenant(tenant.id, (tx) =>
      tx.execute<{ id: string }>(sql`select id from payments where booking_id = ${bookingId}`),
    );
    const reverse = (paymentId: string) => reversePayment(ctx, { paymentId, reason: REASON });
    await expect(reverse(online?.id ?? "")).rejects.toMatchObject({ code: "NOT_REVERSIBLE" });

    const desk = await paidAtDesk();
    const part = { paymentId: desk.paymentId, amountPaise: 10_000, reason: "A chair less", method: "cash" as const };
    await createRefund(desk.ctx, part);
    await expect(reversePayment(desk.ctx, { paymentId: desk.paymentId, reason: REASON })).rejects.toMatchObject({
      code: "NOT_REVERSIBLE",
    });
  });
});

describe("money given back by hand", () => {
  test("is recorded under a voucher, told to the family, and never above what is left", async () => {
    const { ctx, bookingId, paymentId, advancePaise } = await paidAtDesk();
    const back = (amountPaise: number) =>
      createRefund(ctx, { paymentId, amountPaise, reason: "Fewer guests", method: "cash" });
    const { result } = await back(advancePaise - 100);
    expect(result.voucherNumber).toMatch(/^TST\/V\d\d-\d\d\/0001$/);
    await expect(back(101)).rejects.toMatchObject({ code: "REFUND_TOO_LARGE" });
    expect(await back(100)).toMatchObject({ result: { amountPaise: 100 } });
    expect((await loadBooking(ctx, bookingId)).paidPaise).toBe(0);
    expect((await booksOf(ctx, bookingId)).notices.filter((what) => what === "refunded")).toHaveLength(2);
  });

  test("a cancelled booking's cash waits for a hand, and is handed over once", async () => {
    const { ctx, bookingId } = await paidAtDesk();
    const { refundPaise } = await cancelBooking(ctx, { bookingId });
    expect(refundPaise).toBeGreaterThan(0);
    const { requests } = await booksOf(ctx, bookingId);
    const requestId = requests[0]?.id ?? "";
    const hand = () => payBack(ctx, { requestId, method: "cash" });
    const twice = await Promise.allSettled([hand(), hand()]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(hand()).rejects.toMatchObject({ code: "WRONG_STATUS" });
    expect(await refundsOf(ctx, bookingId)).toMatchObject([{ kind: "refund", method: "cash", amount: refundPaise }]);
  });
});

describe("an online refund that failed", () => {
  async function failed() {
    const { ctx: family, bookingId, order, tenant } = await atCheckout();
    await gateway.webhooksOff();
    await verifyPayment(family, { bookingId, ...(await gateway.pay(order.orderId)) });
    const ctx = await makeManager(tenant);
    const [payment] = await inTenant(tenant.id, (tx) =>
      tx.execute<{ id: string; provider: string }>(
        sql`select id, provider_payment_id as provider from payments where booking_id = ${bookingId}`,
      ),
    );
    const paymentId = payment?.id ?? "";
    await createRefund(ctx, { paymentId, amountPaise: 50_000, reason: "Promised on the phone" });
    const { requests } = await booksOf(ctx, bookingId);
    const requestId = requests[0]?.id ?? "";
    const job: Ctx = { ...ctx, actor: { kind: "job", name: "refund" } };
    const notes = { request: requestId };
    const asGateway = { id: `rfnd_${newId().slice(-12)}`, paymentId: payment?.provider ?? "", amountPaise: 50_000 };
    await inTenant(tenant.id, (tx) =>
      recordRefund(tx, job, { ...asGateway, currency: "INR", status: "failed", notes, at: new Date() }),
    );
    return { ctx, job, bookingId, requestId };
  }

  test("is asked for again under a new key, once", async () => {
    const { ctx, job, bookingId, requestId } = await failed();
    const again = await retryRefund(ctx, { requestId });
    await expect(retryRefund(ctx, { requestId })).rejects.toMatchObject({ code: "WRONG_STATUS" });
    await expect(payBack(ctx, { requestId, method: "cash" })).rejects.toMatchObject({ code: "WRONG_STATUS" });
    await refundPayment(job, { requestId: again.requestId });
    expect((await booksOf(ctx, bookingId)).requests.map(({ status }) => status)).toEqual(["failed", "sent"]);
  });

  test("is recorded by hand instead, once", async () => {
    const { ctx, bookingId, requestId } = await failed();
    await payBack(ctx, { requestId, method: "bank", reference: "UTR 1" });
    await expect(payBack(ctx, { requestId, method: "bank" })).rejects.toMatchObject({ code: "WRONG_STATUS" });
    await expect(retryRefund(ctx, { requestId })).rejects.toMatchObject({ code: "WRONG_STATUS" });
    expect(await refundsOf(ctx, bookingId)).toMatchObject([{ method: "bank", amount: 50_000 }]);
  });
});

test("Postgres itself refuses an edit of money, and more back than came in", async () => {
  const { ctx, bookingId, paymentId, advancePaise } = await paidAtDesk();
  await createRefund(ctx, { paymentId, amountPaise: 100, reason: "A chair less", method: "cash" });
  for (const table of ["payments", "refunds"]) {
    const name = sql.raw(table);
    // 42501: the roles may not even try; the trigger stands behind them.
    expect(await refusal(ctx, sql`update ${name} set amount_paise = 1`)).toBe("42501");
    expect(await refusal(ctx, sql`delete from ${name}`)).toBe("42501");
  }
  const row = (kind: string, amount: number) => sql`insert into refunds
    (tenant_id, id, booking_id, payment_id, voucher_number, kind, method, amount_paise, currency, refunded_at)
    values (${ctx.tenant.id}, ${newId()}, ${bookingId}, ${paymentId}, ${`X-${newId()}`}, ${kind}, 'cash', ${amount}, 'INR', now())`;
  expect(await refusal(ctx, row("refund", advancePaise))).toBe("23514");
  expect(await refusal(ctx, row("reversal", advancePaise))).toBe("23514");
  expect(await refusal(ctx, row("refund", advancePaise - 100))).toBeUndefined();
  expect(await refusal(ctx, row("refund", 1))).toBe("23514");
});
