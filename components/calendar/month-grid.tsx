import Link from "next/link";
import type { MouseEvent } from "react";
import { isoWeekday, type LocalDate, monthDates } from "@/lib/core/local-date";
import { monthTitle } from "./dates";
import { DayCell } from "./day-cell";
import type { CalendarCell, CalendarWords } from "./types";

type Props = {
  month: string;
  cells: ReadonlyMap<LocalDate, CalendarCell>;
  words: CalendarWords;
  today: LocalDate;
  selected: LocalDate | null;
  /** The one day in the tab order; null before the script runs. */
  tabStop: LocalDate | null;
  hrefOf: (date: LocalDate) => string;
  previous: string | null;
  next: string | null;
  onChoose: (event: MouseEvent, date: LocalDate) => void;
};

export function MonthGrid({ month, cells, words, today, selected, tabStop, hrefOf, previous, next, onChoose }: Props) {
  const id = `month-${month}`;
  return (
    <section className="cal-month" aria-labelledby={id}>
      <div className="cal-head">
        <Turn href={previous} label={words.previousMonth} sign="‹" />
        <h2 id={id}>{monthTitle(month, words)}</h2>
        <Turn href={next} label={words.nextMonth} sign="›" />
      </div>
      <table role="grid" aria-labelledby={id}>
        <thead>
          <tr>
            {words.weekdays.map((weekday, index) => (
              <th key={weekday} scope="col" abbr={weekday}>
                {words.weekdaysShort[index]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.key}>
              {week.days.map(({ key, date }) => {
                const cell = date ? cells.get(date) : undefined;
                if (!date || !cell) return <td key={key} />;
                return (
                  <DayCell
                    key={key}
                    cell={cell}
                    words={words}
                    href={hrefOf(date)}
                    selected={date === selected}
                    today={date === today}
                    tabIndex={tabStop === null ? undefined : date === tabStop ? 0 : -1}
                    onChoose={onChoose}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Turn({ href, label, sign }: { href: string | null; label: string; sign: string }) {
  if (!href) return <span className="cal-turn" aria-hidden="true" />;
  return (
    <Link className="cal-turn" href={href} scroll={false} prefetch={false} aria-label={label}>
      <span aria-hidden="true">{sign}</span>
    </Link>
  );
}

/** Five rows at least, so that what stands below hardly ever moves when the month changes. */
function weeksOf(month: string) {
  const dates = monthDates(month);
  const lead = isoWeekday(`${month}-01`) - 1;
  const rows = Math.max(5, Math.ceil((lead + dates.length) / 7));
  return Array.from({ length: rows }, (_, week) => ({
    key: `w${week}`,
    days: Array.from({ length: 7 }, (_, day) => ({ key: `d${day}`, date: dates[week * 7 + day - lead] ?? null })),
  }));
}
