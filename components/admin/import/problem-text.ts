import type { Locale } from "@/lib/core/locale";
import type { ImportProblem } from "@/lib/core/read-import-row";
import type { Messages } from "@/lib/i18n/load-messages";
import { digits, fill } from "@/lib/i18n/plain-text";

export type ImportWords = Messages["admin"]["imports"];

/** What stands against a line, as a sentence. */
export function problemText({ code, values }: ImportProblem, words: ImportWords["problems"], locale: Locale): string {
  const { line, ...said } = values ?? {};
  const known = line === undefined ? said : { ...said, line: digits(line, locale) };
  return fill(words[code], known).replace(/\s+([.।])$/, "$1");
}
