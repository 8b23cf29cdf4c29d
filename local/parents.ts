import { type ProcessInfo, processInfo } from "./processes";

/**
 * Calls back when a process that we were started through (tsx, its shell, npm) is gone: someone killed that one and
 * believes that all has ended. Whoever started npm may leave: that is how one runs things in the background.
 */
export function whenParentsGo(callback: () => void): void {
  const parents = launchers();
  const timer = setInterval(() => {
    if (parents.every(({ pid, started }) => processInfo(pid)?.started === started)) return;
    clearInterval(timer);
    callback();
  }, 1_000);
  timer.unref();
}

function launchers(): ProcessInfo[] {
  const chain: ProcessInfo[] = [];
  for (let pid = process.ppid; chain.length < 4; ) {
    const info = processInfo(pid);
    if (!info) break;
    chain.push(info);
    if (/^npm |npm-cli\.js|npx-cli\.js/.test(info.command)) return chain;
    if (!info.command.includes("local/run.ts")) break;
    pid = info.parent;
  }
  return chain.slice(0, 1).filter(({ command }) => command.includes("tsx") && !/^\S*sh /.test(command));
}
