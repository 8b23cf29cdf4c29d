import { expect, type Page } from "@playwright/test";
import { LOCALES, say } from "./words";

const THEME = new RegExp(`^(${LOCALES.map((locale) => say(locale, "site.theme.label")).join("|")})$`);

/**
 * Until the scripts of a page that was just loaded have taken over what the server wrote: the switch of the theme, which is on
 * every page, then says which one is on. Clicks may come before, they are kept; what is typed into a form before may be lost.
 */
export async function untilReady(page: Page): Promise<void> {
  const theme = page.locator("fieldset").filter({ has: page.locator("legend", { hasText: THEME }) });
  await expect(theme.locator('[aria-pressed="true"]').first()).toBeAttached();
}
