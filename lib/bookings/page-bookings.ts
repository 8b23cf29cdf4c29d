import "server-only";
import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { bookingFunctions, bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { spaces, venues } from "@/db/schema/venues";
import type { Actor } from "@/lib/core/actor";
import type { BookingStatus } from "@/lib/core/booking-state";
import { addDays } from "@/lib/core/local-date";
import type { LocalText } from "@/lib/core/locale";
import { assertMay } from "@/lib/core/permissions";
import { paidOf } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { after, anyOf, cursorOf } from "./keyset";
import { ofStatus, shownStatus } from "./list-columns";
import { matchBookings } from "./match-bookings";

/** So many of the latest that match a text are looked at. */
const MATCHES = 1000;

export type PageWish = {
  status?: BookingStatus | undefined;
  venueId?: string | undefined;
  userId?: string | undefined;
  /** Days of each booking's own venue, both included. */
  from?: string | undefined;
  to?: string | undefined;
  q?: string | undefined;
  sort: "startTs" | "-startTs" | "createdAt" | "-createdAt";
  cursor?: string | undefined;
  limit: number;
};

export type PagedBooking = Awaited<ReturnType<typeof pageBookings>>["rows"][number];

/** Bookings for another program, a page at a time: the hall's, or a family's own. */
export async function pageBookings(ctx: Ctx, wish: PageWish) {
  assertMay(ctx.actor, "booking.read");
  const tenantId = ctx.tenant.id;
  const direction = wish.sort.startsWith("-") ? "desc" : "asc";
  const order = direction === "desc" ? desc : asc;
  const by = wish.sort.endsWith("createdAt") ? bookings.createdAt : bookings.startsAt;
  const rows = await inTenant(tenantId, async (tx) => {
    const isOwn = ctx.actor.kind === "customer";
    const found = isOwn || wish.q === undefined ? null : await matchBookings(tx, tenantId, wish.q, MATCHES);
    return tx
      .select({
        ...{ id: bookings.id, number: bookings.number, status: shownStatus, venueId: bookings.venueId },
        ...{ timeZone: venues.timeZone, holdExpiresAt: bookings.holdExpiresAt, source: bookings.source },
        ...{ eventType: bookings.eventType, eventTitle: bookings.eventTitle, guests: bookings.guests },
        user: { id: users.id, name: users.name, phone: users.phone },
        ...{ startsAt: bookings.startsAt, endsAt: bookings.endsAt, spaces: spacesOf },
        ...{ totalPaise: bookings.totalPaise, paidPaise: paidOf(bookings) },
        ...{ version: bookings.version, createdAt: bookings.createdAt },
        cursor: cursorOf(by, bookings.id),
      })
      .from(bookings)
      .innerJoin(venues, and(eq(venues.tenantId, tenantId), eq(venues.id, bookings.venueId)))
      .innerJoin(users, and(eq(users.tenantId, tenantId), eq(users.id, bookings.customerId)))
      .where(
        and(
          eq(bookings.tenantId, tenantId),
          ...ownOnly(ctx.actor, wish.q),
          ...(found ? [anyOf(bookings.id, found)] : []),
          ...(wish.status ? [ofStatus(wish.status)] : []),
          ...(wish.venueId ? [eq(bookings.venueId, wish.venueId)] : []),
          ...(wish.userId ? [eq(bookings.customerId, wish.userId)] : []),
          ...(wish.from ? since(wish.from) : []),
          ...(wish.to ? before(addDays(wish.to, 1)) : []),
          ...(wish.cursor ? [after(wish.cursor, by, bookings.id, direction)] : []),
        ),
      )
      .orderBy(order(by), order(bookings.id))
      .limit(wish.limit + 1);
  });
  const page = rows.slice(0, wish.limit);
  return {
    rows: page.map(({ cursor, ...row }) => row),
    next: rows.length > wish.limit ? (page.at(-1)?.cursor ?? null) : null,
  };
}

const spacesOf = sql<{ id: string; name: LocalText }[]>`coalesce(
  (select jsonb_agg(distinct jsonb_build_object('id', s.id, 'name', s.name)) from ${bookingFunctions} f
    join ${spaces} s on s.tenant_id = f.tenant_id and s.id = f.space_id
    where f.tenant_id = ${bookings.tenantId} and f.booking_id = ${bookings.id}), '[]')`;

/** A family sees its own alone, and what it types is looked for among them. */
function ownOnly(actor: Actor, q: string | undefined): SQL[] {
  if (actor.kind !== "customer") return [];
  const own = eq(bookings.customerId, actor.userId);
  if (q === undefined) return [own];
  return [own, sql`strpos(lower(${bookings.number} || ' ' || ${bookings.eventTitle}), ${q.toLowerCase()}) > 0`];
}

/** No time zone is farther from UTC: an index range in which each venue's own midnight is looked for. */
const FARTHEST_MS = 15 * 3_600_000;

const midnight = (day: string) => sql`${day}::timestamp at time zone ${venues.timeZone}`;
const around = (day: string, ms: number) => new Date(Date.parse(`${day}T00:00:00Z`) + ms);

const since = (day: string): SQL[] => [
  gte(bookings.startsAt, around(day, -FARTHEST_MS)),
  sql`${bookings.startsAt} >= ${midnight(day)}`,
];
const before = (day: string): SQL[] => [
  lt(bookings.startsAt, around(day, FARTHEST_MS)),
  sql`${bookings.startsAt} < ${midnight(day)}`,
];
