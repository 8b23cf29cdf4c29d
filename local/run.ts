import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { banner } from "./banner";
import { keepRunning } from "./child";
import { EnvFile } from "./env-file";
import { hasFreshBuild } from "./fresh-build";
import { whenParentsGo } from "./parents";
import { Pids } from "./pids";
import { whenListening } from "./ports";
import { run, runScript } from "./scripts";
import { startServices, stopAll } from "./services";
import { loadEnvFiles, localDir, ROOT } from "./settings";

/**
 * The supervisor: `dev` (next dev), `preview` (the production build), `services` (everything but Next).
 * Nothing it starts outlives it, except after kill -9, and then the next start clears up.
 */
const mode = process.argv[2] ?? "dev";
const say = (text: string) => console.log(`local: ${text}`);
const stops: (() => Promise<void>)[] = [];
const NEXT = join("node_modules", "next", "dist", "bin", "next");

process.chdir(ROOT);
loadEnvFiles();
mkdirSync(localDir(), { recursive: true });
const pids = new Pids(localDir());
const envFile = new EnvFile(localDir());

const interrupted = new AbortController();
async function stop(code: number): Promise<void> {
  if (interrupted.signal.aborted) return;
  interrupted.abort();
  await stopAll(stops);
  // What was just starting when the signal came.
  await started;
  await stopAll(stops);
  envFile.remove();
  pids.forgetAll();
  process.exit(code);
}

async function main(): Promise<void> {
  if (!["dev", "preview", "services"].includes(mode)) throw new Error(`Unknown mode ${mode}: dev, preview or services`);
  const other = pids.running();
  if (other) {
    say(`Mandap runs here already (process ${other}). Stop it first: Ctrl-C there, or kill ${other}.`);
    process.exit(1);
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
  whenParentsGo(() => void stop(0));
  const orphans = await pids.clearOrphans();
  if (orphans.length > 0) say(`stopped what an earlier run left behind: ${orphans.join(", ")}`);
  pids.add("supervisor", process.pid);

  const onGiveUp = () => {
    say("a service dies again and again; giving up");
    void stop(1);
  };
  const services = await startServices({ pids, say, onGiveUp, stops, interrupted: interrupted.signal });
  envFile.write({ ...services.env, LOCAL_INBOX_URL: services.inboxUrl ?? undefined });
  await script(services.env, "db/migrate.ts");
  await script(services.env, "db/seed/run.ts", "--if-empty");
  if (mode !== "services") await startNext(services.port, services.env, onGiveUp);
  console.log(banner(services, mode !== "services"));
}

async function script(env: NodeJS.ProcessEnv, ...args: string[]): Promise<void> {
  interrupted.signal.throwIfAborted();
  await runScript(args, env, stops);
}

async function startNext(port: number, env: NodeJS.ProcessEnv, onGiveUp: () => void): Promise<void> {
  interrupted.signal.throwIfAborted();
  if (mode === "preview" && !hasFreshBuild()) await run([NEXT, "build"], env, stops);
  interrupted.signal.throwIfAborted();
  const next = await keepRunning({
    name: "Next",
    args: [NEXT, mode === "preview" ? "start" : "dev", "--port", String(port)],
    env,
    waitUntilReady: false,
    onEvent: say,
    onPid: (pid) => pids.add("next", pid),
    onGiveUp,
  });
  stops.push(next.stop);
  await whenListening(port, interrupted.signal);
}

const started: Promise<void> = main().catch((error: unknown) => {
  if (interrupted.signal.aborted) return;
  console.error(error instanceof Error ? `local: ${error.message}` : error);
  setImmediate(() => void stop(1));
});
