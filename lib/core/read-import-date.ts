import { asciiDigits } from "./digits";
import { isLocalDate, type LocalDate } from "./local-date";
import { readDate } from "./read-dates";
import { serialDate } from "./sheet-xml";

/** Whether the day or the month stands first in `03/04/2027`. */
export type DateOrder = "dmy" | "mdy";

const NUMERIC = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)/;
/** Days of spreadsheets from 1982 to 2119: no year, no amount of people's. */
const SERIAL = /^(3|4|5|6|7)\d{4}(\.\d+)?$/;

/** The one day that a cell names, `14/02/2027`, `14-2-27`, `१४ फेब्रुवारी २०२७`, `2027-02-14 00:00` or a spreadsheet's own count, or null. */
export function readImportDate(text: string, order: DateOrder): LocalDate | null {
  const plain = asciiDigits(text.trim());
  if (SERIAL.test(plain)) return serialDate(Number(plain));
  const numeric = NUMERIC.exec(plain);
  if (numeric && order === "mdy") return readDate(`${numeric[2]}/${numeric[1]}/${numeric[3]}`);
  const read = readDate(plain);
  return read && isLocalDate(read) ? read : null;
}

/** The order in which a column of dates makes sense: day first, as in India, unless that leaves days that do not exist. */
export function guessDateOrder(texts: readonly string[]): DateOrder {
  const parts = texts.flatMap((text) => {
    const numeric = NUMERIC.exec(asciiDigits(text.trim()));
    return numeric ? [[Number(numeric[1]), Number(numeric[2])] as const] : [];
  });
  const isMonthFirst = parts.some(([, second]) => second > 12) && !parts.some(([first]) => first > 12);
  return isMonthFirst ? "mdy" : "dmy";
}
