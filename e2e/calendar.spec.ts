import { addDays, addMonths, isoWeekday } from "../lib/core/local-date";
import { expectAccessible } from "./support/axe";
import { bookPath, dayPath, sessionRow } from "./support/dates";
import { expect, freshAddress, freshPhone, test } from "./support/fixtures";
import { PROMISED_MS, watchFor } from "./support/promised";
import { Family } from "./support/steps";
import { say } from "./support/words";

/** The tenth of a month that is well within the calendar. */
const TENTH = `${addMonths(new Date().toISOString().slice(0, 10), 6).slice(0, 7)}-10`;
const monthOf = (date: string) => date.slice(0, 7);

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the calendar shows the days, their sessions and prices, and leads to the booking", async ({ page, free }) => {
    await page.goto(`/mr/venues/${free.venue.slug}?month=${free.date.slice(0, 7)}`);
    await page.locator(`[data-date="${free.date}"]:visible`).click();
    await expect(page).toHaveURL(new RegExp(`date=${free.date}`));

    const session = sessionRow(page, "mr", free).getByRole("link");
    await expect(session).toContainText("₹");
    await session.click();
    await page.getByRole("link", { name: say("mr", "calendar.continue"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: say("mr", "booking.when.title") })).toBeVisible();
  });

  test("one can turn to the next month and back", async ({ page, free }) => {
    const turn = (key: string) =>
      page
        .getByRole("link", { name: say("mr", key) })
        .filter({ visible: true })
        .first();
    await page.goto(`/mr/venues/${free.venue.slug}?month=${monthOf(TENTH)}`);
    await turn("calendar.nextMonth").click();
    await expect(page).toHaveURL(new RegExp(`month=${monthOf(addMonths(TENTH, 1))}`));
    await expect(page.locator(`[data-date="${addMonths(TENTH, 1)}"]:visible`)).toBeVisible();
    await turn("calendar.previousMonth").click();
    await expect(page.locator(`[data-date="${TENTH}"]:visible`)).toBeVisible();
  });
});

test("the calendar is a grid for the keyboard", async ({ page, free }) => {
  await page.goto(`/en/venues/${free.venue.slug}?month=${monthOf(TENTH)}`);
  const day = (date: string) => page.locator(`[data-date="${date}"]:visible`);
  const grid = page.getByRole("grid").filter({ visible: true }).first();
  await expect(grid.locator('a[data-date][tabindex="0"]')).toHaveCount(1);

  await day(TENTH).focus();
  const monday = addDays(TENTH, 1 - isoWeekday(TENTH));
  const sunday = addDays(monday, 6);
  for (const [key, date] of [
    ["ArrowRight", addDays(TENTH, 1)],
    ["ArrowDown", addDays(TENTH, 8)],
    ["ArrowLeft", addDays(TENTH, 7)],
    ["ArrowUp", TENTH],
    ["Home", monday],
    ["End", sunday],
    ["PageDown", addMonths(sunday, 1)],
    ["PageUp", sunday],
  ] as const) {
    await page.keyboard.press(key);
    await expect(day(date), key).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`date=${sunday}`));
  await expect(grid.getByRole("gridcell", { selected: true })).toHaveCount(1);
});

test("axe finds nothing on the calendar with a day open", async ({ page, free }) => {
  await page.goto(dayPath("mr", free));
  await expect(page.locator("#day").getByRole("heading", { level: 2 })).toBeVisible();
  await expectAccessible(page);
});

test("what someone else takes shows within five seconds", async ({ page, browser, free }) => {
  await page.goto(dayPath("mr", free));
  const row = sessionRow(page, "mr", free);
  const tookToGo = await watchFor(row.getByRole("link"), "/availability?");

  const elsewhere = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": freshAddress() } });
  const rival = new Family(await elsewhere.newPage(), "mr", freshPhone());
  await rival.page.goto(new URL(bookPath("mr", free), page.url()).href);
  await rival.leaveWhen();
  await rival.fillEvent();
  await rival.leaveExtras();
  await rival.acceptTerms();
  await rival.button("booking.review.logIn").click();
  await rival.logIn();
  await rival.expectHeld();

  expect(await tookToGo(Date.now())).toBeLessThan(PROMISED_MS);
  await expect(row.getByRole("link")).toHaveCount(0);
  await elsewhere.close();
});
