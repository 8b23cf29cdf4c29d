import "server-only";
import { preload } from "react-dom";
import type { Locale } from "@/lib/core/locale";

// The same files that app/fonts.css names: the bundler gives both one address.
const LATIN = [
  new URL(
    "../../node_modules/@fontsource/tiro-devanagari-marathi/files/tiro-devanagari-marathi-latin-400-normal.woff2",
    import.meta.url,
  ),
  new URL(
    "../../node_modules/@fontsource/anek-devanagari/files/anek-devanagari-latin-500-normal.woff2",
    import.meta.url,
  ),
];

/**
 * Asks early for what the first screen is written in, where that is small. Devanagari is ten times as heavy: asked for
 * first, it would hold up the style sheet on a slow line, and every phone sold here can show it until it comes.
 */
export function preloadFonts(locale: Locale): void {
  if (locale !== "en") return;
  for (const file of LATIN) preload(file.href, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
