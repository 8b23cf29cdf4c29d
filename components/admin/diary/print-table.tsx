import { memo } from "react";
import { type DiaryBar, type DiaryClosure, type DiaryRow, type DiaryView, minutesFrom } from "@/lib/core/diary";
import { formatDate } from "@/lib/core/format-time";
import { datesBetween, type LocalDate } from "@/lib/core/local-date";
import { textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { formatPhone } from "@/lib/core/phone";
import { DOT, digits, fill } from "@/lib/i18n/plain-text";
import { functionWord, kindOf, markOf, sessionName, spaceName, timesOf } from "./bar-words";
import type { DiaryLook } from "./types";

type Props = {
  look: DiaryLook;
  rows: DiaryRow[];
  muhurat: ReadonlySet<LocalDate>;
  from: LocalDate;
  to: LocalDate;
  title: string;
  view: DiaryView;
  date: LocalDate;
};

/** The diary on paper: a line a function, and an empty one for each day without any, to be written on. */
export const PrintTable = memo(function PrintTable({ look, rows, muhurat, from, to, title, view, date }: Props) {
  const { words, locale } = look;
  const bars = [...new Map(rows.flatMap((row) => row.bars).map((bar) => [bar.id, bar])).values()];
  const closures = [...new Set(rows.flatMap((row) => row.closures))];
  const days = datesBetween(from, to).filter((day) => view === "week" || day.startsWith(date.slice(0, 7)));
  const columns = words.columns;
  return (
    <table className="d-print">
      <caption>
        {textIn(look.venue.name, locale)}
        {DOT}
        {title}
      </caption>
      <thead>
        <tr>
          {[
            columns.date,
            columns.space,
            columns.session,
            columns.name,
            columns.phone,
            columns.guests,
            columns.paid,
            columns.due,
          ].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.flatMap((day) => {
          const lines = [
            ...bars.filter((bar) => bar.date === day).toSorted((a, b) => (a.starts < b.starts ? -1 : 1)),
            ...closures.filter((one) => isClosedOn(one, day)),
          ];
          const heading = `${formatDate(day, locale, "short")}${muhurat.has(day) ? ` ${words.muhurat}` : ""}`;
          if (lines.length === 0) return [<Line key={day} heading={heading} cells={["", "", "", "", "", "", ""]} />];
          return lines.map((line, index) => (
            <Line
              key={`${day}${line.id}`}
              heading={index === 0 ? heading : ""}
              cells={"reason" in line ? closureCells(line, look) : barCells(line, look, locale)}
            />
          ));
        })}
      </tbody>
    </table>
  );
});

const isClosedOn = ({ starts, ends }: DiaryClosure, day: LocalDate): boolean =>
  minutesFrom(day, starts) < 1440 && minutesFrom(day, ends) > 0;

function closureCells(closure: DiaryClosure, { words, venue, locale }: DiaryLook): string[] {
  const spaces = closure.partIds.map((id) => spaceName(id, venue, locale)).join(", ");
  return [spaces, "", fill(words.closed, { reason: closure.reason }), "", "", "", ""];
}

function barCells(bar: DiaryBar, look: DiaryLook, locale: DiaryLook["locale"]): string[] {
  const { words, venue } = look;
  const kind = kindOf(bar);
  const status = kind === "confirmed" || kind === "completed" ? "" : ` (${markOf(bar)} ${words.kinds[kind]})`;
  const due = Math.max(0, bar.totalPaise - bar.paidPaise);
  return [
    spaceName(bar.spaceId, venue, locale),
    `${sessionName(bar, look)}, ${timesOf(bar, look)}`,
    [`${bar.title}, ${functionWord(bar.name, words)}`, bar.customer.name].filter(Boolean).join(DOT) + status,
    digits(formatPhone(bar.customer.phone), locale),
    formatNumber(bar.guests, locale),
    formatMoney(bar.paidPaise, locale),
    due > 0 ? formatMoney(due, locale) : "✓",
  ];
}

function Line({ heading, cells }: { heading: string; cells: string[] }) {
  return (
    <tr data-day={heading ? "" : undefined}>
      <th scope="row">{heading}</th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line's cells stay in their places
        <td key={index}>{cell}</td>
      ))}
    </tr>
  );
}
