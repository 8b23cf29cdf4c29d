import type { MouseEvent } from "react";
import { formatMoneyShort } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import { dayNumber, longDate } from "./dates";
import type { CalendarCell, CalendarWords } from "./types";

type Props = {
  cell: CalendarCell;
  words: CalendarWords;
  href: string;
  selected: boolean;
  today: boolean;
  /** Unset before the script runs: then every day is reached by Tab. */
  tabIndex: number | undefined;
  onChoose: (event: MouseEvent, date: string) => void;
};

export function DayCell({ cell, words, href, selected, today, tabIndex, onChoose }: Props) {
  const { date, state, muhurat } = cell;
  const price = cell.lowestPaise === null ? null : formatMoneyShort(cell.lowestPaise, words.locale);
  const look = `cal-day cal-${state}${muhurat ? " cal-muhurat" : ""}${today ? " cal-today" : ""}`;
  const inside = (
    <>
      <b>{dayNumber(date, words)}</b>
      <small>{price ?? cellWord(cell, words)}</small>
    </>
  );
  return (
    <td role="gridcell" aria-selected={selected}>
      {/* Not Next's link: sixty of them cost the server as much as the rest of the page, and onChoose follows as one would. */}
      <a
        href={href}
        className={look}
        data-date={date}
        data-here
        tabIndex={tabIndex}
        aria-label={label(cell, price, words)}
        aria-current={today ? "date" : undefined}
        onClick={(event) => onChoose(event, date)}
      >
        {inside}
      </a>
    </td>
  );
}

function cellWord({ state }: CalendarCell, words: CalendarWords): string {
  if (state === "full" || state === "closed") return words.cell[state];
  return "";
}

function label(cell: CalendarCell, price: string | null, words: CalendarWords): string {
  const parts = [longDate(cell.date, words), words.day[cell.state]];
  if (price) parts.push(fill(words.fromPrice, { price }));
  if (cell.muhurat) parts.push(words.muhurat);
  return parts.join(", ");
}
