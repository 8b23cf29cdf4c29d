import type { ImportField } from "./import-field-names";
import type { HandMethod } from "./payment-method";
import { parsePhone } from "./phone";
import { type DateOrder, guessDateOrder, readImportDate } from "./read-import-date";

/** How a file is read: which column (from 0) says what, and what holds where it says nothing. */
export type ImportMapping = {
  columns: Partial<Record<ImportField, number>>;
  dateOrder: DateOrder;
  guests: number;
  /** The day on which money without a day of its own was taken. */
  paidOn: string;
  method: HandMethod;
  /** What people of this hall call a space or a session, as `wordKey` writes it, and which it is. */
  words: { space: Record<string, string>; session: Record<string, string> };
};

/** Words of a heading, in small letters; the first field that fits takes a column. */
const HEADINGS: readonly (readonly [ImportField, RegExp])[] = [
  ["paidOn", /(paid|payment|advance|received|receipt).*(date|on$)|date.*(paid|payment|advance|receipt)/],
  ["paidOn", /(भरल्याची|पावती|अग्रिम|जमा|भुगतान|अॅडव्हान्स|ॲडव्हान्स|एडवांस).*(तारीख|दिनांक)/],
  ["date", /\b(date|day)\b|दिनांक|तारीख|तारिख|तिथि/],
  ["phone", /phone|mobile|contact|\bcell\b|whats ?app|मोबाईल|मोबाइल|फोन|फ़ोन|दूरध्वनी|संपर्क/],
  ["method", /method|\bmode\b|paid by|\bcash\b|पद्धत|प्रकारे|माध्यम|तरीका|रोख|नकद/],
  ["paid", /\bpaid\b|advance|received|deposit|अग्रिम|ॲडव्हान्स|अॅडव्हान्स|एडवांस|आगाऊ|जमा|भरले|मिळाले/],
  ["total", /total|amount|price|\brent\b|charge|\brate\b|रक्कम|रकम|एकूण|भाडे|कुल|राशि|किराया/],
  ["space", /space|\bhall\b|venue|lawn|\bplace\b|\broom\b|जागा|हॉल|सभागृह|स्थान|स्थळ|जगह|कार्यालय/],
  ["session", /session|slot|shift|timing|\btime\b|सत्र|वेळ|समय/],
  ["guests", /guest|\bpax\b|people|persons|पाहुणे|माणसे|लोक|मेहमान|अतिथि/],
  ["title", /event|function|occasion|purpose|program|कार्यक्रम|समारंभ|कार्य|प्रसंग|आयोजन/],
  ["name", /name|customer|party|family|booked by|नाव|नांव|नाम|कुटुंब|ग्राहक/],
  ["note", /note|remark|comment|टीप|शेरा|टिप्पणी|नोंद|टिप/],
];

export function fieldOfHeading(heading: string): ImportField | null {
  const plain = heading
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase();
  return HEADINGS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

const HEADING_WITHIN = 10;

/** Which of the first lines (from 0) names the columns: the one with most headings; null where none does. */
export function findHeader(lines: readonly (readonly string[])[]): number | null {
  const known = (line: readonly string[]) => new Set(line.map(fieldOfHeading).filter((field) => field !== null)).size;
  const scores = lines.slice(0, HEADING_WITHIN).map(known);
  const best = Math.max(0, ...scores);
  return best >= 2 ? scores.indexOf(best) : null;
}

type Sample = { headings: readonly string[]; lines: readonly (readonly string[])[] };

/** The columns as headings name them, and where none does, as their cells look. */
export function guessColumns({ headings, lines }: Sample): Partial<Record<ImportField, number>> {
  const columns: Partial<Record<ImportField, number>> = {};
  const width = Math.max(headings.length, ...lines.map((line) => line.length), 0);
  headings.forEach((heading, column) => {
    const field = fieldOfHeading(heading);
    if (field && columns[field] === undefined) columns[field] = column;
  });
  const taken = new Set(Object.values(columns));
  const looksLike = (test: (text: string) => boolean) =>
    Array.from({ length: width }, (_, column) => column).find((column) => {
      const cells = lines.map((line) => line[column]?.trim() ?? "").filter(Boolean);
      return !taken.has(column) && cells.length > 0 && cells.filter(test).length >= cells.length * 0.6;
    });
  const byContent = {
    date: (text: string) => readImportDate(text, "dmy") !== null,
    phone: (text: string) => parsePhone(text) !== null,
  };
  for (const field of ["date", "phone"] as const) {
    const column = columns[field] === undefined ? looksLike(byContent[field]) : undefined;
    if (column === undefined) continue;
    columns[field] = column;
    taken.add(column);
  }
  return columns;
}

/** How a file is read until somebody says otherwise. `today`: when its money was taken, where it does not say. */
export function guessMapping(sample: Sample, today: string): ImportMapping {
  const columns = guessColumns(sample);
  const { date } = columns;
  const dates = date === undefined ? [] : sample.lines.map((line) => line[date] ?? "");
  return {
    columns,
    dateOrder: guessDateOrder(dates),
    ...{ guests: 200, paidOn: today, method: "cash", words: { space: {}, session: {} } },
  };
}
