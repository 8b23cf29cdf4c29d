import type { CsvCell } from "@/lib/core/csv";
import type { ColumnKind, ReportTable } from "./table-shape";

/** A table for a spreadsheet: rupees and per cent as numbers that can be added up. */
export function csvTable({ rowHeader, columns, rows }: ReportTable): CsvCell[][] {
  const plain = (value: number | null | undefined, kind: ColumnKind): CsvCell => {
    if (value === null || value === undefined) return null;
    if (kind === "money") return Math.round(value) / 100;
    return kind === "share" ? Math.round(value * 1000) / 10 : value;
  };
  const unit = { count: "", money: " (₹)", share: " (%)" } as const;
  return [
    [rowHeader, ...columns.map(({ header, kind }) => `${header}${unit[kind]}`)],
    ...rows.map(({ label, cells }) => [label, ...columns.map(({ kind }, n) => plain(cells[n], kind))]),
  ];
}
