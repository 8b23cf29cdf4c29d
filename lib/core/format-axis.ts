import type { Locale } from "./locale";
import { NUMBER_LOCALES } from "./money";

/** `Feb`, `फेब्रु`: a month (`YYYY-MM`) below a narrow column of a chart. */
export function formatMonthShort(month: string, locale: Locale): string {
  const at = new Date(`${month}-01T12:00:00Z`);
  return new Intl.DateTimeFormat(NUMBER_LOCALES[locale], { month: "short", timeZone: "UTC" }).format(at);
}

/** `Monday`, or `Mon`, of an ISO weekday. */
export function formatWeekday(weekday: number, locale: Locale, style: "long" | "short"): string {
  // 2024-01-01 was a Monday.
  const at = new Date(Date.UTC(2024, 0, weekday, 12));
  return new Intl.DateTimeFormat(NUMBER_LOCALES[locale], { weekday: style, timeZone: "UTC" }).format(at);
}
