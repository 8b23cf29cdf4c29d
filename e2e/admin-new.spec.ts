import type { Locator, Page } from "@playwright/test";
import { adminPage, CLERK, MANAGER } from "./support/admin";
import { expectAccessible } from "./support/axe";
import { daysOf, type Free, nameIn } from "./support/dates";
import { expect, test } from "./support/fixtures";
import { expectMessage } from "./support/inbox";
import { untilReady } from "./support/ready";
import { type Locale, say, saying } from "./support/words";

const DESK = { width: 1280, height: 900 };
const desk = (key: string, locale: Locale = "en") => say(locale, `admin.desk.${key}`);
const typed = (date: string) => date.split("-").toReversed().join("/");

/** Goes there as a person does: Tab, again and again. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${target}`);
}

const sessionOf = (page: Page, { slot, space }: Pick<Free, "slot" | "space">) =>
  page.getByRole("radio", { name: new RegExp(`^${nameIn("en", slot.name)}, ${nameIn("en", space.name)},`) });

/** The arrows of a group of radios until that one is chosen. */
async function arrowTo(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    if (await target.isChecked()) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`The arrows do not reach ${target}`);
}

async function typeInto(page: Page, field: "name" | "date0" | "guests" | "discount", text: string): Promise<void> {
  await tabTo(page, page.locator(`#desk-${field}`));
  await page.keyboard.type(text);
}

/** Customer, date, session and guests; what follows differs. */
async function fillWish(page: Page, free: Free, phone: string): Promise<void> {
  await expect(page.locator("#desk-phone")).toBeFocused();
  await page.keyboard.type(phone.slice(3));
  await page.keyboard.press("Enter");
  await expect(page.locator("#desk-name")).toBeFocused();
  await page.keyboard.type("Sunita Jadhav");
  await typeInto(page, "date0", typed(free.date));
  const session = sessionOf(page, free);
  await expect(session).toBeVisible();
  await tabTo(page, page.getByRole("radio", { name: /, .+, .+₹/ }).first());
  await page.keyboard.press("Space");
  await arrowTo(page, session);
  await typeInto(page, "guests", "120");
}

