import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { muhuratDates } from "@/db/schema/venues";
import { ZONE } from "@/db/testing/calendar";
import { makeBooking } from "@/db/testing/make-booking";
import { makeFamily } from "@/db/testing/make-family";
import { refusal } from "@/db/testing/refusal";
import { SAVE, setUpScene } from "@/db/testing/set-up";
import { addDays } from "@/lib/core/local-date";
import { periodOf } from "@/lib/core/period";
import { fingerprint } from "@/lib/tenants/changed";
import { addMuhuratDates } from "./add-muhurat-dates";
import { archiveSlot } from "./archive-slot";
import { archiveSpace } from "./archive-space";
import { changeBookingRules } from "./change-booking-rules";
import { loadVenueInTx } from "./load-venue";
import { findVenueById } from "./queries";
import { saveSpace } from "./save-space";
import { bookingRuleValues } from "./set-up-values";

const text = (en: string) => ({ en, hi: undefined, mr: undefined });

describe("what somebody else saved meanwhile", () => {
  test("is not overwritten unseen", async () => {
    const { ctx, venue } = await setUpScene();
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
  const { ctx, venue, today } = await setUpScene();
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
    const { ctx, venue, at } = await setUpScene();
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
    expect(booked).toMatchObject({ code: "STILL_BOOKED", bookings: [{ eventTitle: "Test" }] });
    const { notes, bookings } = await archiveSlot(ctx, { venueId: venue.id, slotId: venue.slot.evening }, SAVE);
    expect(notes).toEqual([{ note: "timesKept", count: 1 }]);
    expect(bookings).toHaveLength(1);
  });

  test("a space is made of parts of its own venue that are parts themselves", async () => {
    const { ctx, venue } = await setUpScene();
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

test("pasted dates: what can be read is added once, what cannot comes back with its line", async () => {
  const { ctx, venue } = await setUpScene();
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
