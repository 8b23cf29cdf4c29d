import { randomInt } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { adminPage, CLERK, MANAGER, OWNER } from "./support/admin";
import { expectAccessible } from "./support/axe";
import { inDatabase } from "./support/database";
import { dayPath, daysOf, type Free, nameIn } from "./support/dates";
import { expect, test } from "./support/fixtures";
import { PROMISED_MS, watchFor } from "./support/promised";
import { untilReady } from "./support/ready";
import { say } from "./support/words";

const setUp = (key: string) => say("en", `admin.setup.${key}`);
const ROOMS = [
  "venue",
  "spaces",
  "sessions",
  "prices",
  "extras",
  "booking",
  "policies",
  "closed-days",
  "muhurat",
  "hall",
  "payments",
  "",
];

const open = (page: Page, room: string, free?: Free) =>
  page.goto(`/en/admin/setup/${room}${free ? `?venue=${free.venue.slug}` : ""}`);

/** The calendar of prices comes from the browser's own asking: when it is there, the page takes what is typed. */
async function expectPrices(page: Page): Promise<Locator> {
  const preview = page.getByRole("region", { name: setUp("prices.preview") });
  await expect(preview.getByRole("listitem").first()).toBeVisible({ timeout: 20_000 });
  return preview;
}

/** Asks what a form changes; the answer is a dialog. */
async function review(form: Locator, words = "review"): Promise<Locator> {
  await form.getByRole("button", { name: setUp(words), exact: true }).click();
  return form.page().getByRole("dialog", { name: setUp("effects.title") });
}

async function expectInHistory(type: string): Promise<void> {
  await inDatabase(async (sql) => {
    const rows = await sql.begin(async (tx) => {
      await tx`select set_config('role', 'mandap_platform', true)`;
      return tx`select 1 from audit_events where type = ${type} and actor->>'role' = 'manager' and device is not null
        and at > now() - interval '2 minutes'`;
    });
    expect(rows.length, `${type} is in the history`).toBeGreaterThan(0);
  });
}

/** The row of a session on the public sheet of the day. */
const publicRow = (page: Page, space: string, slot: string) =>
  page
    .locator("#day")
    .getByRole("region", { name: space })
    .getByRole("listitem")
    .filter({ has: page.getByText(slot, { exact: true }) });

test("a price that is changed shows in the public calendar within five seconds", async ({
  browser,
  page,
  request,
  free,
}) => {
  // No other test books the whole venue.
  const whole = free.venue.spaces.find(({ partIds }) => partIds.length > 1) ?? free.space;
  const [day] = await daysOf(request, free.venue.id, free.date, free.date);
  const sold = day?.slots.find(({ spaceId }) => spaceId === whole.id);
  const soldSlot = free.venue.slots.find(({ id }) => id === sold?.slotId) ?? free.slot;
  const [space, slot] = [nameIn("en", whole.name), nameIn("en", soldSlot.name)];
  await page.goto(dayPath("en", free));
  const row = publicRow(page, space, slot);
  const before = await row.innerText();
  const tookToChange = await watchFor(row, "/availability?");

  const admin = await adminPage(browser, "en", MANAGER);
  await open(admin, "prices", free);
  await expectPrices(admin);
  const form = admin.locator("main form").first();
  const field = form.getByRole("group", { name: space, exact: true }).getByLabel(`${slot}, ₹`, { exact: true });
  const old = await field.inputValue();
  await field.fill("not a price");
  await review(form);
  await expect(admin.getByText(say("en", "fieldErrors.number"))).toBeVisible();
  await expect(field).toHaveValue("not a price");

  await field.fill(String(Number(old) + 1110));
  const dialog = await review(form);
  await expect(dialog.getByText(/free sessions become dearer/)).toBeVisible();
  await expectAccessible(admin);
  await dialog.getByRole("button", { name: setUp("save"), exact: true }).click();
  await expect(admin.getByText(setUp("saved"))).toBeVisible();
  expect(await tookToChange(Date.now())).toBeLessThan(PROMISED_MS);
  await expect(row).not.toHaveText(before, { useInnerText: true });
  await expectInHistory("price.changed");

  await field.fill(old);
  await (await review(form)).getByRole("button", { name: setUp("save"), exact: true }).click();
  await expect(row).toHaveText(before, { useInnerText: true });
  await admin.context().close();
});

