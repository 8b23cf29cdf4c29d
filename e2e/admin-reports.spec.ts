import { adminPage, CLERK, OWNER } from "./support/admin";
import { expectAccessible } from "./support/axe";
import { inDatabase } from "./support/database";
import { expect, freshPhone, test } from "./support/fixtures";
import { LOCALES, say, saying } from "./support/words";

const PERIOD = "from=2026-04&to=2027-03";
const REPORTS = `/en/admin/reports?${PERIOD}`;

/** What the hall's rows say, asked in another way than the report asks. */
async function counted(): Promise<{ bookings: number; rupees: number; net: number }> {
  let found = { bookings: 0, rupees: 0, net: 0 };
  await inDatabase((sql) =>
    sql.begin(async (tx) => {
      await tx`select set_config('role', 'mandap_platform', true)`;
      const [row] = await tx<{ bookings: number; rupees: number; net: number }[]>`
        with hall as (select id from tenants where slug = 'parbhani'),
          days as (select timestamptz '2026-04-01 00:00+05:30' as a, timestamptz '2027-04-01 00:00+05:30' as b)
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
  test.setTimeout(90_000);
  const page = await adminPage(browser, "en", OWNER);
  await page.goto(REPORTS);
  const table = page.getByRole("table", { name: say("en", "admin.reports.tables.booked.title") });
  const total = table.getByRole("row", { name: say("en", "admin.reports.total") }).getByRole("cell");
  // Other tests book meanwhile: what is shown lies between two readings.
  await expect(async () => {
    const before = await counted();
    await page.reload();
    await expect(total.first()).toHaveText(before.bookings.toLocaleString("en-IN"));
    await expect(total.nth(1)).toHaveText(rupees(before.rupees));
    const received = page.getByRole("table", { name: say("en", "admin.reports.tables.received.title") });
    const row = received.getByRole("row", { name: say("en", "admin.reports.total") });
    await expect(row.getByRole("cell").nth(2)).toHaveText(rupees(before.net));
  }).toPass({ timeout: 45_000 });

  const waiting = page.waitForEvent("download");
  const name = saying("en", "admin.reports.csvOf").source.replace(".+", say("en", "admin.reports.tables.booked.title"));
  await page.getByRole("link", { name: new RegExp(name) }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe("sai-mangal-karyalay-booked-2026-04-2027-03.csv");
  const answer = await page.request.get(`/api/admin/reports?${PERIOD}&table=booked&lang=en`);
  const lines = (await answer.text()).replace("\uFEFF", "").trim().split("\r\n");
  expect(lines).toHaveLength(13);
  expect(lines[1]).toMatch(/^April 2026,\d+,[\d.]+,[\d.]*,[\d.]+$/);
  await page.context().close();
});

test("months are chosen in a tap or from two lists, and stay in the address", async ({ browser }) => {
  const page = await adminPage(browser, "en", OWNER);
  await page.goto("/en/admin/reports");
  await page.getByRole("link", { name: say("en", "admin.reports.usual.nextMonths") }).click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d&to=\d{4}-\d\d/);
  await page.getByLabel(say("en", "admin.reports.from"), { exact: true }).selectOption("2026-10");
  await page.getByLabel(say("en", "admin.reports.to"), { exact: true }).selectOption("2026-10");
  await page.getByRole("button", { name: say("en", "admin.reports.show") }).click();
  await expect(page).toHaveURL(/from=2026-10&to=2026-10/);
  await expect(page.getByRole("table").first().getByRole("rowheader").first()).toHaveText("October 2026");
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
    test.setTimeout(90_000);
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
