import { formatMonthShort } from "@/lib/core/format-axis";
import { formatDate } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import type { Figures } from "@/lib/reports/types";
import { averageOf, calledOff, cancelledShare, inMonth, moneyOf, monthPairs, standing, sumOf } from "./sums";
import type { ReportTable, ReportWords } from "./table-shape";

type Input = { now: Figures; before: Figures; words: ReportWords; locale: Locale };

const monthLabel = (month: string, locale: Locale) => ({
  label: formatDate(`${month}-01`, locale, "month"),
  short: formatMonthShort(month, locale),
});

export function bookedTable({ now, before, words: { columns, yearBefore }, locale }: Input): ReportTable {
  const [rows, earlierRows] = [standing(now), standing(before)];
  const all = sumOf(rows);
  return {
    ...{ key: "booked", rowHeader: columns.month, chart: { now: 1, before: 3, inTime: true } },
    columns: [
      { header: columns.bookings, kind: "count" },
      { header: columns.value, kind: "money" },
      { header: columns.average, kind: "money" },
      { header: yearBefore, kind: "money" },
    ],
    rows: monthPairs(now, before).map(({ month, earlier }) => {
      const sum = sumOf(inMonth(rows, month));
      return {
        ...monthLabel(month, locale),
        cells: [sum.bookings, sum.paise, averageOf(sum), sumOf(inMonth(earlierRows, earlier)).paise],
      };
    }),
    total: [all.bookings, all.paise, averageOf(all), sumOf(earlierRows).paise],
  };
}

export function receivedTable({ now, before, words: { columns, yearBefore }, locale }: Input): ReportTable {
  const all = moneyOf(now);
  return {
    ...{ key: "received", rowHeader: columns.month, chart: { now: 2, before: 3, inTime: true } },
    columns: [
      { header: columns.came, kind: "money" },
      { header: columns.went, kind: "money" },
      { header: columns.left, kind: "money" },
      { header: yearBefore, kind: "money" },
    ],
    rows: monthPairs(now, before).map(({ month, earlier }) => {
      const { inPaise, outPaise, netPaise } = moneyOf(now, month);
      return { ...monthLabel(month, locale), cells: [inPaise, outPaise, netPaise, moneyOf(before, earlier).netPaise] };
    }),
    total: [all.inPaise, all.outPaise, all.netPaise, moneyOf(before).netPaise],
  };
}

export function cancelledTable({ now, before, words: { columns, yearBefore }, locale }: Input): ReportTable {
  const [rows, earlierRows] = [calledOff(now), calledOff(before)];
  const all = sumOf(rows);
  return {
    ...{ key: "cancelled", rowHeader: columns.month, chart: { now: 0, before: 3, inTime: true } },
    columns: [
      { header: columns.bookings, kind: "count" },
      { header: columns.lost, kind: "money" },
      { header: columns.rate, kind: "share" },
      { header: yearBefore, kind: "count" },
    ],
    rows: monthPairs(now, before).map(({ month, earlier }) => {
      const { bookings, paise } = sumOf(inMonth(rows, month));
      const then = sumOf(inMonth(earlierRows, earlier)).bookings;
      return { ...monthLabel(month, locale), cells: [bookings, paise, cancelledShare(now, month), then] };
    }),
    total: [all.bookings, all.paise, cancelledShare(now), sumOf(earlierRows).bookings],
  };
}
