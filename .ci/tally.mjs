// Adds up what the test runners wrote to a folder, and prints the closing line: N passed, N failed.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, exitCode] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const name of readdirSync(folder)) {
  const result = JSON.parse(readFileSync(join(folder, name), "utf8"));
  if (result.stats) {
    passed += result.stats.expected + result.stats.flaky;
    failed += result.stats.unexpected + result.errors.length;
  } else {
    passed += result.numPassedTests;
    // A file that cannot even be loaded fails without a test of its own.
    const unloaded = result.testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    failed += result.numFailedTests + unloaded.length;
  }
}
// What failed may have been no test at all: the installation, a check, a runner that could not start.
if (exitCode !== "0" && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