test("what a rule would do is shown day by day before it is saved", async ({ browser, free }) => {
  const admin = await adminPage(browser, "en", MANAGER);
  await open(admin, "prices", free);
  const preview = await expectPrices(admin);
  await preview.getByLabel(setUp("prices.day")).fill(free.date);
  await preview.getByLabel(setUp("prices.space")).selectOption(free.space.id);
  await admin.getByRole("button", { name: setUp("prices.addRule") }).click();
  const rule = admin.getByRole("group", { name: /^\d+\./ }).last();
  await rule.getByLabel(`${setUp("prices.label")}, English`).fill("Only today");
  await rule.getByLabel(setUp("prices.adjust"), { exact: true }).selectOption("amount");
  await rule.getByLabel(setUp("prices.rupees")).fill("123");
  await rule.locator("input[type=date]").first().fill(free.date);
  await rule.locator("input[type=date]").last().fill(free.date);
  await expect(preview.getByText("Only today").first()).toBeVisible();
  await expect(preview.getByText("+₹123").first()).toBeVisible();
  await rule.getByRole("button", { name: new RegExp(`^${setUp("up")}`) }).press("Enter");
  await expect(admin.getByRole("group", { name: /Only today$/ })).toHaveCount(1);
  // Left as it was: the page asks before it lets go of what was typed.
  admin.on("dialog", (question) => void question.accept());
  await admin.context().close();
});

test("a day that is closed is closed for families, and open again afterwards", async ({ browser, page, free }) => {
  const [space, slot] = [nameIn("en", free.space.name), nameIn("en", free.slot.name)];
  // Others close days of this hall as well.
  const reason = `Painting ${randomInt(1e9)}`;
  await page.goto(dayPath("en", free));
  const row = publicRow(page, space, slot);
  const tookToClose = await watchFor(row.getByRole("link"), "/availability?");

  const admin = await adminPage(browser, "en", MANAGER);
  await open(admin, "closed-days", free);
  await admin.getByRole("button", { name: setUp("closed.closeOnce"), exact: true }).click();
  const form = admin.locator("main form");
  await form.getByLabel(setUp("closed.space")).selectOption(free.space.id);
  await form.getByLabel(setUp("closed.from"), { exact: true }).fill(free.date);
  await form.getByLabel(setUp("closed.reason")).fill(reason);
  const dialog = await review(form);
  await expect(dialog.getByText(/can no longer be booked/)).toBeVisible();
  await dialog.getByRole("button", { name: setUp("save"), exact: true }).click();
  const closure = admin.getByRole("listitem").filter({ hasText: reason });
  await expect(closure).toBeVisible();
  expect(await tookToClose(Date.now())).toBeLessThan(PROMISED_MS);
  await expect(row.getByRole("link")).toHaveCount(0);
  const tookToOpen = await watchFor(row, "/availability?");
  await expectInHistory("days.closed");

  // The same day again: what is in the way is named, and what was typed stays.
  await form.getByLabel(setUp("closed.from"), { exact: true }).fill(free.date);
  await form.getByLabel(setUp("closed.space")).selectOption("");
  await form.getByLabel(setUp("closed.reason")).fill("Again");
  await review(form);
  await expect(form.getByRole("alert").getByText(new RegExp(reason))).toBeVisible();
  await expect(form.getByLabel(setUp("closed.reason"))).toHaveValue("Again");

  await closure.getByRole("button", { name: new RegExp(`^${setUp("closed.open")}`) }).click();
  await dialog.getByRole("button", { name: setUp("closed.open"), exact: true }).click();
  await expect(closure).toHaveCount(0);
  expect(await tookToOpen(Date.now())).toBeLessThan(PROMISED_MS);
  await expect(row.getByRole("link")).toBeVisible();
  await admin.context().close();
});

