import { and, eq, type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { makeBooking } from "@/db/testing/make-booking";
import { makeHall, makeUser, type TestTenant } from "@/db/testing/make-tenant";
import { BOOKING_STATUSES } from "@/lib/core/booking-state";
import { ofStatus, shownStatus } from "./list-columns";

let tenant: TestTenant;
beforeAll(async () => {
  const hall = await makeHall();
  tenant = hall.tenant;
  const { id: customerId } = await makeUser(tenant.id);
  const common = { venueId: hall.venue.id, customerId, partIds: [hall.venue.space.a] };
  const [past, ahead] = [new Date(Date.now() - 60_000), new Date(Date.now() + 3_600_000)];
  const standing = [
    ...(["temp_hold", "pending"] as const).flatMap((status) => [
      { status, holdExpiresAt: past },
      { status, holdExpiresAt: ahead },
    ]),
    { status: "pending" as const, holdExpiresAt: null },
    { status: "confirmed" as const },
    { status: "temp_hold" as const, holdExpiresAt: past },
  ];
  let last = "";
  for (const [n, one] of standing.entries()) {
    const startsAt = new Date(Date.now() + (30 + n) * 86_400_000);
    const during = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
    last = await makeBooking(tenant.id, { ...common, ...one, during });
  }
  await inTenant(tenant.id, (tx) =>
    tx
      .update(bookings)
      .set({ status: "expired" })
      .where(and(ofTenant(), eq(bookings.id, last))),
  );
});
const ofTenant = () => eq(bookings.tenantId, tenant.id);
const shown = (where: SQL) =>
  inTenant(tenant.id, (tx) => tx.select({ id: bookings.id }).from(bookings).where(and(ofTenant(), where)));

test("a filter finds what is shown so, whether or not the sweep has been by", async () => {
  const counts: Record<string, number> = {};
  for (const status of BOOKING_STATUSES) {
    const found = await shown(ofStatus(status));
    const same = await shown(sql`${shownStatus}::text = ${status}`);
    expect(found.map(({ id }) => id).toSorted()).toEqual(same.map(({ id }) => id).toSorted());
    if (found.length > 0) counts[status] = found.length;
  }
  expect(counts).toEqual({ temp_hold: 1, pending: 2, confirmed: 1, expired: 3 });
});
