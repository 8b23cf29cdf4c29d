import { lapse } from "./support/database";
import { expect, freshAddress, freshPhone, test } from "./support/fixtures";
import { expectMessage } from "./support/inbox";
import { Family } from "./support/steps";
import { saying } from "./support/words";

test("a payment after the time claims the date again while it is free", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  const checkout = await family.openCheckout();
  await lapse(booking);
  await checkout.getByRole("button", { name: "Pay", exact: true }).click();
  await family.expectStatus(booking, "confirmed");
});

test("a payment after the date has gone comes back in full, and the family is told", async ({
  page,
  phone,
  free,
  browser,
  baseURL,
}) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  const checkout = await family.openCheckout();
  await lapse(booking);
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { "x-forwarded-for": freshAddress() },
  });
  await new Family(await context.newPage(), "mr", freshPhone()).hold(free);
  await checkout.getByRole("button", { name: "Pay", exact: true }).click();
  await family.expectStatus(booking, "expired");
  await expect(page.getByText(family.say("bookings.next.late"))).toBeVisible();
  const comesBack = [saying("mr", "bookings.next.refund").source, saying("mr", "bookings.next.refunded").source];
  await expect(page.getByText(new RegExp(comesBack.join("|")))).toBeVisible();
  await expectMessage(phone, saying("mr", "sms.family.tooLate"));
  await context.close();
});
