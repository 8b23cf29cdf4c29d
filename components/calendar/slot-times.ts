import type { useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locale";
import { clockWords } from "@/lib/i18n/clock-words";

type Translate = ReturnType<typeof useTranslations<"calendar">>;

/** "16:30" as people say it: "4:30 pm", "दुपारी ४:३०". */
export function clockTime(t: Translate, time: string, locale: Locale): string {
  const { part, time: written } = clockWords(time, locale);
  return t(`time.${part}`, { time: written });
}

/** A session on the wall clock: "9 am to 11 pm", "4 pm to 3 pm next day". `lengthMinutes` on the clock as well. */
export function sessionTimes(t: Translate, startTime: string, lengthMinutes: number, locale: Locale): string {
  const [hour = 0, minute = 0] = startTime.split(":").map(Number);
  const end = hour * 60 + minute + lengthMinutes;
  const endTime = `${Math.floor((end % 1440) / 60)}:${end % 60}`;
  const range = { from: clockTime(t, startTime, locale), to: clockTime(t, endTime, locale) };
  if (end < 1440) return t("time.range", range);
  return end === 1440 ? t("time.range", { ...range, to: t("time.midnight") }) : t("time.rangeNextDay", range);
}
