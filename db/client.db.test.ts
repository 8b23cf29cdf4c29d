import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { hold } from "@/db/testing/checkout";
import { makeFamily } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { AppError } from "@/lib/errors";
import { atOneMoment, inTenant, rawClient } from "./client";

test("a query that forgot its where sees one tenant only", async () => {
  const one = await makeHall();
  const two = await makeHall();
  for (const { tenant, venue } of [one, two]) {
    await hold(await makeFamily(tenant), venue);
  }
  for (const table of [
    "bookings",
    "allocations",
    "users",
    "venues",
    "booking_lines",
    "booking_events",
    "tenants",
    "counters",
  ]) {
    const rows = await inTenant(one.tenant.id, (tx) =>
      tx.execute<Record<string, unknown>>(sql.raw(`select * from ${table}`)),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.tenant_id ?? row.id))).toEqual(new Set([one.tenant.id]));
  }
  await expect(
    inTenant(one.tenant.id, (tx) =>
      tx.execute(sql`update bookings set tenant_id = ${two.tenant.id} where tenant_id = ${one.tenant.id}`),
    ),
  ).rejects.toThrow();
});

test("figures read at one moment do not see what is written between them, and write nothing", async () => {
  const { tenant } = await makeHall();
  const phone = sql<{ phone: string | null }>`select phone from tenants where id = ${tenant.id}`;
  const change = sql`update tenants set phone = '+919876543210' where id = ${tenant.id}`;
  await atOneMoment(tenant.id, async (tx) => {
    const [before] = await tx.execute(phone);
    await inTenant(tenant.id, (other) => other.execute(change));
    expect(await tx.execute(phone)).toEqual([before]);
    expect(await inTenant(tenant.id, (other) => other.execute(phone))).toEqual([{ phone: "+919876543210" }]);
  });
  await expect(atOneMoment(tenant.id, (tx) => tx.execute(change))).rejects.toThrow();
});

test.each(["57P01", "57P03", "53300"])(
  "where Postgres goes away (%s) the caller may ask again: nothing was changed",
  async (code) => {
    const { tenant } = await makeHall();
    const lost = inTenant(tenant.id, async (tx) => {
      await tx.execute(sql`update tenants set phone = '+919876543210' where id = ${tenant.id}`);
      await tx.execute(sql.raw(`do $$ begin raise exception 'away' using errcode = '${code}'; end $$`));
    });
    await expect(lost).rejects.toMatchObject({ code: "BUSY", details: { retryAfterSeconds: 2 } });
    const rows = await inTenant(tenant.id, (tx) =>
      tx.execute(sql`select 1 from tenants where phone = '+919876543210'`),
    );
    expect(rows).toHaveLength(0);
  },
);

test("whoever comes after Postgres has ended connections is not told of it", async () => {
  const { tenant } = await makeHall();
  const sleepers = (asked: string) =>
    rawClient().unsafe<{ n: number }[]>(
      `select ${asked}::int as n from pg_stat_activity where query = 'select pg_sleep(20)' and state = 'active'`,
    );
  const cut = Array.from({ length: 4 }, () => inTenant(tenant.id, (tx) => tx.execute(sql`select pg_sleep(20)`)));
  const refused = Promise.all(cut.map((one) => expect(one).rejects.toMatchObject({ code: "BUSY" })));
  await vi.waitUntil(async () => (await sleepers("count(*)"))[0]?.n === cut.length);
  await sleepers("count(pg_terminate_backend(pid))");
  await refused;
  const next = Array.from({ length: 20 }, () => inTenant(tenant.id, (tx) => tx.execute(sql`select 1`)));
  await expect(Promise.all(next)).resolves.toHaveLength(20);
});

test("of a commit that was never answered nobody is told that nothing was changed", async () => {
  const { tenant } = await makeHall();
  const lost = inTenant(tenant.id, async (tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    // The commit waits behind it.
    tx.execute(sql`select pg_sleep(5)`).catch(() => undefined);
    setTimeout(() => rawClient()`select pg_terminate_backend(${row?.pid ?? 0})`.execute(), 200);
  });
  await expect(lost).rejects.not.toBeInstanceOf(AppError);
});
