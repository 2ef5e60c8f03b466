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
  skipped: 'skipped',
  pending: 'skipped',
  // The run has a result that is none of these: nobody knows whether it passed.
  other: 'unknown',
};

/**
 * Reads a report in the Common Test Report Format. Source: https://ctrf.io/docs/specification.
 */
export function readCtrfReport(source: string | Uint8Array): ReportReading<TestReport> {
  return readJsonTests(source, (root, walk) => {
    const results = root.at('results');
    if (!results.at('tests').isList) return undefined;
    const { builder, log } = walk;
    for (const test of results.at('tests').items()) readTest(test, walk);
    const summary = results.at('summary');
    if (!summary.isObject) log.add('member-missing', { params: { member: '/results/summary' } });
    compareCounts(summary.at('tests'), builder.caseCount, log);
    settleFailures(summary.at('failed'), walk);
    const name = results.at('tool').at('name').text();
    const version = results.at('tool').at('version').text();
    const start = summary.at('start').number();
    const stop = summary.at('stop').number();
    const startedAt = start === undefined || start <= 0 ? undefined : instantOfMillis(start);
    const stated = summary.at('duration').number();
    const spent = start === undefined || stop === undefined ? undefined : stop - start;
    const durationMs = stated ?? spent;
    return builder.finish(results.at('tests').place, {
      ...(name !== undefined && { tool: { name, ...(version !== undefined && { version }) } }),
      ...(startedAt !== undefined && { startedAt }),
      ...(durationMs !== undefined && durationMs >= 0 && { durationMs }),
    });
  });
}

function readTest(test: JsonNode, { builder, log }: JsonWalk): void {
  if (!test.isObject) {
    log.add('record-unreadable', { pointer: test.place });
    return;
  }
  const name = test.at('name').text();
  if (name === undefined) {
    log.add('member-missing', { pointer: test.place, params: { member: 'name' } });
  }
  const stated = outcomeOf(test.at('status'), words, log);
  const isFlaky = test.at('flaky').boolean() === true && stated === 'passed';
  const suite = test.at('suite');
  const group = suite.text() ?? suite.texts().join(' › ');
  const durationMs = test.at('duration').number();
  const retries = test.at('retries').number();
  const line = test.at('line').number();
  const tags = test.at('tags').texts();
  const output = [...test.at('stdout').texts(), ...test.at('stderr').texts()].join('\n');
  const message = test.at('message').text();
  const detail = test.at('trace').text();
  const file = test.at('filePath').text();
  const variant = test.at('browser').text();
  builder.addCase({
    name: name ?? '',
    ...(group !== '' && { group }),
    outcome: isFlaky ? 'flaky' : stated,
    ...(retries !== undefined && retries >= 0 && { retries }),
    ...(durationMs !== undefined && durationMs >= 0 && { durationMs }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && line > 0 && { line }),
    ...(message !== undefined && { message }),
    ...(detail !== undefined && { detail }),
    ...(output !== '' && { output }),
    ...(tags.length > 0 && { tags }),
    ...(variant !== undefined && { variant }),
    pointer: test.place,
  });
}
