import { gzipSync } from "node:zlib";
import type { APIRequestContext, Page } from "@playwright/test";
import { bookPath, dayPath, type Free } from "./support/dates";
import { expect, test } from "./support/fixtures";
import type { Locale } from "./support/words";

/** Fast on a cheap phone: nothing jumps when the fonts come late, and what a page loads of scripts stays within its budget. */
/** What stands in for our fonts is as wide and as tall as they are. */
const SHIFT = 0.01;
/** Gzipped bytes of scripts: an empty page of this Next, and what a page may add. `npm run bench` measures both. */
const EMPTY = 134_000;
const READING = EMPTY + 12_000;
const PUBLIC = EMPTY + 35_000;
const STEP = EMPTY + 45_000;
/** Bytes of a public page on a phone, before compression. Devanagari takes three a letter; drawings are files of their own. */
const DOCUMENT = 115_000;
const PHONE = { "sec-ch-ua-mobile": "?1" };
/** Bytes of fonts on a first visit: what a page is written in, cut to that (app/fonts). */
const FONTS = { mr: 175_000, en: 45_000 };

type Place = { path: string; budget: number };

function places(locale: Locale, free: Free): Place[] {
  const step = (name: string) =>
    bookPath(locale, free, "&guests=100&type=wedding").replace("/book?", `/book${name ? `/${name}` : ""}?`);
  return [
    { path: `/${locale}`, budget: READING },
    { path: `/${locale}?date=${free.date}&guests=100`, budget: READING },
    { path: `/${locale}/venues/${free.venue.slug}`, budget: PUBLIC },
    { path: dayPath(locale, free), budget: PUBLIC },
    { path: `/${locale}/policies`, budget: READING },
    { path: `/${locale}/login`, budget: PUBLIC },
    ...["", "event", "extras", "review", "login"].map((name) => ({ path: step(name), budget: STEP })),
  ];
}

for (const locale of ["mr", "en"] as const) {
  test(`nothing jumps (${locale})`, async ({ page, free }) => {
    await watchShifts(page);
    // As on a slow network: the text is painted first, then the fonts come.
    await page.route("**/*.woff2", async (route) => {
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      await route.continue();
    });
    for (const { path } of places(locale, free)) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(200);
      expect.soft(await shiftsOf(page), path).toBeLessThan(SHIFT);
    }
  });
}

test("scripts stay within their budgets", async ({ request, free }) => {
  for (const { path, budget } of places("mr", free)) {
    const bytes = await scriptBytes(request, path);
    expect.soft(bytes, path).toBeGreaterThan(0);
    expect.soft(bytes, path).toBeLessThanOrEqual(budget);
  }
});

test("public pages are no larger than their text", async ({ request, free }) => {
  for (const { path } of places("mr", free).filter(({ budget }) => budget < STEP)) {
    const answer = await request.get(path, { headers: PHONE });
    expect.soft((await answer.body()).length, path).toBeLessThanOrEqual(DOCUMENT);
  }
});

test("a phone is sent the one month that it shows", async ({ request, free }) => {
  const path = dayPath("mr", free);
  const monthsFor = async (mobile: "?0" | "?1") => {
    const answer = await request.get(path, { headers: { "sec-ch-ua-mobile": mobile } });
    return (await answer.text()).split('role="grid"').length - 1;
  };
  expect(await monthsFor("?1")).toBe(1);
  expect(await monthsFor("?0")).toBe(2);
});

for (const locale of ["mr", "en"] as const) {
  test(`fonts stay within their budget (${locale})`, async ({ page, free }) => {
    // Whatever earlier pages brought is in the cache, and is told with its size all the same.
    for (const { path } of places(locale, free)) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const fonts = await page.evaluate(fontsLoaded);
      const bytes = fonts.reduce((sum, [, size]) => sum + size, 0);
      expect.soft(bytes, `${path}: nothing is loaded`).toBeGreaterThan(20_000);
      expect.soft(bytes, `${path}: ${fonts.map(([name]) => name).join(", ")}`).toBeLessThanOrEqual(FONTS[locale]);
    }
  });
}

declare global {
  interface Window {
    shifts?: number;
  }
}

/** Adds up what moves without anyone having touched the page. Nothing is typed here, so every shift counts. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ("value" in entry) window.shifts = (window.shifts ?? 0) + Number(entry.value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

async function shiftsOf(page: Page): Promise<number> {
  const shifts = await page.evaluate(() => window.shifts);
  if (shifts === undefined) throw new Error("Shifts were not watched.");
  return shifts;
}

/** What a browser loads with the page; those for browsers without modules are loaded by none that has them. */
async function scriptBytes(request: APIRequestContext, path: string): Promise<number> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  const tags = (await answer.text()).match(/<script\b[^>]*\bsrc="[^"]+"[^>]*>/g) ?? [];
  const sources = tags.filter((tag) => !/\bnomodule\b/i.test(tag)).map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1]);
  let bytes = 0;
  for (const source of new Set(sources)) {
    const script = await request.get((source ?? "").replaceAll("&amp;", "&"));
    expect(script.status(), source).toBe(200);
    bytes += gzipSync(await script.body()).length;
  }
  return bytes;
}

function fontsLoaded(): [name: string, bytes: number][] {
  return performance.getEntriesByType("resource").flatMap((entry) => {
    const isFont = entry instanceof PerformanceResourceTiming && entry.name.endsWith(".woff2");
    return isFont ? [[entry.name.replace(/^.*\//, ""), entry.encodedBodySize]] : [];
  });
}
