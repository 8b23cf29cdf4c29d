import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asPlatform, inTenant } from "@/db/client";
import { booksOf, lapse } from "@/db/testing/checkout";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall, makeUser, type TestVenue } from "@/db/testing/make-tenant";
import { readDeskDays } from "@/lib/availability/read-desk-days";
import { approveAgain } from "@/lib/bookings/approve-again";
import { approveBooking } from "@/lib/bookings/approve-booking";
import { holdBooking } from "@/lib/bookings/hold-booking";
import type { TakeBookingInput } from "@/lib/bookings/input";
import { loadDesk } from "@/lib/bookings/load-desk";
import { listMyBookings, loadBooking } from "@/lib/bookings/queries";
import { rescheduleBooking } from "@/lib/bookings/reschedule-booking";
import { takeBooking } from "@/lib/bookings/take-booking";
import type { Actor, StaffRole } from "@/lib/core/actor";
import { addDays } from "@/lib/core/local-date";
import { localDateTimeOf, todayIn } from "@/lib/core/period";
import { isAppError } from "@/lib/errors";
import { findCustomers } from "@/lib/people/find-customers";
import type { Ctx } from "@/lib/tenants/ctx";
import { bookAtDesk } from "./book-at-desk";

const ZONE = "Asia/Kolkata";
const day = (offset: number) => addDays(todayIn(new Date(), ZONE), offset);
const CASH = { method: "cash", amountPaise: 10_000_00 } as const;

let phones = 0;
const freshPhone = () =>
  `70${String(Math.floor(Math.random() * 1e5)).padStart(5, "0")}${String(phones++).padStart(3, "0")}`;

/** A hall and one of its people at the desk. */
async function desk(role: StaffRole = "staff", overrides: Parameters<typeof makeHall>[0] = {}) {
  const { tenant, venue } = await makeHall(overrides);
  return { tenant, venue, ctx: await deskOf(tenant, role) };
}

async function deskOf(tenant: Ctx["tenant"], role: StaffRole): Promise<Ctx> {
  const { id } = await makeUser(tenant.id, role);
  return { tenant, actor: { kind: "staff", userId: id, role }, now: new Date(), requestId: id };
}

/** The evening of part A in forty days, ₹25,000, advance a quarter of it. */
function wish(venue: TestVenue, more: Partial<TakeBookingInput> = {}): TakeBookingInput {
  return {
    venueId: venue.id,
    functions: [{ spaceId: venue.space.a, slotId: venue.slot.evening, date: weekday(40), name: "wedding" }],
    ...{ guests: 100, addOns: [], eventType: "wedding", eventTitle: "Jadhav – Pawar", locale: "mr", source: "desk" },
    customer: { phone: freshPhone(), name: "Sunita Jadhav" },
    standing: { kind: "sure" },
    advance: CASH,
    ...more,
  };
}

/** A Wednesday that is about so far ahead: no weekend's surcharge. */
function weekday(offset: number): string {
  const from = new Date(`${day(offset)}T12:00:00Z`).getUTCDay();
  return day(offset + ((3 - from + 7) % 7));
}

async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!isAppError(error)) throw error ?? new Error("it was not refused");
  return { code: error.code, ...error.details };
}

