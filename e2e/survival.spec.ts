import { spawn } from "node:child_process";
import { expect, test } from "@playwright/test";

test("after kill -9 of the app, Postgres and Upstash under load nothing acknowledged is missing, and the site comes back", async () => {
  test.setTimeout(180_000);
  // A site of its own beside the one that the other tests use; bench/chaos/run.ts says what it looks for.
  const run = spawn(process.execPath, ["--import", "tsx", "--conditions=react-server", "bench/chaos/run.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  run.stdout.on("data", (chunk: Buffer) => (said += chunk));
  run.stderr.on("data", (chunk: Buffer) => (said += chunk));
  const code = await new Promise((done) => run.once("exit", done));
  expect(code, said).toBe(0);
  const report = JSON.parse(said.trim().split("\n").at(-1) ?? "");
  expect(report.kills.map((kill: { victim: string }) => kill.victim)).toEqual(["app", "postgres", "upstash"]);
  expect(report.held).toBeGreaterThan(20);
  expect(report.captured).toBeGreaterThan(10);
});
