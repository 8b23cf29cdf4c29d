import { formatMonthShort, formatWeekday } from "@/lib/core/format-axis";
import { formatDate } from "@/lib/core/format-time";
import { type Locale, textIn } from "@/lib/core/locale";
import type { Occupancy } from "@/lib/core/occupancy";
import type { Figures, FunctionRow } from "@/lib/reports/types";
import type { Venue } from "@/lib/venues/types";
import { monthPairs, share, standing, sumOf } from "./sums";
import type { ReportTable, ReportWords } from "./table-shape";

type Input = { venue: Venue; now: Figures; before: Figures; words: ReportWords; locale: Locale };

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const count = (rows: readonly FunctionRow[]) => rows.reduce((sum, { functions }) => sum + functions, 0);

const fullness = ({ columns, yearBefore }: ReportWords): ReportTable["columns"] => [
  { header: columns.sold, kind: "count" },
  { header: columns.sellable, kind: "count" },
  { header: columns.occupancy, kind: "share" },
  { header: yearBefore, kind: "share" },
];
const full = (now: Occupancy | undefined, before: Occupancy | undefined) => [
  ...[now?.sold ?? 0, now?.sellable ?? 0],
  ...[share(now), share(before)],
];

export function occupancyTable({ now, before, words, locale }: Input): ReportTable {
  return {
    ...{ key: "occupancy", rowHeader: words.columns.month, chart: { now: 2, before: 3, inTime: true } },
    columns: fullness(words),
    rows: monthPairs(now, before).map(({ month, earlier }) => ({
      label: formatDate(`${month}-01`, locale, "month"),
      short: formatMonthShort(month, locale),
      cells: full(now.occupancy.months[month], before.occupancy.months[earlier]),
    })),
    total: full(now.occupancy.total, before.occupancy.total),
  };
}

const withFunctions = (words: ReportWords): ReportTable["columns"] => [
  { header: words.columns.functions, kind: "count" },
  ...fullness(words),
];

/** Each part of the hall; a function in several of them counts in each. */
export function spacesTable({ venue, now, before, words, locale }: Input): ReportTable {
  const parts = venue.spaces.filter(({ id, partIds }) => partIds.length === 1 && partIds[0] === id);
  const held = (partId: string) => {
    const holding = venue.spaces.filter(({ partIds }) => partIds.includes(partId)).map(({ id }) => id);
    return count(now.functions.filter(({ spaceId }) => holding.includes(spaceId)));
  };
  return {
    ...{ key: "spaces", rowHeader: words.columns.space, chart: { now: 3, before: 4, inTime: false } },
    columns: withFunctions(words),
    rows: parts.map(({ id, name }) => ({
      label: textIn(name, locale),
      cells: [held(id), ...full(now.occupancy.parts[id], before.occupancy.parts[id])],
    })),
  };
}

/** Each session on sale, then what took place at other times or in sessions of former days. */
export function sessionsTable({ venue, now, before, words, locale }: Input): ReportTable {
  const own = count(now.functions.filter(({ slotId }) => slotId === null));
  const sold = new Set(venue.slots.map(({ id }) => id));
  const former = count(now.functions.filter(({ slotId }) => slotId !== null && !sold.has(slotId)));
  const others = [
    { label: words.ownTimes, functions: own },
    { label: words.elsewhere, functions: former },
  ].filter(({ functions }) => functions > 0);
  return {
    ...{ key: "sessions", rowHeader: words.columns.session, chart: { now: 3, before: 4, inTime: false } },
    columns: withFunctions(words),
    rows: [
      ...venue.slots.map(({ id, name }) => ({
        label: textIn(name, locale),
        cells: [
          count(now.functions.filter(({ slotId }) => slotId === id)),
          ...full(now.occupancy.sessions[id], before.occupancy.sessions[id]),
        ],
      })),
      ...others.map(({ label, functions }) => ({ label, cells: [functions, null, null, null, null] })),
    ],
  };
}

export function weekdaysTable({ now, before, words, locale }: Input): ReportTable {
  return {
    ...{ key: "weekdays", rowHeader: words.columns.weekday, chart: { now: 3, before: 4, inTime: true } },
    columns: withFunctions(words),
    rows: WEEKDAYS.map((weekday) => ({
      label: formatWeekday(weekday, locale, "long"),
      short: formatWeekday(weekday, locale, "short"),
      cells: [
        count(now.functions.filter((row) => row.weekday === weekday)),
        ...full(now.occupancy.weekdays[weekday], before.occupancy.weekdays[weekday]),
      ],
    })),
  };
}

export function muhuratTable({ now, before, words }: Input): ReportTable {
  const { columns, yearBefore } = words;
  return {
    ...{ key: "muhurat", rowHeader: columns.kind, chart: { now: 4, before: 5, inTime: false } },
    columns: [
      { header: columns.days, kind: "count" },
      { header: columns.bookings, kind: "count" },
      { header: columns.value, kind: "money" },
      { header: columns.perDay, kind: "money" },
      { header: columns.occupancy, kind: "share" },
      { header: yearBefore, kind: "share" },
    ],
    rows: (["muhurat", "ordinary"] as const).map((kind) => {
      const days = now.occupancy.days[kind];
      const { bookings, paise } = sumOf(standing(now).filter(({ muhurat }) => muhurat === (kind === "muhurat")));
      const perDay = days === 0 ? null : paise / days;
      const shares = [share(now.occupancy[kind]), share(before.occupancy[kind])];
      return { label: words[kind], cells: [days, bookings, paise, perDay, ...shares] };
    }),
  };
}
