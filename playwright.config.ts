import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/support/chromium";
import { withPhoneFonts } from "./e2e/support/phone-fonts";

/** Where .ci/run collects what each runner counted. */
const results = process.env.RESULTS_DIR;
const browser = await findBrowser();

export default defineConfig({
  testDir: "./e2e",
  outputDir: "./test-results",
  globalSetup: "./e2e/support/global-setup.ts",
  // Each test takes dates of its own (e2e/support/dates.ts), so that several can run at once.
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Patience, not promises: two browsers share two processors with the site and with whatever else runs. What is promised
  // within seconds says so where it is tested.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: results ? [["list"], ["json", { outputFile: `${results}/playwright.json` }]] : [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: browser.executablePath, args: browser.args, env: withPhoneFonts() },
    locale: "mr-IN",
    timezoneId: "Asia/Kolkata",
    viewport: { width: 390, height: 844 },
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});
