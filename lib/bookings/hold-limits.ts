import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { payments } from "@/db/schema/payments";
import { AppError } from "@/lib/errors";
import type { BookingRow } from "./types";

export const MAX_OPEN_REQUESTS = 2;
export const MAX_UNPAID_EXPIRIES_A_DAY = 3;

/**
 * What one family may do at one venue: one live hold (returned, to be edited), two open requests, and no fourth hold
 * after three that lapsed unpaid within a day. The venue must be locked.
 * @throws AppError HOLD_LIMIT
 */
export async function liveHoldWithinLimits(
  tx: Tx,
  tenantId: string,
  venueId: string,
  customerId: string,
): Promise<BookingRow | undefined> {
  const own = and(
    eq(bookings.tenantId, tenantId),
    eq(bookings.venueId, venueId),
    eq(bookings.customerId, customerId),
    // What the desk took for it is the hall's own doing.
    eq(bookings.source, "online"),
  );
  const [[live], [lapsed]] = await Promise.all([
    tx
      .select()
      .from(bookings)
      .where(and(own, eq(bookings.status, "temp_hold"), sql`${bookings.holdExpiresAt} > clock_timestamp()`))
      .orderBy(bookings.id)
      .limit(1)
      .for("update"),
    tx
      .select({ count: sql<number>`count(*)::int` })
      .from(bookings)
      .where(
        and(
          own,
          sql`${bookings.status} in ('expired', 'temp_hold') and ${bookings.holdExpiresAt} <= clock_timestamp()
            and ${bookings.holdExpiresAt} > clock_timestamp() - interval '24 hours'
            and not exists (select 1 from ${payments} p where p.tenant_id = ${bookings.tenantId} and p.booking_id = ${bookings.id})`,
        ),
      ),
  ]);
  if (live) return live;
  if ((lapsed?.count ?? 0) >= MAX_UNPAID_EXPIRIES_A_DAY) throw new AppError("HOLD_LIMIT", { hours: 24 });
  return undefined;
}

/** @throws AppError REQUEST_LIMIT when the family already waits for two answers from this venue. */
export async function assertRequestAllowed(tx: Tx, booking: BookingRow): Promise<void> {
  const [open] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(bookings)
    .where(
      and(
        eq(bookings.tenantId, booking.tenantId),
        eq(bookings.venueId, booking.venueId),
        eq(bookings.customerId, booking.customerId),
        eq(bookings.source, "online"),
        eq(bookings.status, "pending"),
        sql`${bookings.holdExpiresAt} > clock_timestamp()`,
      ),
    );
  if ((open?.count ?? 0) >= MAX_OPEN_REQUESTS) throw new AppError("REQUEST_LIMIT", { max: MAX_OPEN_REQUESTS });
}
