import type { Browser, Page } from "@playwright/test";
import { sessionOf } from "./support/admin";
import { expect, freshAddress, test } from "./support/fixtures";
import { startOwnSite } from "./support/own-site";
import { LOCALES, type Locale, say } from "./support/words";

type Site = Awaited<ReturnType<typeof startOwnSite>>;

/** Somebody with these languages in their browser, logged in as the hall's owner where a session is given. */
async function visitor(browser: Browser, { url }: Site, locale: string, session?: string): Promise<Page> {
  const context = await browser.newContext({
    locale,
    baseURL: url,
    extraHTTPHeaders: { "x-forwarded-for": freshAddress() },
  });
  if (session) await context.addCookies([{ name: "mandap.session", value: session, url }]);
  return context.newPage();
}

const title = (page: Page, locale: Locale, key: string) =>
  page.getByRole("heading", { level: 1, name: say(locale, key), exact: true });

/** Our own page, in this language, with a way on. */
async function expectOutage(page: Page, locale: Locale): Promise<void> {
  await expect(title(page, locale, "site.error.title")).toBeVisible();
  await expect(page.getByText(say(locale, "site.error.text"))).toBeVisible();
  await expect(page.getByRole("button", { name: say(locale, "site.error.retry") })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
}

test("while Postgres is away everybody is told so in their own language, and once it is back all is as it was", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const site = await startOwnSite();
  try {
    const { slug, owner, venue } = site.hall;
    const session = await sessionOf(owner.phone, slug, site.databaseUrl);
    const pages = new Map(
      await Promise.all(
        LOCALES.map(async (locale) => [locale, await visitor(browser, site, `${locale}-IN`, session)] as const),
      ),
    );
    const inEach = (look: (locale: Locale, page: Page) => Promise<void>) =>
      Promise.all([...pages].map(([locale, page]) => look(locale, page)));
    const seen = (status: number) =>
      inEach(async (locale, page) => {
        for (const path of [`/venues/${venue.slug}`, "/admin"]) {
          const answer = await page.goto(`/${locale}${path}`);
          expect(answer?.status(), `/${locale}${path}`).toBe(status);
          if (status === 500) await expectOutage(page, locale);
        }
      });
    await seen(200);
    await site.stopDatabase();
    await seen(500);

    await test.step("the address without a language", async () => {
      await inEach(async (locale, page) => {
        expect((await page.goto("/"))?.status()).toBe(500);
        expect(new URL(page.url()).pathname).toBe(`/${locale}`);
        await expectOutage(page, locale);
      });
      // Neither the language of this browser nor that of a hall that nobody has asked for yet is known.
      const stranger = await visitor(browser, site, "ta-IN");
      expect((await stranger.goto(site.url.replace("localhost", "unasked.localhost")))?.status()).toBe(500);
      await expectOutage(stranger, "mr");
    });

    await test.step("the API", async () => {
      for (const [locale, { request }] of pages) {
        for (const host of [new URL(site.url).host, `unasked.${new URL(site.url).host}`]) {
          const headers = { host, "accept-language": locale };
          const answer = await request.get(`/api/v1/venues`, { headers });
          expect(answer.status()).toBe(503);
          expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
          expect(answer.headers()["content-language"]).toBe(locale);
          expect(await answer.json()).toMatchObject({ code: "BUSY", detail: say(locale, "errors.BUSY") });
        }
      }
    });

    // Whoever stayed on the page goes on from it.
    await inEach(async (locale, page) => {
      await page.goto(`/${locale}/admin`);
    });
    await site.startDatabase();
    await inEach(async (locale, page) => {
      const retry = page.getByRole("button", { name: say(locale, "site.error.retry") });
      await expect(async () => {
        if (await retry.isVisible()) await retry.click();
        await expect(title(page, locale, "admin.today.title")).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 30_000 });
    });
    await seen(200);
    expect((await pages.get("mr")?.request.get("/api/v1/venues"))?.status()).toBe(200);
  } finally {
    await site.stop();
  }
});
