import type { LocalDate } from "./local-date";
import type { Locale } from "./locale";
import { NUMBER_LOCALES } from "./money";
import type { Period } from "./period";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(NUMBER_LOCALES[locale], options);
  formats.set(key, known);
  return known;
}

const DATE_STYLES = {
  /** Sunday, 7 February 2027 */
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  /** 7 February 2027 */
  long: { day: "numeric", month: "long", year: "numeric" },
  /** Sun 7 Feb */
  short: { weekday: "short", day: "numeric", month: "short" },
  /** Sun 7 */
  day: { weekday: "short", day: "numeric" },
  month: { month: "long", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof DATE_STYLES;

/** A venue's calendar day in words; no zone is involved. */
export function formatDate(date: LocalDate, locale: Locale, style: DateStyle = "full"): string {
  return formatDay(new Date(`${date}T12:00:00Z`), locale, "UTC", style);
}

/** Of a month, `YYYY-MM`. */
export function formatMonth(month: string, locale: Locale): string {
  return formatDate(`${month}-01`, locale, "month");
}

/**
 * The day of an instant on the venue's calendar, in words. Languages give the words and digits; order and commas are the
 * same in all three and in every browser: weekday, day month year.
 */
export function formatDay(at: Date, locale: Locale, timeZone: string, style: DateStyle = "full"): string {
  const parts = formatter(locale, { ...DATE_STYLES[style], timeZone }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value;
  const weekday = of("weekday");
  const rest = [of("day"), of("month"), of("year")].filter(Boolean).join(" ");
  return weekday ? `${weekday}${style === "full" ? "," : ""} ${rest}` : rest;
}

/** Whether a period ends on a later day than it starts, on the venue's wall clock. */
export function endsNextDay({ startsAt, endsAt }: Period, timeZone: string): boolean {
  const day = (at: Date) => formatter("en", { day: "numeric", month: "numeric", year: "numeric", timeZone }).format(at);
  return day(startsAt) !== day(new Date(endsAt.getTime() - 1));
}
