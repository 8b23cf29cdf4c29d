import { formatShare } from "@/lib/core/format-share";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, formatMoneyShort, formatNumber } from "@/lib/core/money";
import type { Messages } from "@/lib/i18n/load-messages";

export type ReportWords = Messages["admin"]["reports"];
export type TableKey = keyof ReportWords["tables"];

/** What a column's numbers are: counts, paise, or parts of 1. */
export type ColumnKind = "count" | "money" | "share";

export type ReportColumn = { header: string; kind: ColumnKind };
/** `short` stands below a narrow column of the chart. */
export type ReportRow = { label: string; short?: string; cells: (number | null)[] };

/** One matter of the report, as its table, its chart and its CSV have it. */
export type ReportTable = {
  key: TableKey;
  /** What the rows are. */
  rowHeader: string;
  columns: ReportColumn[];
  rows: ReportRow[];
  total?: (number | null)[];
  /** Which columns are drawn, and whether the rows follow one another in time. */
  chart: { now: number; before: number; inTime: boolean };
};

export function formatCell(value: number | null | undefined, kind: ColumnKind, locale: Locale, none: string): string {
  if (value === null || value === undefined) return none;
  switch (kind) {
    case "count":
      return formatNumber(value, locale);
    case "money":
      return formatMoney(Math.round(value / 100) * 100, locale);
    case "share":
      return formatShare(value, locale);
    default:
      return kind satisfies never;
  }
}

/** The same where there is little room. */
export function formatShort(value: number, kind: ColumnKind, locale: Locale): string {
  return kind === "money" ? formatMoneyShort(value, locale) : formatCell(value, kind, locale, "");
}
