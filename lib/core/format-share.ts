import type { Locale } from "./locale";
import { NUMBER_LOCALES } from "./money";

const formats = new Map<Locale, Intl.NumberFormat>();

/** A part of 1 as `42%`, `४२%`: nobody plans a wedding season by tenths of a per cent. */
export function formatShare(share: number, locale: Locale): string {
  const known =
    formats.get(locale) ??
    new Intl.NumberFormat(NUMBER_LOCALES[locale], { style: "percent", maximumFractionDigits: 0 });
  formats.set(locale, known);
  return known.format(share);
}
