import Link from "next/link";
import type { MouseEvent } from "react";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { digits, fill } from "@/lib/i18n/plain-text";
import { longDate } from "./dates";
import type { CalendarDay, CalendarSlot, CalendarVenue, CalendarWords } from "./types";

type Props = {
  day: CalendarDay;
  venue: CalendarVenue;
  words: CalendarWords;
  picked: CalendarSlot | null;
  now: number;
  hrefOf: (slot: CalendarSlot) => string;
  onPick: (event: MouseEvent, slot: CalendarSlot) => void;
};

/** One day: its sessions, space by space, each with price, times and a word for its state. */
export function DaySheet({ day, venue, words, picked, now, hrefOf, onPick }: Props) {
  const spaces = venue.spaces.filter((space) => day.slots.some((slot) => slot.spaceId === space.id));
  return (
    <>
      <h2 id="day-title" className="text-[1.4375rem]">
        {longDate(day.date, words)}
      </h2>
      {day.muhurat ? <p className="cal-tag">{words.muhuratTag}</p> : null}
      {spaces.length === 0 ? <p className="py-4 text-ink-2">{words.noSessionHint}</p> : null}
      {spaces.map((space) => (
        <section key={space.id} aria-labelledby={`space-${space.id}`} className="cal-space">
          <h3 id={`space-${space.id}`}>
            {space.name}
            <span>{fill(words.upToGuests, { guests: formatNumber(space.capacity, words.locale) })}</span>
          </h3>
          <ul>
            {sessionsOf(day, space.id, venue).map((slot) => (
              <li key={slot.slotId}>
                <Session {...{ slot, venue, words, now, onPick }} picked={slot === picked} href={hrefOf(slot)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type SessionProps = Pick<Props, "venue" | "words" | "now" | "onPick"> & {
  slot: CalendarSlot;
  picked: boolean;
  href: string;
};

function Session({ slot, venue, words, now, picked, href, onPick }: SessionProps) {
  const session = venue.slots.find((each) => each.id === slot.slotId);
  const inside = (
    <>
      <b>{session?.name}</b>
      <span className="cal-price">{formatMoney(slot.pricePaise, words.locale)}</span>
      <span className="cal-times">{session?.times}</span>
      <span className="cal-state">{picked ? words.selected : stateWord(slot, words, now)}</span>
    </>
  );
  if (slot.state !== "free") return <div className="cal-row cal-taken">{inside}</div>;
  return (
    <Link
      className="cal-row"
      href={href}
      prefetch={false}
      scroll={false}
      aria-current={picked ? "true" : undefined}
      onClick={(event) => onPick(event, slot)}
    >
      {inside}
    </Link>
  );
}

function stateWord(slot: CalendarSlot, words: CalendarWords, now: number): string {
  if (slot.state !== "held" || !slot.heldUntil) return words.slot[slot.state];
  const minutes = Math.ceil((Date.parse(slot.heldUntil) - now) / 60_000);
  // A request may be waiting for days: then its minutes say nothing.
  if (minutes < 1 || minutes > 90) return words.slot.held;
  return fill(words.heldFor, { minutes: digits(minutes, words.locale) });
}

function sessionsOf(day: CalendarDay, spaceId: string, venue: CalendarVenue): CalendarSlot[] {
  const order = (slot: CalendarSlot) => venue.slots.findIndex((each) => each.id === slot.slotId);
  return day.slots.filter((slot) => slot.spaceId === spaceId).toSorted((a, b) => order(a) - order(b));
}
