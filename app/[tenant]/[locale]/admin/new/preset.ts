import type { Preset } from "@/components/admin/new-booking/first-draft";
import type { DeskVenue } from "@/lib/bookings/types";
import { isLocalDate } from "@/lib/core/local-date";

/** `?space=…&session=…&date=2027-02-14`, as the diary's free cell links; `phone` as a customer's page does. */
export type PresetQuery = Partial<Record<"venue" | "space" | "session" | "date" | "phone", string | string[]>>;

/** What of an address means something here; the rest is left out. */
export function presetOf(query: PresetQuery, venues: readonly DeskVenue[]): Preset {
  const one = (name: keyof PresetQuery) => {
    const value = query[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const [space, session, date] = [one("space"), one("session"), one("date")];
  const venue = venues.find(
    ({ id, spaces }) => id === one("venue") || (space !== undefined && spaces.some((each) => each.id === space)),
  );
  return {
    venueId: venue?.id,
    spaceId: venue?.spaces.find(({ id }) => id === space)?.id,
    slotId: venue?.slots.find(({ id }) => id === session)?.id,
    date: date && isLocalDate(date) ? date : undefined,
    phone: one("phone")?.slice(0, 30),
  };
}
