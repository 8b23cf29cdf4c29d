import { expectAccessible } from "./support/axe";
import { bookPath, dayPath } from "./support/dates";
import { expect, test } from "./support/fixtures";
import { Family } from "./support/steps";

for (const locale of ["mr", "en"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`axe finds nothing (${locale}, ${colorScheme})`, () => {
      test.use({ colorScheme });

      test("on the public pages", async ({ page, free }) => {
        const paths = ["", `/venues/${free.venue.slug}`, "/policies", "/login", "/no-such-page"];
        for (const path of [...paths.map((path) => `/${locale}${path}`), dayPath(locale, free)]) {
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectAccessible(page);
        }
      });

      test("on each step of a booking, on my bookings and on one booking", async ({ page, free, phone }) => {
        const family = new Family(page, locale, phone);
        await page.goto(bookPath(locale, free));
        await expectAccessible(page);
        await family.leaveWhen();
        await expectAccessible(page);
        await family.fillEvent();
        await expectAccessible(page);
        await family.leaveExtras();
        await expectAccessible(page);
        await family.acceptTerms();
        await family.button("booking.review.logIn").click();
        await family.expectStep("login");
        await expectAccessible(page);
        await family.askForCode();
        await expectAccessible(page);
        await family.giveCode();
        await expect(family.button("account.save")).toBeVisible();
        await expectAccessible(page);
        await family.giveName();
        const booking = await family.expectHeld();
        await expectAccessible(page);
        await family.pay();
        await family.expectStatus(booking, "confirmed");
        await expectAccessible(page);
        await page.goto(`/${locale}/bookings`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
        await page.goto(`/${locale}/bookings/${booking}/move`);
        await expectAccessible(page);
      });
    });
  }
}
