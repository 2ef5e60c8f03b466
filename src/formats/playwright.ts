import type { Outcome, TestCase, TestsFact } from '../model/evidence.ts';
import type { FormatReading, ReaderWarning } from './reading.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a test came to over all its retries, in Playwright's words. */
const outcomes: Readonly<Record<string, Outcome>> = {
  expected: 'passed',
  unexpected: 'failed',
  flaky: 'flaky',
  skipped: 'skipped',
};

interface Walk {
  readonly cases: TestCase[];
  readonly warnings: ReaderWarning[];
}

/**
 * Reads the report of Playwright's JSON reporter: suites within suites, specs, and one test a project.
 * Each test of a spec is a case; its outcome is the one over all retries. Pointers are JSON Pointers.
 *
 * Source of the shape: the types `JSONReport` of the package @playwright/test.
 */
export function readPlaywright(text: string): FormatReading<TestsFact> {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return { facts: [], warnings: [{ code: 'not-this-format' }] };
  }
  if (!isObject(report) || !Array.isArray(report['suites'])) {
    return { facts: [], warnings: [{ code: 'not-this-format' }] };
  }
  const walk: Walk = { cases: [], warnings: [] };
  listOf(report['suites']).forEach((suite, index) => {
    readSuite(suite, [], `/suites/${index}`, walk);
  });
  const { cases, warnings } = walk;
  listOf(report['errors']).forEach((_, index) => {
    // An error outside every test: the run broke, and what did not run cannot have passed.
    cases.push({
      name: `error ${index + 1} outside the tests`,
      outcome: 'error',
      pointer: { kind: 'json', pointer: `/errors/${index}` },
    });
  });
  compareWithStats(report['stats'], cases, warnings);
  const count = (...wanted: Outcome[]): number =>
    cases.filter((entry) => wanted.includes(entry.outcome)).length;
  return {
    facts: [
      {
        type: 'tests',
        total: cases.length,
        passed: count('passed', 'flaky'),
        failed: count('failed', 'error'),
        skipped: count('skipped'),
        flaky: count('flaky'),
        cases,
        pointer: { kind: 'json', pointer: '/suites' },
      },
    ],
    warnings,
  };
}

function readSuite(suite: unknown, titles: readonly string[], pointer: string, walk: Walk): void {
  if (!isObject(suite)) {
    walk.warnings.push({ code: 'record-unreadable', params: { pointer } });
    return;
  }
  const path = [...titles, textOf(suite['title'])].filter((title) => title !== '');
  listOf(suite['specs']).forEach((spec, index) => {
    readSpec(spec, path, `${pointer}/specs/${index}`, walk);
  });
  listOf(suite['suites']).forEach((inner, index) => {
    readSuite(inner, path, `${pointer}/suites/${index}`, walk);
  });
}

function readSpec(spec: unknown, suite: readonly string[], pointer: string, walk: Walk): void {
  if (!isObject(spec)) {
    walk.warnings.push({ code: 'record-unreadable', params: { pointer } });
    return;
  }
  listOf(spec['tests']).forEach((test, index) => {
    const place = `${pointer}/tests/${index}`;
    const status = isObject(test) ? textOf(test['status']) : '';
    const outcome = Object.hasOwn(outcomes, status) ? outcomes[status] : undefined;
    if (outcome === undefined) {
      walk.warnings.push({ code: 'unknown-outcome', params: { pointer: place, status } });
    }
    const project = isObject(test) ? textOf(test['projectName']) : '';
    const milliseconds = isObject(test) ? sumDurations(test['results']) : undefined;
    walk.cases.push({
      name: project === '' ? textOf(spec['title']) : `${textOf(spec['title'])} [${project}]`,
      ...(suite.length > 0 && { suite: suite.join(' › ') }),
      outcome: outcome ?? 'unknown',
      ...(milliseconds !== undefined && { duration: milliseconds / 1000 }),
      pointer: { kind: 'json', pointer: place },
    });
  });
}

function sumDurations(results: unknown): number | undefined {
  const durations = listOf(results).flatMap((result) => {
    const duration = isObject(result) ? result['duration'] : undefined;
    return typeof duration === 'number' && Number.isFinite(duration) ? [duration] : [];
  });
  return durations.length === 0 ? undefined : durations.reduce((sum, value) => sum + value, 0);
}

function compareWithStats(
  stats: unknown,
  cases: readonly TestCase[],
  warnings: ReaderWarning[],
): void {
  if (!isObject(stats)) return;
  const stated = Object.keys(outcomes).map((name) => stats[name]);
  if (!stated.every((value) => typeof value === 'number')) return;
  const total = stated.reduce((sum, value) => sum + value, 0);
  const listed = cases.filter((entry) => entry.outcome !== 'error').length;
  if (total !== listed) warnings.push({ code: 'count-differs', params: { stated: total, listed } });
}
