import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inTenant, readGeneration } from "@/db/client";
import { newId } from "@/db/id";
import { auditEvents } from "@/db/schema/audit";
import { allocations, blackouts } from "@/db/schema/claims";
import { muhuratDates } from "@/db/schema/venues";
import { makeBooking } from "@/db/testing/make-booking";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { addDays } from "@/lib/core/local-date";
import { periodOf, startOfDay, todayIn } from "@/lib/core/period";
import { isAppError } from "@/lib/errors";
import { fingerprint } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { addMuhuratDates } from "@/lib/venues/add-muhurat-dates";
import { archiveSlot } from "@/lib/venues/archive-slot";
import { archiveSpace } from "@/lib/venues/archive-space";
import { changeBookingRules } from "@/lib/venues/change-booking-rules";
import { changePriceRules } from "@/lib/venues/change-price-rules";
import { changePrices } from "@/lib/venues/change-prices";
import { changePricesInput, priceRule } from "@/lib/venues/input";
import { loadVenueInTx } from "@/lib/venues/load-venue";
import { previewPrices } from "@/lib/venues/preview-prices";
import { findVenueById } from "@/lib/venues/queries";
import { saveAddOn } from "@/lib/venues/save-add-on";
import { saveSpace } from "@/lib/venues/save-space";
import { bookingRuleValues } from "@/lib/venues/set-up-values";
import { closeDays } from "./close-days";
import { closeYearly } from "./close-yearly";
import { closeYearlyDays } from "./close-yearly-days";
import { listClosures } from "./closures";
import { endYearly } from "./end-yearly";
import { openDays } from "./open-days";

const SAVE = { preview: false };
const PREVIEW = { preview: true };
const ZONE = "Asia/Kolkata";
const text = (en: string) => ({ en, hi: undefined, mr: undefined });

async function scene() {
  const { tenant, venue } = await makeHall();
  const ctx = await makeManager(tenant);
  const today = todayIn(new Date(), ZONE);
  const at = async (spaceId: string, days: number) => {
    const family = await makeFamily(tenant);
    const period = periodOf(addDays(today, days), "17:00", 360, ZONE);
    await makeBooking(tenant.id, {
      venueId: venue.id,
      customerId: family.actor.userId,
      partIds: [spaceId],
      during: period,
    });
    return period;
  };
  return { tenant, venue, ctx, today, at };
}

const history = (ctx: Ctx) =>
  inTenant(ctx.tenant.id, (tx) => tx.select().from(auditEvents).where(eq(auditEvents.tenantId, ctx.tenant.id)));

const priceInput = (venueId: string, spaceId: string, slotId: string, amount: string) =>
  changePricesInput.parse({ venueId, spaces: [{ spaceId, gstRate: 18, sac: "997212", prices: [{ slotId, amount }] }] });

const rule = (over: object) =>
  priceRule.parse({
    ...{ id: newId(), label: { en: "Season" }, spaceId: null, slotId: null, weekdays: [], from: "", to: "" },
    ...{ muhurat: null, adjust: { kind: "percent", value: "10" }, stop: false },
    ...over,
  });

