import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { adminPage, CLERK, MANAGER } from "./support/admin";
import { expectAccessible } from "./support/axe";
import { inDatabase } from "./support/database";
import type { Free } from "./support/dates";
import { bookAt } from "./support/diary";
import { expect, test } from "./support/fixtures";
import { untilReady } from "./support/ready";
import { say, saying } from "./support/words";

const DESK = { width: 1280, height: 900 };
const word = (key: string) => say("en", `admin.money.${key}`);
const button = (page: Page, key: string) => page.getByRole("button", { name: word(key), exact: true });

/** The money of a firm booking of which nothing is paid yet; nobody else's test knows it. */
async function openBooking(page: Page, free: Free): Promise<void> {
  const { id } = await bookAt(free, `Owing ${free.date}`);
  await page.goto(`/en/admin/money/bookings/${id}`);
  await expect(page.getByRole("heading", { name: word("receive.title") })).toBeVisible();
  await untilReady(page);
}

async function receiveCash(page: Page, rupees: string): Promise<void> {
  await page.getByLabel(word("receive.amount"), { exact: true }).first().fill(rupees);
  await page.getByRole("button", { name: saying("en", "admin.money.receive.submit") }).click();
  await expect(page.getByText(saying("en", "admin.money.receive.done"))).toBeVisible();
}

// One till for all: what one test takes would be in the other's count.
test.describe.configure({ mode: "serial" });

test("cash is taken under a receipt, a wrong entry is taken back and stays readable", async ({ browser, free }) => {
  const page = await adminPage(browser, "en", MANAGER);
  await openBooking(page, free);
  const owes = page.locator("dl").first();
  const before = await owes.textContent();
  await receiveCash(page, "1,234");
  await expect(page.getByRole("button", { name: word("reverse.trigger") }).last()).toBeVisible();
  await expect(owes).not.toHaveText(before ?? "");

  await button(page, "reverse.trigger").last().click();
  await page.getByLabel(word("reverse.reason")).fill("Typed into the wrong booking");
  await button(page, "reverse.confirm").click();
  await expect(page.getByRole("status").filter({ hasText: /PAR\/V/ })).toBeVisible();
  await expect(owes).toHaveText(before ?? "");
  await expect(page.getByText(word("one.reversed"), { exact: true }).last()).toBeVisible();
  await expect(page.getByText("Typed into the wrong booking").last()).toBeVisible();
  await page.context().close();
});

test("more than is owed is asked about before it is taken", async ({ browser, free }) => {
  const page = await adminPage(browser, "en", MANAGER);
  await openBooking(page, free);
  await page.getByLabel(word("receive.amount"), { exact: true }).first().fill("9999999");
  await page.getByRole("button", { name: saying("en", "admin.money.receive.submit") }).click();
  await expect(page.getByText(saying("en", "admin.money.receive.above"))).toBeVisible();
  await expect(button(page, "receive.aboveConfirm")).toBeVisible();
  await page.context().close();
});

test("a payment link is paid on the gateway's page, and its receipt is there", async ({ browser, free }) => {
  const page = await adminPage(browser, "en", MANAGER);
  await openBooking(page, free);
  const bookingId = page.url().split("/").at(-1) ?? "";
  const receipts = page.getByRole("link", { name: saying("en", "admin.money.one.receipt") });
  const paid = page.getByText(word("link.status.paid"), { exact: true });
  await page.getByLabel(word("link.amount"), { exact: true }).last().fill("2000");
  await button(page, "link.send").click();
  await expect(page.getByText(word("link.status.created"), { exact: true })).toBeVisible();

  let url = "";
  await inDatabase(async (sql) => {
    const [link] = await sql<{ url: string }[]>`select url from payment_links where booking_id = ${bookingId}
      and status = 'created'`;
    url = link?.url ?? "";
  });
  const family = await browser.newPage();
  await family.goto(url);
  await family.getByRole("button", { name: "Pay", exact: true }).click();
  await expect(async () => {
    await page.reload();
    expect([await paid.count(), await receipts.count()]).toEqual([1, 1]);
  }).toPass({ timeout: 60_000 });
  await Promise.all([family.close(), page.context().close()]);
});

