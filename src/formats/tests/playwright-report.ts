import type { Outcome } from '../../model/evidence.ts';
import { readJsonDocument, withJsonLines } from '../input/json-document.ts';
import type { JsonNode } from '../input/json-node.ts';
import { instant } from '../input/quantities.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { TestReport } from '../reports/test-report.ts';
import { settleFailures } from './json-test-report.ts';
import { TestReportBuilder } from './test-report-builder.ts';

/** What a test came to over all its retries, in Playwright's words. */
const outcomes: Readonly<Record<string, Outcome>> = {
  expected: 'passed',
  unexpected: 'failed',
  flaky: 'flaky',
  skipped: 'skipped',
};

interface Walk {
  readonly builder: TestReportBuilder;
  readonly log: WarningLog;
}

/**
 * Reads the report of Playwright's JSON reporter: suites within suites, specs, and one test a project.
 * Each test of a spec is a case; its outcome is the one over all retries. Pointers are JSON Pointers.
 *
 * Source of the shape: the types `JSONReport` of the package @playwright/test.
 */
export function readPlaywrightReport(source: string | Uint8Array): ReportReading<TestReport> {
  const { root, text, warnings } = readJsonDocument(source);
  if (root === undefined) return { warnings };
  const log = new WarningLog();
  log.addAll(warnings);
  if (!root.at('suites').isList) return { warnings: [{ code: 'not-this-format' }] };
  const builder = new TestReportBuilder();
  const walk = { builder, log };
  for (const suite of root.at('suites').items()) readSuite(suite, [], walk);
  const listed = builder.caseCount;
  settleFailures(root.at('stats').at('unexpected'), walk);
  root
    .at('errors')
    .items()
    .forEach((error, index) => {
      const message = error.at('message').text();
      // An error outside every test: the run broke, and what did not run cannot have passed.
      builder.addCase({
        name: `error ${index + 1} outside the tests`,
        outcome: 'error',
        ...(message !== undefined && { message }),
        pointer: error.place,
      });
    });
  compareWithStats(root.at('stats'), listed, log);
  const version = root.at('config').at('version').text();
  const startedAt = instant(root.at('stats').at('startTime').text() ?? '');
  const durationMs = root.at('stats').at('duration').number();
  return {
    report: builder.finish(root.at('suites').place, {
      tool: { name: 'Playwright', ...(version !== undefined && { version }) },
      ...(startedAt !== undefined && { startedAt }),
      ...(durationMs !== undefined && { durationMs }),
    }),
    warnings: withJsonLines(log.warnings, text),
  };
}

function readSuite(suite: JsonNode, titles: readonly string[], walk: Walk): void {
  const { builder, log } = walk;
  if (!suite.isObject) {
    log.add('record-unreadable', { pointer: suite.place, params: { pointer: suite.pointer } });
    return;
  }
  const title = suite.at('title').text();
  const path = title === undefined ? titles : [...titles, title];
  const file = suite.at('file').text();
  builder.openSuite(title ?? '', {
    ...(file !== undefined && { file }),
    pointer: suite.place,
  });
  for (const spec of suite.at('specs').items()) readSpec(spec, path, walk);
  for (const inner of suite.at('suites').items()) readSuite(inner, path, walk);
  builder.closeSuite();
}

function readSpec(spec: JsonNode, suite: readonly string[], { builder, log }: Walk): void {
  if (!spec.isObject) {
    log.add('record-unreadable', { pointer: spec.place, params: { pointer: spec.pointer } });
    return;
  }
  const file = spec.at('file').text();
  const line = spec.at('line').number();
  const tags = spec.at('tags').texts();
  for (const test of spec.at('tests').items()) {
    const status = test.at('status').text() ?? '';
    const outcome = Object.hasOwn(outcomes, status) ? outcomes[status] : undefined;
    if (outcome === undefined) {
      log.add('unknown-outcome', {
        pointer: test.place,
        params: { pointer: test.pointer, status },
      });
    }
    const results = test.at('results').items();
    const durations = results.flatMap((result) => result.at('duration').number() ?? []);
    const variant = test.at('projectName').text();
    const error = results.findLast((result) => result.at('error').isObject)?.at('error');
    const message = error?.at('message').text();
    const detail = error?.at('stack').text();
    const output = results.flatMap((result) => printed(result)).join('');
    builder.addCase({
      name: spec.at('title').text() ?? '',
      ...(suite.length > 0 && { group: suite.join(' › ') }),
      outcome: outcome ?? 'unknown',
      retries: Math.max(0, results.length - 1),
      ...(durations.length > 0 && {
        durationMs: durations.reduce((sum, duration) => sum + duration, 0),
      }),
      ...(file !== undefined && { file }),
      ...(line !== undefined && { line }),
      ...(message !== undefined && { message }),
      ...(detail !== undefined && { detail }),
      ...(output !== '' && { output }),
      ...(tags.length > 0 && { tags }),
      ...(variant !== undefined && { variant }),
      pointer: test.place,
    });
  }
}

function printed(result: JsonNode): readonly string[] {
  return [...result.at('stdout').items(), ...result.at('stderr').items()].flatMap(
    (entry) => entry.at('text').text() ?? [],
  );
}

function compareWithStats(stats: JsonNode, listed: number, log: WarningLog): void {
  const stated = Object.keys(outcomes).flatMap((name) => stats.at(name).number() ?? []);
  if (stated.length < Object.keys(outcomes).length) return;
  const total = stated.reduce((sum, value) => sum + value, 0);
  if (total !== listed) {
    log.add('count-differs', { pointer: stats.place, params: { stated: total, listed } });
  }
}
