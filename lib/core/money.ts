import type { Locale } from "./locale";

/** Integer paise. */
export type Paise = number;

/** THE one rounding: to the nearest paisa, halves away from zero. */
export function roundPaise(amount: number): Paise {
  const rounded = Math.sign(amount) * Math.round(Math.abs(amount));
  return rounded === 0 ? 0 : rounded;
}

/** A share of an amount; of `percent`, two decimals count. In whole numbers, since 1.15 × 3000 is not quite 3450. */
export function percentOf(amount: Paise, percent: number): Paise {
  return roundPaise((amount * Math.round(percent * 100)) / 10_000);
}

export const NUMBER_LOCALES = {
  en: "en-IN",
  hi: "hi-IN-u-nu-deva",
  mr: "mr-IN-u-nu-deva",
} as const satisfies Record<Locale, string>;

const formats = new Map<string, Intl.NumberFormat>();

function format(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(NUMBER_LOCALES[locale], options);
  formats.set(key, known);
  return known;
}

/** `₹1,25,000`, `₹१,२५,०००`; paise only where there are some. */
export function formatMoney(paise: Paise, locale: Locale): string {
  const digits = paise % 100 === 0 ? 0 : 2;
  const amount = format(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    Math.abs(paise) / 100,
  );
  return `${paise < 0 ? "−" : ""}₹${amount}`;
}

export function formatNumber(value: number, locale: Locale): string {
  return format(locale, {}).format(value);
}

const SHORT = {
  en: { thousand: "K", lakh: "L" },
  hi: { thousand: "ह", lakh: "ला" },
  mr: { thousand: "ह", lakh: "ला" },
} as const satisfies Record<Locale, { thousand: string; lakh: string }>;

/** For a calendar's cell: `₹72K`, `₹1.6L`, `₹७२ह`; at most one decimal. */
export function formatMoneyShort(paise: Paise, locale: Locale): string {
  const rupees = Math.round(paise / 100);
  const one = (value: number) => format(locale, { maximumFractionDigits: 1 }).format(value);
  if (rupees >= 99_950) return `₹${one(rupees / 100_000)}${SHORT[locale].lakh}`;
  if (rupees >= 1000) return `₹${one(rupees / 1000)}${SHORT[locale].thousand}`;
  return `₹${one(rupees)}`;
}
