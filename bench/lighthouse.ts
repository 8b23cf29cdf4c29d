import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { findBrowser } from "../e2e/support/chromium";
import { ended, node, ROOT } from "./site";

const DIR = join(ROOT, "bench", "lighthouse");
const OUT = join(ROOT, "bench", "results", "lighthouse.json");

const scores = z.array(
  z.object({
    ...{ name: z.string(), performance: z.number(), accessibility: z.number() },
    ...{ bestPractices: z.number(), seo: z.number(), failing: z.array(z.string()) },
  }),
);
export type Scores = z.infer<typeof scores>[number];

/** Lighthouse's phone profile on some pages. It is installed by itself, since no one else needs it. */
export async function measureLighthouse(site: number, slug: string): Promise<Scores[]> {
  if (!existsSync(join(DIR, "node_modules"))) {
    const installed = spawnSync("npm", ["ci"], { cwd: DIR, stdio: "inherit" });
    if (installed.status !== 0) throw new Error("Lighthouse was not installed");
  }
  const browser = await findBrowser();
  const base = `http://127.0.0.1:${site}`;
  const input = {
    ...{ executablePath: browser.executablePath, args: browser.args, out: OUT },
    pages: [
      { name: "Home", url: `${base}/en` },
      { name: "Venue", url: `${base}/en/venues/${slug}` },
      { name: "Calendar, a day open", url: `${base}/en/venues/${slug}?month=${nextMonth()}&date=${nextMonth()}-12` },
    ],
  };
  const code = await ended(node([join(DIR, "run.mjs"), JSON.stringify(input)]));
  if (code !== 0) throw new Error("Lighthouse failed; see bench/results/log.txt");
  return scores.parse(JSON.parse(readFileSync(OUT, "utf8")));
}

function nextMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1)).toISOString().slice(0, 7);
}
