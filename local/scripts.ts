import { spawn } from "node:child_process";
import { end } from "./processes";
import { ROOT } from "./settings";

/** Runs one script of the project to its end, under tsx; throws when it fails. */
export function runScript(args: string[], env: NodeJS.ProcessEnv, stops?: (() => Promise<void>)[]): Promise<void> {
  return run(["--import", "tsx", "--conditions=react-server", ...args], env, stops);
}

/** Runs Node with these arguments to its end; throws when it fails. */
export function run(args: string[], env: NodeJS.ProcessEnv, stops: (() => Promise<void>)[] = []): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
    windowsHide: true,
  });
  const stop = async () => {
    if (child.pid) await end(child.pid, [["SIGTERM", 3_000]], true);
  };
  stops.push(stop);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      const index = stops.indexOf(stop);
      if (index >= 0) stops.splice(index, 1);
      if (code === 0) resolve();
      else reject(new Error(`${args.find((arg) => !arg.startsWith("-") && arg !== "tsx")} failed (${signal ?? code})`));
    });
  });
}
