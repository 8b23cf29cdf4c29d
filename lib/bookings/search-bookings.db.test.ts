import { type SQL, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asPlatform, inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { makeManyBookings } from "@/db/testing/many-bookings";
import { env } from "@/lib/env";
import { findCustomers } from "@/lib/people/find-customers";
import type { Ctx } from "@/lib/tenants/ctx";
import { bookingFilter } from "./booking-filter";
import { exportBookings, listBookings } from "./list-bookings";
import { customerRows, listCustomers } from "./list-customers";
import { bookingHistory, hallHistory } from "./list-history";
import { searchBookings } from "./search-bookings";

const ZONE = "Asia/Kolkata";
const MANY = 9900;
const owner = postgres(env().DATABASE_URL, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());

let ctx: Ctx;
let venueId: string;
let spaceId: string;

/** A hall with years of bookings, and three that the tests look for. */
beforeAll(async () => {
  const hall = await makeHall();
  ctx = await makeManager(hall.tenant);
  venueId = hall.venue.id;
  spaceId = hall.venue.space.a;
  await insertBookings(1, MANY, sql`'Family ' || n`, sql`'+9170000' || lpad(n::text, 5, '0')`, sql`'लग्न ' || n`);
  await insertBookings(MANY + 1, 1, sql`'Sunita Jadhav'`, sql`'+919812345678'`, sql`'Annual meeting'`);
  await insertBookings(MANY + 2, 1, sql`'Prakash Kale'`, sql`'+919812300099'`, sql`'जाधव – काळे विवाह'`);
  // As autovacuum leaves them: rows that wait to be put into an index make it look dear.
  await owner`vacuum analyze bookings`;
  await owner`vacuum analyze users`;
  await owner`vacuum analyze booking_events`;
  await owner`vacuum analyze audit_events`;
});

const insertBookings = (first: number, count: number, name: SQL, phone: SQL, title: SQL) =>
  makeManyBookings({ tenantId: ctx.tenant.id, venueId, spaceId, first, count, name, phone, title });

const numbersOf = async (typed: string) =>
  (await searchBookings(ctx, typed, 8)).map(({ number }) => number).toSorted((a, b) => a.localeCompare(b));
const SUNITA = `TST-2026-${MANY + 1}`;
const WEDDING = `TST-2026-${MANY + 2}`;

test.each([
  ["part of a name", "adhav", [SUNITA]],
  ["a name in the other script, and a title in the same", "जाधव", [SUNITA, WEDDING]],
  ["part of a title", "विवा", [WEDDING]],
  ["two words in any order", "jadhav sun", [SUNITA]],
  ["a phone", "9812345678", [SUNITA]],
  ["a phone with everything around it", "+91 98123-45678", [SUNITA]],
  ["a phone in Devanagari digits", "९८१२३४५६७८", [SUNITA]],
  ["the last four digits of a phone, or of a number", "5678", ["TST-2026-5678", SUNITA]],
  ["a number", `tst-2026-${MANY + 2}`, [WEDDING]],
  ["the end of a number", `${MANY + 2}`, [WEDDING]],
  ["nobody", "zzz", []],
  ["nothing", "  ", []],
])("%s is found: %s", async (_what, typed, expected) => {
  expect(await numbersOf(typed)).toEqual(expected);
});

test("0001 is the first booking and not every phone that contains it", async () => {
  expect(await numbersOf("0001")).toContain("TST-2026-0001");
  expect((await numbersOf("0001")).length).toBeLessThan(8);
});

test("customers are found by name and phone in the same ways, and nobody of another hall ever is", async () => {
  const [jadhav, phone] = [await listCustomers(ctx, { q: "जाधव" }), await listCustomers(ctx, { q: "98123 45678" })];
  expect(jadhav.rows.map(({ name }) => name)).toEqual(["Sunita Jadhav"]);
  expect(phone.rows.map(({ name, bookings }) => [name, bookings])).toEqual([["Sunita Jadhav", 1]]);
  expect((await findCustomers(ctx, "5678", 5)).map(({ name }) => name)).toContain("Sunita Jadhav");
  const elsewhere = await makeManager((await makeHall()).tenant);
  expect(await searchBookings(elsewhere, "jadhav", 8)).toEqual([]);
  expect((await listCustomers(elsewhere, { q: "jadhav" })).rows).toEqual([]);
});

test.each(["date", "-date", "taken", "-taken"] as const)("pages by %s show each booking once", async (sort) => {
  const seen: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < 4; page++) {
    const { rows, next } = await listBookings(ctx, bookingFilter.parse({ when: "all", sort, after }), ZONE);
    seen.push(...rows.map(({ bookingId }) => bookingId));
    after = next ?? undefined;
  }
  expect(new Set(seen).size).toBe(160);
});

