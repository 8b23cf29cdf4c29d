import "server-only";
import { LRUCache } from "lru-cache";
import type { TenantId } from "@/db/client";
import { cacheGet, cacheSet } from "@/lib/vendors/upstash";
import { loadMonth } from "./load-month";
import { type Month, readMonth, writeMonth } from "./month";

const BYTES_A_SLOT = 900;

type Entry = { generation: number; month: Month };

// One entry a month, and not one a generation: a busy venue does not push the quiet ones out.
const months = new LRUCache<string, Entry>({
  maxSize: 96 * 1024 * 1024,
  sizeCalculation: ({ month }) => 500 + month.days.reduce((sum, day) => sum + 100 + day.slots.length * BYTES_A_SLOT, 0),
});
const loading = new Map<string, Promise<Month | null>>();

/**
 * A venue's month at a generation: from this process, else from Upstash, else from Postgres. The generation must have
 * been read first, so that a slow reader files what it found under a key that is already behind, never ahead.
 */
export async function cachedMonth(
  tenantId: TenantId,
  venueId: string,
  month: string,
  generation: number,
  now: Date,
): Promise<Month | null> {
  const place = `${tenantId}/${venueId}/${month}`;
  const known = months.get(place);
  if (known?.generation === generation && known.month.until > now.getTime()) return known.month;
  const key = `av:${tenantId}:${venueId}:${month}:${generation}`;
  const flight = loading.get(key);
  if (flight) return flight;
  const load = loadThrough(key, month, () => loadMonth(tenantId, venueId, month, generation, now), now);
  loading.set(key, load);
  try {
    const loaded = await load;
    const newest = months.get(place)?.generation ?? 0;
    if (loaded && newest <= generation) months.set(place, { generation, month: loaded });
    return loaded;
  } finally {
    loading.delete(key);
  }
}

async function loadThrough(
  key: string,
  name: string,
  load: () => Promise<Month | null>,
  now: Date,
): Promise<Month | null> {
  const stored = await cacheGet(key);
  const shared = stored === null ? null : readMonth(stored, name, now.getTime());
  const month = shared ?? (await load());
  // Not awaited: an answer does not wait for a cache. The entry's own instant decides, the TTL only tidies.
  if (month && !shared) {
    void cacheSet(key, writeMonth(month), Math.max(1, Math.ceil((month.until - now.getTime()) / 1000)));
  }
  return month;
}
