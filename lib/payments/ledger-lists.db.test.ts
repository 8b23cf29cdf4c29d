import { expect, test } from "vitest";
import { atDesk, paidAtDesk } from "@/db/testing/at-desk";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { createRefund } from "./create-refund";
import { listGst } from "./gst-register";
import { listPromised, listReceived, listReturned } from "./ledger-lists";
import { loadBookingMoney } from "./load-booking-money";
import { listOwed } from "./owed";
import { payBack } from "./pay-back";
import { loadReceipt } from "./queries";
import { receivePayment } from "./receive-payment";
import { reversePayment } from "./reverse-payment";

const today = todayIn(new Date(), "Asia/Kolkata");
const month = { from: addDays(today, -10), to: today, page: 1 };

test("a firm booking owes its balance by its day; without its advance it is overdue at once; paid, it is on no list", async () => {
  const { ctx, bookingId, booking, advancePaise, paymentId } = await paidAtDesk();
  const { rows, ...sums } = await listOwed(ctx, { when: "all" });
  const [owed] = rows;
  expect(sums).toEqual({ count: 1, duePaise: owed?.duePaise, latePaise: 0 });
  expect(owed).toMatchObject({
    ...{ bookingId, duePaise: booking.totalPaise - advancePaise, isOverdue: false, advanceMissingPaise: 0 },
    dueOn: addDays(today, 40 - 7),
  });
  expect((await listOwed(ctx, { when: "soon" })).rows).toEqual([]);
  expect((await listOwed(ctx, { when: "soon", withinDays: 40 })).rows).toHaveLength(1);
  expect((await listOwed(ctx, { when: "all", page: 2 }, 1)).rows).toEqual([]);
  await reversePayment(ctx, { paymentId, reason: "Wrong booking" });
  expect(await listOwed(ctx, { when: "overdue" })).toMatchObject({
    rows: [{ bookingId, duePaise: booking.totalPaise, advanceMissingPaise: advancePaise }],
    latePaise: booking.totalPaise,
  });
  await receivePayment(ctx, { bookingId, method: "cash", amountPaise: booking.totalPaise });
  expect((await listOwed(ctx, { when: "all" })).rows).toEqual([]);
});

test("what came and went is listed by its day, with sums of each way and what is still promised", async () => {
  const { ctx, bookingId, paymentId, advancePaise } = await paidAtDesk();
  await receivePayment(ctx, { bookingId, method: "cheque", reference: "000123 SBI", amountPaise: 20_000 });
  const old = { receivedOn: addDays(today, -30), reference: "UTR 7" };
  await receivePayment(ctx, { bookingId, method: "bank", amountPaise: 30_000, ...old });
  const received = await listReceived(ctx, month, 100);
  expect(received).toMatchObject({ count: 2, totalPaise: advancePaise + 20_000 });
  expect(received.totals).toEqual({ cash: { in: advancePaise, out: 0 }, cheque: { in: 20_000, out: 0 } });
  expect((await listReceived(ctx, { ...month, method: "cheque" })).rows).toMatchObject([{ reference: "000123 SBI" }]);
  expect((await listReceived(ctx, { ...month, page: 2 }, 1)).rows).toHaveLength(1);

  await createRefund(ctx, { paymentId, amountPaise: 1_000, reason: "A chair less", method: "cash" });
  await cancelBooking(ctx, { bookingId });
  const promised = await listPromised(ctx);
  expect(promised.length).toBeGreaterThan(0);
  expect(promised.every(({ state }) => state === "by-hand")).toBe(true);
  for (const { requestId } of promised) await payBack(ctx, { requestId, method: "cash" });
  expect(await listPromised(ctx)).toEqual([]);
  expect(await listReturned(ctx, month)).toHaveLength(promised.length + 1);
});

test("the GST register takes back what went back: a wrong entry leaves nothing", async () => {
  const { ctx, venue, bookingId, booking } = await atDesk();
  const { result } = await receivePayment(ctx, { bookingId, method: "cash", amountPaise: booking.advancePaise });
  const filter = { ...month, venueId: venue.id };
  const [line] = await listGst(ctx, filter);
  expect(line).toMatchObject({ kind: "payment", number: result.receiptNumber, amountPaise: booking.advancePaise });
  expect((line?.taxablePaise ?? 0) + (line?.cgstPaise ?? 0) + (line?.sgstPaise ?? 0)).toBe(booking.advancePaise);

  const { voucherNumber } = await reversePayment(ctx, { paymentId: result.paymentId, reason: "Wrong booking" });
  const lines = await listGst(ctx, filter);
  expect(lines.map(({ kind }) => kind)).toEqual(["payment", "reversal"]);
  for (const of of ["amountPaise", "taxablePaise", "cgstPaise", "sgstPaise"] as const) {
    expect(lines.reduce((sum, each) => sum + each[of], 0)).toBe(0);
  }
  expect(await loadReceipt(ctx, result.paymentId)).toMatchObject({ voidBy: voucherNumber });
  expect(await loadBookingMoney(ctx, bookingId)).toMatchObject({
    received: [{ isReversed: true, isReversible: false, refundablePaise: 0 }],
    returned: [{ kind: "reversal", voucherNumber, reason: "Wrong booking" }],
  });
});

test("another hall sees none of it", async () => {
  const { bookingId } = await paidAtDesk();
  const { ctx } = await atDesk();
  expect((await listOwed(ctx, { when: "all" })).rows).toEqual([]);
  expect((await listReceived(ctx, month)).rows).toEqual([]);
  expect(await listGst(ctx, month)).toEqual([]);
  await expect(loadBookingMoney(ctx, bookingId)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
