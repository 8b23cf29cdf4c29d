import type { AvailableSlot, Space } from "./availability";
import { isoWeekday, type LocalDate } from "./local-date";
import type { Paise } from "./money";

/** What these helpers need of a day; times may be Dates or RFC 3339 text. Temporal-free: this file goes to the browser. */
export type DayLike = {
  date: LocalDate;
  muhurat: boolean;
  slots: readonly Pick<AvailableSlot, "slotId" | "spaceId" | "state" | "pricePaise">[];
};

export type DayFilter = { spaceId?: string | undefined; slotId?: string | undefined; guests?: number | undefined };
export type DayState = "free" | "part" | "full" | "closed" | "past";
export type DaySummary = { state: DayState; lowestPricePaise: Paise | null; freeCount: number; total: number };

/** The same days with only the slots that fit. */
export function filterDays<D extends Omit<DayLike, "slots"> & { slots: S[] }, S extends DayLike["slots"][number]>(
  days: readonly D[],
  filter: DayFilter,
  spaces: readonly Pick<Space, "id" | "capacity">[],
): D[] {
  const fitting = new Set(spaces.filter((space) => space.capacity >= (filter.guests ?? 0)).map((space) => space.id));
  return days.map((day) => ({
    ...day,
    slots: day.slots.filter(
      (slot) =>
        fitting.has(slot.spaceId) &&
        (!filter.spaceId || slot.spaceId === filter.spaceId) &&
        (!filter.slotId || slot.slotId === filter.slotId),
    ),
  }));
}

/** One word and the lowest price for a day. Past slots do not count while others remain. */
export function summarizeDay(day: DayLike): DaySummary {
  const open = day.slots.filter((slot) => slot.state !== "past");
  const free = open.filter((slot) => slot.state === "free");
  const lowestPricePaise = free.length > 0 ? Math.min(...free.map((slot) => slot.pricePaise)) : null;
  return {
    state: stateOf(day, open.length, free.length),
    lowestPricePaise,
    freeCount: free.length,
    total: open.length,
  };
}

function stateOf(day: DayLike, open: number, free: number): DayState {
  if (open === 0) return day.slots.length === 0 ? "closed" : "past";
  if (free === open) return "free";
  if (free > 0) return "part";
  return day.slots.every((slot) => slot.state === "closed" || slot.state === "past") ? "closed" : "full";
}

const hasFree = (day: DayLike) => day.slots.some((slot) => slot.state === "free");

export const isFreeSaturday = (day: DayLike): boolean => isoWeekday(day.date) === 6 && hasFree(day);
export const isFreeMuhurat = (day: DayLike): boolean => day.muhurat && hasFree(day);

/** The first day that fits, by date. */
export function nextFree<D extends DayLike>(days: readonly D[], fits: (day: D) => boolean = hasFree): D | undefined {
  return days.find(fits);
}
