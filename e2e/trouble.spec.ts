import { runOutCodes } from "./support/database";
import { bookPath } from "./support/dates";
import { expect, freshAddress, freshPhone, test } from "./support/fixtures";
import { codeFor } from "./support/inbox";
import { Family, loginAs } from "./support/steps";
import { saying } from "./support/words";

test("of two families at once on one session, one holds it and the other is offered others", async ({
  browser,
  free,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const families = await Promise.all(
    [freshPhone(), freshPhone()].map(async (phone) => {
      const context = await browser.newContext({
        ...(baseURL ? { baseURL } : {}),
        extraHTTPHeaders: { "x-forwarded-for": freshAddress() },
      });
      const family = new Family(await context.newPage(), "mr", phone);
      await family.goToReview(free);
      await family.acceptTerms();
      await family.button("booking.review.logIn").click();
      await family.askForCode();
      await family.giveCode();
      await expect(family.button("account.save")).toBeVisible();
      return family;
    }),
  );
  await Promise.all(families.map((family) => family.giveName()));

  const held = (family: Family) => family.page.waitForURL(/\/pay/, { timeout: 20_000 }).then(() => "held");
  const taken = (family: Family) =>
    family.page
      .getByText(saying("mr", "booking.taken.title"))
      .waitFor({ timeout: 20_000 })
      .then(() => "taken");
  const fates = await Promise.all(families.map((family) => Promise.any([held(family), taken(family)])));
  expect(fates.toSorted()).toEqual(["held", "taken"]);

  // A taken session is an offer: whoever came second goes on with another, and nothing has to be typed again.
  const second = families[fates.indexOf("taken")];
  if (!second) throw new Error("Nobody came second.");
  await second.page.getByRole("main").locator('a[href*="/book/review"][href*="f="]').first().click();
  await second.acceptTerms();
  await second.button("booking.review.hold").click();
  await second.expectHeld();
  await Promise.all(families.map((family) => family.page.context().close()));
});

test("back and refresh lose nothing, at any step", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  await family.beginWith(free);
  await page.reload();
  await family.leaveWhen();
  await family.fillEvent({ guests: 120, title: "वाढदिवस" });
  await page.reload();
  await family.expectStep("extras");
  await page.getByRole("checkbox").first().check();
  await family.leaveExtras();
  await page.reload();
  await expect(page.getByText("वाढदिवस")).toBeVisible();

  await page.goBack();
  await family.expectStep("extras");
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await page.goBack();
  await family.expectStep("event");
  await expect(page.getByLabel(family.say("booking.event.guests"), { exact: true })).toHaveValue("120");
  await expect(page.getByLabel(family.say("booking.event.name"), { exact: true })).toHaveValue("वाढदिवस");
  await page.goForward();
  await page.goForward();
  await family.expectStep("review");

  await family.acceptTerms();
  await family.button("booking.review.logIn").click();
  await family.askForCode();
  await page.reload();
  await expect(family.codeField()).toBeVisible();
  await family.giveCode();
  await expect(family.button("account.save")).toBeVisible();
  await page.reload();
  await family.giveName();
  const booking = await family.expectHeld();

  await page.reload();
  expect(await family.expectHeld()).toBe(booking);
});

test("nothing personal stands in an address", async ({ page, phone, free }) => {
  const addresses: string[] = [];
  page.on("framenavigated", (frame) => addresses.push(decodeURIComponent(frame.url())));
  page.on("request", (request) => addresses.push(decodeURIComponent(request.url())));
  const family = new Family(page, "mr", phone);
  await family.hold(free);
  const told = addresses.filter((address) => address.includes("शुभविवाह") || address.includes(phone.slice(3)));
  expect(told).toEqual([]);
});

