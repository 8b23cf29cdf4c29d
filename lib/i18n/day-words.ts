import type { LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { NUMBER_LOCALES } from "@/lib/core/money";

/** A day in words, `Sun, 14 Feb 2027`, in the language's own digits. */
export function dayWords(date: LocalDate, locale: Locale): string {
  const format = { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(NUMBER_LOCALES[locale], format).format(new Date(`${date}T00:00:00Z`));
}

/** A day of each year, `MM-DD`, in words. */
export function yearlyDayWords(monthAndDay: string, locale: Locale): string {
  const format = { day: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(NUMBER_LOCALES[locale], format).format(new Date(`2028-${monthAndDay}T00:00:00Z`));
}
