import { expect, freshAddress, freshPhone, test } from "./support/fixtures";
import { untilReady } from "./support/ready";
import { Family, loginAs } from "./support/steps";
import { saying } from "./support/words";

test("of two families at once on one session, one holds it and the other is offered others", async ({
  browser,
  free,
  baseURL,
}) => {
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

  const held = (family: Family) => family.page.waitForURL(/\/pay/).then(() => "held");
  const taken = (family: Family) =>
    family.page
      .getByText(saying("mr", "booking.taken.title"))
      .waitFor({ timeout: 40_000 })
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
  await expect(page.getByLabel(family.say("booking.event.guests"), { exact: true })).toHaveValue("१२०");
  await expect(page.getByLabel(family.say("booking.event.name"), { exact: true })).toHaveValue("वाढदिवस");
  await page.goForward();
  await page.goForward();
  await family.expectStep("review");

  await family.acceptTerms();
  await family.button("booking.review.logIn").click();
  await family.askForCode();
  await page.reload();
  await expect(family.codeField()).toBeVisible();
  await untilReady(page);
  await family.giveCode();
  await expect(family.button("account.save")).toBeVisible();
  await page.reload();
  await untilReady(page);
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

test("a hold can be given back, and the date is free for others", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  await family.button("booking.hold.release").click();
  await family.expectStatus(booking, "cancelled");
  await family.beginWith(free);
  await expect(family.button("booking.when.next")).toBeEnabled();
  await expect(page.getByText(saying("mr", "booking.taken.title"))).toHaveCount(0);
});
