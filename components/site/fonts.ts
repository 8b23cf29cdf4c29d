import "server-only";
import { preload } from "react-dom";
import type { Locale } from "@/lib/core/locale";

// The same files that app/fonts.css names: the bundler gives both one address.
const files = {
  sansDevanagari: new URL(
    "../../node_modules/@fontsource-variable/anek-devanagari/files/anek-devanagari-devanagari-wght-normal.woff2",
    import.meta.url,
  ),
  sansLatin: new URL(
    "../../node_modules/@fontsource-variable/anek-devanagari/files/anek-devanagari-latin-wght-normal.woff2",
    import.meta.url,
  ),
  serifDevanagari: new URL(
    "../../node_modules/@fontsource/tiro-devanagari-marathi/files/tiro-devanagari-marathi-devanagari-400-normal.woff2",
    import.meta.url,
  ),
  serifLatin: new URL(
    "../../node_modules/@fontsource/tiro-devanagari-marathi/files/tiro-devanagari-marathi-latin-400-normal.woff2",
    import.meta.url,
  ),
};

/** Asks early for what the first screen is written in, and for nothing else. */
export function preloadFonts(locale: Locale): void {
  const needed = locale === "en" ? [files.serifLatin, files.sansLatin] : [files.serifDevanagari, files.sansDevanagari];
  for (const file of needed) preload(file.href, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
