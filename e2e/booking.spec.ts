import { dayPath, sessionRow } from "./support/dates";
import { expect, test } from "./support/fixtures";
import { expectMessage } from "./support/inbox";
import { Family } from "./support/steps";
import { LOCALES, say } from "./support/words";

for (const locale of LOCALES) {
  test(`a family books on a phone, from the calendar to the receipt (${locale})`, async ({ page, phone, free }) => {
    const family = new Family(page, locale, phone);

    await page.goto(dayPath(locale, free));
    await sessionRow(page, locale, free).getByRole("link").click();
    await page.getByRole("link", { name: say(locale, "calendar.continue"), exact: true }).click();

    await family.expectStep("when");
    await family.leaveWhen();
    await family.fillEvent({ guests: 100 });
    await page.getByRole("checkbox").first().check();
    await family.leaveExtras();
    await family.acceptTerms();
    await family.button("booking.review.logIn").click();
    await family.expectStep("login");
    await family.logIn();

    const booking = await family.expectHeld();
    await family.pay();
    await family.expectStatus(booking, "confirmed");
    await expect(page.getByText(/PAR-20\d\d-\d{4}/).first()).toBeVisible();
    await expectMessage(phone, /PAR-20\d\d-\d{4}/);

    const calendar = await page.request.get(`/${locale}/bookings/${booking}/calendar.ics`);
    expect(calendar.headers()["content-type"]).toContain("text/calendar");
    expect(await calendar.text()).toContain("BEGIN:VEVENT");

    const receipt = page.locator(`a[href*="/bookings/${booking}/receipts/"]`).first();
    const opened = await page.request.get((await receipt.getAttribute("href")) ?? "");
    expect(opened.status()).toBe(200);

    await page.goto(`/${locale}/bookings`);
    await expect(page.locator(`a[href*="/bookings/${booking}"]`).first()).toBeVisible();
    // Nothing stands wider than a 390 px phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

test("a booking is nobody else's: another family finds nothing", async ({ page, browser, phone, free }) => {
  const family = new Family(page, "en", phone);
  const booking = await family.hold(free);
  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await other.goto(new URL(`/en/bookings/${booking}`, page.url()).href);
  await expect(other).toHaveURL(/\/en\/login/);
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(other.getByText(free.date)).toHaveCount(0);
  await stranger.close();
});
