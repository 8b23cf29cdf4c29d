import { type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { allocations, blackouts } from "@/db/schema/claims";
import { payments } from "@/db/schema/payments";
import { booksOf, hold } from "@/db/testing/checkout";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { addDays } from "@/lib/core/local-date";
import { periodOf, todayIn } from "@/lib/core/period";
import { isAppError } from "@/lib/errors";
import { findVenueById } from "@/lib/venues/queries";
import { approveBooking } from "./approve-booking";
import { holdBooking } from "./hold-booking";
import { bookingsOf, functionsIn, loadDiary } from "./load-diary";
import { loadOccupancy } from "./load-occupancy";
import { moveFunction } from "./move-function";
import { previewMove } from "./preview-move";

const day = addDays(todayIn(new Date(), "Asia/Kolkata"), 40);
const PAID = 500_000;

/** A confirmed evening in part A, and two managers who look at the same diary. */
async function scene() {
  const { tenant, venue } = await makeHall();
  const family = await makeFamily(tenant);
  const [one, two] = [await makeManager(tenant), await makeManager(tenant)];
  const place = await findVenueById(tenant, venue.id);
  if (!place) throw new Error("no venue");
  const read = async () => (await loadDiary(one, place, { from: addDays(day, -7), to: addDays(day, 14) })).bars;
  const bookingId = await hold(family, venue);
  await approveBooking(one, { bookingId });
  const [bar] = await read();
  if (!bar) throw new Error("no bar");
  const to = (days: number, session: keyof typeof venue.slot = "evening", spaceId = venue.space.a) => ({
    ...{ bookingId, functionId: bar.id, version: bar.version },
    to: { spaceId, slotId: venue.slot[session], date: addDays(day, days) },
  });
  return { tenant, venue, place, family, one, two, bookingId, bar, read, to };
}

test("a bar tells who, how many, what is paid, and what set-up and clean-up were claimed", async () => {
  const { tenant, bar, bookingId, read, venue } = await scene();
  await inTenant(tenant.id, (tx) =>
    tx.insert(payments).values({
      ...{ tenantId: tenant.id, id: newId(), bookingId, receiptNumber: `R-${bookingId}`, method: "cash" },
      ...{ amountPaise: PAID, currency: "INR", receivedAt: new Date() },
    }),
  );
  expect((await read())[0]).toMatchObject({
    ...{ title: "Jadhav – Pawar", guests: 100, status: "confirmed", paidPaise: PAID, spaceId: venue.space.a },
    ...{ starts: `${day}T16:00`, ends: `${day}T23:00`, setupMinutes: 30, cleanupMinutes: 30 },
    customer: { name: "Family" },
  });
  expect(bar.paidPaise).toBe(0);
});

test("closed time is told with its parts; what has lapsed, and another hall's, is not there", async () => {
  const { tenant, venue, place, family, one, bar } = await scene();
  const second = await makeFamily(tenant);
  const held = await hold(second, venue, "morning");
  await inTenant(tenant.id, (tx) =>
    tx.execute(sql`update bookings set hold_expires_at = clock_timestamp() where id = ${held}`),
  );
  const closed = periodOf(addDays(day, 1), "00:00", 1440, "Asia/Kolkata");
  await inTenant(tenant.id, async (tx) => {
    const id = newId();
    await tx.insert(blackouts).values({ tenantId: tenant.id, id, venueId: venue.id, reason: "Painting", ...closed });
    await tx.insert(allocations).values({
      ...{
        tenantId: tenant.id,
        id: newId(),
        partId: venue.space.b,
        blackoutId: id,
        status: "blackout",
        during: closed,
      },
    });
  });
  const diary = await loadDiary(one, place, { from: day, to: addDays(day, 1) });
  expect(diary.bars.map(({ id }) => id)).toEqual([bar.id]);
  expect(diary.closures).toMatchObject([
    { reason: "Painting", partIds: [venue.space.b], starts: `${addDays(day, 1)}T00:00` },
  ]);
  const other = await makeHall();
  const stranger = await makeManager(other.tenant);
  expect((await loadDiary(stranger, place, { from: day, to: day })).bars).toEqual([]);
  await expect(loadDiary(family, place, { from: day, to: day })).rejects.toThrow("FORBIDDEN");
});

test("a move costs what its preview showed, and is in the history with its reason", async () => {
  const { one, bookingId, read, to, venue } = await scene();
  const shown = await previewMove(one, to(1, "fullDay", venue.space.b));
  expect(shown).toMatchObject({ isTaken: false, stands: { date: day }, refundPaise: 0 });
  expect(shown.changes.reduce((sum, { before, after }) => sum + (after ?? 0) - (before ?? 0), 0)).toBe(
    shown.totalAfter - shown.totalBefore,
  );
  const asked = { ...to(1, "fullDay", venue.space.b), shownTotalPaise: shown.totalAfter, reason: "Rain" };
  await expect(moveFunction(one, { ...asked, shownTotalPaise: shown.totalAfter + 1 })).rejects.toThrow("PRICE_CHANGED");
  const done = await moveFunction(one, asked);
  expect(done.version).toBeGreaterThan(shown.version);
  const [bar] = await read();
  expect(bar).toMatchObject({
    spaceId: venue.space.b,
    date: addDays(day, 1),
    totalPaise: shown.totalAfter,
    version: done.version,
  });
  const [event] = await inTenant(one.tenant.id, (tx) =>
    tx.execute<{ data: { reason: string } }>(
      sql`select data from booking_events where booking_id = ${bookingId} and type = 'reschedule'`,
    ),
  );
  expect(event?.data.reason).toBe("Rain");
  expect((await booksOf(one, bookingId)).notices).toContain("date_changed");
});

test("of two functions only the one that moves is priced anew; a name of the hall's own stays", async () => {
  const { tenant, venue, family, one } = await scene();
  const date = addDays(day, 90);
  const { result } = await holdBooking(await makeFamily(tenant), {
    ...{ venueId: venue.id, guests: 50, addOns: [], eventType: "wedding", eventTitle: "Two days", termsAccepted: true },
    functions: [
      { spaceId: venue.space.b, slotId: venue.slot.morning, date, name: "haldi" },
      { spaceId: venue.space.c, slotId: venue.slot.evening, date, name: "wedding" },
    ],
    locale: "en",
  });
  await inTenant(tenant.id, async (tx) => {
    await tx.execute(sql`update prices set amount_paise = amount_paise + 100000 where tenant_id = ${tenant.id}`);
    await tx.execute(
      sql`update booking_functions set name = 'Munj' where booking_id = ${result.bookingId} and position = 1`,
    );
  });
  const place = await findVenueById(family.tenant, venue.id);
  const bars = async (on: string) => (place ? (await loadDiary(one, place, { from: on, to: on })).bars : []);
  const bar = (await bars(date)).find(({ spaceId }) => spaceId === venue.space.c);
  if (!bar) throw new Error("no bar");
  const to = { spaceId: venue.space.c, slotId: venue.slot.evening, date: addDays(date, 1) };
  const asked = { bookingId: bar.bookingId, functionId: bar.id, to };
  const shown = await previewMove(one, asked);
  expect(shown.totalAfter - shown.totalBefore).toBe(100_000);
  await moveFunction(one, { ...asked, version: shown.version, shownTotalPaise: shown.totalAfter });
  expect(await bars(addDays(date, 1))).toMatchObject([{ name: "Munj", spaceId: venue.space.c }]);
});

test("two managers move the same booking: one wins, the other is told where it stands now, nothing is lost", async () => {
  const { one, two, read, to, tenant, bookingId } = await scene();
  const ends = await Promise.allSettled([moveFunction(one, to(1)), moveFunction(two, to(2))]);
  const won = ends.findIndex(({ status }) => status === "fulfilled");
  const lost = ends.find((end) => end.status === "rejected");
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(isAppError(lost?.reason, "CHANGED_MEANWHILE")).toBe(true);
  const stands = addDays(day, won + 1);
  expect((await read()).map(({ date }) => date)).toEqual([stands]);
  const [claims] = await inTenant(tenant.id, (tx) =>
    tx.execute<{ count: number }>(sql`select count(*)::int from allocations where booking_id = ${bookingId}`),
  );
  expect(claims?.count).toBe(1);

  const seen = await previewMove(two, to(3));
  expect(seen).toMatchObject({ stands: { date: stands }, lastChange: { by: "Manager" } });
  await moveFunction(two, { ...to(3), functionId: seen.stands.functionId, version: seen.version });
  expect((await read()).map(({ date }) => date)).toEqual([addDays(day, 3)]);
});

test("a taken place is said before and refused after, with other places", async () => {
  const { tenant, venue, one, to } = await scene();
  const inTheWay = await hold(await makeFamily(tenant), venue, "morning");
  const seen = await previewMove(one, to(0, "morning"));
  expect(seen.isTaken).toBe(true);
  expect(seen.alternatives.length).toBeGreaterThan(0);
  await expect(moveFunction(one, to(0, "morning"))).rejects.toThrow("SLOT_TAKEN");
  await inTenant(tenant.id, (tx) =>
    tx.execute(sql`update bookings set hold_expires_at = clock_timestamp() where id = ${inTheWay}`),
  );
  expect((await previewMove(one, to(0, "morning"))).isTaken).toBe(false);
});

test("the year's strip counts what was sold, and counts again after a change", async () => {
  const { one, place, to } = await scene();
  const month = day.slice(0, 7);
  const before = (await loadOccupancy(one, place, month))[0];
  expect(before).toMatchObject({ month, sold: 1 });
  expect(before?.quarters.reduce((sum, { sellable }) => sum + sellable, 0)).toBe(before?.sellable);
  await moveFunction(one, to(60));
  expect((await loadOccupancy(one, place, month))[0]?.sold).toBe(0);
});

test("a month is read by index ranges, whatever lies before and after it", async () => {
  const { tenant, place, bookingId } = await scene();
  const plans = await inTenant(tenant.id, async (tx) => {
    // On the few rows of a test a scan would be cheaper than any index; this asks whether there is another way.
    await tx.execute(sql`set local enable_seqscan = off`);
    const plan = async (query: SQL) =>
      (await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`)).map((row) => row["QUERY PLAN"]).join("\n");
    return [
      await plan(functionsIn(tx, tenant.id, place, { from: day, to: addDays(day, 41) }).getSQL()),
      await plan(bookingsOf(tx, tenant.id, place, [bookingId]).getSQL()),
    ];
  });
  expect(plans.join()).not.toContain("Seq Scan");
  expect(plans[0]).toMatch(/booking_functions_day[\s\S]*Index Cond: .*tenant_id = .*date >= .*date <= /);
  expect(plans[1]).toMatch(/on bookings[\s\S]*Index Cond: .*tenant_id = .*id = /);
});
