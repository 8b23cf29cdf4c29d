import "server-only";
import { eq, sql } from "drizzle-orm";
import { bookingFunctions, bookings } from "@/db/schema/bookings";
import { spaces } from "@/db/schema/venues";
import type { BookingStatus } from "@/lib/core/booking-state";
import type { LocalText } from "@/lib/core/locale";

/** A hold or request past its time is over, whether or not the sweep has been by. */
export const shownStatus = sql<BookingStatus>`case when ${bookings.status} in ('temp_hold', 'pending')
  and ${bookings.holdExpiresAt} <= clock_timestamp() then 'expired' else ${bookings.status} end`;

/** Of those whose time may be over, the shown one; the others by the column that has an index. */
export const ofStatus = (status: BookingStatus) =>
  status === "expired" || status === "temp_hold" || status === "pending"
    ? sql`${shownStatus}::text = ${status}`
    : eq(bookings.status, status);

/** The spaces of a booking's functions; for reads that join bookings with something. */
export const spaceNames = sql<LocalText[]>`coalesce((select jsonb_agg(distinct s.name) from ${bookingFunctions} f
  join ${spaces} s on s.tenant_id = f.tenant_id and s.id = f.space_id
  where f.tenant_id = ${bookings.tenantId} and f.booking_id = ${bookings.id}), '[]')`;
