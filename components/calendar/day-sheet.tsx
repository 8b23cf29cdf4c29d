import Link from "next/link";
import type { MouseEvent } from "react";
import type { LocalDate } from "@/lib/core/local-date";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { digits, fill } from "@/lib/i18n/plain-text";
import { longDate, shortDate } from "./dates";
import type { CalendarDay, CalendarSlot, CalendarVenue, CalendarWords } from "./types";

type Props = {
  day: CalendarDay;
  venue: CalendarVenue;
  words: CalendarWords;
  picked: CalendarSlot | null;
  now: number;
  hrefOf: (slot: CalendarSlot) => string;
  onPick: (event: MouseEvent, slot: CalendarSlot) => void;
  /** Days to offer where this one has no room. */
  nearest: LocalDate[];
  hrefOfDay: (date: LocalDate) => string;
  onChoose: (event: MouseEvent, date: LocalDate) => void;
};

/** One day: its sessions, space by space, each with price, times and a word for its state. */
export function DaySheet(props: Props) {
  const { day, venue, words, picked, now, hrefOf, onPick } = props;
  const spaces = spacesOf(day, venue);
  return (
    <>
      <h2 id="day-title" className="text-[1.4375rem]">
        {longDate(day.date, words)}
      </h2>
      {day.muhurat ? <p className="cal-tag">{words.muhuratTag}</p> : null}
      {spaces.length === 0 ? <p className="py-4 text-ink-2">{words.noSessionHint}</p> : null}
      <Nearest {...props} />
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

function Nearest({ nearest, words, hrefOfDay, onChoose }: Props) {
  if (nearest.length === 0) return null;
  return (
    <div className="cal-notes cal-nearest">
      <p>{words.nearest}</p>
      <ul>
        {nearest.map((date) => (
          <li key={date}>
            <Link
              href={hrefOfDay(date)}
              data-here
              scroll={false}
              prefetch={false}
              onClick={(event) => onChoose(event, date)}
            >
              {shortDate(date, words)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
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
      data-here
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

/** Spaces that have anything on offer, those with room first. */
function spacesOf(day: CalendarDay, venue: CalendarVenue) {
  const slotsIn = (id: string) => day.slots.filter((slot) => slot.spaceId === id);
  const isFull = (id: string) => (slotsIn(id).some((slot) => slot.state === "free") ? 0 : 1);
  return venue.spaces.filter(({ id }) => slotsIn(id).length > 0).toSorted((a, b) => isFull(a.id) - isFull(b.id));
}

function sessionsOf(day: CalendarDay, spaceId: string, venue: CalendarVenue): CalendarSlot[] {
  const order = (slot: CalendarSlot) => venue.slots.findIndex((each) => each.id === slot.slotId);
  return day.slots.filter((slot) => slot.spaceId === spaceId).toSorted((a, b) => order(a) - order(b));
}
