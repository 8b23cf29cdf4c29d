import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readSources } from "../architecture/sources";
import { flatten, mismatches, unused, type Words } from "./faults";

/** Fails on a message that is missing in a language, takes other values there, or is used nowhere. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (language: string): Words =>
  flatten(JSON.parse(readFileSync(`${root}/lib/i18n/messages/${language}.json`, "utf8")));

const languages = { en: read("en"), hi: read("hi"), mr: read("mr") };
const sources = readSources(root).filter(
  ({ path }) => /^(app|components|lib|db|proxy)/.test(path) && !path.includes(".test."),
);
const faults = [
  ...mismatches(languages),
  ...unused(
    languages.en,
    sources.map(({ text }) => text),
  ).map((key) => `${key} is used nowhere`),
];
for (const fault of faults) console.error(`messages: ${fault}`);
if (languages.en.size === 0) console.error("messages: there are none; the check proves nothing");
const sound = languages.en.size > 0 && faults.length === 0;
if (sound) console.log(`messages: ${languages.en.size} texts in three languages`);
process.exitCode = sound ? 0 : 1;
