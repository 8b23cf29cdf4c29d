import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { inTenant, readingTenant } from "@/db/client";
import { newId } from "@/db/id";
import { payments } from "@/db/schema/payments";
import { refunds } from "@/db/schema/refunds";
import { muhuratDates } from "@/db/schema/venues";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall, makeUser } from "@/db/testing/make-tenant";
import { at, book, RUPEES, type Wish } from "@/db/testing/report-hall";
import type { Ctx } from "@/lib/tenants/ctx";
import { findVenueById } from "@/lib/venues/queries";
import { loadReport } from "./load-report";
import type { Report } from "./types";

const PERIOD = { from: "2031-01", to: "2031-02" };
let manager: Ctx;
let clerk: string;
let hall: Awaited<ReturnType<typeof makeHall>>;
let report: Report;

/** Two months of one hall, few enough bookings to count by hand, and one a year before. */
beforeAll(async () => {
  hall = await makeHall();
  const { tenant, venue } = hall;
  manager = await makeManager(tenant);
  const family = await makeFamily(tenant);
  clerk = (await makeUser(tenant.id, "staff")).id;
  const write = (wish: Wish) => book(tenant, venue, family.actor.userId, wish);
  await inTenant(tenant.id, (tx) =>
    tx.insert(muhuratDates).values({
      ...{ tenantId: tenant.id, id: newId(), venueId: venue.id, date: "2031-01-15", source: "test" },
    }),
  );
  const first = await write({
    part: "a",
    slot: "fullDay",
    day: "2031-01-15",
    taken: "2030-12-15T10:00",
    rupees: 50_000,
  });
  await write({ part: "b", slot: "evening", day: "2031-01-31", taken: "2031-01-30T23:30", rupees: 15_000, by: clerk });
  await write({ part: "a", slot: "morning", day: "2031-02-28", taken: "2031-02-01T00:00", rupees: 25_000, by: clerk });
  // Stood once; never stood; only asked for; next month; last year.
  const gone = { taken: "2031-01-01T10:00", status: "cancelled" } as const;
  await write({ part: "b", slot: "morning", day: "2031-02-10", rupees: 20_000, wasConfirmed: true, ...gone });
  await write({ part: "b", slot: "morning", day: "2031-02-11", rupees: 70_000, ...gone });
  await write({
    part: "b",
    slot: "evening",
    day: "2031-02-12",
    taken: "2031-01-01T10:00",
    rupees: 9,
    status: "pending",
  });
  await write({ part: "b", slot: "evening", day: "2031-03-01", taken: "2030-12-31T23:59", rupees: 11 });
  await write({ part: "a", slot: "evening", day: "2030-01-31", taken: "2029-12-31T10:00", rupees: 40_000 });

  const money = { tenantId: tenant.id, bookingId: first, currency: "INR", method: "cash" as const };
  const payment = newId();
  await inTenant(tenant.id, async (tx) => {
    await tx.insert(payments).values([
      { ...money, id: payment, receiptNumber: "R1", amountPaise: 5_000_000, receivedAt: at("2031-01-31T23:59:59") },
      { ...money, id: newId(), receiptNumber: "R2", amountPaise: 100, receivedAt: at("2031-03-01T00:00") },
    ]);
    await tx.insert(refunds).values({
      ...{ ...money, id: newId(), paymentId: payment, voucherNumber: "V1", amountPaise: 1_000_000 },
      refundedAt: at("2031-02-01T00:00"),
    });
  });
  const found = await findVenueById(tenant, venue.id);
  if (!found) throw new Error("no venue");
  report = await loadReport(manager, found, PERIOD);
});

const sum = (rows: readonly { bookings: number; paise: number }[]) =>
  rows.reduce((all, row) => [all[0] + row.bookings, all[1] + row.paise / RUPEES] as [number, number], [0, 0] as [
    number,
    number,
  ]);

test("booked is what stands, in the month of its first function; cancelled is only what stood once", () => {
  const { booked } = report.figures;
  expect(sum(booked.filter(({ kind }) => kind === "booked"))).toEqual([3, 90_000]);
  expect(sum(booked.filter(({ kind, month }) => kind === "booked" && month === "2031-01"))).toEqual([2, 65_000]);
  expect(sum(booked.filter(({ kind }) => kind === "cancelled"))).toEqual([1, 20_000]);
  expect(sum(report.lastYear.booked)).toEqual([1, 40_000]);
});

test("a muhurat day's bookings stand apart from ordinary days'", () => {
  expect(sum(report.figures.booked.filter(({ muhurat }) => muhurat))).toEqual([1, 50_000]);
  expect(report.figures.occupancy.days).toEqual({ muhurat: 1, ordinary: 58 });
  expect(report.figures.occupancy.muhurat).toEqual({ sold: 2, sellable: 6 });
});

