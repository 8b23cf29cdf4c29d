import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** pg_dump and a server that it can dump: it must be as new as the server. `bin` empty: the server that comes from npm. */
export type Tools = { version: number; bin: string | null };

const NEWEST_FROM_NPM = 18;

/** Null, with the reason said aloud, where this machine has nothing to make a dump with: no npm package holds a pg_dump. */
export function findTools(): Tools | null {
  const version = versionOf("pg_dump");
  if (version === null) return without("there is no pg_dump on the PATH (Debian: postgresql-client)");
  if (versionOf("psql") === null || versionOf("pg_restore") === null) return without("psql or pg_restore is missing");
  if (version >= NEWEST_FROM_NPM) return { version, bin: null };
  const bin = `/usr/lib/postgresql/${version}/bin`;
  if (["postgres", "initdb"].every((name) => existsSync(join(bin, name)))) return { version, bin };
  return without(`pg_dump ${version} is older than the server from npm, and ${bin} holds no server of its own version`);
}

function without(reason: string): null {
  console.warn(`\nRESTORE NOT PROVEN: ${reason}\n`);
  return null;
}

function versionOf(tool: string): number | null {
  try {
    const said = execFileSync(tool, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return Number(/(\d+)/.exec(said)?.[1]) || null;
  } catch {
    return null;
  }
}
