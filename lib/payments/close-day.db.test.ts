import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { pgCode } from "@/db/pg-error";
import { atDesk, paidAtDesk } from "@/db/testing/at-desk";
import { addDays } from "@/lib/core/local-date";
import { startOfDay, todayIn } from "@/lib/core/period";
import type { Ctx } from "@/lib/tenants/ctx";
import { closeDay } from "./close-day";
import { createRefund } from "./create-refund";
import { listDayBooks, loadClosedBook, loadOpenBook } from "./day-book-queries";
import { receivePayment } from "./receive-payment";
import { reversePayment } from "./reverse-payment";

const today = todayIn(new Date(), "Asia/Kolkata");

const close = (ctx: Ctx, venueId: string, counted: number, expected: number, more: object = {}) =>
  closeDay(ctx, { venueId, date: today, countedPaise: counted, shownExpectedPaise: expected, ...more });

test("a day closes with what was counted; a difference needs its reason, and the next book opens with the count", async () => {
  const { ctx, venue, bookingId, paymentId, advancePaise } = await paidAtDesk();
  await receivePayment(ctx, { bookingId, method: "upi", reference: "UTR 42", amountPaise: 70_000 });
  await createRefund(ctx, { paymentId, amountPaise: 10_000, reason: "A chair less", method: "cash" });
  const open = await loadOpenBook(ctx, venue.id);
  const expected = 50_000 + advancePaise - 10_000;
  expect(open).toMatchObject({
    openingPaise: null,
    totals: { cash: { in: advancePaise, out: 10_000 }, upi: { in: 70_000, out: 0 } },
  });
  expect(open.entries.map(({ kind, method }) => `${kind} ${method}`)).toEqual([
    ...["payment cash", "payment upi", "refund cash"],
  ]);

  const first = { openingPaise: 50_000 };
  await expect(close(ctx, venue.id, expected, expected)).rejects.toMatchObject({ details: { field: "openingPaise" } });
  await expect(close(ctx, venue.id, expected - 500, expected, first)).rejects.toMatchObject({
    details: { field: "note" },
  });
  await expect(close(ctx, venue.id, expected, expected + 1, first)).rejects.toMatchObject({ code: "BOOK_CHANGED" });
  const note = "Tea for the band";
  const closed = await close(ctx, venue.id, expected - 500, expected, { ...first, note });
  expect(closed).toMatchObject({ date: today, differencePaise: -500 });
  expect(await loadOpenBook(ctx, venue.id)).toMatchObject({ openingPaise: expected - 500, entries: [], totals: {} });
  expect(await loadClosedBook(ctx, closed.dayBookId)).toMatchObject({
    ...{ openingPaise: 50_000, countedPaise: expected - 500, differencePaise: -500, note, closedBy: "Manager" },
    entries: [{ kind: "payment" }, { kind: "payment" }, { kind: "refund" }],
  });
  const [change] = await inTenant(ctx.tenant.id, (tx) =>
    tx.execute(sql`select type, after->>'differencePaise' as difference from audit_events`),
  );
  expect(change).toEqual({ type: "day-book.closed", difference: "-500" });
});

test("what is written after closing is in the next book, also of a day that is closed; a correction is cash that was not there", async () => {
  const { ctx, venue, bookingId, paymentId, advancePaise } = await paidAtDesk();
  await close(ctx, venue.id, advancePaise, advancePaise, { openingPaise: 0 });
  const receivedOn = addDays(today, -2);
  await receivePayment(ctx, { bookingId, method: "cash", amountPaise: 1_000, receivedOn });
  await reversePayment(ctx, { paymentId, reason: "Was UPI" });
  const open = await loadOpenBook(ctx, venue.id);
  expect(open.entries.map(({ kind, amountPaise }) => [kind, amountPaise])).toEqual([
    ["payment", 1_000],
    ["reversal", advancePaise],
  ]);
  const again = await close(ctx, venue.id, 1_000, 1_000);
  expect((await listDayBooks(ctx, venue.id, 10)).map(({ date, revision }) => [date, revision])).toEqual([
    [today, 2],
    [today, 1],
  ]);
  expect((await loadClosedBook(ctx, again.dayBookId)).entries).toHaveLength(2);
  await expect(close(ctx, venue.id, 1_000, 1_000, { date: addDays(today, -1) })).rejects.toMatchObject({
    details: { field: "date" },
  });
  await expect(close(ctx, venue.id, 1_000, 1_000, { date: addDays(today, 1) })).rejects.toMatchObject({
    details: { field: "date" },
  });
});

test("of money that comes while the day is being closed, each rupee is in exactly one book", async () => {
  const { ctx, venue, bookingId } = await atDesk();
  await close(ctx, venue.id, 0, 0, { openingPaise: 0 });
  const pay = () => receivePayment(ctx, { bookingId, method: "cash", amountPaise: 1_000 });
  const tries = Array.from({ length: 30 }, async (_, index) => {
    if (index % 5 !== 4) return pay();
    const { openingPaise, totals } = await loadOpenBook(ctx, venue.id);
    const expected = (openingPaise ?? 0) + (totals.cash?.in ?? 0);
    // Most are told that money came meanwhile.
    return close(ctx, venue.id, expected, expected).catch(() => null);
  });
  await Promise.all(tries);
  const { openingPaise, totals } = await loadOpenBook(ctx, venue.id);
  expect((openingPaise ?? 0) + (totals.cash?.in ?? 0)).toBe(24_000);
  const books = await listDayBooks(ctx, venue.id, 50);
  const written = await Promise.all(books.map(({ id }) => loadClosedBook(ctx, id)));
  const inBooks = written.flatMap(({ entries }) => entries);
  expect(inBooks.length + (await loadOpenBook(ctx, venue.id)).entries.length).toBe(24);
});

test("a closed day cannot be edited, not even in SQL", async () => {
  const { ctx, venue, advancePaise } = await paidAtDesk();
  await close(ctx, venue.id, advancePaise, advancePaise, { openingPaise: 0 });
  for (const statement of [sql`update day_books set counted_paise = 0`, sql`delete from day_books`]) {
    await expect(
      inTenant(ctx.tenant.id, (tx) => tx.execute(statement)).catch((error: unknown) => pgCode(error)),
    ).resolves.toBe("42501");
  }
});

test("a till's day is a day on its venue's own clock: the last half hour of yesterday is closed as yesterday", async () => {
  const timeZone = "Pacific/Kiritimati";
  const { ctx, venue, bookingId } = await atDesk({ settings: { timeZone } });
  const begins = startOfDay(todayIn(new Date(), timeZone), timeZone);
  const late = { ...ctx, now: new Date(begins.getTime() - 30 * 60_000) };
  const yesterday = addDays(todayIn(begins, timeZone), -1);
  await receivePayment(late, { bookingId, method: "cash", amountPaise: 5_000 });
  expect(await loadOpenBook(late, venue.id)).toMatchObject({ today: yesterday, timeZone });
  const count = { countedPaise: 5_000, shownExpectedPaise: 5_000, openingPaise: 0 };
  const tomorrow = { venueId: venue.id, date: addDays(yesterday, 1), ...count };
  await expect(closeDay(late, tomorrow)).rejects.toMatchObject({ details: { field: "date" } });
  expect(await closeDay(late, { ...tomorrow, date: yesterday })).toMatchObject({ date: yesterday, differencePaise: 0 });
});
