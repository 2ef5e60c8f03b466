/**
 * `node .ci/summary.ts STATUS`: adds up the reports of the unit tests and of the end-to-end tests and
 * ends with the line "N passed, N failed". `STATUS` is the exit status of the run: a run that broke
 * before or between the tests counts as one failure, so that silence never looks like success.
 * Skipped tests are named and count as neither.
 */
import { existsSync, readFileSync } from 'node:fs';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const runStatus = Number(process.argv[2] ?? '0');
const unit = readCounts('Unit tests', 'reports/unit/vitest.json', (report) => ({
  passed: numberAt(report, 'numPassedTests'),
  failed: numberAt(report, 'numFailedTests'),
  skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
}));
const endToEnd = readCounts('End-to-end tests', 'reports/e2e/playwright.json', (report) => {
  const stats = fieldOf(report, 'stats');
  return {
    passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'),
    failed: numberAt(stats, 'unexpected'),
    skipped: numberAt(stats, 'skipped'),
  };
});

const passed = unit.passed + endToEnd.passed;
let failed = unit.failed + endToEnd.failed;
if (failed === 0 && runStatus !== 0) {
  console.log(`A step other than a test failed (status ${runStatus}); it counts as one failure.`);
  failed = 1;
} else if (failed === 0 && (unit.passed === 0 || endToEnd.passed === 0)) {
  console.log('A group of tests did not run; it counts as one failure.');
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function readCounts(title: string, file: string, count: (report: unknown) => Counts): Counts {
  if (!existsSync(file)) {
    console.log(`${title}: no report (${file})`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const counts = count(JSON.parse(readFileSync(file, 'utf8')));
  console.log(
    `${title}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped.`,
  );
  return counts;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function numberAt(value: unknown, key: string): number {
  const field = fieldOf(value, key);
  return typeof field === 'number' ? field : 0;
}
