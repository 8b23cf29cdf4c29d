import "server-only";
import { LRUCache } from "lru-cache";
import { env } from "@/lib/env";
import { type Added, cacheCount } from "@/lib/vendors/upstash";

const WINDOW_SECONDS = 60;
/** Nearer than this share to its limit, each call asks for the count of all servers before it is let in. */
const NEAR = 0.8;
const TELL_EVERY_MS = 250;

/** `total` is what all servers have counted, as far as this one has heard; `untold` is what only this one knows of. */
type Count = { total: number; untold: number };

export type Counted = { isOver: boolean; resetSeconds: number; headers: Record<string, string> };

/** Adds to counts that servers share, and says where each stands then; null where that cannot be had. */
type Share = (counts: readonly Added[], ttlSeconds: number) => Promise<readonly number[] | null>;

/**
 * Calls in the current minute by subject. Each server counts for itself and tells the others through Upstash, of everybody at
 * once a few times a second while the limit is far, and before every answer when it is near. Without Upstash each server goes
 * on by its own count: the door neither opens nor closes.
 */
export function rateLimiter(limit: number, share: Share, clock: () => number = Date.now) {
  const counts = new LRUCache<string, Count>({ max: 50_000, ttl: WINDOW_SECONDS * 2000 });
  const untold = new Map<string, Count>();
  let toldAt = 0;

  async function tell(told: ReadonlyMap<string, Count>): Promise<void> {
    const counted = [...told.values()];
    const added = Array.from(told, ([key, { untold: by }]) => ({ key, by }));
    for (const count of counted) {
      count.total += count.untold;
      count.untold = 0;
    }
    // Not told again where no answer came: it may have been counted, and counting twice would close the door.
    const totals = await share(added, WINDOW_SECONDS * 2);
    for (const [at, count] of counted.entries()) count.total = Math.max(count.total, totals?.[at] ?? 0);
  }

  return async (subject: string): Promise<Counted> => {
    const now = clock();
    const window = Math.floor(now / (WINDOW_SECONDS * 1000));
    const resetSeconds = Math.ceil(((window + 1) * WINDOW_SECONDS * 1000 - now) / 1000);
    const key = `rate:${subject}:${window}`;
    const count = counts.get(key) ?? { total: 0, untold: 0 };
    counts.set(key, count);
    count.untold += 1;
    untold.set(key, count);
    // Past the limit nothing more needs to be known.
    if (count.total + count.untold >= limit * NEAR && count.total <= limit) {
      untold.delete(key);
      await tell(new Map([[key, count]]));
    } else if (now - toldAt > TELL_EVERY_MS) {
      toldAt = now;
      void tell(untold);
      untold.clear();
    }
    const used = count.total + count.untold;
    return { isOver: used > limit, resetSeconds, headers: headersOf(limit, used, resetSeconds) };
  };
}

function headersOf(limit: number, used: number, resetSeconds: number): Record<string, string> {
  return {
    "ratelimit-policy": `${limit};w=${WINDOW_SECONDS}`,
    "ratelimit-limit": String(limit),
    "ratelimit-remaining": String(Math.max(limit - used, 0)),
    "ratelimit-reset": String(resetSeconds),
  };
}

const limiters = new Map<number, ReturnType<typeof rateLimiter>>();

/** Counts a call of the API for a subject, on all servers together; `times` the configured limit is then its own. */
export function countCallOf(subject: string, times = 1): Promise<Counted> {
  const limiter = limiters.get(times) ?? rateLimiter(env().API_RATE_LIMIT_PER_MINUTE * times, cacheCount);
  limiters.set(times, limiter);
  return limiter(subject);
}
