import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { findBrowser } from "../e2e/support/chromium";
import { ended, node, ROOT } from "./site";

const DIR = join(ROOT, "bench", "lighthouse");
const OUT = join(ROOT, "bench", "results", "lighthouse.json");

const report = z.object({
  /** Versions and throttling, in words. */
  setting: z.string(),
  scores: z.array(
    z.object({
      ...{ name: z.string(), performance: z.number(), accessibility: z.number() },
      ...{ bestPractices: z.number(), seo: z.number(), failing: z.array(z.string()) },
    }),
  ),
  /** Why it could not run, or not to the end. */
  failure: z.string().nullable(),
});
export type Lighthouse = z.infer<typeof report>;

const HINT = "It wants a whole Chrome or Chromium: install one, or name one in CHROMIUM_PATH.";

/** Lighthouse's phone profile on some pages. It is installed by itself, since no one else needs it. */
export async function measureLighthouse(site: number, slug: string): Promise<Lighthouse> {
  rmSync(OUT, { force: true });
  try {
    if (!existsSync(join(DIR, "node_modules"))) {
      const installed = spawnSync("npm", ["ci"], { cwd: DIR, stdio: "inherit" });
      if (installed.status !== 0) throw new Error("it was not installed");
    }
    const { executablePath, args } = await findBrowser();
    const input = { executablePath, args, out: OUT, pages: pagesOf(`http://127.0.0.1:${site}`, slug) };
    const code = await ended(node([join(DIR, "run.mjs"), JSON.stringify(input)]));
    if (code !== 0) throw new Error(`it ended with ${code}; see bench/results/log.txt`);
    const found = report.parse(JSON.parse(readFileSync(OUT, "utf8")));
    if (found.failure === null) return found;
    return { ...found, failure: `${found.failure} (${executablePath}). ${HINT}` };
  } catch (error) {
    return { setting: "", scores: [], failure: `${error instanceof Error ? error.message : error}. ${HINT}` };
  }
}

function pagesOf(base: string, slug: string) {
  const month = monthAhead();
  return [
    { locale: "en", language: "English" },
    { locale: "mr", language: "Marathi" },
  ].flatMap(({ locale, language }) => {
    const venue = `${base}/${locale}/venues/${slug}`;
    return [
      { name: `Home, ${language}`, url: `${base}/${locale}` },
      { name: `Venue, ${language}`, url: venue },
      { name: `Calendar, a day open, ${language}`, url: `${venue}?month=${month}&date=${month}-12` },
    ];
  });
}

function monthAhead(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1)).toISOString().slice(0, 7);
}
