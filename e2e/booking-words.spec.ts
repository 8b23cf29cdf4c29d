import { expectAccessible } from "./support/axe";
import { receiveCash, refuse } from "./support/database";
import { bookPath } from "./support/dates";
import { expect, test } from "./support/fixtures";
import { Family } from "./support/steps";
import { say, saying } from "./support/words";

test("a refusal names the hall's reason, and offers no calendar file for what will not be", async ({
  page,
  phone,
  free,
}) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  await family.button("booking.pay.ask").click();
  await family.expectStatus(booking, "pending");
  await expect(page.getByRole("link", { name: family.say("bookings.documents.calendar") })).toBeVisible();
  await refuse(booking, "त्या दिवशी मंडप दुरुस्तीला आहे");
  await page.reload();
  await expect(page.getByText("त्या दिवशी मंडप दुरुस्तीला आहे")).toBeVisible();
  await expect(page.getByRole("link", { name: family.say("bookings.documents.calendar") })).toHaveCount(0);
  await expectAccessible(page);

  await page.goto("/mr/bookings");
  const over = page.getByRole("region", { name: family.say("bookings.over") });
  await expect(over.locator(`a[href*="${booking}"]`)).toBeVisible();
});

test("a hold that is paid in part says what came and what is missing; the receipt reads well", async ({
  page,
  phone,
  free,
}) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  await receiveCash(booking, 100_000);
  await page.reload();
  await expect(page.getByText(saying("mr", "bookings.next.partPaid"))).toContainText("₹१,०००");
  await page.goto(`/mr/bookings/${booking}`);
  await expect(page.getByText(saying("mr", "bookings.next.partPaid"))).toBeVisible();
  await page.locator(`a[href*="/bookings/${booking}/receipts/"]`).click();
  await expect(page.getByRole("heading", { level: 1, name: family.say("receipt.title") })).toBeVisible();
  await expectAccessible(page);
  // On paper it is light, though the screen be dark.
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await ground();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await ground()).toBe(light);
  await expect(page.getByRole("button", { name: family.say("receipt.print") })).toBeHidden();
});

test("what was paid by hand is given back by hand: no word of bank days", async ({ page, phone, free }) => {
  const family = new Family(page, "en", phone);
  const booking = await family.hold(free);
  await receiveCash(booking, 100_000);
  await family.button("booking.pay.ask").click();
  await family.expectStatus(booking, "pending");
  await page.getByRole("button", { name: say("en", "bookings.cancel.open") }).click();
  await expect(page.getByRole("dialog").getByText(family.say("bookings.cancel.atHall"))).toBeVisible();
  await page.getByRole("button", { name: say("en", "bookings.cancel.confirm") }).click();
  await family.expectStatus(booking, "cancelled");
  await expect(page.getByText(saying("en", "bookings.next.refundAtHall")).first()).toContainText("₹1,000");
  await expect(page.getByText(/working days/)).toHaveCount(0);
});

test("the time left is said at five minutes and at one, not every second", async ({ page, phone, free }) => {
  await page.clock.install();
  const family = new Family(page, "en", phone);
  await family.hold(free);
  // Whenever the page asks again it is told the server's time, which goes no faster: nothing may be on its way, nor come.
  await page.reload();
  await page.route(/[?&]_rsc=/, () => undefined);
  await expect(page.getByRole("timer")).toHaveText(/^14:/);
  const said = page.locator('[aria-live="assertive"]').filter({ hasNotText: "Razorpay" });
  await page.clock.fastForward("02:00");
  await expect(said.first()).toBeEmpty();
  await page.clock.fastForward("08:10");
  await expect(page.getByText("5 minutes left to pay.")).toBeAttached();
});

test("another date: the booking's own session is called its own, not booked", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  await family.pay();
  await family.expectStatus(booking, "confirmed");
  await page.goto(`/mr/bookings/${booking}/move`);
  const own = page.locator("#pick").getByText(family.say("calendar.selected"), { exact: true });
  await expect(own).toHaveCount(1);
  await page.goto(bookPath("mr", free));
  await expect(page.getByText(saying("mr", "booking.taken.title"))).toBeVisible();
});
