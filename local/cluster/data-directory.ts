import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { end, processInfo } from "../processes";
import { type Account, mayReach } from "./account";
import { postgresBinary } from "./binaries";

/** The data directory: made once, and freed of what an earlier run left behind. */

/** Makes the cluster where there is none and returns its password, which lives inside it. */
export async function prepareCluster(dir: string, account: Account): Promise<string> {
  mkdirSync(dir, { recursive: true });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(dir, account.uid, account.gid);
  for (const path of [postgresBinary("initdb"), dir]) {
    if (mayReach(path, account)) continue;
    throw new Error(
      `Postgres does not run as root, and its user "postgres" cannot read ${path}. ` +
        "Move the project out of a private directory, run as another user, or set DATABASE_URL.",
    );
  }
  const passwordFile = join(dir, "mandap-password");
  if (existsSync(join(dir, "PG_VERSION")) && existsSync(passwordFile)) return readFileSync(passwordFile, "utf8");
  if (existsSync(join(dir, "PG_VERSION"))) throw new Error(`${dir} holds a cluster that was not made here.`);

  const password = randomBytes(18).toString("base64url");
  await initdb(dir, password, account);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  return password;
}

async function initdb(dir: string, password: string, account: Account): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), "mandap-initdb-"));
  const pwfile = join(temporary, "password");
  writeFileSync(pwfile, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(temporary, account.uid, account.gid);
    chownSync(pwfile, account.uid, account.gid);
  }
  chmodSync(postgresBinary("postgres"), 0o755);
  chmodSync(postgresBinary("initdb"), 0o755);
  const locale = ["--encoding=UTF8", ...((await isOlderThan17()) ? OF_THE_SYSTEM : OF_POSTGRES)];
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${pwfile}`];
  const make = (more: string[]) =>
    promisify(execFile)(postgresBinary("initdb"), [`--pgdata=${dir}`, ...access, ...locale, ...more], {
      ...account,
      cwd: "/",
    });
  try {
    // Where the system has no such ctype, the search for what is written in Devanagari does without its index.
    await make(KNOWS_DEVANAGARI).catch(() => make([]));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Letters and order of C.UTF-8, which Postgres has of its own from 17 on. */
const OF_POSTGRES = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
const OF_THE_SYSTEM = ["--locale=C.UTF-8"];
/** pg_trgm asks the system, not Postgres, what a letter is: by C nothing but ASCII is. */
const KNOWS_DEVANAGARI = ["--lc-ctype=C.UTF-8"];

async function isOlderThan17(): Promise<boolean> {
  const { stdout } = await promisify(execFile)(postgresBinary("initdb"), ["--version"]);
  return Number(/(\d+)/.exec(stdout)?.[1]) < 17;
}

/** Stops a Postgres that still runs on this directory, and removes a lock file whose owner is gone. */
export async function freeCluster(dir: string): Promise<"clean" | "stale" | "stopped"> {
  const lock = join(dir, "postmaster.pid");
  if (!existsSync(lock)) return "clean";
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  const owner = processInfo(pid);
  const ours = owner !== null && /postgres/.test(owner.command) && owner.command.includes(dir);
  if (ours)
    await end(pid, [
      ["SIGINT", 10_000],
      ["SIGQUIT", 5_000],
    ]);
  rmSync(lock, { force: true });
  return ours ? "stopped" : "stale";
}