const countOf = async (ctx: Ctx, table: "bookings" | "payments" | "users") =>
  inTenant(ctx.tenant.id, async (tx) => {
    const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`);
    return row?.n;
  });

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

test("an option is kept without money until the end of its day, then the next one gets the time", async () => {
  const { ctx, venue } = await desk();
  const until = day(3);
  const { result } = await bookAtDesk(
    ctx,
    wish(venue, { standing: { kind: "option", until }, advance: undefined, source: "phone" }),
  );
  expect(result.status).toBe("pending");
  expect(localDateTimeOf(new Date(result.holdExpiresAt ?? 0), ZONE)).toBe(`${until}T23:59`);
  expect((await loadBooking(ctx, result.bookingId)).booking).toMatchObject({ isOption: true, source: "phone" });
  expect((await booksOf(ctx, result.bookingId)).notices).toEqual(["option"]);

  const taken = await refusal(bookAtDesk(ctx, wish(venue)));
  expect(taken).toMatchObject({ code: "SLOT_TAKEN", alternatives: expect.arrayContaining([expect.anything()]) });
  await lapse(ctx, result.bookingId);
  expect((await bookAtDesk(ctx, wish(venue))).result.status).toBe("confirmed");
});

test("an option ends today at the earliest and when the event begins at the latest", async () => {
  const { ctx, venue } = await desk();
  const { date } = { date: weekday(40) };
  const option = (until: string) => wish(venue, { standing: { kind: "option", until }, advance: undefined });
  expect(await refusal(bookAtDesk(ctx, option(day(-1))))).toMatchObject({ code: "INVALID_INPUT" });
  expect(await refusal(bookAtDesk(ctx, option(addDays(date, 1))))).toMatchObject({ code: "INVALID_INPUT" });
  const { result } = await bookAtDesk(ctx, option(date));
  expect(localDateTimeOf(new Date(result.holdExpiresAt ?? 0), ZONE)).toBe(`${date}T16:00`);
});

test("an option that pays its advance at the desk is confirmed; less than that only counts towards it", async () => {
  const { ctx, venue } = await desk();
  const option = { kind: "option", until: day(3) } as const;
  const part = wish(venue, { standing: option, advance: { method: "cash", amountPaise: 1_000_00 } });
  expect((await bookAtDesk(ctx, part)).result).toMatchObject({ status: "pending", payment: { amountPaise: 1_000_00 } });
  const [, other] = [venue.space.a, venue.space.b];
  const functions = [{ spaceId: other, slotId: venue.slot.evening, date: weekday(40), name: "wedding" as const }];
  const { result } = await bookAtDesk(ctx, wish(venue, { standing: option, functions }));
  expect(result).toMatchObject({ status: "confirmed", holdExpiresAt: null });
});

test("without the advance in full only a manager or owner makes it sure, and nothing is written otherwise", async () => {
  const { ctx, venue, tenant } = await desk();
  for (const advance of [undefined, { method: "cash", amountPaise: 6_249_00 } as const]) {
    expect(await refusal(bookAtDesk(ctx, wish(venue, { advance })))).toEqual({
      code: "ADVANCE_MISSING",
      advancePaise: 6_250_00,
    });
  }
  expect([await countOf(ctx, "bookings"), await countOf(ctx, "payments")]).toEqual([0, 0]);
  const { result } = await bookAtDesk(await deskOf(tenant, "manager"), wish(venue, { advance: undefined }));
  expect(result).toMatchObject({ status: "confirmed", payment: null });
});

test("an option is no way around it: only who may do without the advance approves one that is not paid", async () => {
  const { ctx, venue, tenant } = await desk();
  const option = wish(venue, { standing: { kind: "option", until: day(3) }, advance: undefined });
  const { bookingId } = (await bookAtDesk(ctx, option)).result;
  expect(await refusal(approveBooking(ctx, { bookingId }))).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusal(approveAgain(ctx, { bookingId }))).toMatchObject({ code: "FORBIDDEN" });
  expect(await approveBooking(await deskOf(tenant, "manager"), { bookingId })).toMatchObject({ status: "confirmed" });
});

test("made sure by the word of a manager, an option is sure at once, wherever the hall confirms only what is paid", async () => {
  const { ctx, venue, tenant } = await desk("staff", { settings: { confirmation: "advance_paid_and_approval" } });
  const option = wish(venue, { standing: { kind: "option", until: day(3) }, advance: undefined });
  const { bookingId } = (await bookAtDesk(ctx, option)).result;
  const change = await approveBooking(await deskOf(tenant, "manager"), { bookingId });
  expect(change).toMatchObject({ status: "confirmed" });
  expect((await loadBooking(ctx, bookingId)).booking).toMatchObject({ status: "confirmed", holdExpiresAt: null });
});

test("where the hall approves first, taking it at the desk is the approval", async () => {
  const { ctx, venue } = await desk("staff", { settings: { confirmation: "advance_paid_and_approval" } });
  expect((await bookAtDesk(ctx, wish(venue))).result.status).toBe("confirmed");
});

test("staff give what the hall allows them, a manager more, an owner anything, and the reason stays", async () => {
  const { ctx, venue, tenant } = await desk();
  const off = (rupees: number) => wish(venue, { discount: { paise: rupees * 100, reason: "Old customer" } });
  expect(await refusal(bookAtDesk(ctx, off(1)))).toEqual({ code: "DISCOUNT_TOO_LARGE", mostPaise: 0 });
  await inTenant(tenant.id, (tx) =>
    tx.execute(sql`insert into hall_settings (tenant_id, id, staff_discount_percent, manager_discount_percent)
      values (${tenant.id}, gen_random_uuid(), 4, 10)`),
  );
  expect(await refusal(bookAtDesk(ctx, off(1001)))).toEqual({ code: "DISCOUNT_TOO_LARGE", mostPaise: 1_000_00 });
  const manager = await deskOf(tenant, "manager");
  expect(await refusal(bookAtDesk(manager, off(2501)))).toMatchObject({ mostPaise: 2_500_00 });

  const { result } = await bookAtDesk(ctx, { ...off(1000), shownTotalPaise: 24_000_00 });
  expect(result).toMatchObject({ totalPaise: 24_000_00, advancePaise: 6_000_00 });
  const { booking, lines } = await loadBooking(ctx, result.bookingId);
  const staff = ctx.actor.kind === "staff" ? ctx.actor.userId : "";
  expect(booking).toMatchObject({ discountPaise: 1_000_00, discountReason: "Old customer", discountBy: staff });
  expect(lines.map(({ kind, amountPaise }) => [kind, amountPaise])).toEqual([
    ["space", 25_000_00],
    ["discount", -1_000_00],
  ]);
  expect(lines.reduce((sum, { gstPaise }) => sum + gstPaise, 0)).toBe(booking.gstPaise);

  const functions = [
    { spaceId: venue.space.b, slotId: venue.slot.evening, date: weekday(50), name: "wedding" as const },
  ];
  await rescheduleBooking(ctx, { bookingId: result.bookingId, functions });
  expect((await loadBooking(ctx, result.bookingId)).booking).toMatchObject({
    totalPaise: 14_000_00,
    discountPaise: 1_000_00,
  });
  const owner = await deskOf(tenant, "owner");
  const all = wish(venue, { discount: { paise: 25_000_00, reason: "The owner's daughter" }, advance: undefined });
  expect((await bookAtDesk(owner, all)).result).toMatchObject({ totalPaise: 0, status: "confirmed" });
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

test("what the desk keeps for a family neither is changed by its own hold online nor counts against it", async () => {
  const { ctx, venue, tenant } = await desk();
  const family = await makeFamily(tenant);
  const customer = { phone: family.actor.phone };
  const { result } = await bookAtDesk(ctx, wish(venue, { customer, standing: { kind: "hold" }, advance: undefined }));
  const own = await holdBooking(family, {
    ...{ venueId: venue.id, guests: 50, addOns: [], eventType: "wedding", eventTitle: "Own", locale: "mr" },
    functions: [{ spaceId: venue.space.b, slotId: venue.slot.evening, date: weekday(40), name: "wedding" }],
    termsAccepted: true,
  });
  expect(own.result.bookingId).not.toBe(result.bookingId);
  expect((await loadBooking(ctx, result.bookingId)).functions).toMatchObject([{ spaceId: venue.space.a }]);
});

test("a key takes bookings and money by its scopes, and gives nothing away", async () => {
  const { ctx, venue } = await desk();
  const key = (scopes: string[]): Ctx => ({ ...ctx, actor: { kind: "apiKey", keyId: "k", scopes } satisfies Actor });
  const held = wish(venue, { standing: { kind: "hold" }, advance: undefined });
  const option = { ...held, standing: { kind: "option" as const, until: day(2) } };
  expect(await refusal(bookAtDesk(key([]), held))).toMatchObject({ code: "FORBIDDEN" });
  const both = key(["booking.take", "booking.option", "booking.discount"]);
  expect(await refusal(bookAtDesk(both, option))).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusal(bookAtDesk(both, wish(venue)))).toMatchObject({ code: "FORBIDDEN" });
  const given = wish(venue, { advance: undefined, discount: { paise: 1, reason: "A friend" } });
  expect(await refusal(bookAtDesk(both, given))).toMatchObject({ code: "FORBIDDEN" });
  const { result } = await bookAtDesk(both, held);
  const { booking } = await loadBooking(ctx, result.bookingId);
  expect(booking).toMatchObject({ source: "api", takenBy: null, approvedAt: null, status: "temp_hold" });
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
