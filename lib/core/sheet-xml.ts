import { AppError } from "@/lib/errors";
import { addDays } from "./local-date";

export type SheetLimits = { lines: number; columns: number; cell: number };

type Tag = { name: string; attributes: string; isOpen: boolean; isClose: boolean; before: string };

/** Each tag in order, with the text before it. One pass over the text, however it is made up; prefixes are left out. */
function* tagsOf(xml: string): Generator<Tag> {
  let at = 0;
  for (;;) {
    const open = xml.indexOf("<", at);
    const close = open < 0 ? -1 : xml.indexOf(">", open);
    if (close < 0) return;
    const inner = xml.slice(open + 1, close);
    const isClose = inner.startsWith("/");
    const isEmpty = inner.endsWith("/");
    const body = inner.slice(isClose ? 1 : 0, isEmpty ? -1 : undefined);
    const space = body.search(/\s/);
    const full = space < 0 ? body : body.slice(0, space);
    yield {
      name: full.slice(full.indexOf(":") + 1),
      attributes: space < 0 ? "" : body.slice(space),
      isOpen: !isClose,
      isClose: isClose || isEmpty,
      before: xml.slice(at, open),
    };
    at = close + 1;
  }
}

const patterns = new Map<string, RegExp>();

function attribute(attributes: string, name: string): string | null {
  const pattern = patterns.get(name) ?? new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  const match = pattern.exec(attributes);
  return match ? entities(match[1] ?? match[2] ?? "") : null;
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function entities(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null;
    if (code === null) return NAMED[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** The texts that cells point at. How they are to be pronounced is left out. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let isReading = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "t" && tag.isClose && !tag.isOpen && isReading === 0) text += entities(tag.before);
    if (tag.name === "rPh") isReading += tag.isOpen && tag.isClose ? 0 : tag.isOpen ? 1 : -1;
    if (tag.name === "si" && tag.isOpen) text = "";
    if (tag.name === "si" && tag.isClose) strings.push(text);
  }
  return strings;
}

/** Of each cell format whether it shows a day: Excel's own numbers (ECMA-376 §18.8.30), or a code with days, months, years. */
export function readDateFormats(xml: string): boolean[] {
  const own = new Map<string, boolean>();
  const formats: boolean[] = [];
  let isInFormats = false;
  for (const { name, attributes, isOpen, isClose } of tagsOf(xml)) {
    if (name === "numFmt" && isOpen) {
      const code = (attribute(attributes, "formatCode") ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
      own.set(attribute(attributes, "numFmtId") ?? "", /[dy]/i.test(code));
    }
    if (name === "cellXfs") isInFormats = isOpen && !isClose;
    if (name === "xf" && isOpen && isInFormats) {
      const id = attribute(attributes, "numFmtId") ?? "0";
      formats.push(own.get(id) ?? isBuiltInDate(Number(id)));
    }
  }
  return formats;
}

const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** A workbook's sheets that are shown, by the id of their part, and from which year its days count. */
export function readWorkbook(xml: string): { sheetIds: string[]; is1904: boolean } {
  const sheetIds: string[] = [];
  let is1904 = false;
  for (const { name, attributes, isOpen } of tagsOf(xml)) {
    if (!isOpen) continue;
    if (name === "workbookPr") is1904 = ["1", "true"].includes(attribute(attributes, "date1904") ?? "");
    if (name !== "sheet" || (attribute(attributes, "state") ?? "visible") !== "visible") continue;
    const id = /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    if (id) sheetIds.push(id);
  }
  return { sheetIds, is1904 };
}

/** Where each id of a part leads. */
export function readRelations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const { name, attributes, isOpen } of tagsOf(xml)) {
    if (name !== "Relationship" || !isOpen) continue;
    targets.set(attribute(attributes, "Id") ?? "", attribute(attributes, "Target") ?? "");
  }
  return targets;
}

/** Day 1 is 1 January 1900, and 29 February 1900 is counted though it never was; or the count begins in 1904. */
export function serialDate(serial: number, is1904 = false): string {
  return addDays(is1904 ? "1904-01-01" : "1899-12-30", Math.floor(serial));
}

type Sheet = { strings: readonly string[]; dateFormats: readonly boolean[]; is1904: boolean };

/**
 * A sheet's lines at their places, each cell as text: days as `2027-02-14`, numbers without separators.
 * @throws AppError INVALID_INPUT with `file`: tooManyRows, tooManyColumns, tooLong
 */
export function readSheet(xml: string, sheet: Sheet, limits: SheetLimits): string[][] {
  const lines: string[][] = [];
  let line = 0;
  let column = -1;
  let cell = { type: "n", style: 0 };
  let text = "";
  for (const tag of tagsOf(xml)) {
    if (tag.name === "row" && tag.isOpen) {
      line = Number(attribute(tag.attributes, "r") ?? line + 1);
      column = -1;
    }
    if (tag.name === "c" && tag.isOpen) {
      column = columnOf(attribute(tag.attributes, "r")) ?? column + 1;
      cell = { type: attribute(tag.attributes, "t") ?? "n", style: Number(attribute(tag.attributes, "s") ?? 0) };
      text = "";
    }
    if ((tag.name === "v" || tag.name === "t") && tag.isClose && !tag.isOpen) text += entities(tag.before);
    if (tag.name === "c" && tag.isClose && text !== "") {
      const value = cellText(text, cell, sheet).trim();
      text = "";
      if (value !== "") put(lines, line, column, value, limits);
    }
  }
  return Array.from(lines, (cells) => Array.from(cells ?? [], (value) => value ?? ""));
}

function put(lines: string[][], line: number, column: number, value: string, limits: SheetLimits): void {
  if (!(line >= 1 && line <= limits.lines)) throw new AppError("INVALID_INPUT", { file: "tooManyRows" });
  if (column >= limits.columns) throw new AppError("INVALID_INPUT", { file: "tooManyColumns" });
  if (value.length > limits.cell) throw new AppError("INVALID_INPUT", { file: "tooLong", line });
  const cells = lines[line - 1] ?? [];
  cells[column] = value;
  lines[line - 1] = cells;
}

function cellText(text: string, { type, style }: { type: string; style: number }, sheet: Sheet): string {
  switch (type) {
    case "s":
      return sheet.strings[Number(text)] ?? "";
    case "b":
      return text === "1" ? "TRUE" : "FALSE";
    case "e":
      return "";
    case "d":
      return text.slice(0, 10);
    case "n": {
      const number = Number(text);
      if (!Number.isFinite(number)) return text;
      const isDate = sheet.dateFormats[style] === true && number >= 61 && number < 2_958_466;
      return isDate ? serialDate(number, sheet.is1904) : String(number);
    }
    default:
      return text;
  }
}

/** `C7` is column 2. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
