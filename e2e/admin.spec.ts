import { adminPage, CLERK, MANAGER, OWNER } from "./support/admin";
import { expectAccessible } from "./support/axe";
import { bookAt } from "./support/diary";
import { expect, freshPhone, test } from "./support/fixtures";
import { expectMessage } from "./support/inbox";
import { untilReady } from "./support/ready";
import { say } from "./support/words";

const DESK = { width: 1280, height: 900 };

for (const locale of ["mr", "en"] as const) {
  test(`axe finds nothing on the dashboard, on a phone and on a desk (${locale})`, async ({ browser }) => {
    const page = await adminPage(browser, locale, OWNER);
    const booking = await page.locator("main a[href*='/admin/bookings/']").first().getAttribute("href");
    for (const path of ["", "/requests", "/team", "/logins", "/no-such-room"].map(
      (path) => `/${locale}/admin${path}`,
    )) {
      for (const size of [{ width: 390, height: 844 }, DESK]) {
        await page.setViewportSize(size);
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
      }
    }
    await page.goto(booking ?? "");
    await expectAccessible(page);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await expectAccessible(page);
    await page.context().close();
  });
}

test("a request is approved in one tap, another is rejected with a reason", async ({ browser, free }) => {
  const other = free.venue.spaces.find(({ id, partIds }) => id !== free.space.id && partIds.length === 1);
  const { number: yes } = await bookAt(free, "Asked", { status: "pending" });
  const { number: no } = await bookAt(free, "Asked too", { status: "pending", spaceId: other?.id ?? "" });
  const page = await adminPage(browser, "en", MANAGER);
  await page.goto("/en/admin/requests");
  const card = (number: string) => page.getByRole("article").filter({ hasText: number });
  await page.getByRole("button", { name: `${say("en", "admin.requests.approve")} ${yes}` }).click();
  await expect(page.getByRole("status").filter({ hasText: yes })).toBeVisible();
  await expect(card(yes)).toHaveCount(0);

  await card(no)
    .getByRole("button", { name: say("en", "admin.requests.reject") })
    .click();
  await page.getByLabel(say("en", "admin.requests.reason")).fill("The lawn is being repaired");
  await page.getByRole("button", { name: say("en", "admin.requests.rejectConfirm"), exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: no })).toBeVisible();
  await expect(card(no)).toHaveCount(0);
  await page.context().close();
});

test("an owner takes somebody in, makes them a manager and removes them; their next click is refused", async ({
  browser,
}) => {
  const phone = freshPhone();
  const owner = await adminPage(browser, "en", OWNER);
  await owner.setViewportSize(DESK);
  await owner.goto("/en/admin/team");
  await owner.getByRole("button", { name: say("en", "admin.team.invite") }).click();
  await owner.getByLabel(say("en", "admin.team.phone")).fill(phone);
  await owner.getByRole("textbox", { name: say("en", "admin.team.name") }).fill("Vitthal Kadam");
  await owner.getByRole("button", { name: say("en", "admin.team.send"), exact: true }).click();
  const row = owner.getByRole("row").filter({ hasText: phone.slice(-5) });
  await expect(row).toContainText(say("en", "admin.team.invited"));
  await expectMessage(phone, /\/admin/);

  const member = await adminPage(browser, "en", phone);
  await expect(member.getByRole("heading", { level: 1 })).toHaveText(say("en", "admin.today.title"));
  // No such room for staff.
  await member.goto("/en/admin/team");
  await expect(member.getByRole("heading", { level: 1 })).toHaveText(say("en", "admin.notFound.title"));
  await member.goto("/en/admin/requests");

  await owner.reload();
  await row.getByRole("button").click();
  await owner.getByRole("button", { name: say("en", "admin.team.removeConfirm"), exact: true }).click();
  await expect(row).toHaveCount(0);
  await member.goto("/en/admin");
  await expect(member).toHaveURL(/\/en\/login\?next=/);
  await Promise.all([owner.context().close(), member.context().close()]);
});

test("the last owner cannot be removed, nor made less", async ({ browser }) => {
  const owner = await adminPage(browser, "en", OWNER);
  await owner.goto("/en/admin/team");
  await untilReady(owner);
  await owner.getByRole("combobox", { name: /Sunita Deshmukh/ }).selectOption("staff");
  await expect(owner.getByRole("status").filter({ hasText: say("en", "errors.LAST_OWNER") })).toBeVisible();
  await expect(owner.getByRole("combobox", { name: /Sunita Deshmukh/ })).toHaveValue("owner");
  await owner.context().close();
});

test("to a family, and to staff without the right, a room of the dashboard does not exist", async ({ browser }) => {
  const family = await adminPage(browser, "en", freshPhone());
  const answer = await family.goto("/en/admin/team");
  expect(answer?.status()).toBe(404);
  expect((await family.request.get("/api/admin/search?q=jadhav")).status()).toBe(403);
  const clerk = await adminPage(browser, "en", CLERK);
  expect((await clerk.goto("/en/admin/team"))?.status()).toBe(404);
  await Promise.all([family.context().close(), clerk.context().close()]);
});
