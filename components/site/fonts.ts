import "server-only";
import { preload } from "react-dom";
import type { Locale } from "@/lib/core/locale";

// The same files that app/fonts.css names: the bundler gives both one address.
const LATIN = [
  new URL("../../app/fonts/tiro-latin-400.woff2", import.meta.url),
  new URL("../../app/fonts/anek-latin-500.woff2", import.meta.url),
];

/**
 * Asks early for what the first screen is written in, where that is small. Devanagari is six times as heavy: asked for
 * first, it would hold up the style sheet on a slow line, and every phone sold here can show it until it comes.
 */
export function preloadFonts(locale: Locale): void {
  if (locale !== "en") return;
  for (const file of LATIN) preload(file.href, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