test("muhurat dates are pasted as they are; the line that names none stays", async ({ browser }) => {
  const admin = await adminPage(browser, "en", MANAGER);
  await open(admin, "muhurat");
  await untilReady(admin);
  const box = admin.getByLabel(setUp("muhurat.dates"), { exact: true });
  // Years ahead, where no other test looks.
  const year = String(randomInt(2040, 9000));
  await box.fill(`१४ फेब्रुवारी ${year}\nsometime in May\n15/02/${year}`);
  const dialog = await review(admin.locator("main form"), "muhurat.add");
  await expect(admin.getByText("Line 2: sometime in May")).toBeVisible();
  await dialog.getByRole("button", { name: setUp("save"), exact: true }).click();
  await expect(box).toHaveValue("sometime in May");
  const day = admin.getByRole("listitem").filter({ hasText: `14 Feb ${year}` });
  await expect(day).toBeVisible();
  await expectInHistory("muhurat.added");
  await box.fill("");
  for (const date of [`14 Feb ${year}`, `15 Feb ${year}`]) {
    const line = admin.getByRole("listitem").filter({ hasText: date });
    await line.getByRole("button").click();
    await dialog.getByRole("button", { name: setUp("remove"), exact: true }).click();
    await expect(line).toHaveCount(0);
  }
  await admin.context().close();
});

/** One red pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

test("a logo and a colour are judged before families see them", async ({ browser, page }) => {
  const admin = await adminPage(browser, "en", MANAGER);
  await open(admin, "hall");
  await untilReady(admin);
  await admin.getByLabel(setUp("hall.colour")).fill("#ffe680");
  await expect(admin.getByLabel(setUp("hall.pickColour"))).toHaveValue("#ffe680");
  // Too pale for light paper: what is used instead is said, before anything is saved.
  await expect(admin.getByText(/4\.5 is needed, so #/)).toBeVisible();
  await admin.getByRole("button", { name: setUp("hall.noColour") }).click();

  await admin.getByLabel(setUp("hall.addLogo")).setInputFiles({
    ...{ name: "note.png", mimeType: "image/png", buffer: Buffer.from("this is no picture") },
  });
  await expect(admin.getByText(setUp("hall.logoProblem"))).toBeVisible();
  await admin.getByLabel(setUp("hall.addLogo")).setInputFiles({
    ...{ name: "logo.png", mimeType: "image/png", buffer: Buffer.from(PIXEL, "base64") },
  });
  await expect(admin.getByRole("img", { name: setUp("hall.logoAlt") })).toBeVisible();
  await page.goto("/en");
  const picture = page.locator('header img[src^="/api/logo"]');
  await expect(picture).toHaveJSProperty("naturalWidth", 1);
  await admin.getByRole("button", { name: setUp("hall.removeLogo") }).click();
  await expect(admin.getByText(setUp("hall.noLogo"))).toBeVisible();
  await admin.context().close();
});

test("staff see no set-up, a manager no bank details", async ({ browser }) => {
  const clerk = await adminPage(browser, "en", CLERK);
  for (const room of ["prices", "venue", "payments"]) expect((await open(clerk, room))?.status()).toBe(404);
  await clerk.context().close();

  const manager = await adminPage(browser, "en", MANAGER);
  await open(manager, "payments");
  await expect(manager.getByText(setUp("payments.ownerOnly"))).toBeVisible();
  await expect(manager.getByLabel(setUp("payments.account"))).toHaveCount(0);
  await manager.context().close();

  const owner = await adminPage(browser, "en", OWNER);
  await open(owner, "payments");
  await expect(owner.getByLabel(setUp("payments.account"))).toBeVisible();
  await owner.context().close();
});

for (const width of [390, 1280]) {
  test(`every room of the set-up reads well at ${width} px`, async ({ browser }) => {
    const admin = await adminPage(browser, "mr", OWNER);
    await admin.setViewportSize({ width, height: 900 });
    for (const room of ROOMS) {
      await admin.goto(`/mr/admin/setup/${room}`);
      await expect(admin.getByRole("heading", { level: 1 })).toBeVisible();
      const overflow = await admin.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, room).toBeLessThanOrEqual(0);
      await expectAccessible(admin);
    }
    await admin.context().close();
  });
}
