export const LOCALES = ["mr", "hi", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** Of who says nothing about their language, where the hall's own is not known. */
export const DEFAULT_LOCALE: Locale = "mr";

/** A name in the languages the hall has given; English is always there. */
export type LocalText = { en: string; hi?: string | undefined; mr?: string | undefined };

/** A text in a language, or in English where that one was not given or left empty. */
export function textIn(text: LocalText, locale: Locale): string {
  return text[locale] || text.en;
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
