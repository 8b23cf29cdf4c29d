import { fileURLToPath } from "node:url";
import { inProduction, readLock } from "../lockfile";
import { licenceFaults } from "./faults";

/** Fails on a production dependency whose licence is unknown or not on the list. */
const packages = inProduction(readLock(fileURLToPath(new URL("../..", import.meta.url))));
const faults = licenceFaults(packages);
for (const fault of faults) console.error(`licences: ${fault}`);
if (packages.length === 0) console.error("licences: no package was read; the check proves nothing");
const sound = packages.length > 0 && faults.length === 0;
if (sound) console.log(`licences: ${packages.length} packages may be passed on`);
process.exitCode = sound ? 0 : 1;
