import { expect, test } from "./support/fixtures";
import { Family } from "./support/steps";

test("a payment that fails can be tried again", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  const checkout = await family.openCheckout();
  await checkout.getByRole("button", { name: "Fail payment" }).click();
  await expect(checkout.getByRole("alert")).toBeVisible();
  await checkout.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText(family.say("booking.pay.failed"))).toBeVisible();
  await family.pay();
  await family.expectStatus(booking, "confirmed");
});

test("a payment that is abandoned leaves the date held", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  const checkout = await family.openCheckout();
  await checkout.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText(family.say("booking.pay.dismissed"))).toBeVisible();
  await page.reload();
  expect(await family.expectHeld()).toBe(booking);
});

test("the tab closes after paying: the webhook confirms", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  const checkout = await family.openCheckout();
  await checkout.getByRole("button", { name: "Pay without returning" }).click();
  await expect(checkout.getByRole("status")).toContainText("Paid");
  const context = page.context();
  await page.close();

  const later = new Family(await context.newPage(), "mr", phone);
  await later.page.goto(`/mr/bookings/${booking}`);
  await later.expectStatus(booking, "confirmed");
});
