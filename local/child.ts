import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { end, signal } from "./processes";

export type ChildOptions = {
  name: string;
  /** Arguments for Node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Waits for the child's word before it counts as started. */
  waitUntilReady: boolean;
  onEvent: (text: string) => void;
  onPid: (pid: number) => void;
  /** It dies faster than it can be started again. */
  onGiveUp: () => void;
};
export type Child = { pid: () => number | undefined; stop: () => Promise<void> };

const QUICK_MS = 10_000;
const QUICK_DEATHS = 6;

/** Keeps one Node process running until `stop`; each has a process group of its own. */
export async function keepRunning(options: ChildOptions): Promise<Child> {
  let current: ChildProcess | undefined;
  let stopping = false;
  let quickDeaths = 0;

  const launch = (): Promise<void> => {
    const startedAt = Date.now();
    const child = spawn(process.execPath, options.args, {
      env: options.env,
      stdio: ["ignore", "inherit", "inherit", ...(options.waitUntilReady ? (["ipc"] as const) : [])],
      detached: true,
      windowsHide: true,
    });
    current = child;
    if (child.pid) options.onPid(child.pid);
    return new Promise((started, failed) => {
      if (!options.waitUntilReady) started();
      child.once("message", () => started());
      child.once("error", failed);
      child.once("exit", (code, killedBy) => {
        if (child.pid) signal(child.pid, "SIGKILL", true);
        failed(new Error(`${options.name} ended before it was ready`));
        if (stopping) return;
        quickDeaths = Date.now() - startedAt < QUICK_MS ? quickDeaths + 1 : 1;
        if (quickDeaths >= QUICK_DEATHS) return options.onGiveUp();
        options.onEvent(`${options.name} ended (${killedBy ?? `code ${code}`}); starting it again`);
        void again(quickDeaths);
      });
    });
  };
  const again = async (attempt: number) => {
    await sleep(Math.min(100 * 2 ** (attempt - 1), 5_000));
    if (!stopping) await launch().catch(() => undefined);
  };

  await launch();
  return {
    pid: () => current?.pid,
    stop: async () => {
      stopping = true;
      if (current?.pid) await end(current.pid, [["SIGTERM", 5_000]], true);
    },
  };
}