test("the lead is counted in the hall's days, and half of the bookings had at least its median", () => {
  // 31 days, one day (half an hour before midnight), 27 days.
  expect(report.figures.leadDays).toBe(27);
  const steps = report.figures.booked.filter(({ kind }) => kind === "booked").map(({ lead }) => lead);
  expect(steps.toSorted()).toEqual([0, 1, 2]);
});

test("money counts on the day when it moved, what went back apart", () => {
  const byMonth = report.figures.money.toSorted((a, b) => (a.month < b.month ? -1 : 1));
  expect(byMonth).toEqual([
    { month: "2031-01", inPaise: 5_000_000, outPaise: 0 },
    { month: "2031-02", inPaise: 0, outPaise: 1_000_000 },
  ]);
});

test("who took what is told by the day on which it was taken", () => {
  const [taken, ...more] = report.figures.taken;
  expect(more).toEqual([]);
  expect(taken).toMatchObject({ source: "desk", takenBy: clerk, bookings: 2, paise: 4_000_000 });
});

test("occupancy: three parts sell a morning and an evening each day; a full day is two of them", () => {
  const { total, parts, months, sessions, weekdays } = report.figures.occupancy;
  const { space, slot } = hall.venue;
  expect(total).toEqual({ sold: 4, sellable: 59 * 3 * 2 });
  expect(parts).toEqual({
    [space.a]: { sold: 3, sellable: 118 },
    [space.b]: { sold: 1, sellable: 118 },
    [space.c]: { sold: 0, sellable: 118 },
  });
  expect(months).toEqual({ "2031-01": { sold: 3, sellable: 186 }, "2031-02": { sold: 1, sellable: 168 } });
  expect(sessions[slot.evening]).toEqual({ sold: 2, sellable: 177 });
  expect(sessions[slot.morning]).toEqual({ sold: 2, sellable: 177 });
  // The 15th is a Wednesday, the 31st and the 28th are Fridays.
  expect([weekdays["3"]?.sold, weekdays["5"]?.sold]).toEqual([2, 2]);
  expect(report.lastYear.occupancy.total.sold).toBe(1);
});

test("functions are counted where and when they are", () => {
  const counted = report.figures.functions.map(({ spaceId, slotId, weekday, functions }) => [
    spaceId,
    slotId,
    weekday,
    functions,
  ]);
  const { space, slot } = hall.venue;
  expect(counted).toHaveLength(3);
  expect(counted).toContainEqual([space.b, slot.evening, 5, 1]);
});

test("another hall's report holds nothing of this one, and staff read none", async () => {
  const elsewhere = await makeHall();
  const venue = await findVenueById(elsewhere.tenant, elsewhere.venue.id);
  if (!venue) throw new Error("no venue");
  const { figures } = await loadReport(await makeManager(elsewhere.tenant), venue, PERIOD);
  expect([figures.booked, figures.money, figures.functions, figures.taken]).toEqual([[], [], [], []]);
  // Not even by this venue's id under the other tenant.
  const ours = await findVenueById(hall.tenant, hall.venue.id);
  if (!ours) throw new Error("no venue");
  expect((await loadReport(await makeManager(elsewhere.tenant), ours, PERIOD)).figures.booked).toEqual([]);
  const staff: Ctx = { ...manager, actor: { kind: "staff", userId: clerk, role: "staff" } };
  await expect(loadReport(staff, ours, PERIOD)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("on the reading path nothing can be written", async () => {
  const write = readingTenant(hall.tenant.id, (tx) => tx.execute(sql`update bookings set guests = 11`));
  await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
});

test("in a hall of another zone the months are that zone's: evening there, next month in India", async () => {
  const { tenant, venue } = await makeHall({ settings: { timeZone: "America/New_York" } });
  const family = await makeFamily(tenant);
  const lateInJanuary = { day: "2031-02-01", taken: "2031-02-01T01:00", rupees: 500 };
  const bookingId = await book(tenant, venue, family.actor.userId, { part: "a", slot: "morning", ...lateInJanuary });
  await inTenant(tenant.id, (tx) =>
    tx.insert(payments).values({
      ...{ tenantId: tenant.id, bookingId, id: newId(), receiptNumber: "R1", amountPaise: 50_000, currency: "INR" },
      ...{ method: "cash", receivedAt: at("2031-02-01T09:30") },
    }),
  );
  const found = await findVenueById(tenant, venue.id);
  if (!found) throw new Error("no venue");
  const { figures } = await loadReport(await makeManager(tenant), found, PERIOD);
  expect(figures.booked).toMatchObject([{ month: "2031-01", bookings: 1 }]);
  expect(figures.money).toEqual([{ month: "2031-01", inPaise: 50_000, outPaise: 0 }]);
});
