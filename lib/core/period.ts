import { Temporal } from "temporal-polyfill";
import type { LocalDate, LocalTime } from "./local-date";

export type { LocalDate, LocalTime };

/** Half-open: from `startsAt`, up to but without `endsAt`. */
export type Period = { startsAt: Date; endsAt: Date };

const MINUTE = 60_000;

function instant(local: Temporal.PlainDateTime, timeZone: string): Date {
  return new Date(local.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds);
}

/** From a wall-clock time on a day, `lengthMinutes` on the wall clock: 16:00 to 15:00 stays so when clocks change. */
export function periodOf(date: LocalDate, startTime: LocalTime, lengthMinutes: number, timeZone: string): Period {
  const start = Temporal.PlainDateTime.from(`${date}T${startTime}`);
  return { startsAt: instant(start, timeZone), endsAt: instant(start.add({ minutes: lengthMinutes }), timeZone) };
}

/** Between two wall-clock times, `YYYY-MM-DDTHH:MM`. It may be inverted: `checkWindow` tells. */
export function customPeriod(start: string, end: string, timeZone: string): Period {
  return {
    startsAt: instant(Temporal.PlainDateTime.from(start), timeZone),
    endsAt: instant(Temporal.PlainDateTime.from(end), timeZone),
  };
}

function zoned(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

export function localDateOf(at: Date, timeZone: string): LocalDate {
  return zoned(at, timeZone).toPlainDate().toString();
}

/** `YYYY-MM-DDTHH:MM` on the wall clock. */
export function localDateTimeOf(at: Date, timeZone: string): string {
  return zoned(at, timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

export function todayIn(now: Date, timeZone: string): LocalDate {
  return localDateOf(now, timeZone);
}

/** The first instant of a day; where midnight is skipped, the first that exists. */
export function startOfDay(date: LocalDate, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}

export function overlaps(a: Period, b: Period): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** Widened by the venue's set-up and clean-up time, in minutes. */
export function withBuffers(period: Period, setupMinutes: number, cleanupMinutes: number): Period {
  return {
    startsAt: new Date(period.startsAt.getTime() - setupMinutes * MINUTE),
    endsAt: new Date(period.endsAt.getTime() + cleanupMinutes * MINUTE),
  };
}

/** The same time in as few periods as it takes, by start; touching ones become one. */
export function mergePeriods(periods: readonly Period[]): Period[] {
  const merged: Period[] = [];
  for (const period of periods.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const last = merged.at(-1);
    if (last && period.startsAt <= last.endsAt) {
      if (period.endsAt > last.endsAt) merged[merged.length - 1] = { startsAt: last.startsAt, endsAt: period.endsAt };
    } else merged.push(period);
  }
  return merged;
}

export function minutesIn(period: Period): number {
  return (period.endsAt.getTime() - period.startsAt.getTime()) / MINUTE;
}
