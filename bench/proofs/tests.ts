import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { ended, node, ROOT } from "../site";
import { seconds } from "./seconds";

/** How many histories the model is held against, and which. */
export const RUNS = 2_000;
export const SEED = process.env.PROVE_SEED ?? "20270207";

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ title: z.string(), status: z.string(), duration: z.number().nullish() })),
    }),
  ),
});

/** Database tests at full size; what each took. */
export async function vitest(name: string, files: string[], env: Record<string, string> = {}): Promise<string> {
  const out = join(ROOT, "bench", "results", `${name}.json`);
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "db", "--reporter=json", `--outputFile=${out}`];
  const code = await ended(
    node([...args, ...files], { PROVE: "1", PROVE_SEED: SEED, PROVE_RUNS: String(RUNS), ...env }),
  );
  const report = vitestReport.parse(JSON.parse(readFileSync(out, "utf8")));
  if (code !== 0 || !report.success)
    throw new Error(`${name}: ${report.numPassedTests} of ${report.numTotalTests} passed`);
  return report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ title, duration }) => `  - ${title} (${seconds(duration ?? 0)})`)
    .join("\n");
}

const timed = z.array(z.object({ name: z.string(), p50: z.number(), p95: z.number() }));
/** So many of the slowest are named. */
const NAMED = 12;

export async function dashboard(): Promise<string> {
  const file = join(ROOT, "bench", "results", "dashboard.txt");
  writeFileSync(file, "");
  const held = await vitest("dashboard", ["lib/reports/dashboard.db.test.ts"], { PROVE_FIGURES: file });
  const [searches = [], screens = []] = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => timed.parse(JSON.parse(line)));
  const lines = [searches, screens].map((all) => {
    const named = all.slice(0, NAMED).map(({ name, p50, p95 }) => `${name} ${p50.toFixed(0)} ms (${p95.toFixed(0)})`);
    return `  - ${all.length} kinds, the median and in brackets p95, the slowest: ${named.join("; ")}`;
  });
  return [held, ...lines].join("\n");
}
