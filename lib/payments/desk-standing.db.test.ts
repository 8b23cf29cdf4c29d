import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { ZONE } from "@/db/testing/calendar";
import { booksOf, lapse } from "@/db/testing/checkout";
import { countOf, day, desk, deskOf, weekday, wish } from "@/db/testing/desk";
import { makeFamily } from "@/db/testing/make-family";
import { refusal } from "@/db/testing/refusal";
import { approveAgain } from "@/lib/bookings/approve-again";
import { approveBooking } from "@/lib/bookings/approve-booking";
import { holdBooking } from "@/lib/bookings/hold-booking";
import { loadBooking } from "@/lib/bookings/queries";
import { rescheduleBooking } from "@/lib/bookings/reschedule-booking";
import type { Actor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/local-date";
import { localDateTimeOf } from "@/lib/core/period";
import type { Ctx } from "@/lib/tenants/ctx";
import { bookAtDesk } from "./book-at-desk";

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
