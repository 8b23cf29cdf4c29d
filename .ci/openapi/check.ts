import { CONTRACTS } from "../../app/api/v1/_contract/all";
import { VERSION } from "../../app/api/v1/_contract/version";
import { breakingChanges } from "./breaking";
import { FILE, generated, inCommit, inTree, readRoutes, textOf, versionOf } from "./document";
import { routeFaults } from "./routes";
import { majorOf } from "./version";

/** Fails on a route of the API without a contract, on a published document that is out of date, and on a change that breaks callers. */
const routes = await readRoutes();
const document = generated(VERSION);
const faults = routeFaults(routes, CONTRACTS);
if (inTree() !== textOf(document)) faults.push(`${FILE} is not what the contracts say: npm run openapi writes it`);
for (const commit of ["HEAD", "HEAD^"]) {
  const before = inCommit(commit);
  if (!before || majorOf(VERSION) > majorOf(versionOf(before))) continue;
  faults.push(...breakingChanges(before, document).map((change) => `${change} (it was otherwise in ${commit})`));
}

for (const fault of new Set(faults)) console.error(`openapi: ${fault}`);
if (routes.length === 0 || CONTRACTS.length === 0)
  console.error("openapi: there are no routes; the check proves nothing");
const sound = routes.length > 0 && CONTRACTS.length > 0 && faults.length === 0;
if (sound) console.log(`openapi: ${CONTRACTS.length} operations in ${routes.length} routes are as ${FILE} says`);
process.exitCode = sound ? 0 : 1;