test("a walk-in by keyboard alone: discount with its reason, advance in cash, and a second press is no second booking", async ({
  browser,
  free,
  phone,
}) => {
  const page = await adminPage(browser, "en", MANAGER);
  await page.setViewportSize(DESK);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await untilReady(page);
  await page.keyboard.press("n");
  await fillWish(page, free, phone);
  const total = page.getByRole("row", { name: say("en", "booking.lines.total") }).getByRole("cell");
  const before = await total.textContent();
  await typeInto(page, "discount", "1,000");
  await expect(total).not.toHaveText(before ?? "");
  await page.keyboard.press("Control+Enter");
  // Half a booking is not saved: the field that is missing has the focus, and nothing that was typed is gone.
  await expect(page.locator("#desk-reason")).toBeFocused();
  await expect(page.locator("#desk-discount")).toHaveValue("1,000");
  await page.keyboard.type("Old customer");
  await tabTo(page, page.getByRole("radio", { name: say("en", "bookings.ledger.methods.cash"), exact: true }));
  await expect(page.locator("#desk-amount")).not.toHaveValue("0");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 2, name: /^PAR-\d{4}-\d+$/ })).toBeFocused();
  await expect(page.getByText(desk("confirmed"))).toBeVisible();
  await expectAccessible(page);
  await expectMessage(phone, saying("mr", "sms.family.confirmed"));

  const [day] = await daysOf(page.request, free.venue.id, free.date, free.date);
  const sold = day?.slots.find(({ slotId, spaceId }) => slotId === free.slot.id && spaceId === free.space.id);
  expect(sold?.state).toBe("booked");
  // The family's own page says the same.
  await tabTo(page, page.getByRole("link", { name: desk("printReceipt") }));
  const receipt = await page.getByRole("link", { name: desk("printReceipt") }).getAttribute("href");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${receipt}`);
  await page.goto(receipt?.replace(/\/receipts\/.*/, "") ?? "");
  await expect(page.getByText(/Old customer/)).toBeVisible();
  await page.context().close();
});

test("staff keep an option until a date without money; the family that logs in by that phone is told", async ({
  browser,
  free,
  phone,
}) => {
  const page = await adminPage(browser, "en", CLERK);
  await page.setViewportSize(DESK);
  await page.goto(`/en/admin/new?space=${free.space.id}&session=${free.slot.id}&date=${free.date}`);
  await expect(page.locator("#desk-phone")).toBeFocused();
  await expect(sessionOf(page, free)).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.type(phone);
  await typeInto(page, "name", "Vitthal Kadam");
  await typeInto(page, "guests", "80");
  // Staff have no discount of their own here, and may not do without the advance.
  await expect(page.getByLabel(desk("discount"))).toHaveCount(0);
  await expect(page.getByRole("radio", { name: desk("standings.sure") })).toHaveCount(0);
  const option = page.getByRole("radio", { name: desk("standings.option") });
  await tabTo(page, page.getByRole("radio", { name: desk("standings.paid") }));
  await arrowTo(page, option);
  // What was typed outlives a refresh.
  await page.reload();
  await expect(page.locator("#desk-phone")).toBeFocused();
  await expect(page.locator("#desk-name")).toHaveValue("Vitthal Kadam");
  await expect(sessionOf(page, free)).toBeChecked();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 2, name: /^PAR-\d{4}-\d+$/ })).toBeVisible();
  await expect(page.getByText(saying("en", "admin.desk.keptUntil"))).toBeVisible();
  await expectMessage(phone, saying("mr", "sms.family.option"));
  const booking = await page.getByRole("link", { name: desk("open") }).getAttribute("href");
  await page.keyboard.press("n");
  await expect(page.locator("#desk-phone")).toHaveValue("");
  // Staff may not make it sure without money.
  await page.goto(booking ?? "");
  await expect(page.locator("main header").getByText(say("en", "admin.booking.option"))).toBeVisible();
  await expect(page.getByRole("button", { name: say("en", "admin.booking.sure.open") })).toHaveCount(0);
  await page.context().close();

  const family = await adminPage(browser, "mr", phone);
  await family.goto("/mr/bookings");
  await expect(family.getByText(saying("mr", "bookings.next.optionRow"))).toBeVisible();
  await family.goto(booking?.replace("/en/admin/", "/mr/") ?? "");
  await expect(family.locator("main header").getByText(say("mr", "bookings.status.option"))).toBeVisible();
  await expect(family.getByText(saying("mr", "bookings.next.option"))).toBeVisible();
  await family.context().close();

  const manager = await adminPage(browser, "en", MANAGER);
  await manager.goto(booking ?? "");
  await manager.getByRole("button", { name: say("en", "admin.booking.sure.open") }).click();
  await expect(manager.getByText(saying("en", "admin.booking.sure.means"))).toBeVisible();
  await expectAccessible(manager);
  await manager.getByRole("button", { name: say("en", "admin.booking.sure.confirm"), exact: true }).click();
  await expect(manager.locator("main header").getByText(say("en", "bookings.status.confirmed"))).toBeVisible();
  await manager.context().close();
});

test("whom the hall knows is found by a part of the name, with the arrows and Enter", async ({ browser }) => {
  const page = await adminPage(browser, "en", CLERK);
  await page.goto("/en/admin/new");
  await expect(page.locator("#desk-phone")).toBeFocused();
  // A slow typist is offered whom "jad" finds first.
  const found = page.waitForResponse((response) => response.url().endsWith("q=jadhav"));
  await page.keyboard.type("jadhav");
  await found;
  await expect(page.getByRole("option").first()).toContainText("Jadhav");
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator("#desk-phone")).toHaveValue(/^\+91 \d{5} \d{5}$/);
  await expect(page.locator("#desk-name")).toHaveValue(/Jadhav/);
  await expect(page.getByText(desk("known"))).toBeVisible();
  // Another number is another person.
  await page.locator("#desk-phone").fill("9000000000");
  await expect(page.locator("#desk-name")).toHaveValue("");
  await page.context().close();
});

test("somebody was quicker: what is free instead stands in place, all else stays, and one key takes it", async ({
  browser,
  free,
  phone,
}) => {
  const [one, two] = [await adminPage(browser, "en", MANAGER), await adminPage(browser, "en", CLERK)];
  const address = `/en/admin/new?space=${free.space.id}&session=${free.slot.id}&date=${free.date}`;
  for (const page of [one, two]) {
    await page.goto(address);
    await expect(sessionOf(page, free)).toBeChecked();
    await page.locator("#desk-phone").fill(phone);
    await page.locator("#desk-name").fill("Sunita Jadhav");
    await page.locator("#desk-guests").fill("60");
  }
  await one.getByRole("radio", { name: desk("standings.sure") }).check();
  // The other one's page does not hear of it in time.
  await two.route("**/api/admin/days?*", (route) => route.abort());
  await one.getByRole("button", { name: desk("saves.sure") }).click();
  await expect(one.getByText(desk("confirmed"))).toBeVisible();
  await two.getByRole("button", { name: desk("saves.paid") }).click();
  await expect(two.getByText(say("en", "errors.SLOT_TAKEN"))).toBeVisible();
  await two.unroute("**/api/admin/days?*");
  await expect(two.getByText(desk("taken"))).toBeVisible({ timeout: 15_000 });
  await expectAccessible(two);
  await expect(two.locator("#desk-name")).toHaveValue("Sunita Jadhav");
  await two.getByRole("listitem").filter({ hasText: "₹" }).getByRole("button").first().click();
  await expect(two.getByText(desk("taken"))).toHaveCount(0);
  await two.getByRole("button", { name: desk("saves.paid") }).click();
  await expect(two.getByText(desk("confirmed"))).toBeVisible();
  await Promise.all([one.context().close(), two.context().close()]);
});

for (const locale of ["mr", "hi"] as const) {
  test(`axe finds nothing at the desk on a phone, light and dark, and nothing is cut off (${locale})`, async ({
    browser,
    free,
  }) => {
    const page = await adminPage(browser, locale, MANAGER);
    await page.goto(`/${locale}/admin/new?space=${free.space.id}&session=${free.slot.id}&date=${free.date}`);
    await expect(page.getByRole("row", { name: say(locale, "booking.lines.total") })).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.context().close();
  });
}
