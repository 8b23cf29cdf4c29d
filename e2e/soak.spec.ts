import { spawn } from "node:child_process";
import { expect, test } from "@playwright/test";

test("an even stream of looks, quotes and holds goes on without an error", async () => {
  test.setTimeout(120_000);
  const run = spawn(process.execPath, ["--import", "tsx", "--conditions=react-server", "bench/soak/run.ts"], {
    env: {
      ...process.env,
      ...{ SOAK_DIR: process.env.E2E_DIR ?? ".local-e2e", SOAK_SECONDS: "10", SOAK_PER_SECOND: "10" },
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  run.stdout.on("data", (chunk: Buffer) => (said += chunk));
  run.stderr.on("data", (chunk: Buffer) => (said += chunk));
  const code = await new Promise((done) => run.once("exit", done));
  expect(code, said).toBe(0);
  const report = JSON.parse(said.trim().split("\n").at(-1) ?? "");
  expect(report, said).toMatchObject({ calls: 100, errors: 0 });
});
