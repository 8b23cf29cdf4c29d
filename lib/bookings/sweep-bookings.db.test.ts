import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asPlatform } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { booksOf, hold, lapse } from "@/db/testing/checkout";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { approveBooking } from "./approve-booking";
import { completeBookings } from "./complete-bookings";
import { expireClaims } from "./expire-claims";
import { sweepBookings } from "./sweep-bookings";

/** A hall whose one family holds an evening that has lapsed. */
async function lapsedHold() {
  const { tenant, venue } = await makeHall();
  const ctx = await makeFamily(tenant);
  const bookingId = await hold(ctx, venue);
  await lapse(ctx, bookingId);
  return { ctx, bookingId };
}

test("a booking that cannot be swept keeps no other waiting", async () => {
  const [first, second] = [await lapsedHold(), await lapsedHold()];
  const seen: string[] = [];
  const done = await sweepBookings({
    due: sql`${bookings.id} in (${first.bookingId}, ${second.bookingId})`,
    oldestBy: bookings.id,
    work: async (_tx, booking) => {
      seen.push(booking.id);
      if (booking.id === first.bookingId) throw new Error("not this one");
    },
  });
  expect(seen).toEqual([first.bookingId, second.bookingId]);
  expect(done).toBe(1);
});

test("two sweeps at once expire a hold once", async () => {
  const { ctx, bookingId } = await lapsedHold();
  await Promise.all([expireClaims(), expireClaims()]);
  const books = await booksOf(ctx, bookingId);
  expect(books.status).toBe("expired");
  expect(books.notices.filter((what) => what === "expired")).toHaveLength(1);
});

test("a confirmed booking is completed once its last function has ended, and not before", async () => {
  const { tenant, venue } = await makeHall();
  const ctx = await makeFamily(tenant);
  const bookingId = await hold(ctx, venue);
  await approveBooking(await makeManager(tenant), { bookingId });
  await completeBookings();
  expect((await booksOf(ctx, bookingId)).status).toBe("confirmed");
  // The oldest of all, so that no other test's past is swept first.
  await asPlatform((tx) =>
    tx.execute(sql`update bookings set starts_at = clock_timestamp() - interval '30 years 2 hours',
        ends_at = clock_timestamp() - interval '30 years'
      where tenant_id = ${tenant.id} and id = ${bookingId}`),
  );
  await completeBookings();
  expect((await booksOf(ctx, bookingId)).status).toBe("completed");
});
