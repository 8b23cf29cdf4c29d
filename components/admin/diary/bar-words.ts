import { timeLeft } from "@/components/admin/time-left";
import { isFirm } from "@/lib/core/booking-status";
import { addMinutes, type DiaryBar } from "@/lib/core/diary";
import { formatDate } from "@/lib/core/format-time";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { formatPhone } from "@/lib/core/phone";
import { clockWords } from "@/lib/i18n/clock-words";
import { DOT, fill } from "@/lib/i18n/plain-text";
import type { DiaryLook, DiaryVenue, DiaryWords, Place } from "./types";

export type Kind = "hold" | "request" | "option" | "confirmed" | "completed";

const MARKS = { hold: "◔", request: "?", option: "◇", confirmed: "✓", completed: "✓✓" } as const satisfies Record<
  Kind,
  string
>;

export function kindOf({ status, isOption }: DiaryBar): Kind {
  if (status === "temp_hold") return "hold";
  if (status === "pending") return isOption ? "option" : "request";
  return status === "completed" ? "completed" : "confirmed";
}

export const markOf = (bar: DiaryBar): string => MARKS[kindOf(bar)];

/** `Hold 9 min left`, `Option until 20 Jan`, `Confirmed`. */
export function statusWords(bar: DiaryBar, now: number, { words, locale }: DiaryLook): string {
  const word = words.kinds[kindOf(bar)];
  if (bar.holdExpiresAt === null || isFirm(bar.status)) return word;
  const left = timeLeft(new Date(bar.holdExpiresAt), new Date(now), words.left, locale);
  return `${word} ${fill(words.timeLeft, { left })}`;
}

export function clockOf(at: string, { words, locale }: Pick<DiaryLook, "words" | "locale">): string {
  const { part, time } = clockWords(at.slice(11), locale);
  return fill(words.clock[part], { time });
}

/** `4 pm to 11 pm`, `4 pm to Sat 6 Feb 3 pm`. */
export function timesOf(
  { starts, ends }: Pick<DiaryBar, "starts" | "ends">,
  look: Pick<DiaryLook, "words" | "locale">,
): string {
  const isSameDay = addMinutes(ends, -1).slice(0, 10) === starts.slice(0, 10);
  const day = isSameDay ? "" : `${formatDate(ends.slice(0, 10), look.locale, "short")} `;
  return fill(look.words.clock.range, { from: clockOf(starts, look), to: `${day}${clockOf(ends, look)}` });
}

export function spaceName(spaceId: string, venue: DiaryVenue, locale: Locale): string {
  const space = venue.spaces.find(({ id }) => id === spaceId);
  return space ? textIn(space.name, locale) : "";
}

export function sessionName(bar: Pick<DiaryBar, "slotId">, { venue, locale, words }: DiaryLook): string {
  const slot = venue.slots.find(({ id }) => id === bar.slotId);
  return slot ? textIn(slot.name, locale) : words.ownTimes;
}

export function functionWord(name: string, words: DiaryWords): string {
  return Object.entries(words.functions).find(([key]) => key === name)?.[1] ?? name;
}

export function moneyOf({ totalPaise, paidPaise }: DiaryBar, { words, locale }: DiaryLook): string {
  if (paidPaise >= totalPaise) return words.paidAll;
  return fill(words.paidOf, { paid: formatMoney(paidPaise, locale), total: formatMoney(totalPaise, locale) });
}

export const guestsOf = ({ guests }: DiaryBar, { words, locale }: DiaryLook): string =>
  fill(words.guests, { guests: formatNumber(guests, locale) });

export const whoOf = ({ customer }: DiaryBar): string => customer.name ?? formatPhone(customer.phone);

/** All of a bar in one breath: what a screen reader says, and what shows while the pointer rests on it. */
export function barLabel(bar: DiaryBar, now: number, look: DiaryLook): string {
  const { words, locale, venue } = look;
  const buffers = fill(words.buffers, {
    from: clockOf(addMinutes(bar.starts, -bar.setupMinutes), look),
    to: clockOf(addMinutes(bar.ends, bar.cleanupMinutes), look),
  });
  return [
    `${bar.title} (${statusWords(bar, now, look)})`,
    `${functionWord(bar.name, words)}, ${formatDate(bar.date, locale, "short")}, ${timesOf(bar, look)}`,
    ...[spaceName(bar.spaceId, venue, locale), guestsOf(bar, look), whoOf(bar), moneyOf(bar, look)],
    ...(bar.setupMinutes + bar.cleanupMinutes > 0 ? [buffers] : []),
    ...(bar.takenBy ? [fill(words.takenBy, { name: bar.takenBy })] : []),
    bar.number,
  ].join(DOT);
}

/** `Lawn · Sat 6 Feb · Evening`. */
export function placeWords(to: Place, look: DiaryLook): string {
  const { locale, venue } = look;
  const date = "date" in to ? to.date : to.startsAt.slice(0, 10);
  const when = "slotId" in to ? sessionName(to, look) : timesOf({ starts: to.startsAt, ends: to.endsAt }, look);
  return [spaceName(to.spaceId, venue, locale), formatDate(date, locale, "short"), when].join(DOT);
}
