import { defineRouting } from "next-intl/routing";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/core/locale";

/** Every page's address starts with its language. hreflang is set in each page's metadata, see alternates.ts. */
export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: DEFAULT_LOCALE,
  localePrefix: "always",
  alternateLinks: false,
  localeCookie: { maxAge: 60 * 60 * 24 * 365 },
});
