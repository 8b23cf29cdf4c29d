import { addDays } from "../lib/core/local-date";
import { todayIn } from "../lib/core/period";
import { daysOfPeriod, usualPeriods } from "../lib/core/report-period";
import { adminPage, CLERK, OWNER } from "./support/admin";
import { expectAccessible } from "./support/axe";
import { inDatabase } from "./support/database";
import { expect, freshPhone, test } from "./support/fixtures";
import { LOCALES, say, saying } from "./support/words";

/** This financial year. */
const { from, to } = usualPeriods(todayIn(new Date(), "Asia/Kolkata")).thisYear;
const PERIOD = `from=${from}&to=${to}`;
const REPORTS = `/en/admin/reports?${PERIOD}`;
/** October of it. */
const OCTOBER = `${from.slice(0, 4)}-10`;

/** What the hall's rows say, asked in another way than the report asks. */
async function counted(): Promise<{ bookings: number; rupees: number; net: number }> {
  let found = { bookings: 0, rupees: 0, net: 0 };
  await inDatabase((sql) =>
    sql.begin(async (tx) => {
      await tx`select set_config('role', 'mandap_platform', true)`;
      const [row] = await tx<{ bookings: number; rupees: number; net: number }[]>`
        with hall as (select id from tenants where slug = 'parbhani'),
          days as (select ${`${from}-01 00:00+05:30`}::timestamptz as a,
            ${`${addDays(daysOfPeriod({ from, to }).to, 1)} 00:00+05:30`}::timestamptz as b)
        select count(*)::int as bookings, (sum(total_paise) / 100)::float as rupees,
          ((select sum(amount_paise) from payments p, hall, days where p.tenant_id = hall.id and received_at >= a and received_at < b)
          - (select sum(amount_paise) from refunds r, hall, days where r.tenant_id = hall.id and refunded_at >= a and refunded_at < b))::float
          / 100 as net
        from bookings, hall, days
        where tenant_id = hall.id and status in ('confirmed', 'completed') and starts_at >= a and starts_at < b`;
      if (row) found = row;
    }),
  );
  return found;
}

const rupees = (amount: number) => `₹${Math.round(amount).toLocaleString("en-IN")}`;

test("the report of the demo hall agrees with its rows, and downloads as CSV", async ({ browser }) => {
  const page = await adminPage(browser, "en", OWNER);
  await page.goto(REPORTS);
  const table = page.getByRole("table", { name: say("en", "admin.reports.tables.booked.title") });
  const total = table.getByRole("row", { name: say("en", "admin.reports.total") }).getByRole("cell");
  const received = page.getByRole("table", { name: say("en", "admin.reports.tables.received.title") });
  const net = received.getByRole("row", { name: say("en", "admin.reports.total") }).getByRole("cell");
  // Other tests book and pay meanwhile: then once more.
  await expect(async () => {
    const rows = await counted();
    await page.reload();
    await expect(net.nth(2)).toBeVisible();
    const shown = [await total.first().innerText(), await total.nth(1).innerText(), await net.nth(2).innerText()];
    expect(shown).toEqual([rows.bookings.toLocaleString("en-IN"), rupees(rows.rupees), rupees(rows.net)]);
  }).toPass({ timeout: 120_000 });

  const waiting = page.waitForEvent("download");
  const name = saying("en", "admin.reports.csvOf").source.replace(".+", say("en", "admin.reports.tables.booked.title"));
  await page.getByRole("link", { name: new RegExp(name) }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe(`sai-mangal-karyalay-booked-${from}-${to}.csv`);
  const answer = await page.request.get(`/api/admin/reports?${PERIOD}&table=booked&lang=en`);
  const lines = (await answer.text()).replace("\uFEFF", "").trim().split("\r\n");
  expect(lines).toHaveLength(13);
  expect(lines[1]).toMatch(new RegExp(`^April ${from.slice(0, 4)},\\d+,[\\d.]+,[\\d.]*,[\\d.]+$`));
  await page.context().close();
});

test("months are chosen in a tap or from two lists, and stay in the address", async ({ browser }) => {
  const page = await adminPage(browser, "en", OWNER);
  await page.goto("/en/admin/reports");
  await page.getByRole("link", { name: say("en", "admin.reports.usual.nextMonths") }).click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d&to=\d{4}-\d\d/);
  await page.getByLabel(say("en", "admin.reports.from"), { exact: true }).selectOption(OCTOBER);
  await page.getByLabel(say("en", "admin.reports.to"), { exact: true }).selectOption(OCTOBER);
  await page.getByRole("button", { name: say("en", "admin.reports.show") }).click();
  await expect(page).toHaveURL(new RegExp(`from=${OCTOBER}&to=${OCTOBER}`));
  await expect(page.getByRole("table").first().getByRole("rowheader").first()).toHaveText(
    `October ${OCTOBER.slice(0, 4)}`,
  );
  await page.context().close();
});

test("for staff and families there are no reports, nor their CSV", async ({ browser }) => {
  for (const phone of [CLERK, freshPhone()]) {
    const page = await adminPage(browser, "en", phone);
    expect((await page.goto(REPORTS))?.status()).toBe(404);
    expect((await page.request.get(`/api/admin/reports?${PERIOD}&table=booked`)).status()).toBe(403);
    await page.context().close();
  }
});

for (const locale of LOCALES) {
  test(`axe finds nothing on the reports, on a phone and on a desk (${locale})`, async ({ browser }) => {
    const page = await adminPage(browser, locale, OWNER);
    for (const size of [
      { width: 390, height: 844 },
      { width: 1280, height: 900 },
    ]) {
      await page.setViewportSize(size);
      await page.goto(`/${locale}/admin/reports?${PERIOD}`);
      await expect(page.getByRole("table").first()).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    }
    await page.context().close();
  });
}