test("a filter narrows list, counts and file alike; what cannot be read in an address counts for nothing", async () => {
  const q = "जाधव";
  const all = await listBookings(ctx, bookingFilter.parse({ q, status: "no-such", venue: "x", sort: "'" }), ZONE);
  expect(all.rows).toHaveLength(2);
  expect(all.counts).toEqual({ confirmed: 2 });
  const late = await listBookings(ctx, bookingFilter.parse({ money: "overdue" }), ZONE);
  expect(late.rows.length).toBeGreaterThan(0);
  expect(late.rows.every(({ startsAt }) => startsAt.getTime() < Date.now() + 7 * 86_400_000)).toBe(true);
  const owing = (await listBookings(ctx, bookingFilter.parse({ q, money: "due" }), ZONE)).rows;
  const settled = (await listBookings(ctx, bookingFilter.parse({ q, money: "paid" }), ZONE)).rows;
  expect(owing.every(({ totalPaise, paidPaise }) => totalPaise > paidPaise)).toBe(true);
  expect(settled.every(({ totalPaise, paidPaise }) => totalPaise <= paidPaise)).toBe(true);
  expect(owing.length + settled.length).toBe(2);
  expect((await listBookings(ctx, bookingFilter.parse({ q, status: "cancelled" }), ZONE)).rows).toHaveLength(0);
  expect((await listBookings(ctx, bookingFilter.parse({ q, by: newId() }), ZONE)).rows).toHaveLength(0);
  expect(await exportBookings(ctx, bookingFilter.parse({ q }), ZONE, 100)).toHaveLength(2);
  expect((await listBookings(ctx, bookingFilter.parse({ when: "ahead" }), ZONE)).counts.confirmed).toBeLessThan(MANY);
});

const planOf = (query: SQL, settings: SQL[] = []) =>
  inTenant(ctx.tenant.id, async (tx) => {
    for (const setting of settings) await tx.execute(setting);
    const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });

test("the body of each search uses its trigram index", async () => {
  const bodies = await owner<{ name: string; body: string }[]>`
    select proname as name, prosrc as body from pg_proc where proname in ('find_people', 'find_bookings')`;
  expect(bodies).toHaveLength(2);
  for (const { name, body } of bodies) {
    const query = /execute\s+'((?:[^']|'')+)'/.exec(body)?.[1]?.replaceAll("''", "'") ?? "";
    const values = [`'${ctx.tenant.id}'::uuid`, "'%jadhav%'", "'%'", "'%'", "100"];
    const filled = query.replace(/\$(\d)/g, (_whole, n: string) => values[Number(n) - 1] ?? "null");
    const plan = await asPlatform(async (tx) =>
      (await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${sql.raw(filled)}`))
        .map((row) => row["QUERY PLAN"])
        .join("\n"),
    );
    expect(plan, name).toContain("users_search");
    if (name === "find_bookings") expect(plan).toContain("bookings_search");
    expect(plan, name).not.toContain("Seq Scan on users");
    expect(plan, name).not.toContain("Seq Scan on bookings");
  }
});

test("each list is a range of an index that ends with the page", async () => {
  const lists: [string, (tx: Parameters<typeof customerRows>[0]) => { getSQL(): SQL }][] = [
    ["users_recent", (tx) => customerRows(tx, ctx, [])],
    ["booking_events_time", (tx) => bookingHistory(tx, ctx, {}, ZONE, null)],
    ["booking_events_kind", (tx) => bookingHistory(tx, ctx, { kind: "notes" }, ZONE, null)],
    ["audit_events_time", (tx) => hallHistory(tx, ctx, {}, ZONE)],
    ["audit_events_kind", (tx) => hallHistory(tx, ctx, { kind: "imports" }, ZONE)],
  ];
  for (const [index, list] of lists) {
    const query = await inTenant(ctx.tenant.id, async (tx) => list(tx).getSQL());
    const plan = await planOf(query);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on (bookings|users|booking_events|audit_events)\b/);
  }
});
