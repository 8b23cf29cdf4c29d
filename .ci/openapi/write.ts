import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { VERSION } from "../../app/api/v1/_contract/version";
import { breakingChanges } from "./breaking";
import { FILE, generated, inCommit, ROOT, textOf, versionOf } from "./document";
import { nextVersion } from "./version";

/**
 * Writes the published document out of the contracts and raises its version against the committed one. What breaks callers
 * it only names, unless it is told `--breaking`.
 */
const committed = inCommit("HEAD");
const changes = committed ? breakingChanges(committed, generated(VERSION)) : [];
const isMeant = process.argv.includes("--breaking");

if (changes.length > 0 && !isMeant) {
  for (const change of changes) console.error(`openapi: ${change}`);
  console.error(
    "openapi: this breaks callers. Keep what was, beside what is new; or say: npm run openapi -- --breaking",
  );
  process.exitCode = 1;
} else {
  const version = versionAfter();
  const file = join(ROOT, "app", "api", "v1", "_contract", "version.ts");
  const text = readFileSync(file, "utf8");
  if (version !== VERSION) writeFileSync(file, text.replace(/VERSION = "[^"]*"/, `VERSION = "${version}"`));
  writeFileSync(join(ROOT, FILE), textOf(generated(version)));
  console.log(`openapi: wrote ${FILE}, version ${version}`);
}

function versionAfter(): string {
  if (!committed) return VERSION;
  const before = versionOf(committed);
  return isDeepStrictEqual(committed, generated(before)) ? before : nextVersion(before, changes.length > 0);
}
