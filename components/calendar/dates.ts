import { isoWeekday, type LocalDate } from "@/lib/core/local-date";
import { digits, fill } from "@/lib/i18n/plain-text";
import type { CalendarWords } from "./types";

type DateWords = Pick<CalendarWords, "locale" | "months" | "weekdays" | "weekdaysShort" | "longDate">;

/** "Sunday, 7 February 2027" */
export function longDate(date: LocalDate, words: DateWords): string {
  return fill(words.longDate, {
    weekday: words.weekdays[isoWeekday(date) - 1] ?? "",
    day: dayNumber(date, words),
    month: words.months[Number(date.slice(5, 7)) - 1] ?? "",
    year: digits(date.slice(0, 4), words.locale),
  });
}

/** "Sun 7" */
export function shortDate(date: LocalDate, words: DateWords): string {
  return `${words.weekdaysShort[isoWeekday(date) - 1] ?? ""} ${dayNumber(date, words)}`;
}

export function dayNumber(date: LocalDate, words: Pick<DateWords, "locale">): string {
  return digits(Number(date.slice(8)), words.locale);
}

/** "February 2027" */
export function monthTitle(month: string, words: DateWords): string {
  const [year = "", number = "1"] = month.split("-");
  return `${words.months[Number(number) - 1] ?? ""} ${digits(year, words.locale)}`;
}
