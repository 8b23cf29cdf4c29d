import "server-only";
import type { Blackout } from "@/lib/bookings/types";
import type { BlackoutResource } from "../_contract/blackouts";

export function blackoutResource(row: Blackout): BlackoutResource {
  return {
    ...{ id: row.id, venueId: row.venueId, partIds: row.partIds },
    ...{ startTs: row.startsAt.toISOString(), endTs: row.endsAt.toISOString() },
    ...{ reason: row.reason, yearlyId: row.yearlyId, createdAt: row.createdAt.toISOString() },
  };
}
