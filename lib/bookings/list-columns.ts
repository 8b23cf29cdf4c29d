import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { bookingFunctions, bookings } from "@/db/schema/bookings";
import { spaces } from "@/db/schema/venues";
import type { BookingStatus } from "@/lib/core/booking-state";
import { isOpen } from "@/lib/core/booking-status";
import type { LocalText } from "@/lib/core/locale";

/** A hold or request past its time is over, whether or not the sweep has been by. */
export const shownStatus = sql<BookingStatus>`case when ${bookings.status} in ('temp_hold', 'pending')
  and ${bookings.holdExpiresAt} <= clock_timestamp() then 'expired' else ${bookings.status} end`;

/** Bookings that are shown so. In plain comparisons: out of a case Postgres cannot tell that `bookings_open` holds them all. */
export function ofStatus(status: BookingStatus): SQL {
  const own = eq(bookings.status, status);
  const isOver = sql`${bookings.holdExpiresAt} <= clock_timestamp()`;
  const isNotOver = sql`coalesce(${bookings.holdExpiresAt}, 'infinity') > clock_timestamp()`;
  if (status === "expired") return sql`(${own} or (${bookings.status} in ('temp_hold', 'pending') and ${isOver}))`;
  return isOpen(status) ? sql`(${own} and ${isNotOver})` : own;
}

/** The spaces of a booking's functions; for reads that join bookings with something. */
export const spaceNames = sql<LocalText[]>`coalesce((select jsonb_agg(distinct s.name) from ${bookingFunctions} f
  join ${spaces} s on s.tenant_id = f.tenant_id and s.id = f.space_id
  where f.tenant_id = ${bookings.tenantId} and f.booking_id = ${bookings.id}), '[]')`;
