import type { useTranslations } from "next-intl";
import { clockTime } from "@/components/calendar/slot-times";
import { endsNextDay, formatDay } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { localDateTimeOf, type Period } from "@/lib/core/period";

type Translate = ReturnType<typeof useTranslations<"calendar">>;

/** How times are said on one venue's wall clock, in one language. */
export type Clock = { t: Translate; locale: Locale; timeZone: string };

/** `4 pm`, `दुपारी ४`. */
export function timeOf(at: Date, { t, locale, timeZone }: Clock): string {
  return clockTime(t, localDateTimeOf(at, timeZone).slice(11), locale);
}

/** `4 pm to 11 pm`, `4 pm to 3 pm next day`. */
export function spanOf(period: Period, clock: Clock): string {
  const range = { from: timeOf(period.startsAt, clock), to: timeOf(period.endsAt, clock) };
  return clock.t(endsNextDay(period, clock.timeZone) ? "time.rangeNextDay" : "time.range", range);
}

/** A moment that someone waits for: its time, and its day unless that is today. */
export function momentOf(at: Date, now: Date, clock: Clock): string {
  const day = (instant: Date) => formatDay(instant, clock.locale, clock.timeZone, "short");
  return day(at) === day(now) ? timeOf(at, clock) : `${day(at)}, ${timeOf(at, clock)}`;
}
