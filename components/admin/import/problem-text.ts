import type { ImportProblem } from "@/lib/core/read-import-row";
import type { Messages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";

export type ImportWords = Messages["admin"]["imports"];

/** What stands against a line, as a sentence. */
export function problemText({ code, values }: ImportProblem, words: ImportWords["problems"]): string {
  return fill(words[code], values ?? {}).replace(/\s+([.।])$/, "$1");
}
