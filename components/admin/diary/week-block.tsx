import Link from "next/link";
import { memo } from "react";
import {
  columnsOf,
  type DiaryBar,
  type DiaryClosure,
  type DiaryRow,
  type DiaryView,
  freeSlots,
  placeInWeek,
} from "@/lib/core/diary";
import { formatDate } from "@/lib/core/format-time";
import { addDays, type LocalDate } from "@/lib/core/local-date";
import { textIn } from "@/lib/core/locale";
import { formatNumber } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import { spaceName } from "./bar-words";
import { BarLink, ClosureBar } from "./diary-bar";
import type { DiaryLook, DiaryStyle } from "./types";

const WEEK = [0, 1, 2, 3, 4, 5, 6];

type Shared = {
  monday: LocalDate;
  view: DiaryView;
  now: number;
  look: DiaryLook;
  movingId: string | null;
  hrefOf: (bookingId: string) => string;
  newHref: (spaceId: string, date: LocalDate, slotId: string) => string;
};

type Props = Shared & { rows: DiaryRow[]; muhurat: ReadonlySet<LocalDate>; month: string };

/** One week of the diary: a row a space, a column a day. */
export const WeekBlock = memo(function WeekBlock({ rows, muhurat, month, ...shared }: Props) {
  const { monday, view, look } = shared;
  const { locale, words, today } = look;
  const days = WEEK.map((day) => addDays(monday, day));
  const name = `${formatDate(monday, locale, "short")} – ${formatDate(addDays(monday, 6), locale, "long")}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table for the eye, a grid for the keyboard
    <table role="grid" aria-label={name} aria-readonly="true" className="d-week" data-view={view}>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{words.space}</span>
          </th>
          {days.map((date) => (
            <th
              key={date}
              scope="col"
              data-muhurat={muhurat.has(date) || undefined}
              data-outside={(view === "month" && !date.startsWith(month)) || undefined}
              aria-current={date === today ? "date" : undefined}
            >
              <span>{formatDate(date, locale, "day")}</span>
              {date === today ? <em>{words.todayMark}</em> : null}
              {muhurat.has(date) ? <em className="d-muhurat">{words.muhurat}</em> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <SpaceRow key={row.space.id} row={row} days={days} {...shared} />
        ))}
      </tbody>
    </table>
  );
});

type Item = { starts: string; ends: string } & ({ bar: DiaryBar } | { closure: DiaryClosure });

function SpaceRow({ row, days, ...shared }: Shared & { row: DiaryRow; days: LocalDate[] }) {
  const { monday, look } = shared;
  const { locale, words } = look;
  const items = [
    ...row.bars.map((bar): Item => ({ bar, starts: bar.starts, ends: bar.ends })),
    ...row.closures.map((closure): Item => ({ closure, starts: closure.starts, ends: closure.ends })),
  ];
  const { lanes, placed } = placeInWeek(items, monday);
  const style: DiaryStyle = { "--lane-count": lanes };
  return (
    <tr style={style}>
      <th scope="row">
        {textIn(row.space.name, locale)}
        <small className="d-capacity">{fill(words.guests, { guests: formatNumber(row.space.capacity, locale) })}</small>
      </th>
      {days.map((date, column) => (
        <td key={date} data-date={date} data-space={row.space.id}>
          <FreeCell row={row} date={date} column={column} {...shared} />
          {placed.flatMap((one) => {
            if (one.first !== column) return [];
            if ("closure" in one.item) {
              const { closure } = one.item;
              return [<ClosureBar key={closure.id} placed={{ ...one, item: closure }} laneCount={lanes} look={look} />];
            }
            const { bar } = one.item;
            return [
              <BarLink
                key={bar.id}
                placed={{ ...one, item: bar }}
                laneCount={lanes}
                rowSpaceId={row.space.id}
                now={shared.now}
                look={look}
                hrefOf={shared.hrefOf}
                isMoving={bar.id === shared.movingId}
              />,
            ];
          })}
        </td>
      ))}
    </tr>
  );
}

/** Under the bars: what is still free to book on this day, or which parts of the whole are taken. */
function FreeCell({
  row,
  date,
  column,
  monday,
  look,
  newHref,
}: Shared & { row: DiaryRow; date: LocalDate; column: number }) {
  const { words, venue, locale, today } = look;
  const taken = row.others.filter((bar) => {
    const columns = columnsOf(bar, monday);
    return columns && columns.first <= column && column <= columns.last;
  });
  const names = [...new Set(taken.map((bar) => spaceName(bar.spaceId, venue, locale)))].join(", ");
  const [free] = date < today ? [] : freeSlots(row, date, venue.slots, venue);
  const place = { space: textIn(row.space.name, locale), date: formatDate(date, locale, "short") };
  return (
    <>
      {names ? <span className="d-taken">{fill(words.taken, { spaces: names })}</span> : null}
      {free ? (
        <Link
          href={newHref(row.space.id, date, free.id)}
          prefetch={false}
          className="d-free"
          data-stop
          tabIndex={-1}
          draggable={false}
        >
          <span className="sr-only">{fill(words.book, { ...place, session: textIn(free.name, locale) })}</span>
          <span aria-hidden="true">+</span>
        </Link>
      ) : null}
    </>
  );
}
