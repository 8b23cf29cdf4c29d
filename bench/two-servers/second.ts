import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { end, signal } from "../../local/processes";
import { ask } from "../../local/testing/ask";
import { pidOf } from "../chaos/killing";
import { ended, node, ROOT, type Site } from "../site";

/** A second server beside a site's own, on the same database and cache, which the proof may kill and start again. */
export async function startSecond(site: Site, port: number) {
  const next = join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const launch = async () => {
    const env = Object.fromEntries(
      Object.entries(site.env).filter((one): one is [string, string] => one[1] !== undefined),
    );
    const child = node([next, "start", "--port", String(port)], { ...env, NODE_ENV: "production", PORT: String(port) });
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
      if (child.exitCode !== null) throw new Error(`the second server ended with ${child.exitCode}`);
      if ((await ask(port, { path: "/en" }).catch(() => null))?.status === 200) return child;
    }
    throw new Error("the second server does not answer");
  };
  let child = await launch();
  return {
    /** `kill -9`, a pause, and a new one in its place; milliseconds until that answers. */
    async killAndStart(pauseMs: number): Promise<number> {
      const began = Date.now();
      if (child.pid) signal(child.pid, "SIGKILL");
      await ended(child);
      await sleep(pauseMs);
      child = await launch();
      return Date.now() - began;
    },
    /** Told to end, as in an upgrade, and another in its place. */
    async replace(): Promise<void> {
      if (child.pid) await end(child.pid, [["SIGTERM", PATIENCE_MS]]);
      child = await launch();
    },
    stop: async () => {
      if (child.pid) await end(child.pid, [["SIGTERM", 15_000]]);
    },
  };
}

const PATIENCE_MS = 30_000;

/** The same for the site's own, which its supervisor starts again. */
export async function replaceSupervised(dir: string, port: number): Promise<void> {
  await end(pidOf(dir, "app"), [["SIGTERM", PATIENCE_MS]]);
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    if ((await ask(port, { path: "/en" }).catch(() => null))?.status === 200) return;
  }
  throw new Error("the supervised server does not come back");
}
