import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { prices } from "@/db/schema/prices";
import { venues } from "@/db/schema/venues";
import { makeTenant, makeVenue } from "@/db/testing/make-tenant";
import { listMuhuratDates, loadVenueInTx } from "./load-venue";
import { findVenueById, findVenueBySlug, listVenues } from "./queries";

test("a venue comes with its parts, its sessions where they have a price, and its extras", async () => {
  const tenant = await makeTenant();
  const made = await makeVenue(tenant);
  const venue = await findVenueBySlug(tenant, made.slug);
  expect(venue?.id).toBe(made.id);
  expect(venue?.spaces.map(({ name, partIds, fromPricePaise }) => [name.en, partIds.length, fromPricePaise])).toEqual([
    ["A", 1, 2_500_000],
    ["B", 1, 1_500_000],
    ["C", 1, 1_000_000],
    ["WHOLE", 3, 4_500_000],
  ]);
  expect(new Set(venue?.spaces[3]?.partIds)).toEqual(new Set([made.space.a, made.space.b, made.space.c]));
  expect(venue?.slots.map(({ name, spaceIds }) => [name.en, spaceIds.length])).toEqual([
    ["Morning", 4],
    ["Evening", 4],
    ["Full day", 4],
    ["Hall day", 4],
  ]);
  expect(venue?.addOns.map(({ unit }) => unit)).toEqual(["guest", "booking"]);
  expect(venue?.settings).toEqual(made.settings);
});

test("an address that can be no slug names no venue", async () => {
  const tenant = await makeTenant();
  for (const slug of ["\0", "", "a/b", "A", "-", "x".repeat(200)])
    expect(await findVenueBySlug(tenant, slug)).toBeNull();
});

test("another tenant's venue looks like one that does not exist", async () => {
  const [mine, theirs] = await Promise.all([makeTenant(), makeTenant()]);
  const venue = await makeVenue(theirs);
  expect(await findVenueById(mine, venue.id)).toBeNull();
  expect(await findVenueBySlug(mine, venue.slug)).toBeNull();
  expect(await inTenant(mine.id, (tx) => loadVenueInTx(tx, mine.id, venue.id))).toBeNull();
  expect(await inTenant(mine.id, (tx) => loadVenueInTx(tx, theirs.id, venue.id))).toBeNull();
  expect(await listVenues(mine)).toEqual([]);
  expect(await findVenueById(mine, newId())).toBeNull();
  expect(await findVenueById(mine, "1 or 1=1")).toBeNull();
});

test("a new price or a new address is seen by the next reader", async () => {
  const tenant = await makeTenant();
  const made = await makeVenue(tenant);
  await findVenueBySlug(tenant, made.slug);
  await inTenant(tenant.id, (tx) =>
    tx.update(prices).set({ amountPaise: 100 }).where(eq(prices.spaceId, made.space.a)),
  );
  expect((await findVenueById(tenant, made.id))?.spaces[0]?.fromPricePaise).toBe(100);

  await inTenant(tenant.id, (tx) => tx.update(venues).set({ slug: "renamed" }).where(eq(venues.id, made.id)));
  expect(await findVenueBySlug(tenant, made.slug)).toBeNull();
  expect((await findVenueBySlug(tenant, "renamed"))?.id).toBe(made.id);
});

test("muhurat dates are the venue's own, in order, both ends included", async () => {
  const tenant = await makeTenant();
  const dates = ["2027-02-07", "2027-02-05", "2027-03-01", "2027-01-31"];
  const venue = await makeVenue(tenant, { muhuratDates: dates.map((date) => ({ date, source: "test" })) });
  const found = await inTenant(tenant.id, (tx) =>
    listMuhuratDates(tx, tenant.id, venue.id, "2027-02-05", "2027-03-01"),
  );
  expect(found).toEqual(["2027-02-05", "2027-02-07", "2027-03-01"]);
});
