import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Account, mayReach } from "./account";

/**
 * The path itself where Postgres' user may reach it. For root in a private directory (`mktemp -d`, a closed home) that is
 * not so: then a path of its own below /var/tmp, always the same for the same path.
 */
export function inTheOpen(path: string, account: Account): string {
  let known = path;
  while (!existsSync(known)) known = dirname(known);
  if (mayReach(known, account)) return path;
  return join("/var/tmp", `mandap-${createHash("sha256").update(path).digest("hex").slice(0, 16)}`);
}
