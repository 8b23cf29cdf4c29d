import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { atDesk } from "@/db/testing/at-desk";
import { booksOf, hold, lapse } from "@/db/testing/checkout";
import { makeFamily } from "@/db/testing/make-family";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { expireClaims } from "@/lib/bookings/expire-claims";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { receivePayment } from "./receive-payment";

const cash = (bookingId: string, amountPaise: number) => ({ bookingId, method: "cash" as const, amountPaise });

test("the advance in cash confirms as it does online, under the next receipt, with who took it and a message", async () => {
  const { ctx, bookingId, booking } = await atDesk();
  const { result } = await receivePayment(ctx, cash(bookingId, booking.advancePaise));
  expect(result).toMatchObject({ status: "confirmed", advanceMissingPaise: 0, abovePaise: 0 });
  expect(result.duePaise).toBe(booking.totalPaise - booking.advancePaise);
  expect(result.receiptNumber).toMatch(/^TST\/R\d\d-\d\d\/0001$/);
  expect((await booksOf(ctx, bookingId)).notices).toContain("confirmed");
  const [row] = await inTenant(ctx.tenant.id, (tx) =>
    tx.execute(sql`select p.method, p.received_by, e.actor->>'id' as actor
      from payments p join booking_events e on e.data->>'paymentId' = p.id::text where p.id = ${result.paymentId}`),
  );
  expect(row).toEqual({ method: "cash", received_by: ctx.requestId, actor: ctx.requestId });
});

test("a venue that approves first keeps the request waiting, paid", async () => {
  const { ctx, bookingId, booking } = await atDesk({ settings: { confirmation: "advance_paid_and_approval" } });
  const { result } = await receivePayment(ctx, cash(bookingId, booking.advancePaise));
  expect(result.status).toBe("pending");
});

test("less than the advance counts and tells the family, and says what is missing", async () => {
  const { ctx, bookingId, booking } = await atDesk();
  const { result } = await receivePayment(ctx, cash(bookingId, 100_000));
  expect(result).toMatchObject({ status: "temp_hold", advanceMissingPaise: booking.advancePaise - 100_000 });
  expect((await booksOf(ctx, bookingId)).notices).toEqual(["held", "payment_received"]);
});

test("more than is owed is refused with what is owed; said twice, it is kept and the rest promised back", async () => {
  const { ctx, bookingId, booking } = await atDesk();
  const above = cash(bookingId, booking.totalPaise + 50_000);
  await expect(receivePayment(ctx, above)).rejects.toMatchObject({
    code: "ABOVE_DUE",
    details: { duePaise: booking.totalPaise },
  });
  expect(await booksOf(ctx, bookingId)).toMatchObject({ payments: 0, status: "temp_hold" });

  const { result } = await receivePayment(ctx, { ...above, aboveDue: true });
  expect(result).toMatchObject({ status: "confirmed", abovePaise: 50_000, duePaise: 0, paidPaise: booking.totalPaise });
  const again = await receivePayment(ctx, { ...cash(bookingId, 10_000), aboveDue: true });
  expect(again.result).toMatchObject({ abovePaise: 10_000, duePaise: 0 });
  expect((await booksOf(ctx, bookingId)).requests).toMatchObject([
    { amount: 50_000, reason: "overpaid" },
    { amount: 10_000, reason: "overpaid" },
  ]);
});

test("a double tap is one payment and one receipt; ten at once as well", async () => {
  const { ctx, bookingId } = await atDesk();
  const input = { ...cash(bookingId, 100_000), idempotencyKey: `desk-${bookingId}` };
  const answers = await Promise.all(Array.from({ length: 10 }, () => receivePayment(ctx, input)));
  expect(new Set(answers.map(({ result }) => result.receiptNumber)).size).toBe(1);
  expect((await booksOf(ctx, bookingId)).payments).toBe(1);
  await expect(receivePayment(ctx, { ...input, amountPaise: 100_001 })).rejects.toMatchObject({
    code: "IDEMPOTENCY_MISMATCH",
  });
});

test("a hold that ran out is claimed again; whose time is gone, or who brings too little, is told and nothing is written", async () => {
  const { ctx, bookingId, booking, venue, tenant } = await atDesk();
  await lapse(ctx, bookingId);
  const little = () =>
    expect(receivePayment(ctx, cash(bookingId, 100_000))).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
  await little();
  await expireClaims();
  await little();

  const quicker = await hold(await makeFamily(tenant), venue);
  const advance = cash(bookingId, booking.advancePaise);
  await expect(receivePayment(ctx, advance)).rejects.toMatchObject({ code: "SLOT_TAKEN" });
  expect(await booksOf(ctx, bookingId)).toMatchObject({ payments: 0, requests: [], status: "expired" });

  await cancelBooking(ctx, { bookingId: quicker });
  expect((await receivePayment(ctx, advance)).result.status).toBe("confirmed");
  await expect(receivePayment(ctx, cash(quicker, 100_000))).rejects.toMatchObject({ code: "WRONG_STATUS" });
});

test("it may be written down days later, under the day it came, but not ahead and not after a season", async () => {
  const { ctx, bookingId } = await atDesk();
  const today = todayIn(ctx.now, "Asia/Kolkata");
  const on = (receivedOn: string) => receivePayment(ctx, { ...cash(bookingId, 1_000), receivedOn });
  for (const day of [addDays(today, 1), addDays(today, -91)]) {
    await expect(on(day)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  }
  const { result } = await on(addDays(today, -3));
  const [row] = await inTenant(ctx.tenant.id, (tx) =>
    tx.execute(sql`select (received_at at time zone 'Asia/Kolkata')::date::text as day from payments
      where id = ${result.paymentId}`),
  );
  expect(row).toEqual({ day: addDays(today, -3) });
});
