/** A cell: text, a number as it is calculated with, or nothing. */
export type CsvCell = string | number | null | undefined;

/** Excel takes a file for UTF-8 only with this in front; Devanagari would be lost. */
const BOM = "\uFEFF";
/** What a spreadsheet would run as a formula (OWASP, "CSV Injection"); a family types its own name. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** Rows as a CSV file (RFC 4180). Text that a spreadsheet would run gets an apostrophe in front; numbers stay numbers. */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return BOM + rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
