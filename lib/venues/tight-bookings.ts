import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { TouchedBooking } from "@/lib/core/setup-effects";

type Row = { booking_id: string; number: string; event_title: string; starts_at: string; count: number };

/**
 * Bookings ahead that could not stand beside another of the same part with buffers as wide as these, in minutes. They do
 * stand: it is for the hall to know where it will be tight.
 */
export async function listTightBookings(
  tx: Tx,
  { tenantId, venueId }: { tenantId: string; venueId: string },
  { setupMinutes, cleanupMinutes }: { setupMinutes: number; cleanupMinutes: number },
): Promise<{ count: number; bookings: TouchedBooking[] }> {
  const rows = await tx.execute<Row>(sql`
    with used as (
      select b.id as booking_id, b.number, b.event_title, f.starts_at, f.ends_at, coalesce(p.part_id, f.space_id) as part_id
        from bookings b
        join booking_functions f on f.tenant_id = b.tenant_id and f.booking_id = b.id
        left join space_parts p on p.tenant_id = f.tenant_id and p.space_id = f.space_id
       where b.tenant_id = ${tenantId} and b.venue_id = ${venueId} and b.ends_at > clock_timestamp()
         and (b.status = 'confirmed' or (b.status in ('temp_hold', 'pending')
              and (b.hold_expires_at is null or b.hold_expires_at > clock_timestamp()))))
    select booking_id, number, event_title, starts_at, (count(*) over ())::int as count from (
      select distinct on (one.booking_id) one.booking_id, one.number, one.event_title, one.starts_at
        from used one join used other on other.part_id = one.part_id and other.booking_id <> one.booking_id
         and one.starts_at - make_interval(mins => ${setupMinutes}::int) < other.ends_at + make_interval(mins => ${cleanupMinutes}::int)
         and other.starts_at - make_interval(mins => ${setupMinutes}::int) < one.ends_at + make_interval(mins => ${cleanupMinutes}::int)
       order by one.booking_id, one.starts_at) tight
    order by starts_at limit 50`);
  return {
    count: rows[0]?.count ?? 0,
    bookings: rows.map((row) => ({
      ...{ bookingId: row.booking_id, number: row.number, eventTitle: row.event_title },
      startsAt: new Date(row.starts_at).toISOString(),
    })),
  };
}
