import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./settings";

/** What a production build is made from. */
const SOURCES = [
  "app",
  "components",
  "db",
  "drizzle",
  "lib",
  "public",
  "next.config.ts",
  "proxy.ts",
  "postcss.config.mjs",
];
const MORE = ["instrumentation.ts", "instrumentation-node.ts", "worker.ts", "package-lock.json", "tsconfig.json"];

/** True when `.next` holds a build that is newer than everything it is made from. */
export function hasFreshBuild(): boolean {
  const built = modified(join(ROOT, ".next", "BUILD_ID"));
  return built > 0 && [...SOURCES, ...MORE].every((path) => newest(join(ROOT, path)) < built);
}

function newest(path: string): number {
  const entries = children(path);
  return entries === null
    ? modified(path)
    : Math.max(modified(path), ...entries.map((name) => newest(join(path, name))));
}

function children(path: string): string[] | null {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
