import "server-only";
import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { inTenant, type Tx } from "@/db/client";
import { bookingFunctions, bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { venues } from "@/db/schema/venues";
import type { BookingStatus } from "@/lib/core/booking-state";
import { addDays } from "@/lib/core/local-date";
import { startOfDay, todayIn } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { paidByBooking, paidOf } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { type BookingFilter, settled } from "./booking-filter";
import { after, anyOf, cursorOf } from "./keyset";
import { shownStatus, spaceNames } from "./list-columns";
import { matchBookings } from "./match-bookings";
import type { BookingPage, ListedBooking } from "./types";

/** So many of the latest that match a text are looked at; whoever gets more has not typed enough. */
const MATCHES = 1000;
const PAGE = 40;

const isAgreed = sql`${bookings.status} in ('confirmed', 'completed')`;
const clerks = alias(users, "clerks");

/** The bookings of a filter, a page at a time, and how many there are in each status. `timeZone`: of the days in the filter. */
export async function listBookings(ctx: Ctx, filter: BookingFilter, timeZone: string): Promise<BookingPage> {
  assertMay(ctx.actor, "diary.read");
  return inTenant(ctx.tenant.id, async (tx) => {
    const found = filter.q === undefined ? null : await matchBookings(tx, ctx.tenant.id, filter.q, MATCHES);
    const { ids, counts } = await choosePage(tx, filter, conditions(ctx, filter, timeZone, found), PAGE + 1);
    const page = await bookingRows(tx, ctx, filter, anyOf(bookings.id, ids.slice(0, PAGE)));
    return {
      rows: page.map(({ cursor, ...row }) => row),
      next: ids.length > PAGE ? (page.at(-1)?.cursor ?? null) : null,
      counts,
      isCut: found !== null && found.length >= MATCHES,
    };
  });
}

/** Whether the hall ever took one. */
export async function hasBookings(ctx: Ctx): Promise<boolean> {
  assertMay(ctx.actor, "diary.read");
  const ofHall = eq(bookings.tenantId, ctx.tenant.id);
  const rows = await inTenant(ctx.tenant.id, (tx) =>
    tx.select({ id: bookings.id }).from(bookings).where(ofHall).limit(1),
  );
  return rows.length > 0;
}

/** All of a filter's bookings at once, for a file. */
export async function exportBookings(ctx: Ctx, filter: BookingFilter, timeZone: string, atMost: number) {
  assertMay(ctx.actor, "money.export");
  return inTenant(ctx.tenant.id, async (tx): Promise<ListedBooking[]> => {
    const all = { ...filter, after: undefined };
    const found = all.q === undefined ? null : await matchBookings(tx, ctx.tenant.id, all.q, atMost);
    const { ids } = await choosePage(tx, all, conditions(ctx, all, timeZone, found), atMost);
    return bookingRows(tx, ctx, all, anyOf(bookings.id, ids));
  });
}

function conditions(ctx: Ctx, filter: BookingFilter, timeZone: string, found: string[] | null): SQL[] {
  const { when } = settled(filter);
  const today = startOfDay(todayIn(ctx.now, timeZone), timeZone);
  const day = (date: string, plus = 0) => startOfDay(addDays(date, plus), timeZone);
  const dueBefore = sql`${today.toISOString()}::timestamptz + make_interval(days => ${bookings.balanceDueDays})`;
  return [
    eq(bookings.tenantId, ctx.tenant.id),
    ...(found ? [anyOf(bookings.id, found)] : []),
    ...(when === "ahead" ? [gte(bookings.startsAt, today)] : []),
    ...(when === "past" ? [lt(bookings.startsAt, today)] : []),
    ...(filter.from ? [gte(bookings.startsAt, day(filter.from))] : []),
    ...(filter.to ? [lt(bookings.startsAt, day(filter.to, 1))] : []),
    ...(filter.venue ? [eq(bookings.venueId, filter.venue)] : []),
    ...(filter.source ? [eq(bookings.source, filter.source)] : []),
    ...(filter.by ? [eq(bookings.takenBy, filter.by)] : []),
    ...(filter.space
      ? [
          sql`exists (select from ${bookingFunctions} f where f.tenant_id = ${bookings.tenantId}
            and f.booking_id = ${bookings.id} and f.space_id = ${filter.space})`,
        ]
      : []),
    ...(filter.money ? [isAgreed, ofBalance(ctx.tenant.id, filter.money === "paid" ? sql`<=` : sql`>`)] : []),
    ...(filter.money === "overdue" ? [sql`${bookings.startsAt} < ${dueBefore}`] : []),
  ];
}

/** What is agreed for more than was paid, or for no more: all sums at once, one for each of thousands takes ten times as long. */
const ofBalance = (tenantId: string, than: SQL) => sql`${bookings.id} in (
  select b.id from ${bookings} b left join ${paidByBooking(tenantId)} moved on moved.booking_id = b.id
   where b.tenant_id = ${tenantId} and b.status in ('confirmed', 'completed') and b.total_paise ${than} coalesce(moved.paise, 0))`;

type Choice = { ids: string[]; counts: Partial<Record<BookingStatus, number>> };

async function choosePage(tx: Tx, filter: BookingFilter, where: SQL[], atMost: number): Promise<Choice> {
  const [chosen] = await tx.execute<{ ids: string[]; counts: Choice["counts"] | null }>(
    pageQuery(filter, where, atMost),
  );
  return { ids: chosen?.ids ?? [], counts: chosen?.counts ?? {} };
}

/** Counts and the ids of a page, out of `bookings_status` alone. */
function pageQuery(filter: BookingFilter, where: SQL[], atMost: number): SQL {
  const { status, after: cursor } = settled(filter);
  const { by, direction } = orderOf(filter);
  const at = sql`found.at`;
  const id = sql`found.id`;
  const order = sql.raw(direction);
  const within = [
    ...(status ? [sql`found.status = ${status}`] : []),
    ...(cursor ? [after(cursor, at, id, direction)] : []),
  ];
  return sql`
    with found as materialized (
      select ${bookings.id}, ${by} as at, (${shownStatus})::text as status from ${bookings} where ${and(...where)})
    select (select jsonb_object_agg(status, count) from (select status, count(*) from found group by status) each) as counts,
           to_jsonb(array(select id from found ${within.length > 0 ? sql`where ${and(...within)}` : sql``}
             order by at ${order}, id ${order} limit ${atMost})) as ids`;
}

function orderOf(filter: BookingFilter) {
  const { sort } = settled(filter);
  const direction: "asc" | "desc" = sort.startsWith("-") ? "desc" : "asc";
  return { direction, by: sort.endsWith("taken") ? bookings.createdAt : bookings.startsAt };
}

/** Some bookings in the order of the filter. */
function bookingRows(tx: Tx, ctx: Ctx, filter: BookingFilter, which: SQL) {
  const { by, direction } = orderOf(filter);
  const order = direction === "desc" ? desc : asc;
  const tenantId = ctx.tenant.id;
  return tx
    .select({
      bookingId: bookings.id,
      number: bookings.number,
      status: shownStatus,
      isOption: bookings.isOption,
      eventTitle: bookings.eventTitle,
      guests: bookings.guests,
      startsAt: bookings.startsAt,
      timeZone: venues.timeZone,
      source: bookings.source,
      takenBy: clerks.name,
      createdAt: bookings.createdAt,
      customer: { id: users.id, name: users.name, phone: users.phone },
      totalPaise: bookings.totalPaise,
      paidPaise: paidOf(bookings),
      spaceNames,
      cursor: cursorOf(by, bookings.id),
    })
    .from(bookings)
    .innerJoin(venues, and(eq(venues.tenantId, tenantId), eq(venues.id, bookings.venueId)))
    .innerJoin(users, and(eq(users.tenantId, tenantId), eq(users.id, bookings.customerId)))
    .leftJoin(clerks, and(eq(clerks.tenantId, tenantId), eq(clerks.id, bookings.takenBy)))
    .where(and(eq(bookings.tenantId, tenantId), which))
    .orderBy(order(by), order(bookings.id));
}
