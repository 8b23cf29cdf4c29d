import type { Page } from "@playwright/test";
import { adminPage, MANAGER } from "./support/admin";
import { expect, test } from "./support/fixtures";
import { say, saying } from "./support/words";

async function openFirst(page: Page, filter: string): Promise<void> {
  await page.goto(`/en/admin/bookings?when=all&${filter}`);
  const href = await page.locator("main tbody a[href*='/admin/bookings/']").first().getAttribute("href");
  await page.goto(href ?? "");
  await expect(page.getByRole("link", { name: say("en", "admin.booking.receive") })).toBeVisible();
}

test("a booking that ran out owes nothing, and its money can still be taken", async ({ browser }) => {
  const page = await adminPage(browser, "en", MANAGER);
  const due = page.getByText(saying("en", "admin.booking.dueBy"));
  const owes = page.getByText(say("en", "admin.money.one.owes"), { exact: true }).locator("visible=true");
  await openFirst(page, "status=confirmed&money=due");
  await expect(due).toBeVisible();
  await page.getByRole("link", { name: say("en", "admin.booking.receive") }).click();
  await expect(owes.first()).toBeVisible();

  await openFirst(page, "status=expired");
  await expect(due).toHaveCount(0);
  await page.getByRole("link", { name: say("en", "admin.booking.receive") }).click();
  await expect(page.getByText(say("en", "admin.money.receive.title"), { exact: true }).first()).toBeVisible();
  await expect(owes).toHaveCount(0);
  await page.context().close();
});
