import "server-only";
import { and, asc, between, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { inTenant, type Tx } from "@/db/client";
import { allocations, blackouts, bookingFunctions, bookings } from "@/db/schema/bookings";
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
  return inTenant(ctx.tenant.id, async (tx) => {
    const [functions, closures, muhurat] = await Promise.all([
      functionsIn(tx, ctx, venue, range),
      closuresIn(tx, ctx, venue, range),
      listMuhuratDates(tx, ctx.tenant.id, venue.id, range.from, range.to),
    ]);
    return { bars: await withBuffers(tx, ctx, venue, functions), closures, muhurat };
  });
}

/** A range of `booking_functions_day`: nothing that starts earlier than this can last into the range. */
export function functionsIn(tx: Tx, ctx: Pick<Ctx, "tenant">, venue: Venue, { from, to }: DiaryRange) {
  const tenantId = ctx.tenant.id;
  const { maxMinutes, timeZone } = venue.settings;
  const longest = Math.max(SESSION_DAYS, Math.ceil(maxMinutes / 1440));
  return tx
    .select({
      one: bookingFunctions,
      booking: {
        ...{ number: bookings.number, title: bookings.eventTitle, status: bookings.status, guests: bookings.guests },
        ...{ isOption: bookings.isOption, totalPaise: bookings.totalPaise, version: bookings.version },
        holdExpiresAt: bookings.holdExpiresAt,
      },
      customer: { name: users.name, phone: users.phone },
      takenBy: taker.name,
      paidPaise: paidOf(bookings),
    })
    .from(bookingFunctions)
    .innerJoin(bookings, and(eq(bookings.tenantId, tenantId), eq(bookings.id, bookingFunctions.bookingId)))
    .innerJoin(users, and(eq(users.tenantId, tenantId), eq(users.id, bookings.customerId)))
    .leftJoin(taker, and(eq(taker.tenantId, tenantId), eq(taker.id, bookings.takenBy)))
    .where(
      and(
        eq(bookingFunctions.tenantId, tenantId),
        between(bookingFunctions.date, addDays(from, -longest), to),
        gt(bookingFunctions.endsAt, startOfDay(from, timeZone)),
        eq(bookings.venueId, venue.id),
        sql`(${bookings.status} in ('confirmed', 'completed') or (${bookings.status} in ('temp_hold', 'pending')
          and (${bookings.holdExpiresAt} is null or ${bookings.holdExpiresAt} > clock_timestamp())))`,
      ),
    )
    .orderBy(asc(bookingFunctions.startsAt), asc(bookingFunctions.id));
}

type FunctionRow = Awaited<ReturnType<typeof functionsIn>>[number];

/** The set-up and clean-up that was claimed when it was booked, which may not be what the venue asks for today. */
async function withBuffers(tx: Tx, ctx: Ctx, venue: Venue, rows: FunctionRow[]): Promise<DiaryBar[]> {
  const ids = [...new Set(rows.map(({ one }) => one.bookingId))];
  if (ids.length === 0) return [];
  const claims = await tx
    .select({
      bookingId: allocations.bookingId,
      partId: allocations.partId,
      startsMs: sql`extract(epoch from lower(${allocations.during})) * 1000`.mapWith(Number),
      endsAt: allocations.endsAt,
    })
    .from(allocations)
    .where(and(eq(allocations.tenantId, ctx.tenant.id), inArray(allocations.bookingId, ids)));
  const claimsOf = Map.groupBy(claims, ({ bookingId }) => bookingId);
  const rowsOf = Map.groupBy(rows, ({ one }) => one.bookingId);
  return rows.map((row) => {
    const parts = venue.spaces.find(({ id }) => id === row.one.spaceId)?.partIds ?? [row.one.spaceId];
    const claim = claimsOf
      .get(row.one.bookingId)
      ?.filter(({ partId }) => parts.includes(partId))
      .map(({ startsMs, endsAt }) => ({ startsAt: new Date(startsMs), endsAt }))
      .find(({ startsAt, endsAt }) => startsAt <= row.one.startsAt && row.one.endsAt <= endsAt);
    const others = rowsOf.get(row.one.bookingId)?.flatMap(({ one }) => (one === row.one ? [] : [one])) ?? [];
    return toBar(row, claim ?? row.one, others, venue.settings.timeZone);
  });
}

/** Claims of one booking that touch are one row: what lies between this function and the next is not all its own. */
function toBar(row: FunctionRow, claim: Period, others: Period[], timeZone: string): DiaryBar {
  const { one, booking, customer, takenBy, paidPaise } = row;
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
    ...{ guests: booking.guests, customer, takenBy, totalPaise: booking.totalPaise, paidPaise },
    holdExpiresAt: booking.holdExpiresAt?.toISOString() ?? null,
    version: booking.version,
  };
}

async function closuresIn(tx: Tx, ctx: Ctx, venue: Venue, { from, to }: DiaryRange): Promise<DiaryClosure[]> {
  const tenantId = ctx.tenant.id;
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
