import "server-only";
import { LRUCache } from "lru-cache";
import { inTenant, readGeneration } from "@/db/client";
import { addDays, addMonths, type LocalDate } from "@/lib/core/local-date";
import { type Occupancy, occupancyOf } from "@/lib/core/occupancy";
import { startOfDay } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { listClaims } from "@/lib/venues/list-claims";
import type { Venue } from "@/lib/venues/types";

export type MonthOccupancy = Occupancy & {
  /** `YYYY-MM`. */
  month: string;
  /** The same by quarters of the month, seven days and a bit each. */
  quarters: Occupancy[];
};

// What it was computed from stands under a generation, so an entry is exact while that lasts.
const known = new LRUCache<string, { generation: number | null; months: MonthOccupancy[] }>({ max: 500 });
const MONTHS = 12;
const add = (a: Occupancy, b: Occupancy) => ({ sold: a.sold + b.sold, sellable: a.sellable + b.sellable });
const NONE: Occupancy = { sold: 0, sellable: 0 };

/** How full a venue is in twelve months from `first` (`YYYY-MM`): sessions sold of those that could be. */
export async function loadOccupancy(ctx: Ctx, venue: Venue, first: string): Promise<MonthOccupancy[]> {
  assertMay(ctx.actor, "diary.read");
  const { id: tenantId } = ctx.tenant;
  const key = `${tenantId}/${venue.id}/${first}`;
  const generation = await readGeneration(tenantId, venue.id);
  const entry = known.get(key);
  if (entry && entry.generation === generation) return entry.months;

  const { spaces, slots, settings } = venue;
  const from = `${first}-01`;
  const to = addDays(addMonths(from, MONTHS), -1);
  const touching = {
    startsAt: startOfDay(addDays(from, -1), settings.timeZone),
    endsAt: startOfDay(addDays(to, 4), settings.timeZone),
  };
  const partIds = [...new Set(spaces.flatMap((space) => space.partIds))];
  const claims = await inTenant(tenantId, (tx) => listClaims(tx, tenantId, partIds, touching));
  const months = byMonth(first, occupancyOf({ from, to, spaces, slots, claims, settings }));
  known.set(key, { generation, months });
  return months;
}

function byMonth(first: string, days: ReadonlyMap<LocalDate, Occupancy>): MonthOccupancy[] {
  const months = Array.from({ length: MONTHS }, (_, index) => addMonths(`${first}-01`, index).slice(0, 7));
  return months.map((month) => {
    const inMonth = [...days].filter(([date]) => date.startsWith(month));
    const quarters = [0, 1, 2, 3].map((quarter) =>
      inMonth
        .filter(([date]) => Math.min(3, Math.floor((Number(date.slice(8)) - 1) / 7)) === quarter)
        .map(([, day]) => day)
        .reduce(add, NONE),
    );
    return { month, ...quarters.reduce(add, NONE), quarters };
  });
}
