import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { inProduction, readLock } from "../lockfile";
import { AT_LEAST, advisoryFaults } from "./faults";

/** Fails on a production dependency with a known hole: by our own list, and by the registry's where it can be asked. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const faults = advisoryFaults(inProduction(readLock(root)));
const heard = ask();

for (const fault of faults) console.error(`advisories: ${fault}`);
for (const fault of heard ?? []) console.error(`advisories: npm audit: ${fault}`);
if (heard === null) console.log("advisories: the registry could not be asked; only our own list was");
const sound = faults.length + (heard ?? []).length === 0;
if (sound) console.log(`advisories: nothing is behind ${AT_LEAST.length} known fixes`);
process.exitCode = sound ? 0 : 1;

/** High and critical ones as `npm audit` knows them; null where no registry answers, as on closed networks. */
function ask(): string[] | null {
  const args = ["audit", "--omit=dev", "--package-lock-only", "--json", "--fetch-retries=0", "--fetch-timeout=15000"];
  const { stdout } = spawnSync("npm", args, { cwd: root, encoding: "utf8", timeout: 30_000 });
  const report = z
    .object({ vulnerabilities: z.record(z.string(), z.looseObject({ severity: z.string() })) })
    .safeParse(parse(stdout));
  if (!report.success) return null;
  return Object.entries(report.data.vulnerabilities)
    .filter(([, { severity }]) => severity === "high" || severity === "critical")
    .map(([name, { severity }]) => `${name} (${severity})`);
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}
