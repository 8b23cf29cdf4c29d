import type { Page } from "@playwright/test";
import { bookPath, nameIn } from "./support/dates";
import { expect, test } from "./support/fixtures";
import { Family, loginAs } from "./support/steps";

const NOBODY = "00000000-0000-4000-8000-000000000000";

/** Lets one value in what the browser sends to a server action be another. */
async function tamper(page: Page, value: RegExp, other: string): Promise<void> {
  await page.route("**/book/review**", async (route) => {
    const sent = route.request().postData();
    if (!sent || !value.test(sent)) return route.continue();
    await route.continue({ postData: sent.replace(value, other) });
  });
}

test("no address of the steps breaks them, whatever stands in it", async ({ request, free }) => {
  const { space, slot, date } = free;
  const session = `f=${date}~${space.id}~${slot.id}`;
  const addresses = [
    `?${session}&guests=-5`,
    `/event?${session}&guests=abc`,
    `/review?${session}&guests=99999&with=${NOBODY}&q.${NOBODY}=-4&with=1'--&type=<b>&as=x&as=y`,
    `?${session}&${session}&pick=-1&date=9999-99-99`,
    `?pick=new&date=0001-01-01`,
    `/review?f=${date}~${NOBODY}~${slot.id}&guests=50`,
    `?f=${date}~${space.id}~${NOBODY}`,
    `?f=2020-01-01~${space.id}~${slot.id}`,
    `?f=2099-01-01~${space.id}~${slot.id}`,
    `?f=~${space.id}~2027-02-31T18:00~2027-03-01T10:00`,
    `?f=~${space.id}~${date}T18:00~${date}T10:00`,
    `/review?f=~${space.id}~${date}T18:00~2037-07-20T10:00&guests=50`,
    `?f=%00&venue=%00`,
  ];
  for (const address of addresses) {
    const answer = await request.get(`/mr/book${address}`);
    expect(answer.status(), address).toBeLessThan(500);
  }
});

test("a space that the hall no longer has is said, and leads back to the choice", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  await page.goto(`/mr/book?venue=${free.venue.slug}&f=${free.date}~${NOBODY}~${free.slot.id}`);
  await expect(page.getByText(family.say("errors.SLOT_NOT_OFFERED"))).toBeVisible();
  await expect(page.getByText("?", { exact: true })).toHaveCount(0);
  await expect(family.button("booking.when.next")).toBeDisabled();
});

test("a price of the browser's own is refused, and so is a number that is none", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  await loginAs(page, "mr", phone);
  await family.goToReview(free);
  await family.acceptTerms();
  await tamper(page, /"shownTotalPaise":\d+/, '"shownTotalPaise":100');
  await family.button("booking.review.hold").click();
  await expect(page.getByText(family.say("errors.PRICE_CHANGED"))).toBeVisible();
  await page.unrouteAll();
  await tamper(page, /"guests":80/, '"guests":"many"');
  await family.button("booking.review.hold").click();
  await expect(page.getByText(family.say("errors.INVALID_INPUT"))).toBeVisible();
  await page.unrouteAll();
  // Nothing was lost on the way.
  await family.button("booking.review.hold").click();
  await family.expectHeld();
});

test("one function of several is chosen again, and keeps what it is for", async ({ page, phone, free }) => {
  const family = new Family(page, "mr", phone);
  const lawn = free.venue.spaces.find(({ id, partIds }) => id !== free.space.id && partIds.length === 1);
  if (!lawn) throw new Error("The demo hall has one space.");
  await page.goto(`${bookPath("mr", free)}&as=wedding&pick=new`);
  const ofLawn = page.locator("#pick").getByRole("region", { name: nameIn("mr", lawn.name) });
  await ofLawn.getByRole("link").first().click();
  await expect(page.getByLabel(family.say("booking.when.what"))).toHaveCount(2);
  const second = new URL(page.url()).searchParams.getAll("f")[1];
  await page
    .getByRole("link", { name: family.say("booking.when.change"), exact: true })
    .nth(1)
    .click();
  await ofLawn.locator("a:not([aria-current])").first().click();
  await expect.poll(() => new URL(page.url()).searchParams.getAll("f")[1]).not.toBe(second);
  const query = new URL(page.url()).searchParams;
  expect(query.getAll("f")).toHaveLength(2);
  expect(query.getAll("as")).toEqual(["wedding", "reception"]);
});
