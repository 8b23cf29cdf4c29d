import "server-only";
import { format, stripVTControlCharacters } from "node:util";
import { log } from "@/lib/log";

/**
 * What Next has to say of a page that failed becomes a line of the log like any other: one line, under the request's id,
 * and without what a statement was given. `digest` is the reference that the page shows.
 */
export function logConsole(): void {
  for (const level of ["error", "warn"] as const) {
    console[level] = (...said: unknown[]) => {
      const err = said.find((one) => one instanceof Error);
      const text = stripVTControlCharacters(format(...said.filter((one) => one !== err))).replace(/^[⨯⚠\s]+/, "");
      const digest = err && "digest" in err ? { digest: err.digest } : {};
      log[level](err ? { err, ...digest } : {}, text.trim() || "Next failed");
    };
  }
}
