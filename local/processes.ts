import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A look at other processes: who they are, and ending them for certain. */

export type ProcessInfo = {
  pid: number;
  parent: number /** unique together with the pid */;
  started: string;
  command: string;
};

/** `null` when there is no such process. Reads /proc where there is one, asks `ps` elsewhere. */
export function processInfo(pid: number): ProcessInfo | null {
  if (!Number.isSafeInteger(pid) || pid < 1) return null;
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): ProcessInfo | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return { pid, parent: Number(fields[1]), started: fields[19] ?? "", command };
  } catch {
    return null;
  }
}

function fromPs(pid: number): ProcessInfo | null {
  try {
    const line = execFileSync("ps", ["-ww", "-o", "ppid=,stat=,lstart=,command=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const match = /^\s*(\d+)\s+(\S+)\s+(.{24})\s+(.*)$/.exec(line.trimEnd());
    if (!match?.[1] || match[2]?.startsWith("Z")) return null;
    return { pid, parent: Number(match[1]), started: match[3] ?? "", command: match[4] ?? "" };
  } catch {
    return null;
  }
}

/** Sends a signal to a process, or (`group`) to it and all that it started; false when nobody was there. */
export function signal(pid: number, name: NodeJS.Signals, group = false): boolean {
  try {
    process.kill(group && process.platform !== "win32" ? -pid : pid, name);
    return true;
  } catch {
    return false;
  }
}

/** Ends a process by the given signals, each with its patience in milliseconds; SIGKILL comes last. */
export async function end(pid: number, steps: [NodeJS.Signals, number][], group = false): Promise<void> {
  const before = processInfo(pid);
  const gone = () => processInfo(pid)?.started !== before?.started;
  for (const [name, patience] of [...steps, ["SIGKILL", 5_000] satisfies [NodeJS.Signals, number]]) {
    if (!before || gone()) break;
    signal(pid, name, group);
    const deadline = Date.now() + patience;
    while (!gone() && Date.now() < deadline) await sleep(50);
  }
  if (group && before) signal(pid, "SIGKILL", true);
}
