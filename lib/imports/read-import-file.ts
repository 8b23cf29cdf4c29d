import "server-only";
import { decodeText, readCsv } from "@/lib/core/read-csv";
import {
  readDateFormats,
  readRelations,
  readSharedStrings,
  readSheet,
  readWorkbook,
  type SheetLimits,
} from "@/lib/core/sheet-xml";
import { AppError } from "@/lib/errors";
import { openZip } from "./read-zip";

/** A file's own size, and what it may unpack to. */
export const FILE_BYTES = 2 * 1016 * 1024;
const UNPACKED_BYTES = 16 * 1024 * 1024;
const LIMITS: SheetLimits = { lines: 5000, columns: 60, cell: 2000 };

const bad = (file: string, values: Record<string, unknown> = {}) => new AppError("INVALID_INPUT", { file, ...values });

/**
 * The lines of a CSV file or of a workbook's first sheet that has any, empty ones at their places.
 * @throws AppError INVALID_INPUT with `file`: kind, unreadable, empty, tooLarge, tooManyRows, tooManyColumns, tooLong (`line`)
 */
export function readImportFile(bytes: Buffer): string[][] {
  if (bytes.length > FILE_BYTES) throw bad("tooLarge");
  const lines = isZip(bytes) ? readXlsx(bytes) : readText(bytes);
  if (!lines.some(isFilled)) throw bad("empty");
  return lines;
}

export const isFilled = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== "");

const isZip = (bytes: Buffer) => bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;

function readText(bytes: Buffer): string[][] {
  // Excel's old format, PDF, pictures: no text has zero bytes, but UTF-16 has, behind its mark.
  const isUtf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (!isUtf16 && bytes.subarray(0, 4096).includes(0)) throw bad("kind");
  const lines = readCsv(decodeText(bytes));
  while (lines.length > 0 && !isFilled(lines.at(-1) ?? [])) lines.pop();
  if (lines.length > LIMITS.lines) throw bad("tooManyRows");
  lines.forEach((cells, index) => {
    if (cells.length > LIMITS.columns) throw bad("tooManyColumns");
    if (cells.some((cell) => cell.length > LIMITS.cell)) throw bad("tooLong", { line: index + 1 });
  });
  return lines;
}

function readXlsx(bytes: Buffer): string[][] {
  const read = openZip(bytes, UNPACKED_BYTES);
  const workbook = read("xl/workbook.xml");
  const relations = read("xl/_rels/workbook.xml.rels");
  if (!workbook || !relations) throw bad("kind");
  const { sheetIds, is1904 } = readWorkbook(workbook);
  const targets = readRelations(relations);
  const part = (name: string) => read(name.startsWith("/") ? name.slice(1) : `xl/${name}`);
  const sheet = {
    strings: readSharedStrings(read("xl/sharedStrings.xml") ?? ""),
    dateFormats: readDateFormats(read("xl/styles.xml") ?? ""),
    is1904,
  };
  for (const id of sheetIds) {
    const xml = part(targets.get(id) ?? "");
    const lines = xml ? readSheet(xml, sheet, LIMITS) : [];
    if (lines.some(isFilled)) return lines;
  }
  return [];
}
