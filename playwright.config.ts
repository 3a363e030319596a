import { defineConfig } from "@playwright/test";
import { findTestBrowser } from "./build/browser.ts";

/**
 * The journeys through the whole application. Before them, a browser is fetched where there is none and the pages are
 * built where they are older than their sources.
 */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.e2e.ts",
  globalSetup: "./build/prepareJourneys.ts",
  outputDir: "test-results/journeys",
  // Every file starts an application of its own, so that two may run beside each other.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    // What never comes is told at once, not at the end of the whole walk.
    actionTimeout: 30_000,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    viewport: { width: 1366, height: 768 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath: findTestBrowser() ?? undefined },
  },
});
