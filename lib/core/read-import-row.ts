import { asciiDigits } from "./digits";
import type { ImportField } from "./import-field-names";
import type { ImportMapping } from "./import-fields";
import { eventOf, findNamed, methodOf } from "./import-words";
import { addDays, addMonths, type LocalDate } from "./local-date";
import type { LocalText } from "./locale";
import type { Paise } from "./money";
import type { HandMethod } from "./payment-method";
import { parsePhone } from "./phone";
import { findPrice, type Price } from "./pricing";
import { readAmount } from "./read-amount";
import { readImportDate } from "./read-import-date";
import { expandSlot, type Slot } from "./slots";

/** What stands against a line: each code has a sentence in messages, `values` go into it. */
export type ImportProblem = { code: ImportProblemCode; values?: Record<string, string> };
export type ImportProblemCode =
  | "dateMissing"
  | "dateUnclear"
  | "dateFar"
  | "spaceMissing"
  | "spaceUnknown"
  | "sessionMissing"
  | "sessionUnknown"
  | "sessionNotOffered"
  | "nameMissing"
  | "phoneMissing"
  | "phoneUnclear"
  | "guestsUnclear"
  | "totalUnclear"
  | "paidUnclear"
  | "paidOnUnclear"
  | "paidAboveTotal"
  | "priceMissing"
  | "taken"
  | "closed"
  | "sameAsRow"
  | "failed"
  | "changedSince"
  | "paidSince";

/** A line as it is understood; complete where nothing stands against it. */
export type ImportReading = {
  date: LocalDate;
  spaceId: string;
  slotId: string;
  name: string;
  phone: string;
  title: string;
  eventType: string;
  functionName: string;
  guests: number;
  /** As agreed; null: by the hall's prices. GST included. */
  totalPaise: Paise | null;
  paidPaise: Paise;
  paidOn: LocalDate;
  method: HandMethod;
  note: string | null;
};

/** What a line is held against. */
export type ImportBook = {
  spaces: readonly { id: string; name: LocalText }[];
  slots: readonly Slot[];
  prices: readonly Price[];
  timeZone: string;
  today: LocalDate;
};

/** Cells by column; what was typed over a cell stands under `=` and its field's name. */
export type ImportCells = Record<string, string>;

export function cellOf(cells: ImportCells, { columns }: Pick<ImportMapping, "columns">, field: ImportField): string {
  const typed = cells[`=${field}`];
  if (typed !== undefined) return typed.trim();
  const column = columns[field];
  return column === undefined ? "" : (cells[column]?.trim() ?? "");
}

const YEARS_BACK = 15;
const YEARS_AHEAD = 5;
const TITLE = 120;
const NAME = 80;
const NOTE = 2000;

