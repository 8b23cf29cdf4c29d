import { writeFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

/** Lighthouse as it comes: its phone, its slow network, its slow processor. Three tries a page, the middle one counts. */
const { executablePath, args, out, pages } = JSON.parse(process.argv[2]);
const TRIES = 3;

const results = [];
for (const { name, url } of pages) {
  const tries = [];
  for (let n = 0; n < TRIES; n++) tries.push({ name, ...(await measure(url)) });
  tries.sort((a, b) => a.performance - b.performance);
  results.push(tries[Math.floor(TRIES / 2)]);
}
writeFileSync(out, JSON.stringify(results, null, 2));

/** In a browser that has never been anywhere: resetting the storage of one that has aborts the visit in some Chromiums. */
async function measure(url) {
  const chrome = await launch({ chromePath: executablePath, chromeFlags: ["--headless", ...args] });
  try {
    const { lhr } = await lighthouse(url, {
      ...{ port: chrome.port, output: "json", logLevel: "error" },
      disableStorageReset: true,
    });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const score = (category) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
    return {
      ...{ performance: score("performance"), accessibility: score("accessibility") },
      ...{ bestPractices: score("best-practices"), seo: score("seo") },
      failing: Object.values(lhr.audits)
        .filter((audit) => audit.score !== null && audit.score < 0.9)
        .map((audit) => `${audit.id}: ${audit.displayValue ?? audit.title}`),
    };
  } finally {
    chrome.kill();
  }
}
