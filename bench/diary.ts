import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { closePool, inTenant, rawClient } from "../db/client";
import { newId } from "../db/id";
import { makeManager } from "../db/testing/make-family";
import { makeHall, type TestTenant, type TestVenue } from "../db/testing/make-tenant";
import { findBrowser } from "../e2e/support/chromium";
import { loadDiary } from "../lib/bookings/load-diary";
import { loadOccupancy } from "../lib/bookings/load-occupancy";
import { rangeOf } from "../lib/core/diary";
import { addDays } from "../lib/core/local-date";
import { todayIn } from "../lib/core/period";
import type { Ctx } from "../lib/tenants/ctx";
import { findVenueById } from "../lib/venues/queries";
import { sessionCookie } from "../lib/web/cookies";
import { claimsOf, encodeSession } from "../lib/web/session-token";

/**
 * How the diary feels with three years of bookings: frames while a month is scrolled and a bar is dragged, and what reading
 * a month costs. Against a site that runs: `tsx --env-file=.local/env --conditions=react-server bench/diary.ts --port 3000`.
 */
const { values } = parseArgs({ options: { port: { type: "string", default: "3000" } } });
const DAYS = 1095;
const ZONE = "Asia/Kolkata";
const today = todayIn(new Date(), ZONE);

const { tenant, venue } = await makeHall();
const manager = await makeManager(tenant);
const count = await fill(tenant, venue, manager);
// What autovacuum does within a minute.
await rawClient()`analyze`;
console.log(`${count} bookings over three years`);
await reads(manager);
await frames();
await closePool();

/** A morning and an evening in each part on most days; what happens in which is told by the day's number. */
async function fill({ id: tenantId }: TestTenant, hall: TestVenue, { actor }: Ctx): Promise<number> {
  const customer = actor.kind === "staff" ? actor.userId : "";
  const first = addDays(today, -Math.floor(DAYS / 2));
  return inTenant(tenantId, async (tx) => {
    await tx.execute(sql`
      create temporary table wanted on commit drop as
      select gen_random_uuid() as id, part, slot, day::date as day, n,
             (day::date + s.start_time::time) at time zone ${ZONE} as starts,
             (day::date + s.start_time::time + make_interval(mins => s.length_minutes)) at time zone ${ZONE} as ends
        from generate_series(0, ${DAYS - 1}) as n,
             lateral (select ${first}::date + n as day) as d,
             unnest(${sql.raw(`array['${hall.space.a}','${hall.space.b}','${hall.space.c}']`)}::uuid[]) with ordinality as p (part, place),
             unnest(${sql.raw(`array['${hall.slot.morning}','${hall.slot.evening}']`)}::uuid[]) with ordinality as t (slot, turn)
        join slots s on s.tenant_id = ${tenantId} and s.id = t.slot
       where (n * 7 + place * 3 + turn) % 3 > 0`);
    await tx.execute(sql`
      insert into bookings (tenant_id, id, number, venue_id, customer_id, status, event_type, event_title, guests, source, locale,
        starts_at, ends_at, total_paise, taxable_paise, gst_paise, advance_paise, deposit_paise, terms, terms_accepted_at)
      select ${tenantId}, id, 'B-' || row_number() over (order by starts, part), ${hall.id}, ${customer}, 'confirmed', 'wedding',
        'Jadhav – Pawar wedding ' || n, 300, 'desk', 'en', starts, ends, 5000000, 4237288, 762712, 1250000, 0,
        '{"text":{"en":""},"payment":{"advance":{"kind":"percent","percent":25},"balanceDueDays":7,"depositPaise":0},"cancellation":{"tiers":[],"freeDateChanges":1,"dateChangeDaysBefore":7}}',
        now() from wanted`);
    await tx.execute(sql`
      insert into booking_functions (tenant_id, id, booking_id, position, name, space_id, slot_id, date, starts_at, ends_at)
      select ${tenantId}, gen_random_uuid(), id, 0, 'wedding', part, slot, day, starts, ends from wanted`);
    await tx.execute(sql`
      insert into allocations (tenant_id, id, part_id, booking_id, status, during)
      select ${tenantId}, gen_random_uuid(), part, id, 'confirmed', tstzrange(starts - interval '30 minutes', ends + interval '30 minutes')
        from wanted`);
    const [row] = await tx.execute<{ count: number }>(sql`select count(*)::int from wanted`);
    return row?.count ?? 0;
  });
}

