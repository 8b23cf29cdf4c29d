import { formatDate } from "@/lib/core/format-time";
import { isoWeekday, type LocalDate } from "@/lib/core/local-date";
import { digits } from "@/lib/i18n/plain-text";
import type { DiaryLook } from "./types";

type Props = { look: DiaryLook; muhurat: ReadonlySet<LocalDate>; days: { day: LocalDate; count: number }[] };

/** A month at a glance on a phone: how many functions each day has, and a way down to it. */
export function MonthOverview({ look: { locale, words, today }, muhurat, days }: Props) {
  return (
    <ol className="grid grid-cols-7 gap-1" aria-label={words.overview}>
      {days.map(({ day, count }, index) => (
        <li
          key={day}
          style={index === 0 ? { gridColumnStart: isoWeekday(day) } : undefined}
          className={`grid min-h-12 place-content-center rounded-card border text-center leading-tight ${
            muhurat.has(day) ? "border-marigold bg-marigold-soft text-marigold-ink" : "border-rule"
          } ${day === today ? "font-semibold" : ""}`}
        >
          {count > 0 ? (
            <a href={`#d${day}`} className="grid min-h-11 content-center px-1">
              <span className="sr-only">{formatDate(day, locale, "short")}</span>
              <span aria-hidden="true">{digits(Number(day.slice(8)), locale)}</span>
              <span className="text-[0.8125rem] font-semibold text-tulsi">
                <span aria-hidden="true">✓ </span>
                {digits(count, locale)}
              </span>
            </a>
          ) : (
            <span>{digits(Number(day.slice(8)), locale)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