async function refusal(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!isAppError(error)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

describe("prices", () => {
  test("a preview tells what saving does, and changes nothing", async () => {
    const { ctx, venue } = await scene();
    const input = priceInput(venue.id, venue.space.a, venue.slot.evening, "₹३०,०००");
    const generation = await readGeneration(ctx.tenant.id, venue.id);
    const told = await changePrices(ctx, input, PREVIEW);
    expect(told.calendar?.dearer).toBeGreaterThan(700);
    expect(told.calendar?.cheaper).toBe(0);
    expect(told.calendar?.examples[0]?.afterPaise).toBe((told.calendar?.examples[0]?.beforePaise ?? 0) + 500_000);
    expect(await readGeneration(ctx.tenant.id, venue.id)).toBe(generation);
    expect(await history(ctx)).toEqual([]);

    expect(await changePrices(ctx, input, SAVE)).toEqual(told);
    expect(await readGeneration(ctx.tenant.id, venue.id)).toBeGreaterThan(generation ?? 0);
    expect(await history(ctx)).toMatchObject([
      {
        ...{ type: "price.changed", subject: "A, Evening", actor: { kind: "staff", role: "manager" } },
        ...{ before: { amountPaise: 2_500_000 }, after: { amountPaise: 3_000_000 } },
      },
    ]);
  });

  test("without an amount a session is not sold there", async () => {
    const { ctx, venue } = await scene();
    const told = await changePrices(ctx, priceInput(venue.id, venue.space.a, venue.slot.evening, ""), SAVE);
    expect(told.calendar).toMatchObject({ dearer: 0, opened: 0 });
    expect(told.calendar?.closed).toBeGreaterThan(700);
    const slot = (await findVenueById(ctx.tenant, venue.id))?.slots.find(({ id }) => id === venue.slot.evening);
    expect(slot?.spaceIds).not.toContain(venue.space.a);
  });

  test("rules keep their order, and what each adds is told day by day", async () => {
    const { ctx, venue, today } = await scene();
    const from = `${addDays(today, 40).slice(0, 7)}-01`;
    const rules = [
      rule({ spaceId: venue.space.a, adjust: { kind: "set", value: "40000" }, from, to: from }),
      rule({ label: { en: "Ten more" } }),
    ];
    const before = await previewPrices(ctx, {
      venueId: venue.id,
      spaceId: venue.space.a,
      month: from.slice(0, 7),
      rules,
    });
    await changePriceRules(ctx, { venueId: venue.id, rules }, SAVE);
    const after = await previewPrices(ctx, { venueId: venue.id, spaceId: venue.space.a, month: from.slice(0, 7) });
    expect(after).toEqual(before);
    const evening = after[0]?.slots.find(({ slotId }) => slotId === venue.slot.evening);
    expect(evening?.totalPaise).toBe(4_400_000);
    expect(evening?.steps.map(({ amountPaise }) => amountPaise)).toEqual([1_500_000, 400_000]);

    await changePriceRules(ctx, { venueId: venue.id, rules: rules.toReversed() }, SAVE);
    const turned = await previewPrices(ctx, { venueId: venue.id, spaceId: venue.space.a, month: from.slice(0, 7) });
    expect(turned[0]?.slots.find(({ slotId }) => slotId === venue.slot.evening)?.totalPaise).toBe(4_000_000);
    const types = (await history(ctx)).map(({ type }) => type);
    expect(types.filter((type) => type === "price-rule.added")).toHaveLength(2);
    expect(types.filter((type) => type === "price-rule.changed")).toHaveLength(2);
    expect(types).toContain("price-rule.removed");
  });

  test("an extra's price is read again at once, though no trigger watches it", async () => {
    const { ctx, venue } = await scene();
    await findVenueById(ctx.tenant, venue.id);
    const thali = { about: text("A meal"), name: text("Thali"), unit: "guest" as const, gstRate: 5, sac: "996334" };
    const input = { ...thali, venueId: venue.id, addOnId: venue.addOn.thali, price: 30_000, maxQuantity: null };
    await saveAddOn(ctx, input, SAVE);
    const extras = (await findVenueById(ctx.tenant, venue.id))?.addOns;
    expect(extras?.find(({ id }) => id === venue.addOn.thali)?.unitPricePaise).toBe(30_000);
  });
});

describe("what somebody else saved meanwhile", () => {
  test("is not overwritten unseen", async () => {
    const { ctx, venue } = await scene();
    const values = await inTenant(ctx.tenant.id, async (tx) => {
      const book = await loadVenueInTx(tx, ctx.tenant.id, venue.id);
      if (!book) throw new Error("no venue");
      return bookingRuleValues(book);
    });
    const seen = fingerprint(values);
    await changeBookingRules(ctx, { ...values, venueId: venue.id, seen, leadMinutes: 120 }, SAVE);
    const late = changeBookingRules(ctx, { ...values, venueId: venue.id, seen, leadMinutes: 240 }, SAVE);
    expect((await refusal(late)).code).toBe("CHANGED_MEANWHILE");
  });
});

test("a wider buffer names the bookings that it would not let stand side by side; they stand", async () => {
  const { ctx, venue, today } = await scene();
  for (const start of ["09:00", "13:30", "20:00"]) {
    const family = await makeFamily(ctx.tenant);
    const during = periodOf(addDays(today, 25), start, 180, ZONE);
    await makeBooking(ctx.tenant.id, {
      ...{ venueId: venue.id, customerId: family.actor.userId, partIds: [venue.space.a], during },
    });
  }
  await inTenant(ctx.tenant.id, (tx) =>
    tx.execute(sql`insert into booking_functions (tenant_id, id, booking_id, position, name, space_id, date, starts_at, ends_at)
      select tenant_id, gen_random_uuid(), id, 0, 'wedding', ${venue.space.a}, starts_at::date, starts_at, ends_at
      from bookings where tenant_id = ${ctx.tenant.id}`),
  );
  const { timeZone: _, currency: __, ...settings } = venue.settings;
  const wider = { ...settings, venueId: venue.id, setupMinutes: 60, cleanupMinutes: 60 };
  const told = await changeBookingRules(ctx, wider, SAVE);
  expect(told.notes).toEqual([
    { note: "timesKept", count: 3 },
    { note: "buffersTouch", count: 2 },
  ]);
  expect(told.bookings).toHaveLength(2);
});

describe("spaces", () => {
  test("a part of others cannot go, nor one with a booking ahead; a session can, and its bookings are named", async () => {
    const { ctx, venue, at } = await scene();
    const part = await refusal(archiveSpace(ctx, { venueId: venue.id, spaceId: venue.space.a }, SAVE));
    expect(part.code).toBe("STILL_NEEDED");
    expect(await archiveSpace(ctx, { venueId: venue.id, spaceId: venue.space.whole }, SAVE)).toMatchObject({
      calendar: { opened: 0 },
    });
    await at(venue.space.a, 30);
    await inTenant(ctx.tenant.id, (tx) =>
      tx.execute(sql`insert into booking_functions (tenant_id, id, booking_id, position, name, space_id, slot_id, date, starts_at, ends_at)
        select tenant_id, gen_random_uuid(), id, 0, 'wedding', ${venue.space.a}, ${venue.slot.evening}, starts_at::date, starts_at, ends_at
        from bookings where tenant_id = ${ctx.tenant.id}`),
    );
    const booked = await refusal(archiveSpace(ctx, { venueId: venue.id, spaceId: venue.space.a }, SAVE));
    expect(booked).toMatchObject({ code: "STILL_BOOKED", details: { bookings: [{ eventTitle: "Test" }] } });
    const { notes, bookings } = await archiveSlot(ctx, { venueId: venue.id, slotId: venue.slot.evening }, SAVE);
    expect(notes).toEqual([{ note: "timesKept", count: 1 }]);
    expect(bookings).toHaveLength(1);
  });

  test("a space is made of parts of its own venue that are parts themselves", async () => {
    const { ctx, venue } = await scene();
    const both = { name: text("Hall and lawn"), about: text(""), capacity: 900, illustration: "whole" as const };
    const made = (partIds: string[]) => saveSpace(ctx, { ...both, venueId: venue.id, partIds }, SAVE);
    expect((await refusal(made([venue.space.a, venue.space.whole]))).code).toBe("INVALID_INPUT");
    expect((await refusal(made([venue.space.a, newId()]))).code).toBe("INVALID_INPUT");
    await made([venue.space.b, venue.space.a]);
    const spaces = (await findVenueById(ctx.tenant, venue.id))?.spaces;
    expect(spaces?.find(({ name }) => name.en === "Hall and lawn")?.partIds).toEqual(
      [venue.space.a, venue.space.b].toSorted(),
    );
  });
});

describe("closed days", () => {
  const closing = (venueId: string, spaceId: string | null, day: string) => ({
    ...{ venueId, spaceId, from: day, to: day, startTime: null, endTime: null, reason: "Repairs" },
  });

  test("close all of a day and open it again", async () => {
    const { ctx, venue, today } = await scene();
    const day = addDays(today, 20);
    const told = await closeDays(ctx, closing(venue.id, null, day), SAVE);
    expect(told.calendar?.closed).toBeGreaterThan(8);
    const rows = () =>
      inTenant(ctx.tenant.id, (tx) => tx.select().from(allocations).where(eq(allocations.tenantId, ctx.tenant.id)));
    expect(await rows()).toHaveLength(3);
    const { once } = await listClosures(ctx, venue.id);
    expect(once).toMatchObject([{ reason: "Repairs", startsAt: startOfDay(day, ZONE) }]);
    expect(once[0]?.partIds).toHaveLength(3);
    await openDays(ctx, { blackoutId: once[0]?.id ?? "" }, SAVE);
    expect(await rows()).toEqual([]);
    expect((await history(ctx)).map(({ type }) => type).toSorted()).toEqual(["days.closed", "days.opened"]);
  });

  test("a booking in the way refuses all of it, with its name; nothing is half closed", async () => {
    const { ctx, venue, today, at } = await scene();
    await at(venue.space.b, 20);
    const refused = await refusal(closeDays(ctx, closing(venue.id, null, addDays(today, 20)), SAVE));
    expect(refused).toMatchObject({
      code: "STILL_BOOKED",
      details: { bookings: [{ eventTitle: "Test" }], closures: [] },
    });
    expect((await listClosures(ctx, venue.id)).once).toEqual([]);
    await closeDays(ctx, closing(venue.id, venue.space.a, addDays(today, 20)), SAVE);
    const again = await refusal(closeDays(ctx, closing(venue.id, venue.space.a, addDays(today, 20)), PREVIEW));
    expect(again).toMatchObject({ details: { bookings: [], closures: [{ reason: "Repairs" }] } });
  });

  test("a yearly one is written out for each year of the horizon, once; a booked year stays open until it is free", async () => {
    const { ctx, venue, today, at } = await scene();
    const day = addDays(today, 30);
    await at(venue.space.a, 30);
    const yearly = { venueId: venue.id, spaceId: venue.space.a, startsOn: day.slice(5), days: 2, reason: "Diwali" };
    const told = await closeYearly(ctx, yearly, SAVE);
    expect(told.notes).toEqual([
      { note: "yearsClosed", count: 1 },
      { note: "yearsLeftOpen", count: 1 },
    ]);
    expect(told.bookings).toHaveLength(1);
    await closeYearlyDays();
    expect((await listClosures(ctx, venue.id)).yearly).toMatchObject([{ reason: "Diwali", years: [{}] }]);

    await inTenant(ctx.tenant.id, (tx) =>
      tx.execute(sql`update bookings set status = 'cancelled' where tenant_id = ${ctx.tenant.id}`),
    );
    await closeYearlyDays();
    await closeYearlyDays();
    const [written] = (await listClosures(ctx, venue.id)).yearly;
    expect(written?.years).toHaveLength(2);
    await endYearly(ctx, { yearlyId: written?.id ?? "" }, SAVE);
    const left = await inTenant(ctx.tenant.id, (tx) =>
      tx.select().from(blackouts).where(eq(blackouts.tenantId, ctx.tenant.id)),
    );
    expect(left).toEqual([]);
    await closeYearlyDays();
    expect((await listClosures(ctx, venue.id)).yearly).toEqual([]);
  });
});

test("pasted dates: what can be read is added once, what cannot comes back with its line", async () => {
  const { ctx, venue } = await scene();
  const pasted = "14/02/2027\n१५ फेब्रुवारी २०२७\nsometime\n2027-02-14";
  const input = { venueId: venue.id, text: pasted, source: "Saamana" };
  const told = await addMuhuratDates(ctx, input, SAVE);
  expect(told.unread).toEqual([{ line: 3, text: "sometime", dates: [] }]);
  expect(told.effects.notes).toEqual([{ note: "datesAdded", count: 2 }]);
  expect((await addMuhuratDates(ctx, input, SAVE)).effects.notes).toEqual([{ note: "datesKnown", count: 2 }]);
  const listed = await inTenant(ctx.tenant.id, (tx) =>
    tx
      .select({ date: muhuratDates.date, source: muhuratDates.source })
      .from(muhuratDates)
      .where(and(eq(muhuratDates.tenantId, ctx.tenant.id), eq(muhuratDates.venueId, venue.id))),
  );
  expect(listed.map(({ date }) => date).toSorted()).toEqual(["2027-02-14", "2027-02-15"]);
});