test("a double tap on hold makes one booking", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  await loginAs(page, "mr", phone);
  await family.goToReview(free);
  await family.acceptTerms();
  await family.button("booking.review.hold").dblclick();
  const booking = await family.expectHeld();
  await page.goto("/mr/bookings");
  const links = await page
    .locator('a[href*="/bookings/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const ids = new Set(links.map((link) => /\/bookings\/([0-9a-f-]{36})/.exec(link ?? "")?.[1]).filter(Boolean));
  expect([...ids]).toEqual([booking]);
});

test("a wrong code is refused and counted, a replaced one no longer works", async ({ page, phone }) => {
  test.setTimeout(90_000);
  const family = new Family(page, "mr", phone);
  await page.goto("/mr/login");
  await family.askForCode();
  const first = await codeFor(phone);
  const wrong = first === "123456" ? "654321" : "123456";
  await family.giveCode(wrong);
  await expect(page.getByText(family.say("errors.OTP_WRONG"))).toBeVisible();
  await expect(page.getByText(saying("mr", "account.triesLeft"))).toBeVisible();

  const resend = family.button("account.resend");
  await expect(resend).toBeEnabled({ timeout: 40_000 });
  await resend.click();
  const second = await codeFor(phone, first);
  await family.codeField().fill("");
  await family.giveCode(first);
  await expect(page.getByText(family.say("errors.OTP_WRONG"))).toBeVisible();
  await family.codeField().fill("");
  await family.giveCode(second);
  await expect(family.button("account.save")).toBeVisible();
});

test("a code is worth nothing after too many wrong tries", async ({ page, phone }) => {
  const family = new Family(page, "mr", phone);
  await page.goto("/mr/login");
  await family.askForCode();
  const code = await codeFor(phone);
  for (let tries = 0; tries < 5; tries++) {
    const answered = page.waitForResponse((response) => response.url().includes("/api/auth/callback"));
    await family.codeField().fill("");
    await family.giveCode(code === `00000${tries}` ? "999999" : `00000${tries}`);
    await answered;
  }
  await family.codeField().fill("");
  await family.giveCode(code);
  await expect(family.button("account.save")).toHaveCount(0);
  await expect(
    page.getByText(new RegExp(`${family.say("errors.OTP_TOO_MANY")}|${family.say("errors.OTP_EXPIRED")}`)),
  ).toBeVisible();
});

test("a code that has run out says so, and a new one works", async ({ page, phone }) => {
  test.setTimeout(90_000);
  const family = new Family(page, "mr", phone);
  await page.goto("/mr/login");
  await family.askForCode();
  const old = await codeFor(phone);
  await runOutCodes(phone);
  await family.giveCode(old);
  await expect(page.getByText(family.say("errors.OTP_EXPIRED"))).toBeVisible();
  await family.button("account.changePhone").click();
  await page.getByLabel(family.say("account.phone"), { exact: true }).fill(phone);
  const resend = family.button("account.sendCode");
  await expect(async () => {
    await resend.click();
    await expect(family.codeField()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
  await family.giveCode(await codeFor(phone, old));
  await expect(family.button("account.save")).toBeVisible();
});

test("a code works in the browser that asked for it alone", async ({ page, phone, browser, baseURL }) => {
  const family = new Family(page, "mr", phone);
  await page.goto("/mr/login");
  await family.askForCode();
  const code = await codeFor(phone);
  const elsewhere = await browser.newContext(baseURL ? { baseURL } : {});
  const thief = new Family(await elsewhere.newPage(), "mr", freshPhone());
  await thief.page.goto("/mr/login");
  await thief.askForCode();
  await thief.giveCode(code);
  await expect(thief.page.getByText(family.say("errors.OTP_WRONG"))).toBeVisible();
  await elsewhere.close();
});

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

test("a hold can be given back, and the date is free for others", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  await family.button("booking.hold.release").click();
  await family.expectStatus(booking, "cancelled");
  await page.goto(bookPath("mr", free));
  await expect(page.getByText(saying("mr", "booking.taken.title"))).toHaveCount(0);
});

test("by keyboard alone, from the first step to the confirmed booking", async ({ page, phone, free }) => {
  test.setTimeout(120_000);
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
