import type { Locator, Page } from "@playwright/test";
import { isoWeekday } from "../lib/core/local-date";
import { adminPage, MANAGER, OWNER } from "./support/admin";
import { expectAccessible } from "./support/axe";
import { type Free, findFree } from "./support/dates";
import { bookAt } from "./support/diary";
import { expect, test } from "./support/fixtures";
import { PROMISED_MS, tookToSay } from "./support/promised";
import { say, saying } from "./support/words";

const DESK = { width: 1280, height: 1000 };
const words = (key: string) => say("en", `admin.diary.${key}`);

const cellAt = (page: Page, date: string, spaceId: string) =>
  page.locator(`td[data-date="${date}"][data-space="${spaceId}"]`);
const dialogOf = (page: Page) => page.getByRole("dialog");
const confirm = (page: Page) => dialogOf(page).getByRole("button", { name: words("confirm"), exact: true });

/** Another part of the hall that is free then as well. */
function otherSpace({ venue, space }: Free) {
  const other = venue.spaces.find(({ id, partIds }) => id !== space.id && partIds.length === 1);
  if (!other) throw new Error("The demo hall has one part only.");
  return other;
}

async function openDiary(page: Page, { date }: Free, view = "week"): Promise<void> {
  await page.setViewportSize(DESK);
  await page.goto(`/en/admin/diary?view=${view}&date=${date}`);
  await expect(page.locator('[data-stop][tabindex="0"]')).toHaveCount(1);
}

