import { expect, test } from "./support/fixtures";
import { codeFor } from "./support/inbox";
import { Family } from "./support/steps";
import { saying } from "./support/words";

test("by keyboard alone, from the first step to the confirmed booking", async ({ page, phone, free }) => {
  const family = new Family(page, "en", phone);
  const press = async (key: string, target: ReturnType<Family["button"]>) => {
    await tabTo(target);
    await page.keyboard.press(key);
  };
  /** Goes there as a person does: Tab, again and again. */
  const tabTo = async (target: ReturnType<Family["button"]>) => {
    for (let stops = 0; stops < 80; stops++) {
      if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`The keyboard does not reach ${target}`);
  };

  await family.beginWith(free);
  await press("Enter", family.button("booking.when.next"));
  await family.expectStep("event");
  await tabTo(page.getByLabel(family.say("booking.event.guests"), { exact: true }));
  await page.keyboard.type("60");
  await tabTo(page.getByLabel(family.say("booking.event.name"), { exact: true }));
  await page.keyboard.type("Wedding of Meera and Rohan");
  await press("Enter", family.button("booking.event.next"));
  await family.expectStep("extras");
  await press("Enter", family.button("booking.extras.next"));
  await family.expectStep("review");
  await press("Space", page.getByRole("checkbox", { name: family.say("booking.review.accept") }));
  await press("Enter", family.button("booking.review.logIn"));
  await tabTo(page.getByLabel(family.say("account.phone"), { exact: true }));
  await page.keyboard.type(phone.slice(3));
  await page.keyboard.press("Enter");
  await expect(family.codeField()).toBeFocused();
  await page.keyboard.type(await codeFor(phone));
  await expect(page.getByLabel(family.say("account.name"), { exact: true })).toBeFocused();
  await page.keyboard.type("Meera Patil");
  await page.keyboard.press("Enter");
  const booking = await family.expectHeld();

  await press("Enter", page.getByRole("button", { name: saying("en", "booking.pay.pay") }));
  const checkout = page.frameLocator('iframe[title="Razorpay Checkout"]');
  await expect(checkout.getByRole("button", { name: "Pay", exact: true })).toBeVisible();
  await tabTo(checkout.getByRole("button", { name: "Pay", exact: true }));
  await page.keyboard.press("Enter");
  await family.expectStatus(booking, "confirmed");
});
