import { expect, test } from "@playwright/test";
import { runBench } from "./support/bench";

test("of two servers behind a balancer either may be killed: nothing acknowledged is missing, and they never contradict each other", async () => {
  test.setTimeout(600_000);
  // A site of its own beside the one that the other tests use; bench/two-servers/run.ts says what it looks for.
  const { report } = await runBench<{ held: number; jobs: object }>("two-servers/run.ts");
  expect(report.held).toBeGreaterThan(20);
  expect(report.jobs).toMatchObject({ twice: 0, sweepsTooMany: 0 });
});