test("week and month show a booking in its row; axe finds nothing on a desk and on a phone", async ({
  browser,
  free,
}) => {
  const title = `Axe ${free.date}`;
  await bookAt(free, title);
  const page = await adminPage(browser, "en", MANAGER);
  for (const view of ["week", "month"]) {
    await openDiary(page, free, view);
    const bar = cellAt(page, free.date, free.space.id).getByRole("link", { name: title });
    await expect(bar).toBeVisible();
    await expect(bar).toHaveAttribute("href", /\/en\/admin\/bookings\//);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole("region").getByRole("link", { name: title })).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  await page.context().close();
});

test("a booking is dragged to another space: it asks, shows the difference, moves, and can be put back", async ({
  browser,
  request,
}, { parallelIndex, config }) => {
  // A longer session reaches into the week's last day from any other.
  const free = await findFree(request, parallelIndex, config.workers, (date) => isoWeekday(date) < 7);
  const title = `Drag ${free.date}`;
  await bookAt(free, title);
  const page = await adminPage(browser, "en", MANAGER);
  await openDiary(page, free);
  const target = cellAt(page, free.date, otherSpace(free).id);
  await drag(page, cellAt(page, free.date, free.space.id).getByRole("link", { name: title }), target);

  const dialog = dialogOf(page);
  await expect(dialog.getByRole("heading")).toHaveText(words("moveTitle").replace("{title}", title));
  await expect(dialog.getByRole("table", { name: words("price") })).toBeVisible();
  await expect(
    dialog
      .getByRole("status")
      .filter({ hasText: saying("en", "admin.diary.dearer") })
      .or(dialog.getByRole("status").filter({ hasText: saying("en", "admin.diary.cheaper") })),
  ).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel(words("reason")).fill("Rain");
  await confirm(page).click();
  await expect(target.getByRole("link", { name: title })).toBeVisible();

  await page.getByRole("button", { name: words("undo"), exact: true }).click();
  const bar = cellAt(page, free.date, free.space.id).getByRole("link", { name: title });
  await expect(bar).toBeVisible();

  // Its right edge, drawn to the week's last day: a longer session, or times of its own.
  await drag(page, bar.locator("[data-extend]"), page.locator(`td[data-space="${free.space.id}"]`).last(), 2);
  await expect(dialog.getByLabel(words("session"))).not.toHaveValue(free.slot.id);
  await dialog.getByRole("button", { name: words("keep") }).click();
  await expect(bar).toBeVisible();
  await page.context().close();
});

test("a booking that is let go before the screen has followed lands where it was let go", async ({ browser, free }) => {
  const title = `Quick ${free.date}`;
  await bookAt(free, title);
  const page = await adminPage(browser, "en", MANAGER);
  await openDiary(page, free);
  const to = cellAt(page, free.date, otherSpace(free).id);
  await to.scrollIntoViewIfNeeded();
  const box = await to.boundingBox();
  const bar = cellAt(page, free.date, free.space.id).getByRole("link", { name: title });
  await bar.evaluate(
    (element, end) => {
      const start = element.getBoundingClientRect();
      const send = (type: string, clientX: number, clientY: number) =>
        element.dispatchEvent(
          new PointerEvent(type, { bubbles: true, button: 0, pointerType: "mouse", clientX, clientY }),
        );
      send("pointerdown", start.x + 30, start.y + 10);
      send("pointermove", start.x + 40, start.y + 30);
      send("pointerup", end.x, end.y);
    },
    { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 },
  );
  await expect(dialogOf(page).getByLabel(words("space"))).toHaveValue(otherSpace(free).id);
  await expect(dialogOf(page).getByLabel(words("date"))).toHaveValue(free.date);
  await page.context().close();
});

test("without a mouse: M takes a booking up, arrows carry it, Enter asks; a click on a free cell begins a booking", async ({
  browser,
  free,
}) => {
  const title = `Keys ${free.date}`;
  await bookAt(free, title);
  const page = await adminPage(browser, "en", OWNER);
  await openDiary(page, free);
  const own = cellAt(page, free.date, free.space.id);
  const bar = own.getByRole("link", { name: title });
  await bar.focus();
  await page.keyboard.press("m");
  const rows = free.venue.spaces.map(({ id }) => id);
  const from = rows.indexOf(free.space.id);
  const to = rows.indexOf(otherSpace(free).id);
  for (let step = 0; step < Math.abs(to - from); step++) await page.keyboard.press(to > from ? "ArrowDown" : "ArrowUp");
  await expect(page.locator("td[data-target]")).toHaveAttribute("data-space", otherSpace(free).id);
  await page.keyboard.press("Enter");
  await expect(confirm(page)).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(bar).toBeFocused();

  await cellAt(page, free.date, otherSpace(free).id).locator(".d-free").click();
  await expect(page).toHaveURL(new RegExp(`/en/admin/new\\?.*space=${otherSpace(free).id}.*date=${free.date}`));
  await page.context().close();
});

test("what another does appears by itself; of two who move the same booking one wins and the other is told", async ({
  browser,
  free,
}) => {
  const title = `Both ${free.date}`;
  const [one, two] = [await adminPage(browser, "en", MANAGER), await adminPage(browser, "en", OWNER)];
  await Promise.all([openDiary(one, free), openDiary(two, free)]);
  await bookAt(free, title);
  const since = Date.now();
  const cell = `td[data-date="${free.date}"][data-space="${free.space.id}"] a`;
  for (const took of await Promise.all(
    [one, two].map((page) => tookToSay(page, cell, title, "/api/admin/diary?", since)),
  )) {
    expect(took).toBeLessThan(PROMISED_MS);
  }
  const seen = (page: Page) => cellAt(page, free.date, free.space.id).getByRole("link", { name: title });

  const other = otherSpace(free).id;
  for (const page of [one, two]) {
    await drag(page, seen(page), cellAt(page, free.date, other));
    await expect(confirm(page)).toBeEnabled();
  }
  // Elsewhere on the same day: the next one belongs to other tests.
  const third = free.venue.spaces.find(
    ({ id, partIds }) => id !== free.space.id && id !== other && partIds.length === 1,
  );
  await two
    .getByRole("dialog")
    .getByLabel(words("space"))
    .selectOption(third?.id ?? "");
  await expect(confirm(two)).toBeEnabled();
  await confirm(one).click();
  await expect(cellAt(one, free.date, other).getByRole("link", { name: title })).toBeVisible();
  await confirm(two).click();
  await expect(
    two
      .getByRole("alert")
      .or(two.getByRole("status"))
      .filter({ hasText: words("changedHint") }),
  ).toBeVisible();
  await expect(confirm(two)).toBeDisabled();
  await two
    .getByRole("dialog")
    .getByRole("button", { name: words("keep") })
    .click();
  await expect(cellAt(two, free.date, other).getByRole("link", { name: title })).toBeVisible();
  await Promise.all([one.context().close(), two.context().close()]);
});

test("it prints on A4 across, a line a function and one for each empty day", async ({ browser, free }) => {
  const title = `Paper ${free.date}`;
  await bookAt(free, title);
  const page = await adminPage(browser, "en", MANAGER);
  await openDiary(page, free, "month");
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sizes = new Set(
    [...sheet.matchAll(/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, wide, high]) =>
      [wide, high].map((points) => Math.round(Number(points))).join(" × "),
    ),
  );
  expect([...sizes]).toEqual(["842 × 595"]);
  await page.emulateMedia({ media: "print" });
  const table = page.getByRole("table").filter({ hasText: words("columns.due") });
  await expect(table.getByRole("row").filter({ hasText: title })).toBeVisible();
  expect(await table.getByRole("row").count()).toBeGreaterThan(28);
  await expect(page.locator("[data-diary]")).toBeHidden();
  await page.context().close();
});

async function drag(page: Page, from: Locator, to: Locator, inset = 30): Promise<void> {
  await to.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("Nothing to drag.");
  await page.mouse.move(start.x + inset, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(start.x + inset + 10, start.y + 20);
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await expect(page.locator("td[data-target]")).toHaveCount(1);
  await page.mouse.up();
}
