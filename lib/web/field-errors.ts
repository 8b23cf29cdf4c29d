import "server-only";
import type { Locale } from "@/lib/core/locale";
import { loadMessages, type Messages } from "@/lib/i18n/load-messages";

type FieldErrorKey = keyof Messages["fieldErrors"];

// What zod says where a schema names no key of its own.
const ZOD_WORDS: [RegExp, FieldErrorKey][] = [
  [/received (undefined|null)$/, "required"],
  [/^Too small/, "tooSmall"],
  [/^Too big/, "tooBig"],
];

/**
 * The sentence for a schema's complaint. Schemas in `input.ts` give keys of the `fieldErrors` messages as their error
 * texts; whatever else zod says becomes one of the general ones.
 */
export function fieldSentence(complaint: string, words: Messages["fieldErrors"]): string {
  if (isFieldErrorKey(complaint, words)) return words[complaint];
  return words[ZOD_WORDS.find(([pattern]) => pattern.test(complaint))?.[1] ?? "invalid"];
}

export function isFieldErrorKey(text: string, words: Messages["fieldErrors"]): text is FieldErrorKey {
  return Object.hasOwn(words, text);
}

export type FieldErrors = { formErrors: string[]; fieldErrors: Record<string, string[]> };

/** The same for an action's form: sentences by field, out of next-safe-action's tree of `_errors`. */
export async function fieldErrorsOf(tree: unknown, locale: Locale): Promise<FieldErrors> {
  const { fieldErrors } = await loadMessages(locale);
  const found: FieldErrors = { formErrors: [], fieldErrors: {} };
  collect(tree, [], (path, complaints) => {
    const sentences = complaints.map((each) => fieldSentence(each, fieldErrors));
    if (path === "") found.formErrors.push(...sentences);
    else found.fieldErrors[path] = sentences;
  });
  return found;
}

function collect(node: unknown, path: string[], tell: (path: string, complaints: string[]) => void): void {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key !== "_errors") collect(value, [...path, key], tell);
    else if (Array.isArray(value))
      tell(
        path.join("."),
        value.filter((each) => typeof each === "string"),
      );
  }
}
