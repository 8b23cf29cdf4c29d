import type { DiaryView } from "@/lib/core/diary";
import { addDays, addMonths, isLocalDate, type LocalDate } from "@/lib/core/local-date";

export type DiaryQuery = { view: DiaryView; date: LocalDate; venue: string | null };

type Raw = Record<string, string | string[] | undefined>;

/** What an address asks for; what it leaves out or gets wrong is this week. */
export function parseDiary(raw: Raw, today: LocalDate): DiaryQuery {
  const { view, date, venue } = raw;
  return {
    view: view === "month" ? "month" : "week",
    date: typeof date === "string" && isLocalDate(date) && /^20/.test(date) ? date : today,
    venue: typeof venue === "string" ? venue : null,
  };
}

export function diaryHref(path: string, { view, date, venue }: DiaryQuery): string {
  const query = new URLSearchParams({ view, date, ...(venue ? { venue } : {}) });
  return `${path}?${query}`;
}

/** A week or a month earlier or later. */
export function turned(query: DiaryQuery, by: 1 | -1): DiaryQuery {
  const date = query.view === "week" ? addDays(query.date, 7 * by) : addMonths(`${query.date.slice(0, 7)}-01`, by);
  return { ...query, date };
}
