import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asPlatform } from "@/db/client";
import { makeFamily } from "@/db/testing/make-family";
import { readAvailability } from "@/lib/availability/read-availability";
import { holdBooking } from "@/lib/bookings/hold-booking";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { fillHalls } from "./fill";

const BOOKINGS = 400;
const day = (offset: number) => addDays(todayIn(new Date(), "Asia/Kolkata"), offset);

/** How fast it is beside a million of them: `npm run prove -- scale`. */
test("halls full of bookings read and hold as any other: what is taken is refused, what is free is held", async () => {
  const [hall] = await fillHalls(2, BOOKINGS);
  if (!hall) throw new Error("no hall");
  const { tenant, venue } = hall;
  const ctx = await makeFamily(tenant);
  const [count] = await asPlatform((tx) =>
    tx.execute<{ lines: number; claims: number }>(sql`select
      (select count(*)::int from booking_lines where tenant_id = ${tenant.id}) as lines,
      (select count(*)::int from allocations where tenant_id = ${tenant.id}) as claims`),
  );
  expect(count).toEqual({ lines: BOOKINGS, claims: BOOKINGS });

  // Two a day, the last of them a hundred and twenty days ahead.
  const { days } = await readAvailability(tenant, venue, { from: day(60), to: day(200), spaceId: venue.space.b });
  const evenings = days.flatMap(({ slots }) => slots.filter(({ slotId }) => slotId === venue.slot.evening));
  expect(evenings.map(({ state }) => state)).toEqual(evenings.map((_, at) => (at < 60 ? "booked" : "free")));
  const hold = (offset: number) =>
    holdBooking(ctx, {
      ...{ venueId: venue.id, guests: 100, addOns: [], eventType: "wedding", eventTitle: "Jadhav – Pawar" },
      functions: [{ spaceId: venue.space.b, slotId: venue.slot.evening, date: day(offset), name: "wedding" }],
      ...{ termsAccepted: true, locale: "en" },
    });
  await expect(hold(60)).rejects.toMatchObject({ code: "SLOT_TAKEN" });
  expect((await hold(130)).result.status).toBe("temp_hold");
});
