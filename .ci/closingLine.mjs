import { existsSync, readFileSync } from "node:fs";

/** Sums what the test runners left in test-results/ into one closing line; exits 1 where anything failed or nothing ran. */
const [status = "1"] = process.argv.slice(2);

function read(name) {
  const path = new URL(`../test-results/${name}.json`, import.meta.url);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

const unit = read("unit");
const e2e = read("e2e");
const passed = (unit?.numPassedTests ?? 0) + (e2e?.stats.expected ?? 0) + (e2e?.stats.flaky ?? 0);
const failedTests = (unit?.numFailedTests ?? 0) + (e2e?.stats.unexpected ?? 0);
// Types, lint or an install that failed are no test, but a failure all the same.
const failed = failedTests === 0 && status !== "0" ? 1 : failedTests;
console.log(`lencana: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || !unit || !e2e || passed === 0 ? 1 : 0;
