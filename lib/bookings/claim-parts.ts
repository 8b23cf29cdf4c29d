import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import type { ClaimStatus } from "@/lib/core/booking-state";
import type { PartClaim } from "@/lib/core/claims";
import { AppError } from "@/lib/errors";

/**
 * Inserts the claims of a booking or a blackout, all or (by the caller's rollback) none. `on conflict do nothing` is what keeps
 * overlapping writers from deadlocking: see docs/decisions.md.
 * @throws AppError SLOT_TAKEN when `no_double_booking` refused any of them.
 */
export async function claimParts(
  tx: Tx,
  owner: { tenantId: string; id: string; status: ClaimStatus },
  claims: readonly PartClaim[],
): Promise<void> {
  const rows = claims.map(
    ({ partId, period }) =>
      sql`(${owner.tenantId}::uuid, ${newId()}::uuid, ${partId}::uuid, ${owner.status === "blackout" ? null : owner.id}::uuid, ${owner.status === "blackout" ? owner.id : null}::uuid, ${owner.status}::claim_status,
           ${`[${period.startsAt.toISOString()},${period.endsAt.toISOString()})`}::tstzrange)`,
  );
  const inserted = await tx.execute(sql`
    insert into allocations (tenant_id, id, part_id, booking_id, blackout_id, status, during) values ${sql.join(rows, sql`, `)}
    on conflict on constraint no_double_booking do nothing returning id`);
  if (inserted.length < claims.length) throw new AppError("SLOT_TAKEN");
}
