import { fill } from "@/lib/i18n/plain-text";
import type { ImportWords } from "./problem-text";

/** `A`, … `Z`, `AA`: as spreadsheets call it. */
export function columnName(heading: string, column: number, sample: string, words: ImportWords["columns"]): string {
  const letter = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
  const name = fill(words.column, { letter });
  const rest = [heading, sample.slice(0, 24)].filter(Boolean).join(", ");
  return rest ? `${name}: ${rest}` : name;
}
