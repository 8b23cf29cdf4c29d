import { addMinutes, type DiaryBar, minutesFrom, slotReaching } from "@/lib/core/diary";
import { addDays, daysBetween, isoWeekday, type LocalDate } from "@/lib/core/local-date";
import type { Cell, DiaryVenue, Place } from "./types";

/** The sessions that a space has on a day, in the order of the clock. */
export function sessionsAt({ spaceId, date }: Cell, { slots }: DiaryVenue) {
  return slots
    .filter(({ spaceIds, weekdays }) => spaceIds.includes(spaceId) && weekdays.includes(isoWeekday(date)))
    .toSorted((a, b) => (a.startTime < b.startTime ? -1 : 1));
}

/** Where a function goes when it is put into a cell: its own session there, else the one that is most like it. */
export function placeAt(bar: DiaryBar, cell: Cell, venue: DiaryVenue): Place {
  if (bar.slotId === null) {
    const minutes = daysBetween(bar.date, cell.date) * 1440;
    return { spaceId: cell.spaceId, startsAt: addMinutes(bar.starts, minutes), endsAt: addMinutes(bar.ends, minutes) };
  }
  const begins = (time: string) => minutesFrom(bar.date, `${bar.date}T${time}`);
  const start = minutesFrom(bar.date, bar.starts);
  const offered = sessionsAt(cell, venue);
  const length = minutesFrom(bar.date, bar.ends) - start;
  const isOff = ({ startTime, lengthMinutes }: (typeof offered)[number]) =>
    Math.abs(begins(startTime) - start) + Math.abs(lengthMinutes - length);
  const nearest = offered.toSorted((a, b) => isOff(a) - isOff(b))[0];
  const slot = offered.find(({ id }) => id === bar.slotId) ?? nearest;
  return { ...cell, slotId: slot?.id ?? bar.slotId };
}

/** What a function becomes when its end is drawn to another day: a longer session, or times of its own. */
export function placeUntil(bar: DiaryBar, lastDay: LocalDate, venue: DiaryVenue): Place {
  const slot = slotReaching(bar, lastDay, venue.slots);
  if (slot) return { spaceId: bar.spaceId, slotId: slot.id, date: bar.date };
  const days = Math.max(0, daysBetween(bar.ends.slice(0, 10), lastDay));
  const endsAt = `${addDays(bar.ends.slice(0, 10), days)}${bar.ends.slice(10)}`;
  return { spaceId: bar.spaceId, startsAt: bar.starts, endsAt };
}

/** Where it stands, to be put back there. */
export function placeOf({
  spaceId,
  slotId,
  date,
  starts,
  ends,
}: Pick<DiaryBar, "spaceId" | "slotId" | "date" | "starts" | "ends">): Place {
  return slotId === null ? { spaceId, startsAt: starts, endsAt: ends } : { spaceId, slotId, date };
}

export function isSamePlace(a: Place, b: Place): boolean {
  if (a.spaceId !== b.spaceId) return false;
  if ("slotId" in a) return "slotId" in b && a.slotId === b.slotId && a.date === b.date;
  return "startsAt" in b && a.startsAt === b.startsAt && a.endsAt === b.endsAt;
}
