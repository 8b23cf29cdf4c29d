import type { LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { NUMBER_LOCALES } from "@/lib/core/money";

const part = (date: LocalDate, locale: Locale, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(NUMBER_LOCALES[locale], { ...options, timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** A day in words, `Sun, 14 Feb 2027`, in the language's own digits. */
export function dayWords(date: LocalDate, locale: Locale): string {
  const weekday = part(date, locale, { weekday: "short" });
  const month = part(date, locale, { month: "short" });
  return `${weekday}, ${part(date, locale, { day: "numeric" })} ${month} ${part(date, locale, { year: "numeric" })}`;
}

/** A day of each year, `MM-DD`, in words. */
export function yearlyDayWords(monthAndDay: string, locale: Locale): string {
  return part(`2028-${monthAndDay}`, locale, { day: "numeric", month: "long" });
}
