import { sql } from "drizzle-orm";
import { inTenant } from "../db/client";
import { newId } from "../db/id";
import { makeHall, type TestTenant, type TestVenue } from "../db/testing/make-tenant";
import { addDays } from "../lib/core/local-date";
import { todayIn } from "../lib/core/period";
import { API_SCOPES } from "../lib/core/permissions";
import { createApiKey } from "../lib/people/create-api-key";
import type { Ctx } from "../lib/tenants/ctx";
import type { Tenant } from "../lib/tenants/types";
import { sessionCookie } from "../lib/web/cookies";
import { claimsOf, encodeSession } from "../lib/web/session-token";

/** Somebody signed in: the cookie that their browser would send. */
export type Family = { userId: string; cookie: string };
export type Hall = { tenant: TestTenant; venue: TestVenue; host: string; families: Family[] };
/** A hall that another program books for. */
export type KeyedHall = Omit<Hall, "families"> & { key: string };

let phone = 7_000_000_000 + Math.floor(Math.random() * 900_000_000);
const HOUR = 3600;

/** A tenant with one venue of three parts, and so many families who are logged in. */
export async function makeBusyHall(port: number, families: number): Promise<Hall> {
  const { tenant, venue } = await makeHall();
  return { tenant, venue, host: `${tenant.slug}.localhost:${port}`, families: await signIn(tenant, families) };
}

/** A tenant with one venue of three parts, and a key that may do all that a key can. */
export async function makeKeyedHall(port: number): Promise<KeyedHall> {
  return keyedHall(port, await makeHall());
}

/** The same for a hall that is there already. */
export async function keyedHall(port: number, { tenant, venue }: Pick<Hall, "tenant" | "venue">): Promise<KeyedHall> {
  return { tenant, venue, host: `${tenant.slug}.localhost:${port}`, key: await makeKey(tenant) };
}

async function makeKey(tenant: Tenant): Promise<string> {
  const ctx: Ctx = { tenant, actor: { kind: "platform" }, now: new Date(), requestId: "bench" };
  return (await createApiKey(ctx, { name: "Bench", scopes: [...API_SCOPES], days: null })).key;
}

async function signIn(tenant: Tenant, count: number): Promise<Family[]> {
  const rows = Array.from({ length: count }, () => ({ user: newId(), session: newId(), phone: `+91${phone++}` }));
  await inTenant(tenant.id, async (tx) => {
    const values = sql.join(
      rows.map((row) => sql`(${row.user}::uuid, ${row.session}::uuid, ${row.phone}::text)`),
      sql`, `,
    );
    await tx.execute(sql`
      with given (user_id, session_id, phone) as (values ${values}),
      people as (insert into users (tenant_id, id, phone, name)
        select ${tenant.id}::uuid, user_id, phone, 'Family' from given returning id)
      select count(*) from people`);
    await tx.execute(sql`
      insert into sessions (tenant_id, id, user_id, expires_at)
        select ${tenant.id}::uuid, session_id, user_id, clock_timestamp() + interval '1 day'
          from (values ${values}) as given (user_id, session_id, phone)`);
  });
  return Promise.all(
    rows.map(async ({ user, session }) => {
      const token = { userId: user, tenantId: tenant.id, sessionId: session, version: 1 };
      return { userId: user, cookie: `${sessionCookie()}=${await encodeSession(claimsOf(token, 8 * HOUR))}` };
    }),
  );
}

const PARTS = ["a", "b", "c"] as const;
const SESSIONS = ["morning", "evening"] as const;
const FIRST_DAY = 20;
const DAYS = 680;
/** How many sessions of a hall there are that do not touch each other. */
export const FREE_SESSIONS = DAYS * PARTS.length * SESSIONS.length;

/** The n-th session of a hall that nobody else takes: another day each time, then another part, then the other half of the day. */
export function sessionOf({ venue }: Pick<Hall, "venue">, n: number) {
  const turn = Math.floor(n / DAYS);
  return {
    spaceId: venue.space[PARTS[turn % PARTS.length] ?? "a"],
    slotId: venue.slot[SESSIONS[Math.floor(turn / PARTS.length) % SESSIONS.length] ?? "morning"],
    date: addDays(todayIn(new Date(), venue.settings.timeZone), FIRST_DAY + (n % DAYS)),
  };
}
