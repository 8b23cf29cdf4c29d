import { writeFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

/** Lighthouse as it comes: its phone, its slow network, its slow processor. Three tries a page, the middle one counts. */
const { executablePath, args, out, pages } = JSON.parse(process.argv[2]);
const TRIES = 3;
/** A browser sometimes loses the start of its trace, or is called away: that says nothing about the page. */
const FAILURES = 3;

let setting = "";
const failures = [];
const scores = [];
for (const { name, url } of pages) {
  const tries = [];
  while (tries.length < TRIES && failures.length < FAILURES) {
    const { scores: found, failure, ...rest } = await measure(url);
    if (failure) failures.push(`${name}: ${failure}`);
    else tries.push({ name, ...found });
    setting ||= rest.setting ?? "";
  }
  if (tries.length < TRIES) break;
  tries.sort((a, b) => a.performance - b.performance);
  scores.push(tries[Math.floor(TRIES / 2)]);
}
const failure = scores.length < pages.length ? failures.join("; ") : null;
writeFileSync(out, JSON.stringify({ setting, scores, failure }, null, 2));

/** In a browser that has never been anywhere: resetting the storage of one that has aborts the visit in some Chromiums. */
async function measure(url) {
  let chrome;
  try {
    chrome = await launch({ chromePath: executablePath, chromeFlags: ["--headless", ...args] });
    const { lhr } = await lighthouse(url, {
      ...{ port: chrome.port, output: "json", logLevel: "error" },
      disableStorageReset: true,
    });
    if (lhr.runtimeError) return { failure: lhr.runtimeError.message };
    const lost = Object.values(lhr.categories).find((category) => category.score === null);
    if (lost) return { failure: `no score for ${lost.title}` };
    return { setting: settingOf(lhr), scores: scoresOf(lhr) };
  } catch (error) {
    return { failure: error.message };
  } finally {
    chrome?.kill();
  }
}

function scoresOf(lhr) {
  const score = (category) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  return {
    ...{ performance: score("performance"), accessibility: score("accessibility") },
    ...{ bestPractices: score("best-practices"), seo: score("seo") },
    failing: Object.values(lhr.audits)
      .filter((audit) => audit.score !== null && audit.score < 0.9)
      .map((audit) => `${audit.id}: ${audit.displayValue ?? audit.title}`),
  };
}

/** What the scores hang on, in words. */
function settingOf({ lighthouseVersion, environment, configSettings }) {
  const { throttlingMethod, throttling, formFactor } = configSettings;
  const browser = /Chrome\/[\d.]+/.exec(environment.hostUserAgent)?.[0] ?? environment.hostUserAgent;
  const { rttMs, throughputKbps, cpuSlowdownMultiplier } = throttling;
  return `Lighthouse ${lighthouseVersion}, ${browser}, profile ${formFactor}, throttling ${throttlingMethod} (${rttMs} ms, ${throughputKbps} kbit/s, processor ${cpuSlowdownMultiplier} × slower)`;
}
