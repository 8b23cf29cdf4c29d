import { randomInt } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { adminPage, MANAGER, OWNER } from "./support/admin";
import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { say } from "./support/words";

const word = (key: string) => say("en", `admin.setup.keys.${key}`);
const said = (key: string, values: Record<string, string>) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), word(key));

const open = (page: Page, locale = "en") => page.goto(`/${locale}/admin/setup/keys`);
const button = (page: Page, key: string) => page.getByRole("button", { name: word(key), exact: true });

/** What another program gets with a key. */
async function ask(request: APIRequestContext, path: string, key: string): Promise<number> {
  const response = await request.get(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  return response.status();
}

test("the owner makes a key, a program calls with it, and once it is revoked it is refused", async ({
  browser,
  request,
}) => {
  const page = await adminPage(browser, "en", OWNER);
  const name = `Accounts ${randomInt(1e9)}`;
  await open(page);
  await button(page, "make").click();
  await expectAccessible(page);

  // Nothing typed: each complaint stands where it belongs, and nothing is lost.
  await button(page, "create").click();
  await expect(page.getByText(word("chooseOne"))).toBeVisible();
  await expect(page.getByLabel(word("name"), { exact: true })).toBeFocused();
  await page.getByLabel(word("name"), { exact: true }).fill(name);
  await button(page, "preset.accounts").click();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(3);
  await page.getByLabel(word("scopes.customer.read")).uncheck();
  await page.getByLabel(word("lasts")).selectOption("30");
  // Of a double tap one counts: the list has one row of that name.
  await button(page, "create").dblclick();

  const secret = page.getByRole("region", { name: said("madeTitle", { name }) });
  await expect(secret.getByRole("heading")).toBeFocused();
  const key = await secret.getByRole("textbox").inputValue();
  expect(key).toMatch(/^mandap_[\w-]{43}$/);
  await expectAccessible(page);
  expect(await ask(request, "/users", key)).toBe(403);
  expect(await ask(request, "/redis/health", key)).toBe(403);
  expect(await ask(request, "/bookings", key)).toBe(200);

  // Leaving before it was put away is asked about; afterwards it is nowhere.
  page.once("dialog", (dialog) => void dialog.dismiss());
  await page.getByRole("link", { name: say("en", "admin.setup.sections.payments.title") }).click();
  await expect(secret).toBeVisible();
  await button(page, "kept").click();
  await expect(secret).toBeHidden();
  await open(page);
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(key.slice(0, 13));
  expect(await page.content()).not.toContain(key.slice(13));
  await row.locator("summary").click();
  await expect(row).toContainText(word("scopes.money.read"));
  await expectAccessible(page);

  await row.getByRole("button", { name: word("revoke") }).click();
  const question = page.getByRole("dialog", { name: said("revokeTitle", { name }) });
  await expect(question).toContainText(key.slice(0, 13));
  await expectAccessible(page);
  await question.getByRole("button", { name: word("revokeConfirm"), exact: true }).click();
  await expect(question).toBeHidden();
  expect(await ask(request, "/bookings", key)).toBe(401);
  await expect(page.getByRole("table", { name: word("list") }).getByText(name)).toBeHidden();

  await page.goto("/en/admin/history");
  await expect(page.getByRole("row").filter({ hasText: name }).first()).toContainText(
    say("en", "admin.history.changes.key.revoked"),
  );
  await page.context().close();
});

test("the room is the owner's alone, in each language, by keyboard and on a desk", async ({ browser }) => {
  const manager = await adminPage(browser, "en", MANAGER);
  expect((await open(manager))?.status()).toBe(404);
  await manager.goto("/en/admin/setup");
  await expect(manager.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(manager.getByRole("link", { name: say("en", "admin.setup.sections.keys.title") })).toHaveCount(0);
  await manager.context().close();

  const page = await adminPage(browser, "en", OWNER);
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const locale of ["mr", "hi", "en"] as const) {
    await open(page, locale);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(say(locale, "admin.setup.sections.keys.title"));
    await expectAccessible(page);
  }
  await button(page, "make").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel(word("name"), { exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(button(page, "preset.readOnly")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(5);
  await page.context().close();
});
