import type { BookingStatus } from "@/lib/core/booking-state";
import { claimsOf, type PartClaim } from "@/lib/core/claims";
import { addDays, datesBetween, daysBetween, isoWeekday, type LocalDate } from "@/lib/core/local-date";
import { overlaps, startOfDay } from "@/lib/core/period";
import { expandSlot } from "@/lib/core/slots";
import type { Demand, EventTemplate } from "./events";
import type { Hall } from "./hall";
import type { Random } from "./random";

export type PlannedFunction = {
  name: string;
  spaceId: string;
  slotId: string;
  date: LocalDate;
  period: { startsAt: Date; endsAt: Date };
  partIds: string[];
};

export type Entry = { template: EventTemplate; date: LocalDate; functions: PlannedFunction[]; fate: BookingStatus };
export type Closure = { reason: string; claims: PartClaim[]; startsAt: Date; endsAt: Date };

const BLOCKING: readonly BookingStatus[] = ["temp_hold", "pending", "confirmed", "completed"];

/** The paper diary being filled: refuses what overlaps, as the database would. */
export function openDiary(hall: Hall, keptFree: readonly LocalDate[]) {
  const taken: PartClaim[] = [];
  const { timeZone } = hall.settings;
  const free = keptFree.map((date) => ({
    startsAt: startOfDay(date, timeZone),
    endsAt: startOfDay(addDays(date, 1), timeZone),
  }));

  function functionsOf(template: EventTemplate, date: LocalDate): PlannedFunction[] | null {
    const planned = template.functions.map(({ name, space, slot, day }) => {
      const onDate = addDays(date, day);
      const place = hall.spaces.get(space);
      const session = hall.slots.get(slot);
      const period = session && expandSlot(session, onDate, timeZone);
      if (!place || !period) return null;
      return { name, spaceId: place.id, slotId: session.id, date: onDate, period, partIds: place.partIds };
    });
    return planned.every((one) => one !== null) ? planned : null;
  }

  function claim(claims: PartClaim[]): boolean {
    const clash = claims.some(
      ({ partId, period }) =>
        free.some((day) => overlaps(day, period)) ||
        taken.some((other) => other.partId === partId && overlaps(other.period, period)),
    );
    if (!clash) taken.push(...claims);
    return !clash;
  }

  return {
    /** Writes an event in if there is room, or always if its fate leaves no claim. */
    write(template: EventTemplate, date: LocalDate, fate: BookingStatus): Entry | null {
      const functions = functionsOf(template, date);
      if (!functions) return null;
      if (BLOCKING.includes(fate) && !claim(claimsOf(functions, hall.settings))) return null;
      return { template, date, functions, fate };
    },
    close(reason: string, space: string, from: LocalDate, days: number): Closure | null {
      const period = { startsAt: startOfDay(from, timeZone), endsAt: startOfDay(addDays(from, days), timeZone) };
      const claims = (hall.spaces.get(space)?.partIds ?? []).map((partId) => ({ partId, period }));
      return claims.length > 0 && claim(claims) ? { reason, claims, ...period } : null;
    },
  };
}

type Diary = ReturnType<typeof openDiary>;

function fateOf(random: Random, past: boolean): BookingStatus {
  const roll = random.next();
  if (roll < 0.07) return "cancelled";
  if (roll < 0.1) return "expired";
  if (roll < 0.12) return "rejected";
  return past ? "completed" : "confirmed";
}

/** Muhurats fill first, weekends next; demand fades with distance, and every fifth month stays wide open. */
function demandOn(hall: Hall, date: LocalDate, daysAhead: number): { tries: number; chance: number } {
  const month = Math.floor(daysAhead / 30);
  const quiet = daysAhead > 0 && month % 5 === 4 ? 0.25 : 1;
  if (hall.muhurat.has(date)) return { tries: 5, chance: 0.75 * quiet };
  const fade = daysAhead > 0 ? Math.max(0.3, 1 - month * 0.07) : 1;
  return isoWeekday(date) >= 6 ? { tries: 3, chance: 0.4 * fade * quiet } : { tries: 1, chance: 0.22 * fade * quiet };
}

export function fillDiary(
  random: Random,
  hall: Hall,
  demand: Demand,
  diary: Diary,
  days: { from: LocalDate; to: LocalDate; today: LocalDate },
): Entry[] {
  return datesBetween(days.from, days.to).flatMap((date) => {
    const daysAhead = daysBetween(days.today, date);
    const { tries, chance } = demandOn(hall, date, daysAhead);
    const templates = hall.muhurat.has(date) ? demand.muhurat : demand.ordinary;
    const entries: Entry[] = [];
    for (let n = 0; n < tries; n++) {
      if (!random.chance(chance)) continue;
      const template = random.pick(templates);
      // An event that began yesterday may not be over yet.
      const entry = diary.write(template, date, fateOf(random, daysAhead < -2));
      if (entry) entries.push(entry);
    }
    return entries;
  });
}

/** The first day from `daysAhead` on where the event still fits, written in with that fate. */
export function writeWhereFree(
  diary: Diary,
  template: EventTemplate,
  fate: BookingStatus,
  today: LocalDate,
  daysAhead: number,
): Entry | null {
  for (let day = daysAhead; day < daysAhead + 60; day++) {
    const entry = diary.write(template, addDays(today, day), fate);
    if (entry) return entry;
  }
  return null;
}
