import { isoWeekday, type LocalDate, type LocalTime } from "./local-date";
import type { LocalText } from "./locale";
import { type Period, periodOf } from "./period";

export type Slot = {
  id: string;
  /** The spaces that have a price for it. */
  spaceIds: string[];
  name: LocalText;
  startTime: LocalTime;
  lengthMinutes: number;
  /** ISO weekdays, 1 = Monday. */
  weekdays: number[];
  sortOrder: number;
};

/** When a session takes place on a day, or null on a weekday without it. */
export function expandSlot(slot: Slot, date: LocalDate, timeZone: string): Period | null {
  return slot.weekdays.includes(isoWeekday(date)) ? periodOf(date, slot.startTime, slot.lengthMinutes, timeZone) : null;
}
