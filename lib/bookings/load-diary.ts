import "server-only";
import { and, asc, between, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { inTenant, type Tx } from "@/db/client";
import { bookingFunctions, bookings } from "@/db/schema/bookings";
import { allocations, blackouts } from "@/db/schema/claims";
import { users } from "@/db/schema/people";
import type { Diary, DiaryBar, DiaryClosure } from "@/lib/core/diary";
import { addDays, type LocalDate } from "@/lib/core/local-date";
import { localDateTimeOf, type Period, startOfDay } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { paidOf } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { listMuhuratDates } from "@/lib/venues/load-venue";
import type { Venue } from "@/lib/venues/types";

export type DiaryRange = { from: LocalDate; to: LocalDate };

const MINUTE = 60_000;
const SESSION_DAYS = 2;
const taker = alias(users, "taker");

/** All that claims a venue's time from one day to another, both included: functions with who and what is paid, and closed time. */
export async function loadDiary(ctx: Ctx, venue: Venue, range: DiaryRange): Promise<Diary> {
  assertMay(ctx.actor, "diary.read");
  const { id: tenantId } = ctx.tenant;
  return inTenant(tenantId, async (tx) => {
    const [functions, closures, muhurat] = await Promise.all([
      functionsIn(tx, tenantId, venue, range),
      closuresIn(tx, tenantId, venue, range),
      listMuhuratDates(tx, tenantId, venue.id, range.from, range.to),
    ]);
    const ids = [...new Set(functions.map(({ bookingId }) => bookingId))];
    if (ids.length === 0) return { bars: [], closures, muhurat };
    // Not one join: on figures that are out of date the planner would begin it at the people, and read every booking they had.
    const [found, claims] = await Promise.all([bookingsOf(tx, tenantId, venue, ids), claimsOf(tx, tenantId, ids)]);
    return { bars: toBars(functions, found, claims, venue), closures, muhurat };
  });
}

/** A range of `booking_functions_day`: nothing that starts earlier than this can last into the range. */
export function functionsIn(tx: Tx, tenantId: string, venue: Venue, { from, to }: DiaryRange) {
  const { maxMinutes, timeZone } = venue.settings;
  const longest = Math.max(SESSION_DAYS, Math.ceil(maxMinutes / 1440));
  return tx
    .select()
    .from(bookingFunctions)
    .where(
      and(
        eq(bookingFunctions.tenantId, tenantId),
        between(bookingFunctions.date, addDays(from, -longest), to),
        gt(bookingFunctions.endsAt, startOfDay(from, timeZone)),
      ),
    )
    .orderBy(asc(bookingFunctions.startsAt), asc(bookingFunctions.id));
}

/** Those of some bookings that claim their time: a hold or a request past its time does not, whoever has noticed. */
export function bookingsOf(tx: Tx, tenantId: string, venue: Venue, ids: string[]) {
  return tx
    .select({
      ...{ id: bookings.id, number: bookings.number, title: bookings.eventTitle, status: bookings.status },
      ...{ guests: bookings.guests, isOption: bookings.isOption, version: bookings.version },
      ...{ totalPaise: bookings.totalPaise, holdExpiresAt: bookings.holdExpiresAt, paidPaise: paidOf(bookings) },
      customer: { name: users.name, phone: users.phone },
      takenBy: taker.name,
    })
    .from(bookings)
    .innerJoin(users, and(eq(users.tenantId, tenantId), eq(users.id, bookings.customerId)))
    .leftJoin(taker, and(eq(taker.tenantId, tenantId), eq(taker.id, bookings.takenBy)))
    .where(
      and(
        eq(bookings.tenantId, tenantId),
        inArray(bookings.id, ids),
        eq(bookings.venueId, venue.id),
        sql`(${bookings.status} in ('confirmed', 'completed') or (${bookings.status} in ('temp_hold', 'pending')
          and (${bookings.holdExpiresAt} is null or ${bookings.holdExpiresAt} > clock_timestamp())))`,
      ),
    );
}

function claimsOf(tx: Tx, tenantId: string, ids: string[]) {
  return tx
    .select({
      bookingId: allocations.bookingId,
      partId: allocations.partId,
      startsMs: sql`extract(epoch from lower(${allocations.during})) * 1000`.mapWith(Number),
      endsAt: allocations.endsAt,
    })
    .from(allocations)
    .where(and(eq(allocations.tenantId, tenantId), inArray(allocations.bookingId, ids)));
}

type FunctionRow = Awaited<ReturnType<typeof functionsIn>>[number];
type Found = Awaited<ReturnType<typeof bookingsOf>>[number];
type ClaimRow = Awaited<ReturnType<typeof claimsOf>>[number];

/** With the set-up and clean-up that was claimed when it was booked, which may not be what the venue asks for today. */
function toBars(functions: FunctionRow[], found: Found[], claims: ClaimRow[], venue: Venue): DiaryBar[] {
  const bookingBy = new Map(found.map((booking) => [booking.id, booking]));
  const claimsBy = Map.groupBy(claims, ({ bookingId }) => bookingId);
  const functionsBy = Map.groupBy(functions, ({ bookingId }) => bookingId);
  return functions.flatMap((one) => {
    const booking = bookingBy.get(one.bookingId);
    if (!booking) return [];
    const parts = venue.spaces.find(({ id }) => id === one.spaceId)?.partIds ?? [one.spaceId];
    const claim = claimsBy
      .get(one.bookingId)
      ?.filter(({ partId }) => parts.includes(partId))
      .map(({ startsMs, endsAt }) => ({ startsAt: new Date(startsMs), endsAt }))
      .find(({ startsAt, endsAt }) => startsAt <= one.startsAt && one.endsAt <= endsAt);
    const others = functionsBy.get(one.bookingId)?.filter((other) => other !== one) ?? [];
    return [toBar(one, booking, claim ?? one, others, venue.settings.timeZone)];
  });
}

/** Claims of one booking that touch are one row: what lies between this function and the next is not all its own. */
function toBar(one: FunctionRow, booking: Found, claim: Period, others: Period[], timeZone: string): DiaryBar {
  const before = others.filter(({ endsAt }) => endsAt <= one.startsAt).map(({ endsAt }) => endsAt.getTime());
  const after = others.filter(({ startsAt }) => startsAt >= one.endsAt).map(({ startsAt }) => startsAt.getTime());
  const from = Math.max(claim.startsAt.getTime(), ...before);
  const until = Math.min(claim.endsAt.getTime(), ...after);
  return {
    ...{ id: one.id, bookingId: one.bookingId, number: booking.number, title: booking.title, name: one.name },
    ...{ status: booking.status, isOption: booking.isOption, spaceId: one.spaceId, slotId: one.slotId, date: one.date },
    starts: localDateTimeOf(one.startsAt, timeZone),
    ends: localDateTimeOf(one.endsAt, timeZone),
    setupMinutes: Math.round((one.startsAt.getTime() - from) / MINUTE),
    cleanupMinutes: Math.round((until - one.endsAt.getTime()) / MINUTE),
    ...{ guests: booking.guests, customer: booking.customer, takenBy: booking.takenBy },
    ...{ totalPaise: booking.totalPaise, paidPaise: booking.paidPaise },
    holdExpiresAt: booking.holdExpiresAt?.toISOString() ?? null,
    version: booking.version,
  };
}

async function closuresIn(tx: Tx, tenantId: string, venue: Venue, { from, to }: DiaryRange): Promise<DiaryClosure[]> {
  const { timeZone } = venue.settings;
  const rows = await tx
    .select({
      ...{ id: blackouts.id, reason: blackouts.reason, startsAt: blackouts.startsAt, endsAt: blackouts.endsAt },
      partIds: sql<string[]>`array_agg(${allocations.partId}::text)`,
    })
    .from(blackouts)
    .innerJoin(allocations, and(eq(allocations.tenantId, tenantId), eq(allocations.blackoutId, blackouts.id)))
    .where(
      and(
        eq(blackouts.tenantId, tenantId),
        eq(blackouts.venueId, venue.id),
        lt(blackouts.startsAt, startOfDay(addDays(to, 1), timeZone)),
        gt(blackouts.endsAt, startOfDay(from, timeZone)),
      ),
    )
    .groupBy(blackouts.tenantId, blackouts.id)
    .orderBy(asc(blackouts.startsAt));
  return rows.map(({ id, reason, startsAt, endsAt, partIds }) => ({
    ...{ id, reason, partIds },
    starts: localDateTimeOf(startsAt, timeZone),
    ends: localDateTimeOf(endsAt, timeZone),
  }));
}
