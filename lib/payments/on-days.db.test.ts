import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { hold } from "@/db/testing/checkout";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall, makeTenant, makeVenue, type TestTenant } from "@/db/testing/make-tenant";
import { crowd } from "@/db/testing/report-hall";
import { addDays, type LocalDate } from "@/lib/core/local-date";
import { startOfDay, todayIn } from "@/lib/core/period";
import type { Ctx } from "@/lib/tenants/ctx";
import { createRefund } from "./create-refund";
import { listGst } from "./gst-register";
import { listReceived, listReturned } from "./ledger-lists";
import { onDays } from "./on-days";
import { receivePayment } from "./receive-payment";

const day = addDays(todayIn(new Date(), "UTC"), -3);
const on = (date: LocalDate) => ({ from: date, to: date, page: 1 });

/** ₹100 in cash for a new booking of a venue of that zone, at a moment. */
async function takeAt(tenant: TestTenant, ctx: Ctx, timeZone: string, at: Date) {
  const venue = await makeVenue(tenant, { settings: { timeZone } });
  const bookingId = await hold(await makeFamily(tenant), venue);
  const { result } = await receivePayment({ ...ctx, now: at }, { bookingId, method: "cash", amountPaise: 10_000 });
  return { venueId: venue.id, number: result.receiptNumber, paymentId: result.paymentId };
}

async function listedOn(ctx: Ctx, date: LocalDate) {
  const [received, gst] = await Promise.all([listReceived(ctx, on(date)), listGst(ctx, on(date))]);
  expect([...new Set(gst.map((line) => line.date))]).toEqual(gst.length > 0 ? [date] : []);
  expect([...new Set(gst.map((line) => line.number))].toSorted()).toEqual(
    received.rows.map((one) => one.number).toSorted(),
  );
  return { numbers: received.rows.map((one) => one.number), totalPaise: received.totalPaise };
}

test("the same moment is another day in a venue of another zone, and counts there", async () => {
  const tenant = await makeTenant();
  const ctx = await makeManager(tenant);
  const at = new Date(`${day}T20:00:00Z`);
  const abroad = await takeAt(tenant, ctx, "America/New_York", at);
  const home = await takeAt(tenant, ctx, "Asia/Kolkata", at);
  expect(await listedOn(ctx, day)).toEqual({ numbers: [abroad.number], totalPaise: 10_000 });
  expect(await listedOn(ctx, addDays(day, 1))).toEqual({ numbers: [home.number], totalPaise: 10_000 });
  expect((await listReceived(ctx, on(day))).rows).toMatchObject([{ timeZone: "America/New_York" }]);
  expect(await listReceived(ctx, { ...on(day), venueId: home.venueId })).toMatchObject({ count: 0, totals: {} });

  for (const { paymentId } of [abroad, home]) {
    const back = { paymentId, amountPaise: 1_000, reason: "A chair less", method: "cash" } as const;
    await createRefund({ ...ctx, now: at }, back);
  }
  expect(await listReturned(ctx, on(day))).toMatchObject([{ timeZone: "America/New_York" }]);
  expect(await listReturned(ctx, on(addDays(day, 1)))).toMatchObject([{ timeZone: "Asia/Kolkata" }]);
});

test.each(["Pacific/Kiritimati", "Asia/Kathmandu", "Etc/GMT+12"])(
  "a day in %s has its first moment and its last",
  async (zone) => {
    const tenant = await makeTenant();
    const ctx = await makeManager(tenant);
    const [first, end] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)];
    const begun = await takeAt(tenant, ctx, zone, first);
    const ended = await takeAt(tenant, ctx, zone, new Date(end.getTime() - 1));
    await takeAt(tenant, ctx, zone, new Date(first.getTime() - 1));
    await takeAt(tenant, ctx, zone, end);
    expect((await listedOn(ctx, day)).numbers).toEqual([ended.number, begun.number]);
  },
);

test("among fourteen years of payments and refunds, a month is a range of the index", async () => {
  const hall = await makeHall();
  await crowd(hall);
  const days = { from: "2031-01-01", to: "2031-01-31" };
  for (const [table, column] of [
    ["payments", "received_at"],
    ["refunds", "refunded_at"],
  ] as const) {
    const plan = await inTenant(hall.tenant.id, (tx) =>
      tx.execute<{ "QUERY PLAN": string }>(sql`explain select sum(m.amount_paise) from ${sql.identifier(table)} m
        join bookings b on b.tenant_id = m.tenant_id and b.id = m.booking_id
        join venues v on v.tenant_id = b.tenant_id and v.id = b.venue_id
        where m.tenant_id = ${hall.tenant.id} and ${onDays(sql.raw(`m.${column}`), sql`v.time_zone`, days)}`),
    );
    const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).toMatch(new RegExp(`Scan (using|on) ${table}_time[^\\n]*\\n\\s*Index Cond: [^\\n]* >= `));
  }
});
