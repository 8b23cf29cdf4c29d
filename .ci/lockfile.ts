import { readFileSync } from "node:fs";
import * as z from "zod";

/** What package-lock.json says of one installed place: the same package may lie in several, in several versions. */
export type Installed = { name: string; version: string; licence: string | undefined };

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      name: z.string().optional(),
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

/** Everything that production installs, on whatever platform; development's own packages are left out. */
export function inProduction(lock: unknown): Installed[] {
  return Object.entries(lockfile.parse(lock).packages).flatMap(([path, entry]) => {
    if (path === "" || entry.dev || entry.link) return [];
    const name = entry.name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    return [{ name, version: entry.version ?? "", licence: entry.license }];
  });
}

export const readLock = (root: string): unknown => JSON.parse(readFileSync(`${root}/package-lock.json`, "utf8"));
