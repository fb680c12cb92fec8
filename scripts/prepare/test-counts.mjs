// How many tests passed and failed, from the JSON reports of vitest and Playwright.
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @param {string} path of a report; one that was never written counts nothing
 * @returns {Counts}
 */
export function readCounts(path) {
  if (!existsSync(path)) return { passed: 0, failed: 0 };
  return countsOf(JSON.parse(readFileSync(path, "utf8")));
}

/**
 * @param {any} report vitest's has numbers at its top, Playwright's a `stats`
 * @returns {Counts} a test that passed only when it was tried again counts as passed
 */
export function countsOf(report) {
  if (report.stats) {
    const { expected, flaky, unexpected } = report.stats;
    return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0) };
  }
  return { passed: report.numPassedTests, failed: Math.max(report.numFailedTests, report.numFailedTestSuites ? 1 : 0) };
}
