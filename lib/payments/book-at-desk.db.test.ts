import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asPlatform } from "@/db/client";
import { ZONE } from "@/db/testing/calendar";
import { booksOf } from "@/db/testing/checkout";
import { countOf, day, desk, freshPhone, wish } from "@/db/testing/desk";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { refusal } from "@/db/testing/refusal";
import { readDeskDays } from "@/lib/availability/read-desk-days";
import { loadDesk } from "@/lib/bookings/load-desk";
import { listMyBookings, loadBooking } from "@/lib/bookings/queries";
import { takeBooking } from "@/lib/bookings/take-booking";
import { todayIn } from "@/lib/core/period";
import { isAppError } from "@/lib/errors";
import { findCustomers } from "@/lib/people/find-customers";
import { bookAtDesk } from "./book-at-desk";

test("a key that the API used is new to the desk, whose answers have another shape", async () => {
  const { ctx, venue } = await desk();
  const keyed = wish(venue, { standing: { kind: "hold" }, advance: undefined, idempotencyKey: "key-of-two-doors" });
  const receive = () => Promise.reject(new Error("nothing came along"));
  const shown = await takeBooking(ctx, keyed, { receive, show: async (_, { number }) => number });
  expect(shown.replayed).toBe(false);
  expect(await refusal(bookAtDesk(ctx, keyed))).toMatchObject({ code: "SLOT_TAKEN" });
});

test("a walk-in with the advance in cash is confirmed at once, in one step, and says who took it", async () => {
  const { ctx, venue } = await desk();
  const { result } = await bookAtDesk(ctx, wish(venue));
  expect(result).toMatchObject({ status: "confirmed", totalPaise: 25_000_00, advancePaise: 6_250_00 });
  expect(result.payment).toMatchObject({ amountPaise: 10_000_00, receiptNumber: expect.stringMatching(/^TST/) });

  const { booking, paidPaise, customer, history } = await loadBooking(ctx, result.bookingId);
  const staff = ctx.actor.kind === "staff" ? ctx.actor.userId : "";
  expect(booking).toMatchObject({ takenBy: staff, source: "desk", locale: "mr", holdExpiresAt: null, isOption: false });
  expect(booking.terms.payment.advance).toEqual({ kind: "percent", percent: 25 });
  expect([paidPaise, customer.name]).toEqual([10_000_00, "Sunita Jadhav"]);
  expect(history.map(({ type, actor }) => [type, actor.id])).toEqual([
    ["create", staff],
    ["pay", staff],
  ]);
  expect((await booksOf(ctx, result.bookingId)).notices).toEqual(["confirmed"]);
});

test("whoever logs in by that phone later sees the booking; a known name is not written over", async () => {
  const { ctx, venue, tenant } = await desk();
  const family = await makeFamily(tenant);
  const { phone, userId } = family.actor;
  const devanagari = phone.slice(3).replace(/\d/g, (d) => String.fromCharCode(0x0966 + Number(d)));
  const { result } = await bookAtDesk(ctx, wish(venue, { customer: { phone: devanagari, name: "Somebody else" } }));
  expect((await listMyBookings(family)).map(({ id }) => id)).toEqual([result.bookingId]);
  expect(await findCustomers(ctx, devanagari, 5)).toMatchObject([{ userId, name: "Family", phone }]);
  expect(await findCustomers(ctx, phone.slice(5, 11), 5)).toMatchObject([{ userId }]);
  expect(await refusal(findCustomers(family, phone, 5))).toMatchObject({ code: "FORBIDDEN" });
});

test("a new customer needs a name and a real phone, and nothing is written without", async () => {
  const { ctx, venue } = await desk();
  const nameless = { customer: { phone: freshPhone() } };
  expect(await refusal(bookAtDesk(ctx, wish(venue, nameless)))).toMatchObject({ code: "INVALID_INPUT" });
  const landline = { customer: { phone: "02452 220001", name: "Sunita" } };
  expect(await refusal(bookAtDesk(ctx, wish(venue, landline)))).toMatchObject({ code: "PHONE_INVALID" });
  expect([await countOf(ctx, "bookings"), await countOf(ctx, "users")]).toEqual([0, 1]);
});

