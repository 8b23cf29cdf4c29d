import { spawn } from "node:child_process";
import { expect } from "@playwright/test";

/** Runs a program of bench/ to its end, which must be a good one. Its last line is a report as JSON; `said` is all of it. */
export async function runBench<Report>(
  program: string,
  env: Record<string, string> = {},
): Promise<{ report: Report; said: string }> {
  const run = spawn(process.execPath, ["--import", "tsx", "--conditions=react-server", `bench/${program}`], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  run.stdout.on("data", (chunk: Buffer) => (said += chunk));
  run.stderr.on("data", (chunk: Buffer) => (said += chunk));
  const code = await new Promise((done) => run.once("exit", done));
  expect(code, said).toBe(0);
  return { report: JSON.parse(said.trim().split("\n").at(-1) ?? ""), said };
}
