import type { Outcome } from '../../model/evidence.ts';
import type { JsonNode } from '../input/json-node.ts';
import { instantOfMillis } from '../input/quantities.ts';
import type { ReportReading } from '../reading.ts';
import type { TestReport } from '../reports/test-report.ts';
import { type JsonWalk, readJsonTests, settleFailures } from './json-test-report.ts';
import { compareCounts, outcomeOf } from './outcomes.ts';

const words: Readonly<Record<string, Outcome>> = {
  passed: 'passed',
  failed: 'failed',
  pending: 'skipped',
  skipped: 'skipped',
  todo: 'skipped',
  disabled: 'skipped',
};

/**
 * Reads the JSON of Jest, which Vitest's JSON reporter writes as well. A file that could not be run is
 * an error of its own. Source: the types `FormattedTestResults` of the package @jest/test-result.
 */
export function readJestReport(source: string | Uint8Array): ReportReading<TestReport> {
  return readJsonTests(source, (root, walk) => {
    if (!root.at('testResults').isList) return undefined;
    const { builder, log } = walk;
    for (const file of root.at('testResults').items()) readFile(file, walk);
    const listed = builder.cases.filter(({ outcome }) => outcome !== 'error').length;
    compareCounts(root.at('numTotalTests'), listed, log);
    if (root.at('numFailedTests').number() !== 0) settleFailedTests(root, walk);
    const start = root.at('startTime').number();
    const startedAt = start === undefined ? undefined : instantOfMillis(start);
    return builder.finish(root.at('testResults').place, {
      ...(startedAt !== undefined && { startedAt }),
    });
  });
}

/** Files that broke are no tests to Jest, so errors are not compared. */
function settleFailedTests(root: JsonNode, walk: JsonWalk): void {
  const errors = walk.builder.cases.filter(({ outcome }) => outcome === 'error').length;
  if (errors === 0) settleFailures(root.at('numFailedTests'), walk);
}

function readFile(file: JsonNode, walk: JsonWalk): void {
  const { builder, log } = walk;
  if (!file.isObject) {
    log.add('record-unreadable', { pointer: file.place });
    return;
  }
  const name = file.at('name').text() ?? '';
  const start = file.at('startTime').number();
  const end = file.at('endTime').number();
  const durationMs = start === undefined || end === undefined ? undefined : end - start;
  builder.openSuite(name, {
    ...(name !== '' && { file: name }),
    ...(durationMs !== undefined && durationMs >= 0 && { durationMs }),
    pointer: file.place,
  });
  let failures = 0;
  for (const assertion of file.at('assertionResults').items()) {
    if (readAssertion(assertion, name, walk) === 'failed') failures += 1;
  }
  if (file.at('status').text() === 'failed' && failures === 0) {
    const message = file.at('message').text();
    builder.addCase({
      name,
      outcome: 'error',
      ...(message !== undefined && { message }),
      pointer: file.place,
    });
  }
  builder.closeSuite();
}

function readAssertion(assertion: JsonNode, file: string, { builder, log }: JsonWalk): Outcome {
  const stated = outcomeOf(assertion.at('status'), words, log);
  const runs = assertion.at('invocations').number() ?? 1;
  const outcome = stated === 'passed' && runs > 1 ? 'flaky' : stated;
  const group = assertion.at('ancestorTitles').texts().join(' › ');
  const failures = assertion.at('failureMessages').texts();
  const line = assertion.at('location').at('line').number();
  const durationMs = assertion.at('duration').number();
  const message = failures[0]?.split('\n', 1)[0];
  builder.addCase({
    name: assertion.at('title').text() ?? assertion.at('fullName').text() ?? '',
    ...(group !== '' && { group }),
    outcome,
    retries: Math.max(0, runs - 1),
    ...(durationMs !== undefined && { durationMs }),
    ...(file !== '' && { file }),
    ...(line !== undefined && line > 0 && { line }),
    ...(message !== undefined && { message }),
    ...(failures.length > 0 && { detail: failures.join('\n') }),
    pointer: assertion.place,
  });
  return outcome;
}
