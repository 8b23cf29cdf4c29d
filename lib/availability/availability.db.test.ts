import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { inTenant, readGeneration } from "@/db/client";
import { newId } from "@/db/id";
import { bookings } from "@/db/schema/bookings";
import { allocations, blackouts } from "@/db/schema/claims";
import { priceRules, prices } from "@/db/schema/prices";
import { muhuratDates, slots, spaces, venues } from "@/db/schema/venues";
import { day, evening, makeCalendarHall, ZONE } from "@/db/testing/calendar-hall";
import { makeTenant, makeVenue } from "@/db/testing/make-tenant";
import { periodOf } from "@/lib/core/period";
import { isAppError } from "@/lib/errors";
import { readAvailability, readAvailabilityJson } from "./read-availability";

let hall: Awaited<ReturnType<typeof makeCalendarHall>>;
beforeEach(async () => {
  hall = await makeCalendarHall();
});

test("a booking of a part is seen in the part and in the whole, not in its neighbours", async () => {
  const { venue, stateIn, book } = hall;
  expect(await stateIn(venue.space.a)).toBe("free");
  await book();
  expect(await stateIn(venue.space.a)).toBe("booked");
  expect(await stateIn(venue.space.whole)).toBe("booked");
  expect(await stateIn(venue.space.b)).toBe("free");
  expect(await stateIn(venue.space.a, venue.slot.morning)).toBe("free");
});

test("every kind of change raises the generation, and only of its own venue", async () => {
  const { tenant, venue, book } = hall;
  const other = await makeVenue(tenant);
  const otherBefore = await readGeneration(tenant.id, other.id);
  const blackoutId = newId();
  const bookingId = newId();
  const raises = async (what: string, change: () => Promise<unknown>) => {
    const before = (await readGeneration(tenant.id, venue.id)) ?? 0;
    await change();
    expect(await readGeneration(tenant.id, venue.id), what).toBeGreaterThan(before);
  };
  const write = (change: Parameters<typeof inTenant>[1]) => () => inTenant(tenant.id, change);
  let held = "";
  await raises("allocation", async () => {
    held = await book({ status: "temp_hold", holdExpiresAt: new Date(Date.now() + 60_000) });
  });
  await raises(
    "status, through the cascade",
    write((tx) => tx.update(bookings).set({ status: "confirmed" }).where(eq(bookings.id, held))),
  );
  await raises(
    "release",
    write((tx) => tx.delete(allocations).where(eq(allocations.bookingId, held))),
  );
  await raises(
    "blackout",
    write((tx) =>
      tx
        .insert(blackouts)
        .values({ tenantId: tenant.id, id: blackoutId, venueId: venue.id, reason: "paint", ...evening() }),
    ),
  );
  await raises(
    "blackout lifted",
    write((tx) => tx.delete(blackouts).where(eq(blackouts.id, blackoutId))),
  );
  await raises(
    "price",
    write((tx) => tx.update(prices).set({ amountPaise: 1 }).where(eq(prices.spaceId, venue.space.a))),
  );
  await raises(
    "rule",
    write((tx) => tx.delete(priceRules).where(eq(priceRules.venueId, venue.id))),
  );
  await raises(
    "slot",
    write((tx) =>
      tx
        .update(slots)
        .set({ weekdays: [1] })
        .where(eq(slots.id, venue.slot.morning)),
    ),
  );
  await raises(
    "space",
    write((tx) => tx.update(spaces).set({ capacity: 9 }).where(eq(spaces.id, venue.space.c))),
  );
  await raises(
    "venue",
    write((tx) => tx.update(venues).set({ leadMinutes: 0 }).where(eq(venues.id, venue.id))),
  );
  await raises(
    "muhurat",
    write((tx) =>
      tx
        .insert(muhuratDates)
        .values({ tenantId: tenant.id, id: bookingId, venueId: venue.id, date: day, source: "test" }),
    ),
  );
  expect(await readGeneration(tenant.id, other.id)).toBe(otherBefore);
});

test("a hold that has run out is free without anything being written, and the ETag changes at that instant", async () => {
  const { tenant, venue, read, stateIn, book } = hall;
  const holdExpiresAt = new Date(Date.now() + 10 * 60_000);
  await book({ status: "temp_hold", holdExpiresAt });
  const generation = await readGeneration(tenant.id, venue.id);
  const before = new Date(holdExpiresAt.getTime() - 1);
  const held = await read(before);
  const slot = held.days[0]?.slots.find((one) => one.spaceId === venue.space.a && one.slotId === venue.slot.evening);
  expect(slot).toMatchObject({ state: "held", heldUntil: holdExpiresAt });
  expect((await read(new Date(before.getTime() - 1000))).etag).toBe(held.etag);

  expect(await stateIn(venue.space.a, venue.slot.evening, holdExpiresAt)).toBe("free");
  expect((await read(holdExpiresAt)).etag).not.toBe(held.etag);
  const json = await readAvailabilityJson(tenant, venue, { from: day, to: day }, holdExpiresAt);
  expect(
    JSON.parse(new TextDecoder().decode(json.body)).data.days[0].slots.map((one: { state: string }) => one.state),
  ).not.toContain("held");
  expect(await readGeneration(tenant.id, venue.id)).toBe(generation);
});

test("a session that begins is past, by the clock alone", async () => {
  const { venue, stateIn } = hall;
  const starts = periodOf(day, "16:00", 420, ZONE).startsAt;
  const lastMoment = new Date(starts.getTime() - venue.settings.leadMinutes * 60_000);
  expect(await stateIn(venue.space.a, venue.slot.evening, lastMoment)).toBe("free");
  expect(await stateIn(venue.space.a, venue.slot.evening, new Date(lastMoment.getTime() + 1))).toBe("past");
});

test("another tenant's venue or space is not found", async () => {
  const { tenant, venue } = hall;
  const stranger = await makeTenant();
  const theirs = await makeVenue(stranger);
  const range = { from: day, to: day };
  await expect(readAvailability(stranger, venue, range)).rejects.toSatisfy((error) => isAppError(error, "NOT_FOUND"));
  await expect(readAvailabilityJson(tenant, { id: "x" }, range)).rejects.toSatisfy((e) => isAppError(e, "NOT_FOUND"));
  await expect(readAvailability(tenant, venue, { ...range, spaceId: theirs.space.a })).rejects.toSatisfy((error) =>
    isAppError(error, "NOT_FOUND"),
  );
});
