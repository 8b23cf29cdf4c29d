import { type DayFilter, type DayLike, filterDays, summarizeDay } from "@/lib/core/availability-filter";
import { daysBetween, type LocalDate } from "@/lib/core/local-date";
import type {
  CalendarCell,
  CalendarDay,
  CalendarFilter,
  CalendarQueryPick,
  CalendarSlot,
  CalendarVenue,
} from "./types";

type Spaces = CalendarVenue["spaces"];

/** A day from the browser's side or the server's: times are not looked at. */
type CellDay = Omit<DayLike, "slots"> & { slots: DayLike["slots"][number][] };

function dayFilter({ spaceId, slotId, guests }: CalendarFilter): DayFilter {
  return { spaceId: spaceId ?? undefined, slotId: slotId ?? undefined, guests: guests ?? undefined };
}

/** What each day's cell shows under a filter. */
export function cellsOf(days: CellDay[], filter: CalendarFilter, spaces: Spaces): CalendarCell[] {
  return filterDays(days, dayFilter(filter), spaces).map((day) => {
    const { state, lowestPricePaise } = summarizeDay(day);
    return { date: day.date, muhurat: day.muhurat, state, lowestPaise: lowestPricePaise };
  });
}

export function dayUnder(day: CalendarDay, filter: CalendarFilter, spaces: Spaces): CalendarDay {
  return filterDays([day], dayFilter(filter), spaces)[0] ?? day;
}

/** The session that was picked while it is free, else the first free one in the order of the sheet. */
export function pickedSlot(day: CalendarDay, pick: CalendarQueryPick, venue: CalendarVenue): CalendarSlot | null {
  const free = day.slots.filter((slot) => slot.state === "free");
  const asked = free.find((slot) => slot.spaceId === pick?.spaceId && slot.slotId === pick.slotId);
  if (asked) return asked;
  for (const space of venue.spaces) {
    for (const session of venue.slots) {
      const first = free.find((slot) => slot.spaceId === space.id && slot.slotId === session.id);
      if (first) return first;
    }
  }
  return null;
}

/** A day without room is an offer of others: the nearest that have some, in order. */
export function nearestFree(cells: readonly CalendarCell[], date: LocalDate): LocalDate[] {
  return cells
    .filter((cell) => cell.state === "free" || cell.state === "part")
    .map((cell) => cell.date)
    .toSorted((a, b) => Math.abs(daysBetween(date, a)) - Math.abs(daysBetween(date, b)))
    .slice(0, 4)
    .toSorted();
}
