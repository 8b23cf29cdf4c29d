import { spawn } from "node:child_process";
import { expect, test } from "@playwright/test";

test("of two servers behind a balancer either may be killed: nothing acknowledged is missing, and they never contradict each other", async () => {
  test.setTimeout(300_000);
  // A site of its own beside the one that the other tests use; bench/two-servers/run.ts says what it looks for.
  const run = spawn(process.execPath, ["--import", "tsx", "--conditions=react-server", "bench/two-servers/run.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  run.stdout.on("data", (chunk: Buffer) => (said += chunk));
  run.stderr.on("data", (chunk: Buffer) => (said += chunk));
  const code = await new Promise((done) => run.once("exit", done));
  expect(code, said).toBe(0);
  const report = JSON.parse(said.trim().split("\n").at(-1) ?? "");
  expect(report.held).toBeGreaterThan(20);
  expect(report.jobs).toMatchObject({ twice: 0, sweepsTooMany: 0 });
});
