import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { signal } from "../../local/processes";
import { ask } from "../../local/testing/ask";
import { ROOT } from "../site";
import type { Told } from "./families";

export const VICTIMS = ["app", "postgres", "upstash"] as const;
export type Victim = (typeof VICTIMS)[number];
export type Kill = { victim: Victim; backMs: number };

/** An address of the site that reads from its database. */
type Reachable = { port: number; host: string; path: string };

const pids = z.record(z.string(), z.object({ pid: z.number() }));

export function pidOf(dir: string, victim: Victim): number {
  const read = (...path: string[]) => readFileSync(join(ROOT, dir, ...path), "utf8");
  if (victim === "postgres") return Number(read("postgres", "postmaster.pid").split("\n")[0]);
  const pid = pids.parse(JSON.parse(read("pids.json")))[victim === "app" ? "next" : victim]?.pid;
  if (!pid) throw new Error(`${victim} does not run`);
  return pid;
}

/** `kill -9`, then how long until the site reads from its database and takes a booking again. */
export async function killAndWait(dir: string, victim: Victim, site: Reachable, told: Told): Promise<Kill> {
  const { port, host, path } = site;
  const pid = pidOf(dir, victim);
  const began = Date.now();
  if (!signal(pid, "SIGKILL")) throw new Error(`${victim} was gone already`);
  const before = told.held.length;
  const deadline = began + 60_000;
  for (; Date.now() < deadline; await sleep(50)) {
    const answer = await ask(port, { path, headers: { host }, timeoutMs: 2_000 }).catch(() => null);
    if (answer?.status === 200 && told.held.length > before + IN_FLIGHT) return { victim, backMs: Date.now() - began };
  }
  throw new Error(`the site did not come back within a minute of killing ${victim}`);
}

/** So many holds may have been committed before the kill and only then been answered. */
const IN_FLIGHT = 6;
