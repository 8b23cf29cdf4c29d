import type { Locator, Page } from "@playwright/test";

/** "Within five seconds": by when a page that is on show tells what somebody else has done. */
export const PROMISED_MS = 5_000;

/** What a page asks again and again to be told of changes. */
type Asks = "/availability?" | "/api/admin/diary?";

/**
 * Milliseconds from `since` until the page shows a change, without those in which it waited for the server's answer: how often
 * it asks and how soon it shows are the page's promise, how busy the machine is that also runs the browsers is not.
 */
async function ownTime(page: Page, asks: Asks, since: number, shown: number): Promise<number> {
  const waited = await page.evaluate(
    ({ asks, since, shown }) =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.includes(asks))
        .map(({ startTime, duration }) => ({ from: performance.timeOrigin + startTime, duration }))
        .map(({ from, duration }) => Math.max(0, Math.min(shown, from + duration) - Math.max(since, from)))
        .reduce((sum, each) => sum + each, 0),
    { asks, since, shown },
  );
  return shown - since - waited;
}

/** Until an element is there that says this. */
export async function tookToSay(page: Page, selector: string, text: string, asks: Asks, since: number) {
  const seen = await page.waitForFunction(
    ({ selector, text }) =>
      [...document.querySelectorAll(selector)].some((one) => one.textContent?.includes(text)) && Date.now(),
    { selector, text },
    { timeout: 60_000 },
  );
  return ownTime(page, asks, since, Number(await seen.jsonValue()));
}

/** Until an element no longer says what it said, or is gone. Call it before the change; what it returns, afterwards. */
export async function watchFor(shown: Locator, asks: Asks) {
  const element = await shown.elementHandle();
  const before = await shown.innerText();
  return async (since: number) => {
    const page = shown.page();
    const seen = await page.waitForFunction(
      ({ element, before }) =>
        (!element?.isConnected || (element instanceof HTMLElement && element.innerText !== before)) && Date.now(),
      { element, before },
      { timeout: 60_000 },
    );
    return ownTime(page, asks, since, Number(await seen.jsonValue()));
  };
}
