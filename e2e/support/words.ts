import en from "../../lib/i18n/messages/en.json" with { type: "json" };
import hi from "../../lib/i18n/messages/hi.json" with { type: "json" };
import mr from "../../lib/i18n/messages/mr.json" with { type: "json" };

export const LOCALES = ["mr", "hi", "en"] as const;
export type Locale = (typeof LOCALES)[number];
const MESSAGES: Record<Locale, unknown> = { en, hi, mr };

/** The words of the site by their key, so that a test reads the page as a person of that language does. */
export function say(locale: Locale, key: string): string {
  const found = key.split(".").reduce<unknown>((part, name) => Object(part)[name], MESSAGES[locale]);
  if (typeof found !== "string") throw new Error(`There is no message ${key} in ${locale}.`);
  return found;
}

/** A message with values in it, as a pattern that takes any value. */
export function saying(locale: Locale, key: string): RegExp {
  const parts = say(locale, key).split(/\{[^}]*\}/);
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+"));
}
