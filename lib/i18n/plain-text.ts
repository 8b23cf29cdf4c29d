import type { Locale } from "@/lib/core/locale";

const DEVANAGARI_ZERO = 0x0966;

/** Between two things on one line. Our typeface's space is too narrow for it alone; the line breaks after the dot. */
export const DOT = "\u00a0\u2009·\u2009 ";

/** A whole number in the digits of the language, without grouping: days, years, counts. */
export function digits(value: number | string, locale: Locale): string {
  if (locale === "en") return String(value);
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(DEVANAGARI_ZERO + Number(digit)));
}

/** Puts values into a text such as "{weekday}, {day} {month}": all that a browser needs of the messages format. */
export function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
