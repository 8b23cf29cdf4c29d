export type BrandColours = { main: string; ink: string; soft: string };
export type BrandPair = { light: BrandColours; dark: BrandColours };

type Rgb = readonly [number, number, number];

/** The paper a brand colour is written on: the worst of the backgrounds of the light and of the dark theme. */
const LIGHT_PAPER: Rgb = [0xf4, 0xec, 0xdc];
const DARK_PAPER: Rgb = [0x24, 0x1b, 0x18];
const WHITE: Rgb = [0xff, 0xf8, 0xf1];
const BLACK: Rgb = [0x1d, 0x0b, 0x0d];

/** WCAG 2.2 §1.4.3: text of any size. */
const ENOUGH = 4.5;

/** A tenant's colour made readable on light and dark paper, each with the ink for text on it; null where it is no #rrggbb. */
export function brandPair(hex: string): BrandPair | null {
  const colour = parseHex(hex);
  if (!colour) return null;
  return { light: coloursOn(colour, LIGHT_PAPER, BLACK), dark: coloursOn(colour, DARK_PAPER, WHITE) };
}

/** WCAG 2.2 contrast ratio of two #rrggbb colours, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  const a = parseHex(one);
  const b = parseHex(other);
  return a && b ? ratio(a, b) : 1;
}

function coloursOn(colour: Rgb, paper: Rgb, towards: Rgb): BrandColours {
  let main = colour;
  for (let share = 0; share <= 1; share += 0.04) {
    main = mix(colour, towards, share);
    // The soft tint stands between paper and the colour, and text in the colour is written on it too.
    if (ratio(main, mix(paper, main, 0.12)) >= ENOUGH) break;
  }
  const ink = ratio(WHITE, main) >= ratio(BLACK, main) ? WHITE : BLACK;
  return { main: toHex(main), ink: toHex(ink), soft: toHex(mix(paper, main, 0.12)) };
}

function parseHex(hex: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return null;
  const [, r = "", g = "", b = ""] = match;
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)];
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (a: number, b: number) => a + (b - a) * share;
  return [part(from[0], to[0]), part(from[1], to[1]), part(from[2], to[2])];
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(part: number): number {
  const value = part / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function ratio(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}
