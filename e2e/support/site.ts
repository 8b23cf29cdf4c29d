import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";

/** The site under test: the production build on local services of its own, beside any that someone works with. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DIR = ".local-e2e";
const PORTS = {
  PORT: "3100",
  LOCAL_POSTGRES_PORT: "5533",
  LOCAL_UPSTASH_PORT: "8179",
  LOCAL_RAZORPAY_PORT: "8178",
  LOCAL_INBOX_PORT: "8125",
};
const PATIENCE_MS = 8 * 60_000;

/** Starts it with an empty database, demo halls and all; returns how to stop it. E2E_DIR names one that runs already. */
export async function startSite(): Promise<() => Promise<void>> {
  if (process.env.E2E_DIR) {
    adopt(process.env.E2E_DIR);
    return async () => undefined;
  }
  const reset = supervise("reset.ts");
  await ended(reset);
  rmSync(join(ROOT, DIR), { recursive: true, force: true });
  const supervisor = supervise("run.ts", "preview");
  const stop = async () => {
    if (supervisor.exitCode === null) supervisor.kill("SIGTERM");
    await ended(supervisor);
  };
  try {
    await untilReady(supervisor);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

function supervise(file: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", join("local", file), ...args], {
    cwd: ROOT,
    // All browsers of the tests call from one address.
    env: {
      ...process.env,
      ...PORTS,
      ...{ API_RATE_LIMIT_PER_MINUTE: "100000", LOCAL_DIR: DIR, LOG_LEVEL: process.env.LOG_LEVEL ?? "warn" },
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
}

async function untilReady(supervisor: ChildProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (supervisor.exitCode !== null)
      throw new Error(`The site ended with ${supervisor.exitCode} before it was ready.`);
    if (existsSync(join(ROOT, DIR, "env"))) {
      adopt(DIR);
      if ((await statusOf(`${process.env.E2E_URL}/mr`)) === 200) return;
    }
    await sleep(500);
  }
  throw new Error("The site was not ready in time.");
}

/** All that the app was started with. */
export function siteEnv(): NodeJS.Dict<string> {
  return parseEnv(readFileSync(process.env.E2E_ENV_FILE ?? "", "utf8"));
}

/** What the tests need to know of it; their worker processes inherit it. */
function adopt(dir: string): void {
  process.env.E2E_ENV_FILE = resolve(ROOT, dir, "env");
  const env = siteEnv();
  process.env.E2E_URL = `http://localhost:${env.PORT ?? process.env.PORT}`;
  process.env.E2E_INBOX_URL = env.LOCAL_INBOX_URL;
  process.env.E2E_RAZORPAY_URL = env.RAZORPAY_API_URL;
  process.env.E2E_DATABASE_URL = env.DATABASE_URL;
  process.env.E2E_SECRET = env.NEXTAUTH_SECRET;
}

/** 0 where nobody answers. */
export function statusOf(url: string): Promise<number> {
  return new Promise((done) => {
    const call = request(url, { timeout: 10_000 }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    call.on("error", () => done(0));
    call.on("timeout", () => call.destroy());
    call.end();
  });
}

const ended = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once("exit", () => done());
  });
