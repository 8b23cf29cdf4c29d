import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import type { BookingStatus } from "@/lib/core/booking-state";
import type { PartClaim } from "@/lib/core/claims";
import { AppError } from "@/lib/errors";

/**
 * Inserts the claims of a booking, all or (by the caller's rollback) none. `on conflict do nothing` is what keeps
 * overlapping writers from deadlocking: see docs/decisions.md.
 * @throws AppError SLOT_TAKEN when `no_double_booking` refused any of them.
 */
export async function claimParts(
  tx: Tx,
  booking: { tenantId: string; id: string; status: BookingStatus },
  claims: readonly PartClaim[],
): Promise<void> {
  const rows = claims.map(
    ({ partId, period }) =>
      sql`(${booking.tenantId}::uuid, ${newId()}::uuid, ${partId}::uuid, ${booking.id}::uuid, ${booking.status}::claim_status,
           ${`[${period.startsAt.toISOString()},${period.endsAt.toISOString()})`}::tstzrange)`,
  );
  const inserted = await tx.execute(sql`
    insert into allocations (tenant_id, id, part_id, booking_id, status, during) values ${sql.join(rows, sql`, `)}
    on conflict on constraint no_double_booking do nothing returning id`);
  if (inserted.length < claims.length) throw new AppError("SLOT_TAKEN");
}
