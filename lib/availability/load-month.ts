import "server-only";
import { sql } from "drizzle-orm";
import { inTenant, type TenantId, type Tx } from "@/db/client";
import { type AvailabilityInput, type Claim, daysOf, nextChangeAt } from "@/lib/core/availability";
import type { ClaimStatus } from "@/lib/core/booking-state";
import { addDays, addMonths } from "@/lib/core/local-date";
import { type Period, startOfDay } from "@/lib/core/period";
import { listMuhuratDates, venueBookAt } from "@/lib/venues/queries";
import type { Month } from "./month";

type ClaimRow = { part_id: string; starts: string; ends: string; status: ClaimStatus; expires: string | null };

/** Claims on a venue's parts that touch a period, through the exclusion constraint's own index. */
async function listClaims(tx: Tx, tenantId: string, venueId: string, { startsAt, endsAt }: Period): Promise<Claim[]> {
  const during = `[${startsAt.toISOString()},${endsAt.toISOString()})`;
  const rows = await tx.execute<ClaimRow>(sql`
    select a.part_id, a.status, extract(epoch from lower(a.during)) * 1000 as starts,
           extract(epoch from upper(a.during)) * 1000 as ends, extract(epoch from b.hold_expires_at) * 1000 as expires
      from spaces s
      join allocations a on a.tenant_id = s.tenant_id and a.part_id = s.id and a.during && ${during}::tstzrange
       and a.status in ('temp_hold', 'pending', 'confirmed', 'completed', 'blackout')
      left join bookings b on a.status in ('temp_hold', 'pending') and b.tenant_id = a.tenant_id and b.id = a.booking_id
     where s.tenant_id = ${tenantId} and s.venue_id = ${venueId}`);
  return rows.map((row) => ({
    partId: row.part_id,
    period: { startsAt: new Date(Number(row.starts)), endsAt: new Date(Number(row.ends)) },
    status: row.status,
    holdExpiresAt: row.expires === null ? null : new Date(Number(row.expires)),
  }));
}

/**
 * A venue's month (`YYYY-MM`) from Postgres. `generation` must have been read before: what is loaded is never older.
 * Null where the venue is gone.
 */
export async function loadMonth(
  tenantId: TenantId,
  venueId: string,
  month: string,
  generation: number,
  now: Date,
): Promise<Month | null> {
  const book = await venueBookAt({ id: tenantId }, venueId, generation);
  if (!book) return null;
  const { settings, spaces, slots } = book.venue;
  const from = `${month}-01`;
  const to = addDays(addMonths(from, 1), -1);
  // A session of the last day ends up to two days later; buffers reach a little further on both sides.
  const touching = {
    startsAt: startOfDay(addDays(from, -1), settings.timeZone),
    endsAt: startOfDay(addDays(to, 4), settings.timeZone),
  };
  const [claims, muhurat] = await inTenant(tenantId, (tx) =>
    Promise.all([listClaims(tx, tenantId, venueId, touching), listMuhuratDates(tx, tenantId, venueId, from, to)]),
  );
  const input: AvailabilityInput = {
    ...{ from, to, spaces, slots, claims, settings, now },
    ...{ prices: book.prices, rules: book.rules, muhuratDates: new Set(muhurat) },
  };
  return { days: daysOf(input), until: nextChangeAt(input).getTime() };
}
