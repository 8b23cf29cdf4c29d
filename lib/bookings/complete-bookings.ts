import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { asPlatform, inTenant, type TenantId } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import type { Actor } from "@/lib/core/actor";
import { lockVenue } from "./locks";
import { saveStatus } from "./save-status";

const CLOCK: { actor: Actor } = { actor: { kind: "job", name: "complete" } };
const BATCH = 500;

/** Completes confirmed bookings whose last function has ended, a transaction each. Returns how many. */
export async function completeBookings(): Promise<number> {
  const ended = await asPlatform((tx) =>
    tx
      .select({ tenantId: bookings.tenantId, id: bookings.id, venueId: bookings.venueId })
      .from(bookings)
      .where(sql`${bookings.status} = 'confirmed' and ${bookings.endsAt} <= clock_timestamp()`)
      .orderBy(bookings.endsAt)
      .limit(BATCH),
  );
  let completed = 0;
  for (const { tenantId, id, venueId } of ended) {
    await inTenant(tenantId as TenantId, async (tx) => {
      await lockVenue(tx, venueId);
      const [booking] = await tx
        .select()
        .from(bookings)
        .where(
          and(
            eq(bookings.tenantId, tenantId),
            eq(bookings.id, id),
            eq(bookings.status, "confirmed"),
            sql`${bookings.endsAt} <= clock_timestamp()`,
          ),
        )
        .for("update");
      if (!booking) return;
      await saveStatus(tx, CLOCK, booking, "completed", { type: "complete" });
      completed++;
    });
  }
  return completed;
}
