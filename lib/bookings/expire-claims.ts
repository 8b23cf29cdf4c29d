import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { asPlatform, inTenant, type TenantId } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { expireBooking } from "./expire-booking";
import { lockVenue } from "./locks";

const BATCH = 200;

/**
 * Expires lapsed holds and requests everywhere, a transaction each. Hygiene: a hold that lapsed never blocks anyone
 * before this runs. Returns how many were expired.
 */
export async function expireClaims(): Promise<number> {
  const lapsed = await asPlatform((tx) =>
    tx
      .select({ tenantId: bookings.tenantId, id: bookings.id, venueId: bookings.venueId })
      .from(bookings)
      .where(sql`${bookings.status} in ('temp_hold', 'pending') and ${bookings.holdExpiresAt} <= clock_timestamp()`)
      .orderBy(bookings.holdExpiresAt)
      .limit(BATCH),
  );
  let expired = 0;
  for (const { tenantId, id, venueId } of lapsed) {
    await inTenant(tenantId as TenantId, async (tx) => {
      await lockVenue(tx, venueId);
      const [booking] = await tx
        .select()
        .from(bookings)
        .where(
          and(
            eq(bookings.tenantId, tenantId),
            eq(bookings.id, id),
            sql`${bookings.status} in ('temp_hold', 'pending') and ${bookings.holdExpiresAt} <= clock_timestamp()`,
          ),
        )
        .for("update");
      if (!booking) return;
      await expireBooking(tx, booking);
      expired++;
    });
  }
  return expired;
}
