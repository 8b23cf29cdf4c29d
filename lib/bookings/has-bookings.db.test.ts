import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { makeManyBookings } from "@/db/testing/many-bookings";
import { hasBookings } from "./list-bookings";

test("a hall that was opened just now has taken none, whatever others have; with its first it has", async () => {
  const [here, there] = [await makeHall(), await makeHall()];
  const ctx = await makeManager(here.tenant);
  const take = (hall: typeof here) =>
    makeManyBookings({
      ...{ tenantId: hall.tenant.id, venueId: hall.venue.id, spaceId: hall.venue.space.a, first: 1, count: 1 },
      ...{ name: sql`'Sunita'`, phone: sql`'+919812345678'`, title: sql`'लग्न'` },
    });
  await take(there);
  expect(await hasBookings(ctx)).toBe(false);
  await take(here);
  expect(await hasBookings(ctx)).toBe(true);
});