test("the desk sees what lead time hides from families, and what it may give; a family sees nothing of it", async () => {
  const { ctx, venue, tenant } = await desk("manager", { settings: { leadMinutes: 20_160 } });
  const date = day(3);
  const functions = [{ spaceId: venue.space.a, slotId: venue.slot.evening, date, name: "wedding" as const }];
  await bookAtDesk(ctx, wish(venue, { functions, advance: undefined }));
  const [shown] = await readDeskDays(ctx, venue.id, { from: date, to: date });
  const stateOf = (spaceId: string, slotId: string) =>
    shown?.slots.find((slot) => slot.spaceId === spaceId && slot.slotId === slotId)?.state;
  expect(stateOf(venue.space.a, venue.slot.evening)).toBe("booked");
  expect(stateOf(venue.space.b, venue.slot.evening)).toBe("free");
  expect(await loadDesk(ctx)).toMatchObject({
    limits: { staffPercent: 0, managerPercent: 10 },
    methods: ["cash", "upi", "cheque", "bank"],
    venues: [{ id: venue.id }],
  });
  expect(await refusal(loadDesk(await makeFamily(tenant)))).toMatchObject({ code: "FORBIDDEN" });
});

test("a press too many, at the same time or later, is the same booking and the same money", async () => {
  const { ctx, venue } = await desk();
  const input = wish(venue, { idempotencyKey: "desk-key-1" });
  const [one, two] = await Promise.all([bookAtDesk(ctx, input), bookAtDesk(ctx, input)]);
  const three = await bookAtDesk(ctx, input);
  expect([two?.result, three.result]).toEqual([one?.result, one?.result]);
  expect([await countOf(ctx, "bookings"), await countOf(ctx, "payments")]).toEqual([1, 1]);
});

test("of twenty at the desk and on the phone who take one evening, one does, without a gap in the numbers", async () => {
  const { ctx, venue } = await desk();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () =>
      bookAtDesk(ctx, wish(venue)).then(
        ({ result }) => result.number,
        (error: unknown) => (isAppError(error) ? error.code : error),
      ),
    ),
  );
  expect(outcomes.filter((one) => one === "SLOT_TAKEN")).toHaveLength(19);
  expect(outcomes).toContain(`TST-${todayIn(new Date(), ZONE).slice(0, 4)}-0001`);
  expect([await countOf(ctx, "bookings"), await countOf(ctx, "payments")]).toEqual([1, 1]);
});

test("lead time does not bind staff, nor do a family's limits; times of one's own where the hall lets staff", async () => {
  const { ctx, venue } = await desk("staff", { settings: { leadMinutes: 20_160, customTimes: "staff" } });
  const customer = { phone: freshPhone(), name: "Sunita" };
  for (const slotId of [venue.slot.morning, venue.slot.evening]) {
    const functions = [{ spaceId: venue.space.a, slotId, date: day(2), name: "haldi" as const }];
    const hold = wish(venue, { functions, customer, standing: { kind: "hold" }, advance: undefined });
    expect((await bookAtDesk(ctx, hold)).result.status).toBe("temp_hold");
  }
  const times = { spaceId: venue.space.b, startsAt: `${day(2)}T10:00`, endsAt: `${day(2)}T13:00` };
  const own = wish(venue, { functions: [{ ...times, name: "naming" }], customer });
  expect((await bookAtDesk(ctx, own)).result).toMatchObject({ totalPaise: 15_000_00, status: "confirmed" });
});

test("money that cannot be written takes no booking either", async () => {
  const { ctx, venue } = await desk();
  const tooMuch = wish(venue, { advance: { method: "cash", amountPaise: 25_001_00 } });
  expect(await refusal(bookAtDesk(ctx, tooMuch))).toMatchObject({ code: "ABOVE_DUE" });
  expect([await countOf(ctx, "bookings"), await countOf(ctx, "payments")]).toEqual([0, 0]);
});

test("a merged duplicate's booking goes to the one who has its bookings", async () => {
  const { ctx, venue, tenant } = await desk();
  const [kept, duplicate] = [await makeFamily(tenant), await makeFamily(tenant)];
  await asPlatform((tx) =>
    tx.execute(sql`update users set merged_into = ${kept.actor.userId}, removed_at = now()
      where tenant_id = ${tenant.id} and id = ${duplicate.actor.userId}`),
  );
  const { result } = await bookAtDesk(ctx, wish(venue, { customer: { phone: duplicate.actor.phone } }));
  expect((await loadBooking(ctx, result.bookingId)).booking.customerId).toBe(kept.actor.userId);
  expect(await refusal(bookAtDesk(await makeFamily(tenant), wish(venue)))).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusal(bookAtDesk(await makeManager((await makeHall()).tenant), wish(venue)))).toMatchObject({
    code: "NOT_FOUND",
  });
});
