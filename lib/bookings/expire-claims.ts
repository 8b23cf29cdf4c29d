import "server-only";
import { sql } from "drizzle-orm";
import { bookings } from "@/db/schema/bookings";
import { expireBooking } from "./expire-booking";
import { sweepBookings } from "./sweep-bookings";

/**
 * Expires lapsed holds and requests everywhere. Hygiene: a hold that lapsed never blocks anyone before this runs. Returns
 * how many were expired.
 */
export function expireClaims(): Promise<number> {
  return sweepBookings({
    due: sql`${bookings.status} in ('temp_hold', 'pending') and ${bookings.holdExpiresAt} <= clock_timestamp()`,
    oldestBy: bookings.holdExpiresAt,
    work: expireBooking,
  });
}
