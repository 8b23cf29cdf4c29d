import { beforeEach, expect, test, vi } from "vitest";
import type { Added } from "@/lib/vendors/upstash";
import { rateLimiter } from "./rate-limiter";

let now: number;
beforeEach(() => {
  now = 1_800_000_000_000; // a minute begins
});
const clock = () => now;

/** A counter that servers share, as Upstash keeps it. */
function counter() {
  const totals = new Map<string, number>();
  const share = vi.fn(
    async (counts: readonly Added[], _ttlSeconds: number): Promise<number[] | null> =>
      counts.map(({ key, by }) => {
        const total = (totals.get(key) ?? 0) + by;
        totals.set(key, total);
        return total;
      }),
  );
  return { share, totals };
}

/** Calls one after another; how many were let in. */
async function letIn(limit: ReturnType<typeof rateLimiter>, calls: number, subject = "key"): Promise<number> {
  let count = 0;
  for (let n = 0; n < calls; n++) if (!(await limit(subject)).isOver) count++;
  return count;
}

test("one server lets in the limit and not one more; the next minute begins anew", async () => {
  const limit = rateLimiter(10, counter().share, clock);
  expect(await letIn(limit, 15)).toBe(10);
  now += 59_999;
  expect(await letIn(limit, 5)).toBe(0);
  now += 1;
  expect(await letIn(limit, 15)).toBe(10);
});

test("subjects are counted apart", async () => {
  const limit = rateLimiter(10, counter().share, clock);
  expect(await letIn(limit, 15, "a")).toBe(10);
  expect(await letIn(limit, 15, "b")).toBe(10);
});

test("far from the limit the others are told a few times a second, of all that came since", async () => {
  const { share, totals } = counter();
  const limit = rateLimiter(1000, share, clock);
  for (let n = 0; n < 100; n++) {
    await limit("key");
    now += 10; // 100 calls in a second
  }
  expect(share.mock.calls.length).toBeGreaterThan(2);
  expect(share.mock.calls.length).toBeLessThan(8);
  now += 251;
  await limit("key");
  expect([...totals.values()]).toEqual([101]);
  expect(share.mock.calls.every(([, ttl]) => ttl >= 60)).toBe(true);
});

test("the others are told of everybody at once", async () => {
  const { share, totals } = counter();
  const limit = rateLimiter(1000, share, clock);
  for (let n = 0; n < 100; n++) await limit(`key ${n}`);
  now += 251;
  await limit("key 0");
  expect(share).toHaveBeenCalledTimes(2);
  expect([...totals.values()].reduce((sum, one) => sum + one)).toBe(101);
});

test("near the limit two servers that share a count let in exactly the limit", async () => {
  const { share } = counter();
  const servers = [rateLimiter(50, share, clock), rateLimiter(50, share, clock)] as const;
  let count = 0;
  for (let n = 0; n < 120; n++) {
    if (!(await servers[n % 2 ? 1 : 0]("key")).isOver) count++;
    now += 20;
    await Promise.resolve();
  }
  expect(count).toBe(50);
});

test("a burst at both at once is not let in beyond the limit by more than what was under way", async () => {
  const { share } = counter();
  const servers = [rateLimiter(50, share, clock), rateLimiter(50, share, clock)] as const;
  await Promise.all([letIn(servers[0], 45), letIn(servers[1], 45)]);
  const late = await Promise.all([letIn(servers[0], 10), letIn(servers[1], 10)]);
  expect(late).toEqual([0, 0]);
});

test("past the limit nobody waits for the others, and they are hardly asked", async () => {
  const share = vi.fn(async (): Promise<number[] | null> => [1000]);
  const limit = rateLimiter(10, share, clock);
  expect(await letIn(limit, 20)).toBeLessThanOrEqual(10);
  share.mockReset();
  share.mockImplementation(() => new Promise(() => {}));
  now += 300;
  expect(await letIn(limit, 100)).toBe(0);
  expect(share).toHaveBeenCalledTimes(1);
});

test("without the others each goes on by its own count", async () => {
  const limit = rateLimiter(10, async () => null, clock);
  expect(await letIn(limit, 15)).toBe(10);
  now += 60_000;
  expect(await letIn(limit, 15)).toBe(10);
});

test("what got no answer is not told again, since it may have been counted: trouble never closes the door", async () => {
  const { share, totals } = counter();
  share.mockImplementation(async (counts) => {
    for (const { key, by } of counts) totals.set(key, (totals.get(key) ?? 0) + by);
    return null;
  });
  const limit = rateLimiter(100, share, clock);
  for (let n = 0; n < 99; n++) {
    expect((await limit("key")).isOver).toBe(false);
    now += 300;
  }
  expect(Math.max(...totals.values())).toBeLessThanOrEqual(100);
});

test("a counter that was emptied does not open the door again", async () => {
  const { share, totals } = counter();
  const limit = rateLimiter(10, share, clock);
  expect(await letIn(limit, 9)).toBe(9);
  totals.clear();
  expect(await letIn(limit, 5)).toBe(1);
});

test("says what is left and when it begins anew", async () => {
  const limit = rateLimiter(3, counter().share, clock);
  now += 40_500;
  const headers = [];
  for (let n = 0; n < 4; n++) headers.push((await limit("key")).headers);
  expect(headers[0]).toEqual({
    ...{ "ratelimit-policy": "3;w=60", "ratelimit-limit": "3", "ratelimit-remaining": "2", "ratelimit-reset": "20" },
  });
  expect(headers.map((one) => one["ratelimit-remaining"])).toEqual(["2", "1", "0", "0"]);
});
