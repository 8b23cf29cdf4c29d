import "server-only";
import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { bookingEvents } from "@/db/schema/booking-events";
import { bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { addDays } from "@/lib/core/local-date";
import { startOfDay } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import type { HistoryFilter } from "./history-filter";
import { after, anyOf, cursorOf } from "./keyset";
import { matchBookings } from "./match-bookings";
import type { HistoryEntry, HistoryPage } from "./types";

const PAGE = 50;
const BOOKINGS = 200;

/**
 * Who did what, when and from which device, to bookings and to the hall itself, the latest first. Two index ranges, each
 * no longer than a page, put together. `timeZone`: of the days in the filter.
 */
export async function listHistory(ctx: Ctx, filter: HistoryFilter, timeZone: string): Promise<HistoryPage> {
  assertMay(ctx.actor, "history.read");
  return inTenant(ctx.tenant.id, async (tx) => {
    const of = filter.booking ? await matchBookings(tx, ctx.tenant.id, filter.booking, BOOKINGS) : null;
    const [ofBookings, ofHall] = await Promise.all([
      bookingHistory(tx, ctx, filter, timeZone, of),
      of ? [] : hallHistory(tx, ctx, filter, timeZone),
    ]);
    // A cursor is a moment of constant length and an id: its order as text is the order of both.
    const rows = [...ofBookings, ...ofHall].toSorted((a, b) => (a.cursor < b.cursor ? 1 : -1));
    const page = rows.slice(0, PAGE);
    return {
      rows: page.map(({ cursor, ...row }): HistoryEntry => row),
      next: rows.length > PAGE ? (page.at(-1)?.cursor ?? null) : null,
    };
  });
}

/** Exported, as the other half is, for the proof that it is an index range. */
export function bookingHistory(tx: Tx, ctx: Ctx, filter: HistoryFilter, timeZone: string, of: string[] | null) {
  const { at, id, actorId, type } = bookingEvents;
  return tx
    .select({
      ...{ id, type, at, actor: bookingEvents.actor, by: users.name, device: bookingEvents.device },
      kind: sql<"booking">`'booking'`,
      bookingId: sql<string | null>`${bookings.id}`,
      subject: sql<string | null>`${bookings.number} || ' · ' || ${bookings.eventTitle}`,
      fromStatus: sql<HistoryEntry["fromStatus"]>`${bookingEvents.fromStatus}`,
      toStatus: sql<HistoryEntry["toStatus"]>`${bookingEvents.toStatus}`,
      before: sql<null>`null`,
      after: sql<HistoryEntry["after"]>`${bookingEvents.data}`,
      cursor: cursorOf(at, id),
    })
    .from(bookingEvents)
    .innerJoin(bookings, and(eq(bookings.tenantId, ctx.tenant.id), eq(bookings.id, bookingEvents.bookingId)))
    .leftJoin(users, and(eq(users.tenantId, ctx.tenant.id), eq(users.id, actorId)))
    .where(
      and(
        eq(bookingEvents.tenantId, ctx.tenant.id),
        ...(of ? [anyOf(bookingEvents.bookingId, of)] : []),
        ...(filter.who ? [eq(actorId, filter.who)] : []),
        ...(filter.kind ? [eq(bookingEvents.kind, filter.kind)] : []),
        ...between(filter, at, id, timeZone),
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(PAGE + 1);
}

/** What is no booking's, by the filter, the latest first. Exported for the proof that it is an index range. */
export function hallHistory(tx: Tx, ctx: Ctx, filter: HistoryFilter, timeZone: string) {
  const { at, id, actorId, type } = auditEvents;
  return tx
    .select({
      ...{ id, type, at, actor: auditEvents.actor, by: users.name, device: auditEvents.device },
      kind: sql<"hall">`'hall'`,
      bookingId: sql<string | null>`null`,
      subject: auditEvents.subject,
      fromStatus: sql<null>`null`,
      toStatus: sql<null>`null`,
      before: auditEvents.before,
      after: auditEvents.after,
      cursor: cursorOf(at, id),
    })
    .from(auditEvents)
    .leftJoin(users, and(eq(users.tenantId, ctx.tenant.id), eq(users.id, actorId)))
    .where(
      and(
        eq(auditEvents.tenantId, ctx.tenant.id),
        ...(filter.who ? [eq(actorId, filter.who)] : []),
        ...(filter.kind ? [eq(auditEvents.kind, filter.kind)] : []),
        ...between(filter, at, id, timeZone),
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(PAGE + 1);
}

type Column = typeof bookingEvents.at | typeof auditEvents.at;

function between(filter: HistoryFilter, at: Column, id: typeof bookingEvents.id | typeof auditEvents.id, zone: string) {
  const day = (date: string, plus = 0) => startOfDay(addDays(date, plus), zone);
  return [
    ...(filter.from ? [gte(at, day(filter.from))] : []),
    ...(filter.to ? [lt(at, day(filter.to, 1))] : []),
    ...(filter.after ? [after(filter.after, at, id, "desc")] : []),
  ];
}
