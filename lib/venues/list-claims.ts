import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Claim } from "@/lib/core/availability";
import type { ClaimStatus } from "@/lib/core/booking-state";
import type { Period } from "@/lib/core/period";

type ClaimRow = { part_id: string; starts: string; ends: string; status: ClaimStatus; expires: string | null };

/** Claims on parts that touch a period: a range of `allocations_part`, from its start on. */
export async function listClaims(
  tx: Tx,
  tenantId: string,
  partIds: string[],
  { startsAt, endsAt }: Period,
): Promise<Claim[]> {
  const during = `[${startsAt.toISOString()},${endsAt.toISOString()})`;
  const rows = await tx.execute<ClaimRow>(sql`
    select a.part_id, a.status, extract(epoch from lower(a.during)) * 1000 as starts,
           extract(epoch from upper(a.during)) * 1000 as ends, extract(epoch from b.hold_expires_at) * 1000 as expires
      from unnest(${`{${partIds.join(",")}}`}::uuid[]) as part (id)
      join allocations a on a.tenant_id = ${tenantId} and a.part_id = part.id and a.ends_at > ${startsAt.toISOString()}::timestamptz
       and a.during && ${during}::tstzrange
       and a.status in ('temp_hold', 'pending', 'confirmed', 'completed', 'blackout')
      left join bookings b on a.status in ('temp_hold', 'pending') and b.tenant_id = a.tenant_id and b.id = a.booking_id`);
  return rows.map((row) => ({
    partId: row.part_id,
    period: { startsAt: new Date(Number(row.starts)), endsAt: new Date(Number(row.ends)) },
    status: row.status,
    holdExpiresAt: row.expires === null ? null : new Date(Number(row.expires)),
  }));
}
