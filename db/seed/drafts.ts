import { addDays, type LocalDate } from "@/lib/core/local-date";
import { startOfDay } from "@/lib/core/period";
import type { BookingSource } from "../schema/bookings";
import { type Closure, type Entry, fillDiary, openDiary, writeWhereFree } from "./diary";
import type { Demand } from "./events";
import type { Hall } from "./hall";
import type { Random } from "./random";

/** A booking before it has a number: what is held, by how many, and when it was made. */
export type Draft = Entry & { guests: number; source: BookingSource; createdAt: Date };

const HOUR = 3_600_000;
const MONTHS_BACK_IN_DAYS = 183;
const MONTHS_AHEAD_IN_DAYS = 365;

type Closing = { reason: string; space: string; daysAhead: number; days: number };
export type Scene = { demand: Demand; closings: Closing[]; holds: number; requests: number; options: number };

/** Days that must stay bookable, whatever else the year brings: coming Saturdays, and every fourth muhurat. */
function keptFree(hall: Hall, today: LocalDate): LocalDate[] {
  const days = Array.from({ length: 120 }, (_, index) => addDays(today, index + 5));
  const saturdays = days
    .filter((date) => new Date(`${date}T00:00:00Z`).getUTCDay() === 6)
    .filter((_, n) => n % 4 === 1);
  const muhurats = [...hall.muhurat].filter((date) => date > addDays(today, 2)).filter((_, n) => n % 4 === 1);
  return [...saturdays, ...muhurats];
}

function sourceOf(random: Random, { fate }: Entry): BookingSource {
  if (fate === "expired" || fate === "rejected") return "online";
  return random.pick(["online", "online", "desk", "phone"]);
}

export function draftsOf(
  random: Random,
  hall: Hall,
  scene: Scene,
  today: LocalDate,
  now: Date,
): { drafts: Draft[]; closures: Closure[] } {
  const diary = openDiary(hall, keptFree(hall, today));
  const closures = scene.closings.flatMap(({ reason, space, daysAhead, days }) => {
    for (let later = 0; later < 30; later++) {
      const closure = diary.close(reason, space, addDays(today, daysAhead + later), days);
      if (closure) return [closure];
    }
    return [];
  });

  const guestsOf = ({ template }: Entry) => Math.round(random.between(...template.guests) / 10) * 10;
  const live = (
    fate: "temp_hold" | "pending",
    source: BookingSource,
    minutesAgo: () => number,
    from: number,
  ): Draft[] => {
    const entry = writeWhereFree(diary, random.pick(scene.demand.ordinary), fate, today, from);
    return entry
      ? [{ ...entry, source, guests: guestsOf(entry), createdAt: new Date(now.getTime() - minutesAgo() * 60_000) }]
      : [];
  };
  const several = (count: number, make: (n: number) => Draft[]) =>
    Array.from({ length: count }, (_, n) => make(n)).flat();
  const open = [
    ...several(scene.holds, (n) => live("temp_hold", "online", () => random.between(0, 5), 6 + n * 9)),
    ...several(scene.requests, (n) => live("pending", "online", () => random.between(30, 300), 9 + n * 11)),
    ...several(scene.options, (n) => live("pending", "desk", () => random.between(300, 2400), 25 + n * 17)),
  ];

  const range = { from: addDays(today, -MONTHS_BACK_IN_DAYS), to: addDays(today, MONTHS_AHEAD_IN_DAYS), today };
  const settled = fillDiary(random, hall, scene.demand, diary, range).map((entry): Draft => {
    const source = sourceOf(random, entry);
    const day = startOfDay(addDays(entry.date, -random.between(...entry.template.lead)), hall.settings.timeZone);
    const wished = new Date(day.getTime() + random.between(10 * 60, 20 * 60) * 60_000);
    const latest = new Date(now.getTime() - random.between(7, 20 * 24) * HOUR);
    return { ...entry, source, guests: guestsOf(entry), createdAt: wished < latest ? wished : latest };
  });
  return { drafts: [...open, ...settled].toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()), closures };
}
