import Link from "next/link";
import type { DayState } from "@/lib/core/availability-filter";
import type { LocalDate } from "@/lib/core/local-date";
import { formatMoney, percentOf } from "@/lib/core/money";
import { DOT, fill } from "@/lib/i18n/plain-text";
import { shortDate } from "./dates";
import type { CalendarSlot, CalendarVenue, CalendarWords } from "./types";

type Props = {
  date: LocalDate;
  /** Null where nothing is sold on that day under this choice. */
  state: DayState | null;
  slot: CalendarSlot | null;
  venue: CalendarVenue;
  words: CalendarWords;
  href: string;
};

/**
 * The answer to a tapped day, in view while its sheet is still below: which session is chosen, what it costs with
 * everything in and what is due now, and the one thing to do next. A day without room leads to the nearest that have some.
 */
export function BookingBar({ date, state, slot, venue, words, href }: Props) {
  if (!slot) {
    return (
      <div className="cal-bar cal-bar-none">
        <p>
          <b>{shortDate(date, words)}</b>
          <span>{state ? words.day[state] : words.noSession}</span>
        </p>
        <a href="#day">{words.nearest}</a>
      </div>
    );
  }
  const { advance } = venue;
  const due = advance.kind === "percent" ? percentOf(slot.pricePaise, advance.percent) : advance.paise;
  const dueNow = formatMoney(Math.min(due, slot.pricePaise), words.locale);
  const space = venue.spaces.find(({ id }) => id === slot.spaceId)?.name;
  const session = venue.slots.find(({ id }) => id === slot.slotId)?.name;
  return (
    <div className="cal-bar">
      <a href="#day" className="cal-bar-what">
        <span className="cal-bar-chosen">{[shortDate(date, words), space, session].filter(Boolean).join(DOT)}</span>
        <b>{formatMoney(slot.pricePaise, words.locale)}</b>
        <span>
          {words.inclGst}
          {DOT}
          {fill(words.advance, { amount: dueNow })}
        </span>
      </a>
      <Link href={href} prefetch={false}>
        {words.continue}
      </Link>
    </div>
  );
}