/** Reads a line; `reading` is null while something stands against it. */
export function readImportRow(
  cells: ImportCells,
  mapping: ImportMapping,
  book: ImportBook,
): { reading: ImportReading | null; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const against = (code: ImportProblemCode, text?: string) => {
    problems.push(text === undefined ? { code } : { code, values: { text: text.slice(0, 60) } });
    return null;
  };
  const cell = (field: ImportField) => cellOf(cells, mapping, field);

  const date = readDay(cell("date"), mapping, book, against);
  const space = readSpace(cell("space"), mapping, book, against);
  const slot = readSession(cell("session"), space?.id ?? null, mapping, book, against);
  if (date && space && slot && !expandSlot(slot, date, book.timeZone)) against("sessionNotOffered");

  const phone = readPhone(cell("phone"));
  if (cell("phone") === "") against("phoneMissing");
  else if (!phone) against("phoneUnclear", cell("phone"));
  const name = (cell("name") || cell("title")).slice(0, NAME);
  const title = titleOf(cell("name"), cell("title")).slice(0, TITLE);
  if (name === "") against("nameMissing");

  const guests = readGuests(cell("guests"), mapping.guests) ?? against("guestsUnclear", cell("guests"));
  const total = cell("total") === "" ? undefined : readAmount(cell("total"));
  if (total === null) against("totalUnclear", cell("total"));
  const paid = cell("paid") === "" ? 0 : (readAmount(cell("paid")) ?? against("paidUnclear", cell("paid")));
  if (total !== undefined && total !== null && paid !== null && paid > total) against("paidAboveTotal");
  const paidOn = cell("paidOn") === "" ? mapping.paidOn : readImportDate(cell("paidOn"), mapping.dateOrder);
  if (!paidOn || paidOn > book.today) against("paidOnUnclear", cell("paidOn"));
  if (space && slot && !priceFor(book.prices, space.id, slot.id, total ?? null)) against("priceMissing");

  if (problems.length > 0 || !date || !space || !slot || !phone || !paidOn || guests === null || paid === null) {
    return { reading: null, problems };
  }
  const kind = eventOf(cell("title"));
  return {
    problems,
    reading: {
      ...{ date, spaceId: space.id, slotId: slot.id, name, phone, title, guests, paidOn },
      eventType: kind === "haldi" || kind === "sangeet" ? "wedding" : kind,
      functionName: kind === "meeting" ? "other" : kind,
      ...{ totalPaise: total ?? null, paidPaise: paid },
      method: methodOf(cell("method")) ?? mapping.method,
      note: cell("note").slice(0, NOTE) || null,
    },
  };
}

/** "Wedding" alone tells one line of a diary from no other. */
function titleOf(name: string, event: string): string {
  if (name === "" || event.includes(name)) return event;
  return event === "" ? name : `${name}, ${event}`;
}

type Against = (code: ImportProblemCode, text?: string) => null;

function readDay(text: string, { dateOrder }: ImportMapping, { today }: ImportBook, against: Against) {
  if (text === "") return against("dateMissing");
  const date = readImportDate(text, dateOrder);
  if (!date) return against("dateUnclear", text);
  const isFar = date < addMonths(today, -12 * YEARS_BACK) || date > addMonths(addDays(today, 1), 12 * YEARS_AHEAD);
  return isFar ? against("dateFar", text) : date;
}

/** A hall with one space need not name it. */
function readSpace(text: string, { words }: ImportMapping, { spaces }: ImportBook, against: Against) {
  if (text === "") return spaces.length === 1 ? (spaces[0] ?? null) : against("spaceMissing");
  return findNamed(text, spaces, words.space) ?? against("spaceUnknown", text);
}

function readSession(
  text: string,
  spaceId: string | null,
  { words }: ImportMapping,
  { slots }: ImportBook,
  against: Against,
) {
  const offered = spaceId === null ? slots : slots.filter((slot) => slot.spaceIds.includes(spaceId));
  if (text === "") return offered.length === 1 ? (offered[0] ?? null) : against("sessionMissing");
  const slot = findNamed(text, offered, words.session);
  if (slot) return slot;
  return against(findNamed(text, slots, words.session) ? "sessionNotOffered" : "sessionUnknown", text);
}

/** The first phone that a cell names: families leave two. */
function readPhone(text: string): string | null {
  const parts = [text, ...text.split(/[/,;|\n]| or /)];
  for (const part of parts) {
    const phone = parsePhone(part.replace(/\.0$/, ""));
    if (phone) return phone;
  }
  return null;
}

function readGuests(text: string, usual: number): number | null {
  if (text === "") return usual;
  const number = Number(/^\D{0,8}(\d[\d,]*)\D*$/.exec(asciiDigits(text))?.[1]?.replaceAll(",", "") ?? Number.NaN);
  return number >= 1 && number <= 100_000 ? number : null;
}

/** The hall's price, or where the amount is agreed at least one that says how it is taxed. */
export function priceFor(
  prices: readonly Price[],
  spaceId: string,
  slotId: string,
  totalPaise: Paise | null,
): Price | undefined {
  const exact = findPrice(prices, spaceId, slotId);
  return exact ?? (totalPaise === null ? undefined : prices.find((price) => price.spaceId === spaceId));
}
