import "server-only";

type Options = {
  failuresToOpen: number;
  openMs: number;
  clock: () => number;
  /** Told of each call: answered, failed, or left out while the breaker is open. */
  count: (outcome: "answered" | "failed" | "left-out") => void;
  opened: (error: unknown) => void;
  closed: () => void;
};

/**
 * A circuit breaker: after `failuresToOpen` failures in a row calls are left out for `openMs`, then one is tried, and the
 * rest once that one succeeds. What it makes of a call never throws: null where it failed or was left out.
 */
export function circuitBreaker({ failuresToOpen, openMs, clock, count, opened, closed }: Options) {
  let failures = 0;
  let triedAgainAt = 0;

  return async function guarded<T>(call: () => Promise<T>): Promise<T | null> {
    if (failures >= failuresToOpen) {
      if (clock() < triedAgainAt) {
        count("left-out");
        return null;
      }
      triedAgainAt = clock() + openMs; // this call is the one try
    }
    try {
      const answer = await call();
      if (failures >= failuresToOpen) closed();
      failures = 0;
      count("answered");
      return answer;
    } catch (error) {
      failures += 1;
      count("failed");
      if (failures === failuresToOpen) opened(error);
      if (failures >= failuresToOpen) triedAgainAt = clock() + openMs;
      return null;
    }
  };
}
