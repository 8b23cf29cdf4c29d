import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { lapse, raisePrice } from "./support/database";
import { bookPath, nameIn } from "./support/dates";
import { expect, test } from "./support/fixtures";
import { Family } from "./support/steps";
import { saying } from "./support/words";

/** The number of functions in the address. */
const chosen = (page: Page) => new URL(page.url()).searchParams.getAll("f").length;

test("two functions in two spaces: added, named, taken out again", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  const lawn = free.venue.spaces.find(({ id, partIds }) => id !== free.space.id && partIds.length === 1);
  if (!lawn) throw new Error("The demo hall has one space.");
  await family.beginWith(free);
  await page.getByRole("link", { name: family.say("booking.when.add"), exact: true }).click();
  // The session of the first function is theirs already.
  await expect(page.locator("#pick").getByText(family.say("booking.pick.yours")).first()).toBeVisible();
  await page
    .getByRole("region", { name: nameIn("mr", lawn.name) })
    .getByRole("link")
    .first()
    .click();
  await expect.poll(() => chosen(page)).toBe(2);
  await page.getByLabel(family.say("booking.when.what")).nth(1).selectOption("haldi");
  await expect(page).toHaveURL(/as=haldi/);
  await expectAccessible(page);

  await family.leaveWhen();
  await family.fillEvent();
  await family.leaveExtras();
  await expect(page.getByText(saying("mr", "booking.functions.haldi")).first()).toBeVisible();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await family.expectStep("when");
  await page
    .getByRole("link", { name: family.say("booking.when.remove"), exact: true })
    .nth(1)
    .click();
  await expect.poll(() => chosen(page)).toBe(1);
});

test("two functions in one space at one time: said at the first step, at both of them", async ({
  page,
  phone,
  free,
}) => {
  const family = new Family(page, "mr", phone);
  const path = bookPath("mr", free);
  const twice = new URL(path, "http://hall");
  twice.searchParams.append("f", twice.searchParams.get("f") ?? "");
  await page.goto(`${twice.pathname}${twice.search}`);
  await family.expectStep("when");
  await expect(page.getByText(family.say("errors.FUNCTIONS_OVERLAP"))).toBeVisible();
  await expect(page.getByText(family.say("booking.when.overlaps"))).toHaveCount(2);
  await expect(family.button("booking.when.next")).toBeDisabled();
  await expectAccessible(page);
});

test("another language keeps the step, the choices and what was typed", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  await family.beginWith(free);
  await family.leaveWhen();
  await family.fillEvent({ guests: 140, title: "Patil" });
  await page.getByRole("checkbox").first().check();
  await expect(page).toHaveURL(/with=/);
  const query = new URL(page.url()).search;

  await expect(page.locator('header a[hreflang="en"]')).toHaveAttribute("href", `/en/book/extras${query}`);
  await page.locator('header a[hreflang="en"]').click();
  const english = new Family(page, "en", phone);
  await english.expectStep("extras");
  expect(new URL(page.url()).search).toBe(query);
  await english.leaveExtras();
  await expect(page.getByText("Patil", { exact: true })).toBeVisible();
  await page.locator('header a[hreflang="hi"]').click();
  await new Family(page, "hi", phone).expectStep("review");
});

test("a double tap leads one step on, at every step", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  await family.beginWith(free);
  await family.button("booking.when.next").dblclick();
  await family.expectStep("event");
  await page.getByLabel(family.say("booking.event.guests"), { exact: true }).fill("80");
  await page.getByLabel(family.say("booking.event.name"), { exact: true }).fill("शुभविवाह");
  await family.button("booking.event.next").dblclick();
  await family.expectStep("extras");
  await family.button("booking.extras.next").dblclick();
  await family.expectStep("review");
  await family.acceptTerms();
  await family.button("booking.review.logIn").dblclick();
  await family.expectStep("login");
  await page.getByLabel(family.say("account.phone"), { exact: true }).fill(phone);
  await family.button("account.sendCode").dblclick();
  await expect(family.codeField()).toBeVisible();
  await family.giveCode();
  await page.getByLabel(family.say("account.name"), { exact: true }).fill("सुनीता देशमुख");
  await family.button("account.save").dblclick();
  await family.expectHeld();
  await family.button("booking.pay.ask").dblclick();
  await expect(page.locator("main header").getByText(family.say("bookings.status.pending"))).toBeVisible();
});

