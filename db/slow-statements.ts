import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics";
import { currentRequest } from "@/lib/request-context";

const LONGEST_TEXT = 2000;

/**
 * Counts how long a statement takes, and logs it where that is long: its text, without what it was given. Looking on does
 * not begin it: `then` of postgres.js would.
 */
export function timed<Q extends Promise<unknown>>(text: string, query: Q): Q {
  const began = performance.now();
  const told = currentRequest();
  const done = () => {
    const ms = performance.now() - began;
    metrics().statements.observe(ms / 1000);
    if (ms < env().SLOW_QUERY_MS) return;
    const of = told && { requestId: told.requestId, route: told.route, tenant: told.tenant };
    log.warn(
      { ...of, ms: Math.round(ms), statement: text.replace(/\s+/g, " ").slice(0, LONGEST_TEXT) },
      "slow statement",
    );
  };
  Promise.prototype.then.call(query, done, done);
  return query;
}
