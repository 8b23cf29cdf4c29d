import { expect, test } from "@playwright/test";
import { runBench } from "./support/bench";

test("an even stream of looks, quotes and holds goes on without an error", async () => {
  const { report, said } = await runBench<object>("soak/run.ts", {
    SOAK_DIR: process.env.E2E_DIR ?? ".local-e2e",
    ...{ SOAK_SECONDS: "10", SOAK_PER_SECOND: "10" },
  });
  expect(report, said).toMatchObject({ calls: 100, errors: 0 });
});
