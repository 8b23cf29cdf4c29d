import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Account, mayReach } from "./account";

/**
 * The path itself where Postgres' user may reach its folder. For root in a private directory (`mktemp -d`, a closed home)
 * that is not so: then a path of its own below /var/tmp, always the same for the same path.
 */
export function inTheOpen(path: string, account: Account): string {
  let known = dirname(path);
  while (!existsSync(known)) known = dirname(known);
  if (mayReach(known, account)) return path;
  const id = createHash("sha256").update(path).digest("hex").slice(0, 16);
  return join("/var/tmp", `mandap-${basename(path)}-${id}`);
}
