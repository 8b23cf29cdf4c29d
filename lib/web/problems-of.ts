import "server-only";
import type * as z from "zod";
import type { Locale } from "@/lib/core/locale";
import { loadMessages, type Messages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import { isFieldErrorKey } from "./field-errors";

type Issue = z.core.$ZodIssue;
type Words = Pick<Messages, "api" | "fieldErrors">;
export type Problem = { path: string; message: string };

/** More than anybody reads; a body of nothing but mistakes would have a far larger answer than itself. */
const MOST = 50;

/**
 * The complaints about an input, the first fifty, by path (`functions.0.date`), for an API's caller. To tell what is missing from what is
 * wrong it wants an error that was parsed with `reportInput`.
 */
export async function problemsOf(error: z.ZodError, locale: Locale): Promise<Problem[]> {
  const words = await loadMessages(locale);
  return flat(error.issues)
    .slice(0, MOST)
    .map((issue) => ({ path: issue.path.map(String).join("."), message: sentenceOf(issue, words) }));
}

/** Issues, with those of the nearest branch in place of a union's one, and one for each member that is not known. */
function flat(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    const behind = (path: readonly PropertyKey[]) => [...issue.path, ...path];
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ ...issue, keys: [key], path: behind([key]) }));
    }
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
    return flat(nearest(issue.errors)).map((inner) => ({ ...inner, path: behind(inner.path) }));
  });
}

/** The branch that was meant: the one that knows most of the members that were sent, then the one with the fewest complaints. */
function nearest(branches: readonly Issue[][]): Issue[] {
  const [first] = branches.toSorted((a, b) => unknownIn(a) - unknownIn(b) || flat(a).length - flat(b).length);
  return first ?? [];
}

const unknownIn = (branch: readonly Issue[]): number =>
  branch.flatMap((issue) => (issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : [])).length;

/** Keys that schemas give for want of a better word: what the issue itself says is closer. */
const GENERAL = new Set(["required", "invalid", "tooSmall", "tooBig", "tooLong"]);

function sentenceOf(issue: Issue, { api, fieldErrors }: Words): string {
  const key = isFieldErrorKey(issue.message, fieldErrors) ? issue.message : "invalid";
  if (!GENERAL.has(key)) return fieldErrors[key];
  return sentenceOfIssue(issue, { api, fieldErrors }) ?? fieldErrors[key];
}

function sentenceOfIssue(issue: Issue, { api, fieldErrors }: Words): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return sentenceOfType(issue, { api, fieldErrors });
    case "invalid_value":
      return fill(api.oneOf, { values: issue.values.map(String).join(", ") });
    case "invalid_union":
      return "options" in issue ? fill(api.oneOf, { values: (issue.options ?? []).map(String).join(", ") }) : undefined;
    case "unrecognized_keys":
      return api.unknown;
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return fieldErrors.required;
      return fill(api[SIZES[issue.origin]?.small ?? "atLeast"], { limit: String(issue.minimum) });
    case "too_big":
      return fill(api[SIZES[issue.origin]?.big ?? "atMost"], { limit: String(issue.maximum) });
    case "invalid_format":
      if (issue.format === "date") return fieldErrors.date;
      if (issue.format === "datetime") return api.instant;
      if (issue.format === "uuid") return api.id;
      if (issue.format === "email") return fieldErrors.email;
  }
  return undefined;
}

const SIZES: Record<string, { small: "tooShort" | "tooFew"; big: "tooLong" | "tooMany" }> = {
  string: { small: "tooShort", big: "tooLong" },
  array: { small: "tooFew", big: "tooMany" },
};

function sentenceOfType({ expected, input }: z.core.$ZodIssueInvalidType, words: Words): string | undefined {
  const { api, fieldErrors } = words;
  if (input === undefined || input === null) return fieldErrors.required;
  if (expected === "int") return fieldErrors.wholeNumber;
  if (expected === "number") return typeof input === "string" ? api.expected.number : fieldErrors.number;
  const byType: Record<string, string> = api.expected;
  return byType[expected];
}