test("a cancelled booking's cash waits for a hand and is recorded when it has gone", async ({ browser, free }) => {
  const page = await adminPage(browser, "en", MANAGER);
  await openBooking(page, free);
  await receiveCash(page, "5000");
  const moneyUrl = page.url();
  await page.getByRole("link", { name: word("one.open") }).click();
  await page
    .getByRole("button", { name: say("en", "admin.booking.cancel.open") })
    .first()
    .click();
  await page.getByRole("button", { name: say("en", "admin.booking.cancel.confirm"), exact: true }).click();
  await expect(page.locator("main header").getByText(say("en", "bookings.status.cancelled"))).toBeVisible();

  await page.goto("/en/admin");
  const today = page.getByRole("region", { name: word("refunds.promised") });
  await expect(today.getByText(word("refunds.byHand")).first()).toBeVisible();

  await page.goto(moneyUrl);
  await expect(page.getByText(word("receive.over"))).toBeVisible();
  const waiting = page.getByText(word("refunds.byHand"), { exact: true });
  const before = await waiting.count();
  expect(before).toBeGreaterThan(0);
  await button(page, "refunds.hand").first().click();
  await button(page, "refunds.handConfirm").click();
  await expect(page.getByRole("status").filter({ hasText: /PAR\/V/ })).toBeVisible();
  await expect(waiting).toHaveCount(before - 1);
  await page.context().close();
});

test("the day closes with what was counted and a reason for the difference", async ({ browser }) => {
  const page = await adminPage(browser, "en", MANAGER);
  await page.setViewportSize(DESK);
  await page.goto("/en/admin/money/day-book");
  await untilReady(page);
  const counted = randomInt(100_000, 900_000);
  await page.getByLabel(word("dayBook.countedField"), { exact: true }).fill(String(counted));
  await button(page, "dayBook.confirm").click();
  await expect(page.getByText(word("dayBook.needNote"))).toBeVisible();
  await page.getByLabel(word("dayBook.note"), { exact: true }).fill("Counted by two");
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.headers()["next-action"]) sent.push(request.url());
  });
  const closed = page.getByRole("status").filter({ hasText: saying("en", "admin.money.dayBook.closed") });
  const changed = page.getByText(say("en", "errors.BOOK_CHANGED"));
  // Somebody may take cash meanwhile: then it says so and shows the new sum. Of a double tap one counts.
  let taps = 0;
  await expect(async () => {
    await button(page, "dayBook.confirm").dblclick();
    taps += 1;
    await expect(closed.or(changed)).toBeVisible();
    await expect(closed).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const book = page.locator("a[href*='/day-book/']").filter({ hasText: `₹${counted.toLocaleString("en-IN")}` });
  await expect(book).toBeVisible();
  expect(sent).toHaveLength(taps);
  await book.click();
  await expect(page.getByText("Counted by two").first()).toBeVisible();
  await expect(page.getByText(`₹${counted.toLocaleString("en-IN")}`).first()).toBeVisible();
  await expectAccessible(page);
  await page.context().close();
});

test("its lists are sheets for who may take them away", async ({ browser }) => {
  const page = await adminPage(browser, "en", MANAGER);
  for (const list of ["due", "received", "refunds", "gst"]) {
    const answer = await page.request.get(`/api/admin/money/${list}`);
    expect(answer.headers()["content-type"]).toContain("text/csv");
    expect((await answer.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  }
  const clerk = await adminPage(browser, "en", CLERK);
  expect((await clerk.request.get("/api/admin/money/due")).status()).toBe(403);
  await Promise.all([page.context().close(), clerk.context().close()]);
});

test("axe finds nothing in the money room, on a phone and on a desk", async ({ browser }) => {
  const page = await adminPage(browser, "mr", MANAGER);
  for (const size of [{ width: 390, height: 844 }, DESK]) {
    await page.setViewportSize(size);
    for (const path of ["", "/received", "/refunds", "/day-book", "/gst"]) {
      await page.goto(`/mr/admin/money${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    }
    await page.goto("/mr/admin/money?when=all");
    await page.goto((await page.locator("table a[href*='/money/bookings/']").first().getAttribute("href")) ?? "");
    await expectAccessible(page);
  }
  await page.context().close();
});
