import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { asPlatform, inTenant, type TenantId, type Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { log } from "@/lib/log";
import { lockVenue } from "./locks";
import type { BookingRow } from "./types";

const BATCH = 500;

type Sweep = { due: SQL; oldestBy: PgColumn; work: (tx: Tx, booking: BookingRow) => Promise<void> };
type Found = { tenantId: string; id: string; venueId: string };

/**
 * Does `work` on the bookings of all tenants that are `due`, a transaction each, in which the venue is locked and the
 * booking looked at again. One that fails is logged and keeps no other waiting. Returns how many were done.
 */
export async function sweepBookings(sweep: Sweep): Promise<number> {
  const found = await asPlatform((tx) =>
    tx
      .select({ tenantId: bookings.tenantId, id: bookings.id, venueId: bookings.venueId })
      .from(bookings)
      .where(sweep.due)
      .orderBy(sweep.oldestBy)
      .limit(BATCH),
  );
  let done = 0;
  for (const one of found) {
    try {
      if (await sweepOne(one, sweep)) done++;
    } catch (error) {
      log.error({ tenantId: one.tenantId, bookingId: one.id, err: error }, "a sweep leaves a booking for its next run");
    }
  }
  return done;
}

function sweepOne({ tenantId, id, venueId }: Found, { due, work }: Sweep): Promise<boolean> {
  return inTenant(tenantId as TenantId, async (tx) => {
    await lockVenue(tx, venueId);
    const [booking] = await tx
      .select()
      .from(bookings)
      .where(and(eq(bookings.tenantId, tenantId), eq(bookings.id, id), due))
      .for("update");
    if (booking) await work(tx, booking);
    return booking !== undefined;
  });
}