test("a taken session is met with others on the first step, and does not lead on", async ({
  page,
  phone,
  free,
  browser,
  baseURL,
}) => {
  const other = await browser.newContext(baseURL ? { baseURL } : {});
  const quicker = new Family(await other.newPage(), "mr", phone);
  await quicker.hold(free);
  const family = new Family(page, "mr", phone);
  await family.beginWith(free);
  await expect(page.getByText(saying("mr", "booking.taken.title"))).toBeVisible();
  await expect(family.button("booking.when.next")).toBeDisabled();
  await expectAccessible(page);
  await page.locator('main a[href*="/book?"][href*="f="]').first().click();
  await expect(page.getByText(saying("mr", "booking.taken.title"))).toHaveCount(0);
  await family.leaveWhen();
  await other.close();
});

test("a price that changes on the way is told from and to, and asked about again", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  await family.goToReview(free);
  await family.acceptTerms();
  await family.button("booking.review.logIn").click();
  await family.askForCode();
  await raisePrice(free.space.id, free.slot.id, free.date, 500_000);
  await family.giveCode();
  await family.giveName();
  await family.expectStep("review");
  await expect(page.getByRole("alert").filter({ hasText: saying("mr", "booking.trouble.price") })).toBeVisible();
  await expect(page.getByText("शुभविवाह", { exact: true })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: family.say("booking.review.accept") })).not.toBeChecked();
  await family.acceptTerms();
  await family.button("booking.review.hold").click();
  await family.expectHeld();
});

test("at the end of the time the page says so, and the same date can be held again", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  const booking = await family.hold(free);
  await lapse(booking, 3);
  await page.reload();
  await family.expectStatus(booking, "expired");
  await expect(page.getByText(family.say("bookings.next.expiredHint"))).toBeVisible();
  await page.getByRole("link", { name: family.say("bookings.next.lookAgain"), exact: true }).click();
  await family.leaveWhen();
  // What was typed is still there.
  await expect(page.getByLabel(family.say("booking.event.name"), { exact: true })).toHaveValue("शुभविवाह");
  await family.button("booking.event.next").click();
  // Both steps have a button of that name.
  await family.expectStep("extras");
  await family.leaveExtras();
  await family.acceptTerms();
  await family.button("booking.review.hold").click();
  expect(await family.expectHeld()).not.toBe(booking);
});

test("without script the steps can be read, and say how to book", async ({ browser, baseURL, free, phone }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  const family = new Family(page, "mr", phone);
  // Playwright's search by text leaves out what stands in a noscript.
  const expectScriptAsked = async () => expect(await page.content()).toContain(family.say("booking.script.title"));
  await page.goto(bookPath("mr", free));
  await family.leaveWhen();
  await expectScriptAsked();
  await page.getByLabel(family.say("booking.event.guests"), { exact: true }).fill("80");
  await family.button("booking.event.next").click();
  await family.expectStep("extras");
  await family.leaveExtras();
  await expectScriptAsked();
  await context.close();
});

test("guests may be typed in Devanagari digits, and what is no number is refused where it stands", async ({
  page,
  phone,
  free,
}) => {
  const family = new Family(page, "mr", phone);
  await family.beginWith(free);
  await family.leaveWhen();
  const guests = page.getByLabel(family.say("booking.event.guests"), { exact: true });
  await guests.fill("साठ");
  await page.getByLabel(family.say("booking.event.name"), { exact: true }).fill("शुभविवाह");
  await family.button("booking.event.next").click();
  await expect(guests).toBeFocused();
  await guests.fill("६०");
  await expect(page.getByText(family.say("booking.total.stopped"))).toHaveCount(0);
  // What was refused stands there first.
  await page.waitForURL((url) => url.searchParams.get("guests") === "६०");
  await page.reload();
  await expect(guests).toHaveValue("६०");
  await family.button("booking.event.next").click();
  await family.expectStep("extras");
  await expect(page).toHaveURL(/guests=/);
  await family.leaveExtras();
  await expect(page.getByText(/६० पाहुणे/).first()).toBeVisible();
});
