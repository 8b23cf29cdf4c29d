import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bookingFunctions, bookings } from "@/db/schema/bookings";
import type { TouchedBooking } from "@/lib/core/setup-effects";

/** Claims that stand: a lapsed hold counts for nothing, by the database's clock. */
const STANDS = sql`(${bookings.status} = 'confirmed' or (${bookings.status} in ('temp_hold', 'pending')
  and (${bookings.holdExpiresAt} is null or ${bookings.holdExpiresAt} > clock_timestamp())))`;

const SHOWN = 50;

/** Bookings of a venue that stand and are not over yet, the next one first; `which` narrows them by their functions. */
export async function bookingsAhead(
  tx: Tx,
  venue: { tenantId: string; venueId: string },
  which?: { spaceIds?: readonly string[]; slotId?: string },
): Promise<{ count: number; bookings: TouchedBooking[] }> {
  const where = and(
    eq(bookings.tenantId, venue.tenantId),
    eq(bookings.venueId, venue.venueId),
    sql`${bookings.endsAt} > clock_timestamp()`,
    STANDS,
    ...(which ? [hasFunction(which)] : []),
  );
  const rows = await tx
    .select({
      ...{ bookingId: bookings.id, number: bookings.number, eventTitle: bookings.eventTitle },
      ...{ startsAt: bookings.startsAt, count: sql<number>`(count(*) over ())::int` },
    })
    .from(bookings)
    .where(where)
    .orderBy(asc(bookings.startsAt), asc(bookings.id))
    .limit(SHOWN);
  return {
    count: rows[0]?.count ?? 0,
    bookings: rows.map(({ count: _, startsAt, ...row }) => ({ ...row, startsAt: startsAt.toISOString() })),
  };
}

function hasFunction({ spaceIds, slotId }: { spaceIds?: readonly string[]; slotId?: string }): SQL {
  const spaceIn = spaceIds && sql`and f.space_id = any(${`{${spaceIds.join(",")}}`}::uuid[])`;
  const slotIs = slotId && sql`and f.slot_id = ${slotId}::uuid`;
  return sql`exists (select from ${bookingFunctions} f where f.tenant_id = ${bookings.tenantId}
    and f.booking_id = ${bookings.id} and f.ends_at > clock_timestamp() ${spaceIn ?? sql``} ${slotIs ?? sql``})`;
}
