import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** A runner that wrote no report did not get to its tests: that is one failure. @type {Counts} */
const NO_REPORT = { passed: 0, failed: 1, skipped: 0 };

/** What vitest counted, from its JSON report. @param {string} file @returns {Counts} */
export function vitestCounts(file) {
  if (!existsSync(file)) return NO_REPORT;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.success ? 0 : report.numFailedTests === 0 ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What Playwright counted, from its JSON report. A flaky test counts as failed. @param {string} file @returns {Counts} */
export function playwrightCounts(file) {
  if (!existsSync(file)) return NO_REPORT;
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}
