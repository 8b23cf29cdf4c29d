import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { IConfiguration } from "dependency-cruiser";
import * as z from "zod";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CRUISER = join(ROOT, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
const CONFIG = join(ROOT, ".dependency-cruiser.cjs");
const PLACES = [
  "app",
  "components",
  "db",
  "lib",
  "local",
  "proxy.ts",
  "worker.ts",
  "instrumentation.ts",
  "instrumentation-node.ts",
];

const resultSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

export type Violation = { rule: string; from: string; to: string };

const config: IConfiguration = createRequire(import.meta.url)(CONFIG);
export const RULES: string[] = (config.forbidden ?? []).map((rule) => rule.name ?? "unnamed");

/** Holds the tree in `dir`, or the places of it that are named, against the directions. */
export async function cruiseTree(dir: string, places = PLACES): Promise<{ modules: number; violations: Violation[] }> {
  const present = places.filter((place) => existsSync(join(dir, place)));
  if (present.length === 0) return { modules: 0, violations: [] };
  const { modules, summary } = resultSchema.parse(JSON.parse(await cruiser(dir, present)));
  return {
    modules: modules.filter(({ source }) => !source.includes("node_modules/")).length,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

function cruiser(cwd: string, places: string[]): Promise<string> {
  const args = [CRUISER, "--config", CONFIG, "--ts-config", "tsconfig.json", "--output-type", "json", ...places];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 256 * 2 ** 20 }, (error, stdout, stderr) => {
      if (stdout) resolve(stdout);
      else reject(new Error(stderr || "dependency-cruiser said nothing", { cause: error }));
    });
  });
}
