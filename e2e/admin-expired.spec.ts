import { adminPage, MANAGER } from "./support/admin";
import { expect, test } from "./support/fixtures";
import { say, saying } from "./support/words";

test("a booking that ran out owes nothing, and its money can still be taken", async ({ browser }) => {
  const page = await adminPage(browser, "en", MANAGER);
  await page.goto("/en/admin/bookings?status=expired&when=all");
  await page.locator("main a[href^='/en/admin/bookings/']:visible").first().click();
  const receive = page.getByRole("link", { name: say("en", "admin.booking.receive") });
  await expect(receive).toBeVisible();
  await expect(page.getByText(say("en", "admin.booking.total"))).toBeVisible();
  await expect(page.getByText(saying("en", "admin.booking.dueBy"))).toHaveCount(0);
  await receive.click();
  await expect(page.getByText(say("en", "admin.money.one.total"), { exact: true })).toBeVisible();
  await expect(page.getByText(say("en", "admin.money.one.owes"), { exact: true })).toHaveCount(0);
  await page.context().close();
});
