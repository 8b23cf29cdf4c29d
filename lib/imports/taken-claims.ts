import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { TakenClaim } from "@/lib/core/import-conflicts";
import type { Period } from "@/lib/core/period";

/**
 * Who has which time of some parts, as it looks now: to tell people beforehand. At the claim itself the constraint decides.
 */
export async function listTakenClaims(
  tx: Tx,
  tenantId: string,
  partIds: readonly string[],
  within: Period,
): Promise<TakenClaim[]> {
  type Row = {
    part_id: string;
    starts_at: string;
    ends_at: string;
    number: string | null;
    title: string | null;
    reason: string | null;
  };
  const rows = await tx.execute<Row>(sql`
    select a.part_id, lower(a.during) as starts_at, a.ends_at, b.number, b.event_title as title, k.reason
      from allocations a
      left join bookings b on b.tenant_id = a.tenant_id and b.id = a.booking_id
      left join blackouts k on k.tenant_id = a.tenant_id and k.id = a.blackout_id
     where a.tenant_id = ${tenantId} and a.part_id = any(${`{${partIds.join(",")}}`}::uuid[])
       and a.ends_at > ${within.startsAt.toISOString()}::timestamptz
       and lower(a.during) < ${within.endsAt.toISOString()}::timestamptz
       and a.status in ('temp_hold', 'pending', 'confirmed', 'completed', 'blackout')
       and not (a.status in ('temp_hold', 'pending') and coalesce(b.hold_expires_at <= clock_timestamp(), false))`);
  return rows.map((row) => ({
    partId: row.part_id,
    period: { startsAt: new Date(row.starts_at), endsAt: new Date(row.ends_at) },
    problem:
      row.number === null
        ? { code: "closed", values: { reason: row.reason ?? "" } }
        : { code: "taken", values: { number: row.number, title: row.title ?? "" } },
  }));
}
