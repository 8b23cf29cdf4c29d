import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { end } from "../local/processes";
import { ask } from "../local/testing/ask";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NEXT = join(ROOT, "node_modules", "next", "dist", "bin", "next");
const PATIENCE_MS = 10 * 60_000;

export type Site = { port: number; env: NodeJS.Dict<string>; stop: () => Promise<void> };
export type Place = { dir: string; ports: Record<string, string>; env?: Record<string, string> };

/** The production build on local services of its own; `env` is what the app was started with. */
export async function startSite({ dir, ports, env }: Place): Promise<Site> {
  await ended(node(["--import", "tsx", join("local", "reset.ts")], { LOCAL_DIR: dir }));
  const supervisor = node(["--import", "tsx", join("local", "run.ts"), "preview"], {
    ...{ LOG_LEVEL: "error", ...env, ...ports, LOCAL_DIR: dir },
  });
  const stop = async () => {
    if (supervisor.exitCode === null) supervisor.kill("SIGTERM");
    await ended(supervisor);
  };
  try {
    const file = join(ROOT, dir, "env");
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(300)) {
      if (supervisor.exitCode !== null) throw new Error(`the site ended with ${supervisor.exitCode}`);
      if (!existsSync(file)) continue;
      const told = parseEnv(readFileSync(file, "utf8"));
      const port = Number(told.PORT);
      if ((await ask(port, { path: "/en" }).catch(() => null))?.status === 200) return { port, env: told, stop };
    }
    throw new Error("the site was not ready in time");
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A site that runs already, by the directory of its local services; nobody here ends it. */
export function running(dir: string): Site {
  const env = parseEnv(readFileSync(resolve(ROOT, dir, "env"), "utf8"));
  return { port: Number(env.PORT), env, stop: async () => undefined };
}

/** The bare application beside it, built and started. */
export async function startBare(port: number): Promise<{ port: number; stop: () => Promise<void> }> {
  const dir = join("bench", "bare");
  const built = node([NEXT, "build", dir]);
  if ((await ended(built)) !== 0) throw new Error("the bare application was not built");
  const server = node([NEXT, "start", dir, "--port", String(port)], { NODE_ENV: "production" });
  const stop = async () => {
    if (server.pid) await end(server.pid, [["SIGTERM", 3_000]]);
  };
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(200)) {
    if ((await ask(port, { path: "/api/bare" }).catch(() => null))?.status === 200) return { port, stop };
  }
  await stop();
  throw new Error("the bare application does not answer");
}

/** Node with these arguments, its words in a file: a terminal would slow down what is measured. */
export function node(args: string[], env: Record<string, string> = {}): ChildProcess {
  mkdirSync(join(ROOT, "bench", "results"), { recursive: true });
  const log = openSync(join(ROOT, "bench", "results", "log.txt"), "a");
  return spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", log, log] });
}

export const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
    else child.once("exit", (code) => done(code));
  });
