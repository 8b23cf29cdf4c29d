import "server-only";
import { LRUCache } from "lru-cache";
import type { TenantId } from "@/db/client";
import { metrics } from "@/lib/metrics";
import { cacheGet, cacheSet } from "@/lib/vendors/upstash";
import { loadMonths } from "./load-months";
import type { Month } from "./month";
import { readMonth, writeMonth } from "./stored-month";

const BYTES_A_SLOT = 900;

type Entry = { generation: number; month: Month };

// One entry a month, and not one a generation: a busy venue does not push the quiet ones out.
const months = new LRUCache<string, Entry>({
  maxSize: 96 * 1024 * 1024,
  sizeCalculation: ({ month }) => 500 + month.days.reduce((sum, day) => sum + 100 + day.slots.length * BYTES_A_SLOT, 0),
});
const loading = new Map<string, Promise<Month | null>>();

/**
 * A venue's months (`YYYY-MM`, ascending) at a generation: from this process, else from Upstash, else from Postgres, and
 * each by one reader at a time. The generation must have been read first, so that a slow reader files what it found
 * under a key that is already behind, never ahead. Null for each where the venue is gone.
 */
export function cachedMonths(
  tenantId: TenantId,
  venueId: string,
  names: readonly string[],
  generation: number,
  now: Date,
): Promise<(Month | null)[]> {
  const venue = `${tenantId}:${venueId}`;
  const keyOf = (name: string) => `av:${venue}:${name}:${generation}`;
  const knownOf = (name: string): Month | undefined => {
    const entry = months.get(`${venue}:${name}`);
    return entry?.generation === generation && entry.month.until > now.getTime() ? entry.month : undefined;
  };
  const missing = names.filter((name) => !knownOf(name) && !loading.has(keyOf(name)));
  metrics().monthsRead.inc({ from: "process" }, names.length - missing.length);
  if (missing.length > 0) {
    const load = loadThrough(tenantId, venueId, missing, generation, now, keyOf);
    for (const name of missing) loading.set(keyOf(name), keep(load, `${venue}:${name}`, name, generation, keyOf(name)));
  }
  return Promise.all(names.map((name) => knownOf(name) ?? loading.get(keyOf(name)) ?? null));
}

async function keep(
  load: Promise<Map<string, Month>>,
  place: string,
  name: string,
  generation: number,
  key: string,
): Promise<Month | null> {
  try {
    const month = (await load).get(name) ?? null;
    const newest = months.get(place)?.generation ?? 0;
    if (month && newest <= generation) months.set(place, { generation, month });
    return month;
  } finally {
    loading.delete(key);
  }
}

async function loadThrough(
  tenantId: TenantId,
  venueId: string,
  names: readonly string[],
  generation: number,
  now: Date,
  keyOf: (name: string) => string,
): Promise<Map<string, Month>> {
  const found = new Map<string, Month>();
  // Asked for together: the client sends them as one pipeline.
  await Promise.all(
    names.map(async (name) => {
      const stored = await cacheGet(keyOf(name));
      const month = stored === null ? null : readMonth(stored, name, now.getTime());
      if (month) found.set(name, month);
    }),
  );
  const [first, ...rest] = names.filter((name) => !found.has(name));
  metrics().monthsRead.inc({ from: "upstash" }, found.size);
  metrics().monthsRead.inc({ from: "postgres" }, names.length - found.size);
  if (first === undefined) return found;
  const loaded = await loadMonths(tenantId, venueId, [first, ...rest], generation, now);
  for (const [name, month] of loaded) {
    found.set(name, month);
    // Not awaited: an answer does not wait for a cache. The entry's own instant decides, the TTL only tidies.
    void cacheSet(keyOf(name), writeMonth(month), Math.max(1, Math.ceil((month.until - now.getTime()) / 1000)));
  }
  return found;
}
