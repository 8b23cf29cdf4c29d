import { addDays, addMonths, type LocalDate } from "./local-date";

/** Whole months, `YYYY-MM`, both included. */
export type ReportPeriod = { from: string; to: string };

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;
/** More than three years at once say less, and are read more slowly. */
const MOST_MONTHS = 36;

const month = (date: LocalDate) => date.slice(0, 7);
const later = (of: string, months: number) => month(addMonths(`${of}-01`, months));

/** The Indian financial year, April to March, that a day lies in. */
export function financialYearOf(date: LocalDate): ReportPeriod {
  const from = `${Number(date.slice(0, 4)) - (date.slice(5, 7) < "04" ? 1 : 0)}-04`;
  return { from, to: later(from, 11) };
}

/** What an address asks for; ends the wrong way round are turned, what makes no sense is this financial year. */
export function readPeriod(from: string | undefined, to: string | undefined, today: LocalDate): ReportPeriod {
  if (!from || !to || !MONTH.test(from) || !MONTH.test(to)) return financialYearOf(today);
  const [first, last] = from <= to ? [from, to] : [to, from];
  const most = later(first, MOST_MONTHS - 1);
  return { from: first, to: last < most ? last : most };
}

/** What one looks at most, by name. */
export function usualPeriods(today: LocalDate) {
  const now = month(today);
  const thisYear = financialYearOf(today);
  return {
    thisYear,
    lastYear: yearBefore(thisYear),
    thisMonth: { from: now, to: now },
    lastMonths: { from: later(now, -11), to: now },
    nextMonths: { from: now, to: later(now, 11) },
  } satisfies Record<string, ReportPeriod>;
}

/** The same months a year before: what is compared with. */
export function yearBefore({ from, to }: ReportPeriod): ReportPeriod {
  return { from: later(from, -12), to: later(to, -12) };
}

/** Every month of it, `YYYY-MM`, both ends included. */
export function monthsOf({ from, to }: ReportPeriod): string[] {
  const months: string[] = [];
  for (let each = from; each <= to; each = later(each, 1)) months.push(each);
  return months;
}

/** First and last day, both included. */
export function daysOfPeriod({ from, to }: ReportPeriod): { from: LocalDate; to: LocalDate } {
  return { from: `${from}-01`, to: addDays(`${later(to, 1)}-01`, -1) };
}
