import { runOutCodes } from "./support/database";
import { expect, freshPhone, test } from "./support/fixtures";
import { codeFor } from "./support/inbox";
import { Family } from "./support/steps";
import { saying } from "./support/words";

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
  await expect(resend).toBeVisible({ timeout: 40_000 });
  // The SMS is quicker than the answer that tells the page of it.
  const slow = Promise.withResolvers<void>();
  await page.route("**/mr/login", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    const response = await route.fetch();
    await slow.promise;
    await route.fulfill({ response });
  });
  await resend.click();
  const second = await codeFor(phone, first);
  await family.giveCode(first);
  await expect(page.getByText(family.say("account.triesLeft").replace("{count}", "३"))).toBeVisible();
  await family.giveCode(second.slice(0, 3));
  slow.resolve();
  await expect(page.getByText(family.say("account.resent"))).toBeVisible();
  await expect(page.getByText(saying("mr", "account.triesLeft"))).toHaveCount(0);
  await expect(family.codeField()).toBeFocused();
  await expect(family.codeField()).toHaveValue(second.slice(0, 3));
  await family.codeField().pressSequentially(second.slice(3));
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
