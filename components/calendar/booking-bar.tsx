import Link from "next/link";
import { formatMoney, percentOf } from "@/lib/core/money";
import { DOT, fill } from "@/lib/i18n/plain-text";
import type { CalendarSlot, CalendarVenue, CalendarWords } from "./types";

type Props = { slot: CalendarSlot | null; venue: CalendarVenue; words: CalendarWords; href: string };

/** What the chosen session costs with everything in, what is due now, and the one thing to do next. */
export function BookingBar({ slot, venue, words, href }: Props) {
  if (!slot) return null;
  const { advance } = venue;
  const due = advance.kind === "percent" ? percentOf(slot.pricePaise, advance.percent) : advance.paise;
  const dueNow = formatMoney(Math.min(due, slot.pricePaise), words.locale);
  return (
    <div className="cal-bar">
      <p>
        <b>{formatMoney(slot.pricePaise, words.locale)}</b>
        <span>
          {words.inclGst}
          {DOT}
          {fill(words.advance, { amount: dueNow })}
        </span>
      </p>
      <Link href={href} prefetch={false}>
        {words.continue}
      </Link>
    </div>
  );
}
