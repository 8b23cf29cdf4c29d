import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { inDatabase } from "./database";
import { freshAddress } from "./fixtures";
import type { Locale } from "./words";

/** The demo hall's people. */
export const MANAGER = "+919800000001";
export const OWNER = "+919800000002";
export const CLERK = "+919800000003";

const HOURS = 8;

/** A browser of its own in which somebody is logged in, by a session written down instead of a code typed; opens today. */
export async function adminPage(browser: Browser, locale: Locale, phone: string): Promise<Page> {
  const baseURL = process.env.E2E_URL ?? "";
  const context = await browser.newContext({ baseURL, extraHTTPHeaders: { "x-forwarded-for": freshAddress() } });
  const value = await sessionOf(phone);
  await context.addCookies([{ name: "mandap.session", value, url: baseURL }]);
  const page = await context.newPage();
  await page.goto(`/${locale}/admin`);
  return page;
}

/** What the session cookie of whoever has this phone says; a phone that nobody has is a new family's. */
export async function sessionOf(phone: string, slug = "parbhani", databaseUrl?: string): Promise<string> {
  const sid = randomUUID();
  let token = { sub: "", tenant: "", ver: 0 };
  await inDatabase(async (sql) => {
    await sql.begin(async (tx) => {
      await tx`select set_config('role', 'mandap_platform', true)`;
      await tx`insert into users (tenant_id, id, phone, name) select id, ${randomUUID()}, ${phone}, 'Test' from tenants
        where slug = ${slug} on conflict do nothing`;
      const [user] = await tx<{ sub: string; tenant: string; ver: number }[]>`
        update users set last_login_at = now() where phone = ${phone} and tenant_id = (select id from tenants where slug = ${slug})
        returning id as sub, tenant_id as tenant, session_version as ver`;
      if (!user) throw new Error(`nobody has ${phone}`);
      token = user;
      await tx`insert into sessions (tenant_id, id, user_id, user_agent, expires_at)
        values (${user.tenant}, ${sid}, ${user.sub}, 'test', now() + make_interval(hours => ${HOURS}))`;
    });
  }, databaseUrl);
  return encode({ token: { ...token, sid }, secret: process.env.E2E_SECRET ?? "", maxAge: HOURS * 3600 });
}
