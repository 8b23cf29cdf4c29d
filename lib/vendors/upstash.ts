import "server-only";
import { Redis } from "@upstash/redis";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { circuitBreaker } from "./breaker";

const ANSWER_WITHIN_MS = 150;
const FAILURES_TO_OPEN = 3;
const OPEN_MS = 5_000;
/** Keys that one command looks at or takes away. */
const A_TURN = 500;

export type Cache = {
  /** The stored text, or null when there is none, or when it cannot be had quickly. Never throws. */
  get: (key: string) => Promise<string | null>;
  /** Stores for `ttlSeconds`, or does not. Never throws. */
  set: (key: string, value: string, ttlSeconds: number) => Promise<void>;
  /** Adds to counters that are forgotten `ttlSeconds` later, and says where each stands; null when that cannot be had quickly. Never throws. */
  count: (counts: readonly Added[], ttlSeconds: number) => Promise<number[] | null>;
  /** Milliseconds until it answered, asked even while it counts as away; null where it did not in time. Never throws. */
  ping: () => Promise<number | null>;
  /** Takes away whatever has a key of this pattern. Never throws. */
  forget: (pattern: string) => Promise<Forgotten>;
};

export type Added = { key: string; by: number };

/** `isComplete` is false where Upstash did not answer to the end. */
export type Forgotten = { entries: number; isComplete: boolean };

type Options = { url: string; token: string; answerWithinMs?: number; clock?: () => number };

/**
 * Upstash Redis as a cache that may be away. A call takes at most `answerWithinMs`; after three failures in a row none
 * is tried for five seconds, then one, and the rest once that one succeeds.
 */
export function upstashCache({ url, token, answerWithinMs = ANSWER_WITHIN_MS, clock = Date.now }: Options): Cache {
  // A cut connection is tried once more within the same time, but for counting: what was counted may not be counted again.
  const client = (retries: number) =>
    new Redis({
      url,
      token,
      retry: { retries, backoff: () => 20 },
      signal: () => AbortSignal.timeout(answerWithinMs),
      automaticDeserialization: false,
      responseEncoding: false,
      readYourWrites: false,
      enableTelemetry: false,
    });
  const [redis, counter] = [client(1), client(0)];
  const guarded = circuitBreaker({
    ...{ failuresToOpen: FAILURES_TO_OPEN, openMs: OPEN_MS, clock },
    count: (outcome) => metrics().upstashCalls.inc({ outcome }),
    opened: (error) => log.warn({ reason: String(error).slice(0, 200) }, "Upstash is away"),
    closed: () => log.info("Upstash answers again"),
  });

  async function keysLike(pattern: string): Promise<Set<string> | null> {
    const found = new Set<string>();
    let cursor = "0";
    do {
      const page = await guarded(() => redis.scan(cursor, { match: pattern, count: A_TURN }));
      if (!page) return null;
      cursor = String(page[0]);
      for (const key of page[1]) found.add(key);
    } while (cursor !== "0");
    return found;
  }

  return {
    get: async (key) => {
      const value: unknown = await guarded(() => redis.get(key));
      return typeof value === "string" ? value : null;
    },
    set: async (key, value, ttlSeconds) => {
      if (ttlSeconds < 1) return;
      await guarded(() => redis.set(key, value, { ex: Math.floor(ttlSeconds) }));
    },
    count: async (counts, ttlSeconds) => {
      const pipeline = counter.pipeline();
      for (const { key, by } of counts) pipeline.incrby(key, by).expire(key, ttlSeconds);
      const answers = await guarded(() => pipeline.exec<number[]>());
      const totals = answers?.filter((_, at) => at % 2 === 0).map(Number);
      return totals?.every(Number.isFinite) ? totals : null;
    },
    ping: async () => {
      const asked = performance.now();
      try {
        await redis.ping();
        return performance.now() - asked;
      } catch {
        return null;
      }
    },
    forget: async (pattern) => {
      const found = await keysLike(pattern);
      if (found === null) return { entries: 0, isComplete: false };
      let entries = 0;
      const keys = [...found];
      for (let from = 0; from < keys.length; from += A_TURN) {
        const gone = await guarded(() => redis.unlink(...keys.slice(from, from + A_TURN)));
        if (gone === null) return { entries, isComplete: false };
        entries += Number(gone);
      }
      return { entries, isComplete: true };
    },
  };
}

let shared: Cache | undefined;

function cache(): Cache {
  shared ??= upstashCache({ url: env().UPSTASH_REDIS_REST_URL, token: env().UPSTASH_REDIS_REST_TOKEN });
  return shared;
}

export const cacheGet = (key: string): Promise<string | null> => cache().get(key);
export const cacheCount = (counts: readonly Added[], ttlSeconds: number): Promise<number[] | null> =>
  cache().count(counts, ttlSeconds);
export const cacheSet = (key: string, value: string, ttlSeconds: number): Promise<void> =>
  cache().set(key, value, ttlSeconds);
export const pingCache = (): Promise<number | null> => cache().ping();
export const forgetCached = (pattern: string): Promise<Forgotten> => cache().forget(pattern);
