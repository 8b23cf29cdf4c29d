import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { postgresAccount } from "./cluster/account";
import { postgresBinary } from "./cluster/binaries";
import { freeCluster, prepareCluster } from "./cluster/data-directory";
import { inTheOpen } from "./cluster/in-the-open";
import { createOwner } from "./cluster/owner";
import { freePort } from "./ports";
import { end, processInfo, signal } from "./processes";

export type PostgresOptions = {
  /** The data directory; made when missing. */
  dir: string;
  /** 0, the default: any free one. */
  port?: number;
  /** Throw-away data: skips fsync. An acknowledged commit still survives a killed process. */
  throwAway?: boolean;
  /** Where the server's log goes; nowhere by default. */
  logFile?: string;
  onEvent?: (text: string) => void;
};
export type LocalPostgres = {
  /** The app's connection: role `mandap_owner`, owner of database `mandap`, not a superuser. */
  url: string;
  /** The superuser's, for making and dropping databases. */
  adminUrl: string;
  port: number;
  /** Where its data really is: `inTheOpen` of the directory that was asked for. */
  dir: string;
  pid: () => number | undefined;
  stop: () => Promise<void>;
};

/** Starts Postgres and keeps it running, through crashes too, until `stop`. */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const account = postgresAccount();
  const dir = inTheOpen(resolve(options.dir), account);
  const say = options.onEvent ?? (() => undefined);
  if ((await freeCluster(dir)) === "stopped") say("stopped a Postgres that an earlier run left behind");
  const password = await prepareCluster(dir, account);
  const port = options.port || (await freePort(54_320 + Math.floor(Math.random() * 5_000)));
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

  let child: ChildProcess | undefined;
  let stopping = false;
  const launch = () => {
    const log = options.logFile ? openSync(options.logFile, "a") : undefined;
    const started = spawn(postgresBinary("postgres"), ["-D", dir, "-p", String(port), ...settings(options)], {
      ...account,
      cwd: dirname(dir),
      stdio: ["ignore", log ?? "ignore", log ?? "ignore"],
      // A group of its own: Ctrl-C reaches us alone, so that the app can finish before its database goes.
      detached: true,
      windowsHide: true,
    });
    if (log !== undefined) closeSync(log);
    started.once("error", (error) => say(`Postgres: ${error.message}`));
    child = started;
    return started;
  };

  const runUntilStopped = async (first: ChildProcess) => {
    let current = first;
    while (!stopping) {
      await exitOf(current);
      if (stopping) return;
      say("Postgres ended; starting it again");
      await freeCluster(dir);
      current = launch();
      await Promise.race([sleep(500), exitOf(current)]);
    }
  };
  // Whoever ends without `stop` (a failed test run, say) still takes its database along.
  const endWithUs = () => {
    if (child?.pid) signal(child.pid, "SIGQUIT");
  };
  process.once("exit", endWithUs);
  const running = runUntilStopped(launch());
  const stop = async () => {
    stopping = true;
    process.removeListener("exit", endWithUs);
    if (child?.pid)
      await end(child.pid, [
        ["SIGINT", 10_000],
        ["SIGQUIT", 3_000],
      ]);
    await running;
  };
  try {
    await answers(adminUrl);
    await createOwner(adminUrl, password);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = `postgres://mandap_owner:${password}@127.0.0.1:${port}/mandap`;
  return { url, adminUrl, port, dir, pid: () => (child?.pid && processInfo(child.pid) ? child.pid : undefined), stop };
}

function settings({ throwAway }: PostgresOptions): string[] {
  const values = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    // By default it takes disks that turn: a page off the row costs four times a page in it. No database has them today.
    random_page_cost: "1.1",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(throwAway ? { fsync: "off", full_page_writes: "off" } : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const exitOf = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) done();
    else child.once("exit", () => done());
  });

/** Waits until the server takes a query. */
async function answers(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error("Postgres did not answer within 30 s", { cause: error });
      await sleep(60);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}
