import { LEAD_FROM_DAYS } from "@/lib/core/lead-time";
import type { Messages } from "@/lib/i18n/load-messages";
import type { Figures, TakenRow } from "@/lib/reports/types";
import { averageOf, standing, sumOf } from "./sums";
import type { ReportTable, ReportWords } from "./table-shape";

export type SourceWords = Messages["admin"]["booking"]["sources"];
type Input = { now: Figures; before: Figures; words: ReportWords };

const LEAD_STEPS = ["week", "month", "quarter", "half", "year", "more"] as const;
const partOf = (part: number, whole: number) => (whole === 0 ? null : part / whole);

export function leadTable({ now, before, words }: Input): ReportTable {
  const { columns, yearBefore, leadSteps } = words;
  const all = sumOf(standing(now)).bookings;
  const within = (figures: Figures, step: number) =>
    sumOf(standing(figures).filter(({ lead }) => lead === step)).bookings;
  return {
    ...{ key: "lead", rowHeader: columns.ahead, chart: { now: 0, before: 2, inTime: false } },
    columns: [
      { header: columns.bookings, kind: "count" },
      { header: columns.share, kind: "share" },
      { header: yearBefore, kind: "count" },
    ],
    rows: LEAD_FROM_DAYS.map((_, step) => {
      const bookings = within(now, step);
      return {
        label: leadSteps[LEAD_STEPS[step] ?? "more"],
        cells: [bookings, partOf(bookings, all), within(before, step)],
      };
    }),
  };
}

/** Rows of both years by what they have in common, most bookings first. */
function pairs(now: Figures, before: Figures, keyOf: (row: TakenRow) => string) {
  const earlier = Map.groupBy(before.taken, keyOf);
  const current = Map.groupBy(now.taken, keyOf);
  return [...new Set([...current.keys(), ...earlier.keys()])]
    .map((key) => ({ key, rows: current.get(key) ?? [], earlier: earlier.get(key) ?? [] }))
    .toSorted((a, b) => sumOf(b.rows).bookings - sumOf(a.rows).bookings);
}

export function sourcesTable({ now, before, words, sources }: Input & { sources: SourceWords }): ReportTable {
  const { columns, yearBefore } = words;
  const all = sumOf(now.taken).bookings;
  const isKnown = (source: string): source is keyof SourceWords => source in sources;
  return {
    ...{ key: "sources", rowHeader: columns.source, chart: { now: 0, before: 3, inTime: false } },
    columns: [
      { header: columns.bookings, kind: "count" },
      { header: columns.value, kind: "money" },
      { header: columns.share, kind: "share" },
      { header: yearBefore, kind: "count" },
    ],
    rows: pairs(now, before, ({ source }) => source).map(({ key, rows, earlier }) => {
      const { bookings, paise } = sumOf(rows);
      const label = isKnown(key) ? sources[key] : key;
      return { label, cells: [bookings, paise, partOf(bookings, all), sumOf(earlier).bookings] };
    }),
  };
}

export function staffTable({ now, before, words }: Input): ReportTable {
  const { columns, yearBefore } = words;
  return {
    ...{ key: "staff", rowHeader: columns.person, chart: { now: 0, before: 4, inTime: false } },
    columns: [
      { header: columns.bookings, kind: "count" },
      { header: columns.value, kind: "money" },
      { header: columns.average, kind: "money" },
      { header: columns.discount, kind: "money" },
      { header: yearBefore, kind: "count" },
    ],
    rows: pairs(now, before, ({ takenBy }) => takenBy ?? "").map(({ key, rows, earlier }) => {
      const sum = sumOf(rows);
      const name = (rows[0] ?? earlier[0])?.name ?? words.noName;
      const discount = rows.reduce((total, { discountPaise }) => total + discountPaise, 0);
      const label = key === "" ? words.family : name;
      return { label, cells: [sum.bookings, sum.paise, averageOf(sum), discount, sumOf(earlier).bookings] };
    }),
  };
}
