import { execFileSync } from "node:child_process";

export type Account = { uid?: number; gid?: number };

/** Postgres refuses to run as root: there it gets a system user of its own, made when missing. Elsewhere it runs as you. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const found = lookUp();
  if (found) return found;
  execFileSync("groupadd", ["--system", "--force", "postgres"]);
  execFileSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  const made = lookUp();
  if (!made) throw new Error("Could not create the system user `postgres`; set DATABASE_URL, or do not run as root.");
  return made;
}

function lookUp(): Account | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

/** True when that user may reach the path (a home directory closed to others is the usual obstacle). */
export function mayReach(path: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  try {
    execFileSync("test", ["-r", path], { ...account, stdio: "ignore", cwd: "/" });
    return true;
  } catch {
    return false;
  }
}
