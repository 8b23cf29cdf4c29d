import { Temporal } from "temporal-polyfill";
import { AppError } from "@/lib/errors";
import { isLocalDate, type LocalDate, type LocalTime } from "./local-date";
import { offsetAt, offsetOfWallClock } from "./zone-offset";

export type { LocalDate, LocalTime };

/** Half-open: from `startsAt`, up to but without `endsAt`. */
export type Period = { startsAt: Date; endsAt: Date };

const MINUTE = 60_000;

/** Wall-clock time as if it were UTC, in milliseconds: arithmetic on the clock's face, without a Temporal object. */
function wallClock(date: LocalDate, time: LocalTime): number {
  return Date.parse(`${date}T${time}:00Z`);
}

/** A wall-clock time's instant. Of an hour that comes twice the first; a skipped one moves on by what was skipped. */
function instant(local: number, timeZone: string): Date {
  const offset = offsetOfWallClock(local, timeZone);
  if (offset !== null) return new Date(local - offset);
  const at = new Date(local);
  const plain = new Temporal.PlainDateTime(
    at.getUTCFullYear(),
    at.getUTCMonth() + 1,
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
  );
  return new Date(plain.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds);
}

/**
 * From a wall-clock time on a day, `lengthMinutes` on the wall clock: 16:00 to 15:00 stays so when clocks change. Where it
 * starts in a skipped hour and the clock's end has gone by, it keeps its length instead: no period is empty.
 */
export function periodOf(date: LocalDate, startTime: LocalTime, lengthMinutes: number, timeZone: string): Period {
  const local = wallClock(date, startTime);
  const startsAt = instant(local, timeZone);
  const endsAt = instant(local + lengthMinutes * MINUTE, timeZone);
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : new Date(startsAt.getTime() + lengthMinutes * MINUTE) };
}

/**
 * Between two wall-clock times, `YYYY-MM-DDTHH:MM`. It may be inverted: `checkWindow` tells.
 * @throws AppError INVALID_INPUT for a day or time that does not exist
 */
export function customPeriod(start: string, end: string, timeZone: string): Period {
  return { startsAt: instant(parseLocal(start), timeZone), endsAt: instant(parseLocal(end), timeZone) };
}

function parseLocal(text: string): number {
  const date = text.slice(0, 10);
  if (!isLocalDate(date) || !/^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10))) {
    throw new AppError("INVALID_INPUT", { localDateTime: text });
  }
  return wallClock(date, text.slice(11));
}

/** `YYYY-MM-DDTHH:MM` on the wall clock. */
export function localDateTimeOf(at: Date, timeZone: string): string {
  return new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString().slice(0, 16);
}

/** The day on an IANA zone's clock. */
export function localDateOf(at: Date, timeZone: string): LocalDate {
  return localDateTimeOf(at, timeZone).slice(0, 10);
}

/** Today on an IANA zone's clock. */
export function todayIn(now: Date, timeZone: string): LocalDate {
  return localDateOf(now, timeZone);
}

/** The first instant of a day; where midnight is skipped, the first that exists. */
export function startOfDay(date: LocalDate, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}

/** Half-open: periods that only touch do not. */
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

/** Of an inverted period below nothing. */
export function minutesIn(period: Period): number {
  return (period.endsAt.getTime() - period.startsAt.getTime()) / MINUTE;
}
