import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { adminPage, CLERK, MANAGER } from "./support/admin";
import { expectAccessible } from "./support/axe";
import { inDatabase } from "./support/database";
import { expect, freshPhone, test } from "./support/fixtures";
import { untilReady } from "./support/ready";
import { say, saying } from "./support/words";

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

type Made = { id: string; customerId: string; number: string; name: string; title: string; phone: string };

/** A confirmed booking, paid in part, of a family of its own: nothing else in the demo hall is called like it. */
async function makeBooking(name: string, title: string): Promise<Made> {
  const made: Made = {
    ...{ id: randomUUID(), customerId: randomUUID() },
    name,
    title,
    phone: freshPhone(),
    number: "",
  };
  const days = 400 + Math.floor(Math.random() * 200);
  await inDatabase((sql) =>
    sql.begin(async (tx) => {
      await tx`select set_config('role', 'mandap_platform', true)`;
      const [from] = await tx<{ tenant: string }[]>`select id as tenant from tenants where slug = 'parbhani'`;
      const tenant = from?.tenant ?? "";
      await tx`insert into users (tenant_id, id, phone, name) values (${tenant}, ${made.customerId}, ${made.phone}, ${name})`;
      const [booking] = await tx<{ number: string }[]>`
        insert into bookings (tenant_id, id, number, venue_id, customer_id, status, event_type, event_title, guests, source, locale,
          starts_at, ends_at, total_paise, taxable_paise, gst_paise, advance_paise, deposit_paise, terms, terms_accepted_at)
        select tenant_id, ${made.id}, 'PAR-E2E-' || ${made.phone.slice(-6)}, venue_id, ${made.customerId}, 'confirmed', 'wedding',
          ${title}, 200, 'desk', 'mr', now() + make_interval(days => ${days}), now() + make_interval(days => ${days}, hours => 5),
          10000000, 8474576, 1525424, 2500000, 0,
          jsonb_set(terms, '{cancellation,tiers}', '[{"daysBefore":30,"refundPercent":80}]'), now()
        from bookings where tenant_id = ${tenant} order by number limit 1 returning number`;
      made.number = booking?.number ?? "";
      await tx`insert into payments (tenant_id, id, booking_id, receipt_number, method, amount_paise, currency, received_at)
        values (${tenant}, ${randomUUID()}, ${made.id}, ${`E2E/${made.number}`}, 'cash', 2500000, 'INR', now())`;
      await tx`insert into booking_events (tenant_id, id, booking_id, type, to_status, actor, data)
        values (${tenant}, ${randomUUID()}, ${made.id}, 'create', 'confirmed', '{"kind":"job","name":"test"}'::jsonb, '{}'::jsonb)`;
    }),
  );
  return made;
}

const search = (page: Page) =>
  page.locator("main").getByRole("searchbox", { name: say("en", "admin.bookings.search") });

test("a booking is found by part of a name in either script, by the last digits of a phone and by its number", async ({
  browser,
}) => {
  const letters = freshPhone()
    .slice(-3)
    .replace(/\d/g, (digit) => "कखगघचजटडतद"[Number(digit)] ?? "क");
  const made = await makeBooking("Zorawar Ghorpade", `${letters}घोरपडे विवाह`);
  const page = await adminPage(browser, "en", CLERK);
  await page.setViewportSize(DESK);
  await page.goto("/en/admin/bookings");
  await untilReady(page);
  const searchFor = async (typed: string) => {
    await search(page).fill(typed);
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === typed);
  };
  for (const typed of [`${letters}घोर`, made.phone.slice(-6), made.number, made.phone.replace("+91", "0")]) {
    await searchFor(typed);
    await expect(page.getByRole("row").filter({ hasText: made.number })).toBeVisible();
  }
  await searchFor("घोरपडे");
  await expect(page.getByRole("row").filter({ hasText: "Zorawar Ghorpade" }).first()).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("searchbox").fill(made.number);
  await page.getByRole("menuitem").filter({ hasText: made.title }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(made.title);
  await page.context().close();
});

