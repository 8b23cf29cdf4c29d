import "server-only";
import { setImmediate as letOthers } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Tx } from "@/db/client";
import { venueGenerations } from "@/db/schema/venues";
import { addDays, type LocalDate, monthDates } from "@/lib/core/local-date";
import { type PartDay, partDaysOf } from "@/lib/core/occupancy";
import { type OccupancySums, sumOccupancy } from "@/lib/core/occupancy-sums";
import { startOfDay } from "@/lib/core/period";
import { monthsOf } from "@/lib/core/report-period";
import { listClaims } from "@/lib/venues/list-claims";
import { listMuhuratDates } from "@/lib/venues/load-venue";
import type { Venue } from "@/lib/venues/types";
import type { Range } from "./report-rows";

// What it is counted from stands under a generation, read in the same transaction: a replica may be behind.
const known = new LRUCache<string, { generation: number; sums: OccupancySums }>({ max: 500 });

/** How full a venue was, by the sessions that it sells now. Counting comes after the transaction, a month at a time. */
export async function readOccupancy(tx: Tx, venue: Venue, range: Range): Promise<() => Promise<OccupancySums>> {
  const { tenantId, venueId, timeZone, from, to } = range;
  const key = `${tenantId}/${venueId}/${from}/${to}`;
  const [row] = await tx
    .select({ generation: venueGenerations.generation })
    .from(venueGenerations)
    .where(and(eq(venueGenerations.tenantId, tenantId), eq(venueGenerations.venueId, venueId)));
  const generation = row?.generation ?? 0;
  const entry = known.get(key);
  if (entry?.generation === generation) return async () => entry.sums;

  const partIds = [...new Set(venue.spaces.flatMap((space) => space.partIds))];
  const [claims, muhurat] = await Promise.all([
    listClaims(tx, tenantId, partIds, {
      startsAt: startOfDay(addDays(from, -1), timeZone),
      endsAt: startOfDay(addDays(to, LONGEST_SESSION_DAYS), timeZone),
    }),
    listMuhuratDates(tx, tenantId, venueId, from, to),
  ]);
  return async () => {
    const days: PartDay[] = [];
    for (const month of monthsOf({ from: from.slice(0, 7), to: to.slice(0, 7) })) {
      const dates: LocalDate[] = monthDates(month);
      days.push(...partDaysOf({ ...venue, claims, from: dates[0] ?? month, to: dates.at(-1) ?? month }));
      await letOthers();
    }
    const sums = sumOccupancy(days, new Set(muhurat));
    known.set(key, { generation, sums });
    return sums;
  };
}

/** A session lasts two days at most, its buffers apart. */
const LONGEST_SESSION_DAYS = 4;
