import { dayPath } from "./support/dates";
import { expect, test } from "./support/fixtures";
import { Family } from "./support/steps";
import { say } from "./support/words";

const BAR = { hasText: say("mr", "site.offline") };

test("without a connection a step stays as it is, with all that was typed, and goes on once there is one again", async ({
  page,
  free,
  phone,
}) => {
  const family = new Family(page, "mr", phone);
  await family.beginWith(free);
  await family.leaveWhen();
  const bar = page.getByRole("status").filter(BAR);
  await expect(bar).toBeHidden();

  await page.context().setOffline(true);
  await expect(bar).toBeInViewport({ timeout: 2_000 });
  const guests = page.getByLabel(family.say("booking.event.guests"), { exact: true });
  const title = page.getByLabel(family.say("booking.event.name"), { exact: true });
  await guests.fill("80");
  await title.fill("शुभविवाह");
  await expect(page).toHaveURL(/guests=80/);
  await family.button("booking.event.next").click();
  await page
    .getByRole("link", { name: family.say("site.nav.policies"), exact: true })
    .first()
    .click();
  await family.expectStep("event");
  await expect(guests).toHaveValue("80");
  await expect(title).toHaveValue("शुभविवाह");

  await page.context().setOffline(false);
  await expect(bar).toBeHidden({ timeout: 2_000 });
  await family.button("booking.event.next").click();
  await family.expectStep("extras");
});

test("a day that is tapped without a connection shows once there is one again", async ({ page, free }) => {
  const month = dayPath("mr", free).replace(/&date=.*/, "");
  await page.goto(month);
  const day = page.locator(`a[data-date="${free.date}"]`);
  // The script has come once days are no longer reached by Tab one by one.
  await expect(page.locator('a[data-date][tabindex="0"]').first()).toBeVisible();
  await page.context().setOffline(true);
  await day.click();
  await expect(page).toHaveURL(new RegExp(`date=${free.date}`));
  await expect(page.getByRole("status").filter(BAR)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole("link", { name: say("mr", "calendar.continue"), exact: true })).toBeVisible();
});

test("a page that waits for a payment stays while nothing comes through, and asks again when it does", async ({
  page,
  free,
  phone,
}) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  await page.evaluate(() => document.body.setAttribute("data-stays", ""));
  // A phone that thinks it is connected.
  await page.route("**/*", (route) => route.abort());
  for (let lost = 0; lost < 3; lost++) await page.waitForEvent("requestfailed");
  await expect(page.locator("body[data-stays]")).toBeVisible();
  await page.unroute("**/*");
  await page.waitForResponse((response) => response.url().includes(`/bookings/${booking}`) && response.ok());
  await expect(page.locator("body[data-stays]")).toBeVisible();
});
