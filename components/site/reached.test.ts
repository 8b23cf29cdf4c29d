import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onceReached } from "./reached";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const LONG_MS = 30_000;
const lost = () => Promise.reject(new TypeError("Failed to fetch"));
const answered = (status: number) => () => Promise.resolve(new Response(null, { status }));

test("a line that has just come back is not believed before the site has answered on it", async () => {
  const calls = [lost, answered(502), answered(200)];
  const asked = vi.fn(() => (calls.shift() ?? lost)());
  vi.stubGlobal("fetch", asked);
  const then = vi.fn();
  onceReached(then);
  expect(asked).not.toHaveBeenCalled();
  while (calls.length > 0) {
    expect(then).not.toHaveBeenCalled();
    await vi.advanceTimersToNextTimerAsync();
  }
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect([asked.mock.calls.length, then.mock.calls.length]).toEqual([3, 1]);
});

test("who has left, or lost the line again, is not called", async () => {
  let answer = (_: Response) => {};
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => (answer = resolve)));
  const then = vi.fn();
  const giveUp = onceReached(then);
  await vi.advanceTimersToNextTimerAsync();
  giveUp();
  answer(new Response());
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(then).not.toHaveBeenCalled();
});