async function reads(ctx: Ctx): Promise<void> {
  const place = await findVenueById(tenant, venue.id);
  if (!place) throw new Error("no venue");
  const times: number[] = [];
  for (let round = 0; round < 60; round++) {
    const began = performance.now();
    await loadDiary(ctx, place, rangeOf("month", addDays(today, (round % 30) * 17 - 250)));
    times.push(performance.now() - began);
  }
  console.log(`reading a month: ${spread(times)}`);
  const began = performance.now();
  await loadOccupancy(ctx, place, `${today.slice(0, 4)}-01`);
  console.log(`a year's occupancy, not yet known: ${Math.round(performance.now() - began)} ms`);
}

async function frames(): Promise<void> {
  const browser = await chromium.launch(await findBrowser());
  const origin = `http://${tenant.slug}.localhost:${values.port}`;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: sessionCookie(), value: await signIn(), url: origin }]);
  const page = await context.newPage();
  for (const view of ["month", "week"]) {
    await page.goto(`${origin}/en/admin/diary?view=${view}&date=${addDays(today, 40)}`, { timeout: 90_000 });
    await page.locator('[data-stop][tabindex="0"]').first().waitFor();
    console.log(`${view}: ${await page.locator(".d-bar").count()} bars, ${await page.locator("*").count()} elements`);
    const wheel = (turn: number) => page.mouse.wheel(0, turn % 40 < 20 ? 60 : -60);
    console.log(`  scrolling: ${await during(page, wheel)}`);
    await page.evaluate(() => scrollTo(0, 0));
    const box = await page.locator("[data-bar]").first().boundingBox();
    if (!box) throw new Error("no bar");
    await page.mouse.move(box.x + 20, box.y + 8);
    await page.mouse.down();
    const circle = (turn: number) => page.mouse.move(640 + 300 * Math.cos(turn / 15), 560 + 180 * Math.sin(turn / 15));
    console.log(`  dragging: ${await during(page, circle)}`);
    await page.keyboard.press("Escape");
    await page.mouse.up();
  }
  await browser.close();
}

/** Frames of some seconds in which something moves all the time. */
async function during(page: Page, step: (turn: number) => Promise<void>): Promise<string> {
  // As a text: what a script's compiler adds to functions is not known in the page.
  await page.evaluate(
    "self.seen = []; self.turn = (self.turn ?? 0) + 1; (function frame(at, mine) { if (mine !== turn) return; if (at) seen.push(at); requestAnimationFrame((next) => frame(next, mine)); })(0, turn)",
  );
  for (let turn = 0; turn < 240; turn++) await step(turn);
  const at = await page.evaluate<number[]>("seen");
  const gaps = at.slice(1).map((time, index) => time - (at[index] ?? time));
  const inTime = gaps.filter((gap) => gap < 1000 / 60 + 1).length;
  return `${gaps.length} frames, ${((100 * inTime) / gaps.length).toFixed(1)} % within 1/60 s, ${spread(gaps)}`;
}

async function signIn(): Promise<string> {
  const userId = manager.actor.kind === "staff" ? manager.actor.userId : "";
  const sessionId = newId();
  await inTenant(tenant.id, (tx) =>
    tx.execute(sql`insert into sessions (tenant_id, id, user_id, expires_at)
      values (${tenant.id}, ${sessionId}, ${userId}, clock_timestamp() + interval '1 day')`),
  );
  return encodeSession(claimsOf({ userId, tenantId: tenant.id, sessionId, version: 1 }, 8 * 3600));
}

function spread(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
}
