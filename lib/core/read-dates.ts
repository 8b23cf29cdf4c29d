import { asciiDigits } from "./digits";
import { isLocalDate, type LocalDate } from "./local-date";

/** The months as they are written in almanacs and spreadsheets: any word that begins so. */
const MONTHS: readonly (readonly string[])[] = [
  ["jan", "जान", "जन"],
  ["feb", "फेब", "फर", "फ़र"],
  ["mar", "मार्च"],
  ["apr", "एप्र", "अप्र"],
  ["may", "मे", "मई"],
  ["jun", "जून"],
  ["jul", "जुल"],
  ["aug", "ऑग", "अग"],
  ["sep", "सप्ट", "सेप्ट", "सित"],
  ["oct", "ऑक्ट", "अक्ट", "अक्तू"],
  ["nov", "नोव्ह", "नव", "नोव"],
  ["dec", "डिस", "दिस"],
];

/** One line of what was pasted: the days that it names, or none where it cannot be read. */
export type DateLine = { line: number; text: string; dates: LocalDate[] };

/**
 * Days out of pasted text or CSV, a line each: `2027-02-14`, `14/02/2027`, `14.2.27`, `14 Feb 2027`, `Feb 14, 2027`,
 * `१४ फेब्रुवारी २०२७`, and an almanac's own way, `Feb 2027: 5, 6, 7`. The day stands before the month, as in India. What
 * stands around a date (a weekday, a name, further columns) is passed over; empty lines are left out.
 */
export function readDates(text: string): DateLine[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((raw, index) => ({ line: index + 1, text: raw.trim() }))
    .filter(({ text: line }) => line !== "")
    .map((line) => ({ ...line, dates: datesIn(asciiDigits(line.text)) }));
}

/** The first day that a text names, or null. */
export function readDate(text: string): LocalDate | null {
  return datesIn(asciiDigits(text.trim()))[0] ?? null;
}

function datesIn(text: string): LocalDate[] {
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const numeric = /(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)/.exec(text);
  if (numeric) return day(numeric[3], numeric[2], numeric[1]);
  return inWords(text);
}

function inWords(text: string): LocalDate[] {
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)];
  const found = words.flatMap((word) => {
    const month = monthOf(word[0]);
    return month ? [{ month, at: word.index, end: word.index + word[0].length }] : [];
  })[0];
  if (!found) return [];
  const before = numbers(text.slice(0, found.at));
  const after = numbers(text.slice(found.end));
  const year = after.find(isYear) ?? before.find(isYear) ?? after.at(-1);
  if (year === undefined) return [];
  const leading = before.filter((number) => number !== year).at(-1);
  if (leading !== undefined && !isList(after, year)) return day(year, found.month, leading);
  const days = after.filter((number) => number !== year);
  const read = days.flatMap((each) => day(year, found.month, each));
  // A list with one impossible day is wrong as a whole: to leave it out silently would lose it.
  return read.length === days.length ? read : [];
}

/** `5, 6 Feb 2027: 8` is no date; days after the year are a list. */
function isList(after: string[], year: string): boolean {
  const at = after.indexOf(year);
  return at >= 0 && after.length > at + 1;
}

const numbers = (text: string): string[] => [...text.matchAll(/\d+/g)].map(([number]) => number);
const isYear = (number: string) => number.length === 4;

function monthOf(word: string): string | null {
  const small = word.toLowerCase();
  const index = MONTHS.findIndex((names) => names.some((name) => small.startsWith(name)));
  return index < 0 ? null : String(index + 1);
}

function day(year = "", month = "", date = ""): LocalDate[] {
  const full = year.length === 2 ? `20${year}` : year;
  const read = `${full}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isLocalDate(read) ? [read] : [];
}
