import { LOCALES, type Locale } from "@/lib/core/locale";

/** The address of a page in a language: `localePath("mr", "/venues/sai")` is `/mr/venues/sai`. */
export function localePath(locale: Locale, path: string): string {
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** The same page and query in another language. */
export function inLocale(locale: Locale, pathAndQuery: string): string {
  const rest = pathAndQuery.replace(/^\/[^/?#]*/, "");
  return `/${locale}${rest}`;
}

/** hreflang and canonical for a page's metadata; Next makes them absolute with the layout's metadataBase. */
export function alternatesOf(locale: Locale, path: string) {
  const languages = Object.fromEntries(LOCALES.map((each) => [each, localePath(each, path)]));
  return { canonical: localePath(locale, path), languages };
}
