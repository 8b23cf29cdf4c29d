import { writeFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

/** Lighthouse as it comes: its phone, its slow network, its slow processor. Three tries a page, the middle one counts. */
const { executablePath, args, out, pages } = JSON.parse(process.argv[2]);
const TRIES = 3;

const chrome = await launch({ chromePath: executablePath, chromeFlags: ["--headless", ...args] });
const results = [];
try {
  for (const { name, url } of pages) {
    const tries = [];
    for (let n = 0; n < TRIES; n++) {
      const { lhr } = await lighthouse(url, { port: chrome.port, output: "json", logLevel: "error" });
      if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
      const score = (category) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
      tries.push({
        ...{ name, performance: score("performance"), accessibility: score("accessibility") },
        ...{ bestPractices: score("best-practices"), seo: score("seo") },
        failing: Object.values(lhr.audits)
          .filter((audit) => audit.score !== null && audit.score < 0.9)
          .map((audit) => `${audit.id}: ${audit.displayValue ?? audit.title}`),
      });
    }
    tries.sort((a, b) => a.performance - b.performance);
    results.push(tries[Math.floor(TRIES / 2)]);
  }
} finally {
  chrome.kill();
}
writeFileSync(out, JSON.stringify(results, null, 2));
