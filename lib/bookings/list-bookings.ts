import "server-only";
import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { inTenant, type Tx } from "@/db/client";
import { bookingFunctions, bookings } from "@/db/schema/bookings";
import { payments, refundRequests } from "@/db/schema/money";
import { users } from "@/db/schema/people";
import { venues } from "@/db/schema/venues";
import type { BookingStatus } from "@/lib/core/booking-state";
import { addDays } from "@/lib/core/local-date";
import { startOfDay, todayIn } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { paidOf } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { type BookingFilter, settled } from "./booking-filter";
import { after, anyOf, cursorOf } from "./keyset";
import { ofStatus, shownStatus, spaceNames } from "./list-columns";
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
    const where = conditions(ctx, filter, timeZone, found);
    const [rows, counts] = await Promise.all([bookingRows(tx, ctx, filter, where, PAGE + 1), countByStatus(tx, where)]);
    const page = rows.slice(0, PAGE);
    return {
      rows: page.map(({ cursor, ...row }) => row),
      next: rows.length > PAGE ? (page.at(-1)?.cursor ?? null) : null,
      counts,
      isCut: found !== null && found.length >= MATCHES,
    };
  });
}

/** All of a filter's bookings at once, for a file. */
export async function exportBookings(ctx: Ctx, filter: BookingFilter, timeZone: string, atMost: number) {
  assertMay(ctx.actor, "money.export");
  return inTenant(ctx.tenant.id, async (tx): Promise<ListedBooking[]> => {
    const all = { ...filter, after: undefined };
    const found = all.q === undefined ? null : await matchBookings(tx, ctx.tenant.id, all.q, atMost);
    return bookingRows(tx, ctx, all, conditions(ctx, all, timeZone, found), atMost);
  });
}

function conditions(ctx: Ctx, filter: BookingFilter, timeZone: string, found: string[] | null): SQL[] {
  const { when } = settled(filter);
  const today = startOfDay(todayIn(ctx.now, timeZone), timeZone);
  const day = (date: string, plus = 0) => startOfDay(addDays(date, plus), timeZone);
  const owed = owing(ctx.tenant.id);
  const dueBefore = sql`${today.toISOString()}::timestamptz
    + make_interval(days => (${bookings.terms}->'payment'->>'balanceDueDays')::int)`;
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
    ...(filter.money === "due" ? [owed] : []),
    ...(filter.money === "overdue" ? [sql`${bookings.startsAt} < ${dueBefore}`, owed] : []),
    ...(filter.money === "paid" ? [isAgreed, sql`not ${owed}`] : []),
  ];
}

/** What is agreed and not paid in full: all sums at once, since one for each of thousands of bookings takes ten times as long. */
const owing = (tenantId: string) => sql`(${bookings.id} in (
  select b.id from ${bookings} b
  left join (select booking_id, sum(amount_paise) as paise from ${payments} where tenant_id = ${tenantId} group by 1) paid
    on paid.booking_id = b.id
  left join (select booking_id, sum(amount_paise) as paise from ${refundRequests}
    where tenant_id = ${tenantId} and status <> 'failed' group by 1) back on back.booking_id = b.id
  where b.tenant_id = ${tenantId} and b.status in ('confirmed', 'completed')
    and b.total_paise > coalesce(paid.paise, 0) - coalesce(back.paise, 0)))`;

/** One page in the order of the filter. Exported for the proof that each order is an index range. */
export function bookingRows(tx: Tx, ctx: Ctx, filter: BookingFilter, where: SQL[], atMost: number) {
  const { sort, status, after: cursor } = settled(filter);
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const order = direction === "desc" ? desc : asc;
  const by = sort.endsWith("taken") ? bookings.createdAt : bookings.startsAt;
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
    .where(
      and(
        ...where,
        ...(status ? [ofStatus(status)] : []),
        ...(cursor ? [after(cursor, by, bookings.id, direction)] : []),
      ),
    )
    .orderBy(order(by), order(bookings.id))
    .limit(atMost);
}

async function countByStatus(tx: Tx, where: SQL[]): Promise<Partial<Record<BookingStatus, number>>> {
  const rows = await tx
    .select({ status: shownStatus, count: sql`count(*)`.mapWith(Number) })
    .from(bookings)
    .where(and(...where))
    .groupBy(sql`1`);
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}
