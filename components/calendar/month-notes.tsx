import Link from "next/link";
import type { MouseEvent } from "react";
import type { LocalDate } from "@/lib/core/local-date";
import { digits, fill } from "@/lib/i18n/plain-text";
import { monthTitle, shortDate } from "./dates";
import type { CalendarCell, CalendarWords } from "./types";

type Props = {
  month: string;
  cells: readonly CalendarCell[];
  words: CalendarWords;
  hrefOf: (date: LocalDate) => string;
  onChoose: (event: MouseEvent, date: LocalDate) => void;
};

/** The auspicious days of the month that still have room. */
export function MonthNotes({ month, cells, words, hrefOf, onChoose }: Props) {
  const auspicious = cells.filter((cell) => cell.muhurat && cell.date.startsWith(month) && cell.state !== "past");
  if (auspicious.length === 0) return null;
  const free = auspicious.filter((cell) => cell.state === "free" || cell.state === "part");
  const count = digits(free.length, words.locale);
  return (
    <div className="cal-notes">
      <p>
        {free.length === 0 ? words.noFreeMuhurat : fill(words.freeMuhurat, { count, month: monthTitle(month, words) })}
      </p>
      {free.length > 0 ? (
        <ul>
          {free.map(({ date }) => (
            <li key={date}>
              <Link
                href={hrefOf(date)}
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
      ) : null}
    </div>
  );
}
