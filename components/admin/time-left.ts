import type { Locale } from "@/lib/core/locale";
import type { Messages } from "@/lib/i18n/load-messages";
import { digits, fill } from "@/lib/i18n/plain-text";

const MINUTE = 60_000;

/** `2 d`, `5 h`, `12 min`: the largest unit that fits, rounded down, so that nobody counts on more than there is. */
export function timeLeft(until: Date, now: Date, words: Messages["admin"]["requests"], locale: Locale): string {
  const minutes = Math.max(0, Math.floor((until.getTime() - now.getTime()) / MINUTE));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return fill(words.days, { days: digits(Math.floor(hours / 24), locale) });
  if (hours >= 1) return fill(words.hours, { hours: digits(hours, locale) });
  return fill(words.minutes, { minutes: digits(minutes, locale) });
}
