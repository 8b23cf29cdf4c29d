import { LOCALES, type Locale } from "@/lib/core/locale";

type Told = {
  headers: Headers;
  /** The language that was chosen before (`NEXT_LOCALE`). */
  cookie: string | undefined;
  /** `?lang` of an API call. */
  lang?: string | null | undefined;
};

/** The language to answer in: the page's own or `?lang`, then the cookie, then Accept-Language, then the tenant's. */
export function localeOf({ headers, cookie, lang }: Told, fallback: Locale): Locale {
  return known(lang) ?? known(headers.get("x-next-intl-locale")) ?? known(cookie) ?? accepted(headers) ?? fallback;
}

export const LOCALE_COOKIE = "NEXT_LOCALE";

function known(text: string | null | undefined): Locale | undefined {
  return LOCALES.find((locale) => locale === text);
}

/** The best of Accept-Language: highest weight first, then as written. */
function accepted(headers: Headers): Locale | undefined {
  const wanted = (headers.get("accept-language") ?? "").slice(0, 500).split(",");
  return wanted
    .map((entry) => {
      const [tag = "", weight] = entry.trim().split(";q=");
      return { locale: known(tag.split("-")[0]?.toLowerCase()), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .find(({ locale }) => locale)?.locale;
}
