import Link from "next/link";
import { Button } from "@/components/ui/button";
import {
  columnsOf,
  type DiaryBar,
  type DiaryRow,
  type DiaryView,
  freeSlots,
  isMovable,
  rangeOf,
} from "@/lib/core/diary";
import { formatDate } from "@/lib/core/format-time";
import { datesBetween, type LocalDate } from "@/lib/core/local-date";
import { textIn } from "@/lib/core/locale";
import { DOT, fill } from "@/lib/i18n/plain-text";
import {
  barLabel,
  functionWord,
  guestsOf,
  kindOf,
  markOf,
  moneyOf,
  spaceName,
  statusWords,
  timesOf,
  whoOf,
} from "./bar-words";
import { MonthOverview } from "./month-overview";
import type { DiaryLook } from "./types";

type Shared = {
  rows: DiaryRow[];
  now: number;
  look: DiaryLook;
  hrefOf: (bookingId: string) => string;
  newHref: (spaceId: string, date: LocalDate, slotId: string) => string;
  onMove: (bar: DiaryBar) => void;
};

type Props = Shared & { muhurat: ReadonlySet<LocalDate>; view: DiaryView; date: LocalDate; title: string };

/** The diary on a phone: day after day, and in each what happens in which space. */
export function DayList({ muhurat, view, date, title, ...shared }: Props) {
  const { rows, look } = shared;
  const { locale, words, today } = look;
  const { from, to } = rangeOf(view, date);
  const days = datesBetween(from, to)
    .filter((day) => view === "week" || day.startsWith(date.slice(0, 7)))
    .map((day) => ({
      day,
      bars: barsOn(rows, day),
      closures: rows.flatMap(({ closures }) => closures).filter((one) => isOn(one, day)),
    }));
  const shown = days.filter(({ bars, closures }) => view === "week" || bars.length + closures.length > 0);
  return (
    <section className="grid gap-5 md:hidden print:hidden" aria-label={title}>
      {view === "month" ? (
        <MonthOverview
          look={look}
          muhurat={muhurat}
          days={days.map(({ day, bars }) => ({ day, count: bars.length }))}
        />
      ) : null}
      {shown.length === 0 ? <p className="text-ink-2">{words.emptyMonth}</p> : null}
      {shown.map(({ day, bars, closures }) => (
        <section key={day} id={`d${day}`} className="grid gap-2" aria-labelledby={`h${day}`}>
          <h2 id={`h${day}`} className="flex flex-wrap items-baseline gap-x-3 border-rule-2 border-b pb-1 text-lg">
            {formatDate(day, locale, "short")}
            {day === today ? <span className="text-[0.875rem] font-semibold text-brand">{words.todayMark}</span> : null}
            {muhurat.has(day) ? (
              <span className="text-[0.875rem] font-semibold text-marigold-ink">{words.muhurat}</span>
            ) : null}
          </h2>
          <ul className="grid gap-2">
            {bars.map((bar) => (
              <BarCard key={bar.id} bar={bar} {...shared} />
            ))}
            {[...new Set(closures)].map(({ id, reason }) => (
              <li key={id} className="d-card" data-kind="closed">
                {fill(words.closed, { reason })}
              </li>
            ))}
          </ul>
          <FreeSpaces day={day} {...shared} />
        </section>
      ))}
    </section>
  );
}

const isOn = (span: { starts: string; ends: string }, day: LocalDate): boolean => {
  const columns = columnsOf(span, day);
  return columns !== null && columns.first === 0;
};

function barsOn(rows: DiaryRow[], day: LocalDate): DiaryBar[] {
  const all = new Map(rows.flatMap(({ bars }) => bars).map((bar) => [bar.id, bar]));
  return [...all.values()].filter((bar) => isOn(bar, day)).toSorted((a, b) => (a.starts < b.starts ? -1 : 1));
}

function BarCard({ bar, now, look, hrefOf, onMove }: Shared & { bar: DiaryBar }) {
  const { words, venue, locale } = look;
  return (
    <li className="d-card" data-kind={kindOf(bar)}>
      <Link
        href={hrefOf(bar.bookingId)}
        prefetch={false}
        className="grid min-h-11 min-w-0 flex-1"
        aria-label={barLabel(bar, now, look)}
      >
        <span className="text-[0.875rem] font-semibold">
          <span aria-hidden="true">{markOf(bar)} </span>
          {[statusWords(bar, now, look), spaceName(bar.spaceId, venue, locale)].join(DOT)}
        </span>
        <b className="text-ink">{bar.title}</b>
        <span className="text-ink-2">{[functionWord(bar.name, words), timesOf(bar, look)].join(DOT)}</span>
        <span className="text-ink-2">{[guestsOf(bar, look), whoOf(bar), moneyOf(bar, look)].join(DOT)}</span>
      </Link>
      {isMovable(bar) ? (
        <Button tone="quiet" onClick={() => onMove(bar)} aria-label={fill(words.moveOne, { title: bar.title })}>
          {words.move}
        </Button>
      ) : null}
    </li>
  );
}

/** What can still be sold on a day: a tap begins the booking. */
function FreeSpaces({ day, rows, look, newHref }: Shared & { day: LocalDate }) {
  const { words, locale, venue, today } = look;
  if (day < today) return null;
  const free = rows.flatMap((row) => {
    const [slot] = freeSlots(row, day, venue.slots, venue);
    return slot ? [{ row, slot }] : [];
  });
  if (free.length === 0) return <p className="text-ink-2">{words.nothingFree}</p>;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="text-ink-2">{words.free}</span>
      {free.map(({ row: { space }, slot }) => (
        <Link
          key={space.id}
          href={newHref(space.id, day, slot.id)}
          prefetch={false}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-card border border-edge bg-card px-3"
        >
          <span aria-hidden="true">+</span>
          {textIn(space.name, locale)}
        </Link>
      ))}
    </p>
  );
}
