import { expect, test } from "@playwright/test";
import { runBench } from "./support/bench";

type Survived = { kills: { victim: string }[]; held: number; captured: number };

test("after kill -9 of the app, Postgres and Upstash under load nothing acknowledged is missing, and the site comes back", async () => {
  // A site of its own beside the one that the other tests use; bench/chaos/run.ts says what it looks for.
  const { report } = await runBench<Survived>("chaos/run.ts");
  expect(report.kills.map(({ victim }) => victim)).toEqual(["app", "postgres", "upstash"]);
  expect(report.held).toBeGreaterThan(20);
  expect(report.captured).toBeGreaterThan(10);
});
