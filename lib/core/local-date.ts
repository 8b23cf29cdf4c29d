/** A day on the venue's calendar, `YYYY-MM-DD`. No time zone in here, and no Temporal: this file goes to the browser. */
export type LocalDate = string;
/** Wall clock, `HH:MM`. */
export type LocalTime = string;

const DAY = 86_400_000;

/** Not `Date.UTC`, which takes the year 99 for 1999. */
function dayOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

function parse(date: LocalDate): number {
  return dayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

function write(time: number): LocalDate {
  return new Date(time).toISOString().slice(0, 10);
}

/** True for a day that exists: 2027-02-29 does not. */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && write(parse(text)) === text;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return write(parse(date) + days * DAY);
}

/** The same day of another month, or that month's last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count % 12;
  const lastDay = new Date(dayOf(year, month + 1, 0)).getUTCDate();
  return write(dayOf(year, month, Math.min(Number(date.slice(8, 10)), lastDay)));
}

/** Days from `a` to `b`, negative when `b` comes first. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return Math.round((parse(b) - parse(a)) / DAY);
}

/** 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: LocalDate): number {
  return new Date(parse(date)).getUTCDay() || 7;
}

/** Every day from `from` to `to`, both included. */
export function datesBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const count = daysBetween(from, to) + 1;
  return count > 0 ? Array.from({ length: count }, (_, index) => addDays(from, index)) : [];
}

/** Every day of a month, `YYYY-MM`. */
export function monthDates(month: string): LocalDate[] {
  const first = `${month}-01`;
  return datesBetween(first, addDays(addMonths(first, 1), -1));
}
