import { fileURLToPath } from "node:url";
import { cruiseTree } from "./directions";
import { readSources, sourceFaults } from "./sources";

/** Holds the project against its directions, and fails where there was nothing to hold. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const { modules, violations } = await cruiseTree(root);
const sources = readSources(root);
const faults = sourceFaults(sources);

for (const { rule, from, to } of violations) console.error(`architecture: ${rule}: ${from} → ${to}`);
for (const { rule, path } of faults) console.error(`architecture: ${path}: ${rule}`);
if (modules === 0 || sources.length === 0) console.error("architecture: no module was read; the check proves nothing");
const sound = modules > 0 && sources.length > 0 && violations.length + faults.length === 0;
if (sound) console.log(`architecture: ${modules} modules keep their directions`);
process.exitCode = sound ? 0 : 1;
