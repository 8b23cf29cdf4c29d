import "server-only";
import { readAvailability } from "@/lib/availability/read-availability";
import { addDays } from "@/lib/core/local-date";
import { periodOf, todayIn, withBuffers } from "@/lib/core/period";
import { makeBooking } from "./make-booking";
import { makeTenant, makeUser, makeVenue } from "./make-tenant";

export const ZONE = "Asia/Kolkata";
/** The day that these tests book on. */
export const day = addDays(todayIn(new Date(), ZONE), 60);
export const evening = () => withBuffers(periodOf(day, "16:00", 420, ZONE), 30, 30);

/** A hall of its own whose calendar is read on one day, and booked past the verbs. */
export async function makeCalendarHall() {
  const tenant = await makeTenant();
  const venue = await makeVenue(tenant);
  const customerId = (await makeUser(tenant.id)).id;
  const read = (now?: Date) => readAvailability(tenant, venue, { from: day, to: day }, now);
  return {
    tenant,
    venue,
    read,
    stateIn: async (space: string, slot = venue.slot.evening, now?: Date) => {
      const { days } = await read(now);
      return days[0]?.slots.find((one) => one.spaceId === space && one.slotId === slot)?.state;
    },
    book: (overrides: Partial<Parameters<typeof makeBooking>[1]> = {}) =>
      makeBooking(tenant.id, {
        ...{ venueId: venue.id, customerId, partIds: [venue.space.a], during: evening() },
        ...overrides,
      }),
  };
}
