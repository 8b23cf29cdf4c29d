import "server-only";
import { LRUCache } from "lru-cache";
import { env } from "@/lib/env";
import { cacheCount } from "@/lib/vendors/upstash";

const WINDOW_SECONDS = 60;
/** Nearer than this share to its limit, each call asks for the count of all servers before it is let in. */
const NEAR = 0.8;
const TELL_EVERY_MS = 250;

/** `total` is what all servers have counted, as far as this one has heard; `untold` is what only this one knows of. */
type Count = { total: number; untold: number; toldAt: number };

export type Counted = { isOver: boolean; resetSeconds: number; headers: Record<string, string> };

type Share = (key: string, by: number, ttlSeconds: number) => Promise<number | null>;

/**
 * Calls in the current minute by subject. Each server counts for itself and tells the others through Upstash, seldom while
 * the limit is far and before every answer when it is near. Without Upstash each server goes on by its own count: the door
 * neither opens nor closes.
 */
export function rateLimiter(limit: number, share: Share, clock: () => number = Date.now) {
  const counts = new LRUCache<string, Count>({ max: 50_000, ttl: WINDOW_SECONDS * 2000 });

  async function tell(key: string, count: Count): Promise<void> {
    const by = count.untold;
    count.untold = 0;
    count.total += by;
    count.toldAt = clock();
    // Not told again where no answer came: it may have been counted, and counting twice would close the door.
    const shared = await share(key, by, WINDOW_SECONDS * 2);
    if (shared !== null) count.total = Math.max(count.total, shared);
  }

  return async (subject: string): Promise<Counted> => {
    const now = clock();
    const window = Math.floor(now / (WINDOW_SECONDS * 1000));
    const resetSeconds = Math.ceil(((window + 1) * WINDOW_SECONDS * 1000 - now) / 1000);
    const key = `rate:${subject}:${window}`;
    const count = counts.get(key) ?? { total: 0, untold: 0, toldAt: 0 };
    counts.set(key, count);
    count.untold += 1;
    // Past the limit nothing more needs to be known.
    const isNear = count.total + count.untold >= limit * NEAR && count.total <= limit;
    if (isNear || now - count.toldAt > TELL_EVERY_MS) {
      const told = tell(key, count);
      if (isNear) await told;
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