test("what is typed before the page has its scripts is searched for all the same", async ({ browser }) => {
  const page = await adminPage(browser, "en", CLERK);
  const { promise: typed, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js*", (route) => typed.then(() => route.continue()));
  await page.goto("/en/admin/bookings", { waitUntil: "commit" });
  await search(page).fill("nobody is called this");
  await page.getByRole("heading", { level: 1 }).click();
  release();
  await expect(page).toHaveURL((url) => url.searchParams.get("q") === "nobody is called this");
  await expect(page.getByText(say("en", "admin.bookings.none"))).toBeVisible();
  await page.context().close();
});

test("whoever types and at once follows a link arrives there", async ({ browser }) => {
  const made = await makeBooking("Quick Finger", "Follows a link");
  const page = await adminPage(browser, "en", CLERK);
  await page.setViewportSize(DESK);
  await page.goto(`/en/admin/bookings?q=${made.number}`);
  await untilReady(page);
  // The page behind the link takes its time.
  await page.route(`**/admin/bookings/${made.id}?*`, async (route) => {
    await new Promise((done) => setTimeout(done, 1_500));
    await route.continue();
  });
  await search(page).pressSequentially(" ");
  await page.getByRole("row").filter({ hasText: made.number }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(made.title);
  await expect(page).toHaveURL(new RegExp(made.id));
  await page.context().close();
});

test("filters stand in the address and survive a reload; what nothing matches says how to search", async ({
  browser,
}) => {
  const page = await adminPage(browser, "en", MANAGER);
  await page.setViewportSize(DESK);
  await page.goto("/en/admin/bookings");
  await untilReady(page);
  const statuses = page.getByRole("navigation", { name: say("en", "admin.bookings.status") });
  await statuses.getByRole("link", { name: say("en", "bookings.status.cancelled") }).click();
  await expect(page).toHaveURL(/status=cancelled/);
  await page.getByText(say("en", "admin.bookings.more")).click();
  await page.getByLabel(say("en", "admin.bookings.source")).selectOption("phone");
  await expect(page).toHaveURL(/source=phone/);
  await page.reload();
  await expect(page.getByLabel(say("en", "admin.bookings.source"))).toHaveValue("phone");
  await expect(statuses.locator("[aria-current]")).toContainText(say("en", "bookings.status.cancelled"));
  const csv = await page.request.get(
    (await page.getByRole("link", { name: say("en", "admin.bookings.csv") }).getAttribute("href")) ?? "",
  );
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect((await csv.text()).split("\r\n")[0]).toContain(say("en", "admin.bookings.file.number"));

  await untilReady(page);
  await search(page).fill("nobody is called this");
  await expect(page.getByText(say("en", "admin.bookings.none"))).toBeVisible();
  await page
    .getByRole("link", { name: say("en", "admin.bookings.clear") })
    .first()
    .click();
  await expect(page).toHaveURL(/\/en\/admin\/bookings$/);
  await expect(search(page)).toHaveValue("");
  await page.context().close();
});

test("a note is kept; a booking is cancelled after what goes back was shown; the history names who did it", async ({
  browser,
}) => {
  const made = await makeBooking("Anand Kendre", "केंद्रे विवाह");
  const page = await adminPage(browser, "en", MANAGER);
  await page.goto(`/en/admin/bookings/${made.id}`);
  await untilReady(page);
  await page.getByLabel(say("en", "admin.booking.notes.label")).fill("The uncle decides");
  await page.getByRole("button", { name: say("en", "admin.booking.notes.save") }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "The uncle decides" })).toBeVisible();

  await page.getByRole("button", { name: say("en", "admin.booking.cancel.open") }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("₹25,000");
  await expect(dialog).toContainText("₹20,000");
  await expectAccessible(page);
  await dialog.getByRole("textbox").fill("The wedding is put off");
  await dialog.getByRole("button", { name: say("en", "admin.booking.cancel.confirm") }).click();
  await expect(
    page.getByRole("banner").or(page.locator("main header")).getByText(say("en", "bookings.status.cancelled")),
  ).toBeVisible();

  await page.goto(`/en/admin/history?booking=${made.number}`);
  const cancelled = page.getByRole("row").filter({ hasText: say("en", "admin.booking.events.cancel") });
  await expect(cancelled).toContainText("Ganesh Kale");
  await expect(page.getByRole("row").filter({ hasText: say("en", "admin.booking.events.note") })).toBeVisible();
  await page.context().close();
});

test("two entries of one family become one after it was shown what moves, and the history says so", async ({
  browser,
}) => {
  const name = `Yashwant ${freshPhone().slice(-5)}`;
  const [keep, gone] = [await makeBooking(name, "Keep"), await makeBooking(name, "Moves")];
  const page = await adminPage(browser, "en", MANAGER);
  await page.goto(`/en/admin/customers?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole("link", { name })).toHaveCount(2);
  await page.goto(`/en/admin/customers/${keep.customerId}`);
  await page.getByRole("link", { name: say("en", "admin.customers.merge.open") }).click();
  await page
    .getByRole("link", { name: say("en", "admin.customers.merge.choose") })
    .first()
    .click();
  await expect(page.getByText(gone.number)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: say("en", "admin.customers.merge.confirm"), exact: true }).click();
  await expect(page.getByRole("link", { name: "Moves" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Keep" })).toBeVisible();
  await expect(page.getByText(saying("en", "admin.customers.former"))).toBeVisible();

  // The old address leads to the one that stays.
  await page.goto(`/en/admin/customers/${gone.customerId}`);
  await expect(page).toHaveURL(new RegExp(keep.customerId));
  await page.goto("/en/admin/history?kind=customers");
  await expect(page.getByRole("row").filter({ hasText: name }).first()).toContainText(
    say("en", "admin.history.changes.customer.merged"),
  );
  await page.context().close();
});

test("staff see bookings and customers; the history, merging and the file of all bookings are not for them", async ({
  browser,
}) => {
  const page = await adminPage(browser, "en", CLERK);
  expect((await page.goto("/en/admin/bookings"))?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: say("en", "admin.bookings.csv") })).toHaveCount(0);
  expect((await page.goto("/en/admin/history"))?.status()).toBe(404);
  expect((await page.request.get("/api/admin/bookings/csv")).status()).toBe(403);
  await page.goto("/en/admin/customers");
  await page.locator("main tbody a[href*='/admin/customers/']").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: say("en", "admin.customers.merge.open") })).toHaveCount(0);
  await page.context().close();
});

for (const [locale, size] of [
  ["mr", PHONE],
  ["en", DESK],
] as const) {
  test(`axe finds nothing in bookings, customers and history (${locale}, ${size.width} px)`, async ({ browser }) => {
    const page = await adminPage(browser, locale, MANAGER);
    await page.setViewportSize(size);
    const firstOf = async (room: string) => {
      await page.goto(`/${locale}/admin/${room}`);
      const links = page.locator(`main a[href^='/${locale}/admin/${room.split("?")[0]}/']:visible`);
      return (await links.first().getAttribute("href")) ?? "";
    };
    const customer = await firstOf("customers");
    const booking = await firstOf("bookings?status=confirmed");
    const lists = ["bookings", "bookings?q=zzz&money=overdue", "customers", "history"];
    for (const path of [
      ...lists.map((list) => `/${locale}/admin/${list}`),
      ...[booking, `${booking}/move`, customer, `${customer}/merge`],
    ]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, size.width]);
    }
    await page.context().close();
  });
}
