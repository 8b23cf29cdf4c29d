export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Kept in a cookie, so that the server writes it into the page and nothing flashes; unset follows the device. */
export function readTheme(value: string | undefined): Theme | undefined {
  return THEMES.find((theme) => theme === value);
}
