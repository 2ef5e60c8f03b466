import type { Outcome } from '../../model/evidence.ts';
import type { JsonNode } from '../input/json-node.ts';
import { instant } from '../input/quantities.ts';
import type { ReportReading } from '../reading.ts';
import type { TestReport } from '../reports/test-report.ts';
import { type JsonWalk, readJsonTests, settleFailures } from './json-test-report.ts';
import { compareCounts } from './outcomes.ts';

/**
 * Reads the JSON of Mocha's `json` reporter. Which list a test stands in tells its outcome; a failure
 * that is no test, for example of a hook, is an error of its own.
 */
export function readMochaReport(source: string | Uint8Array): ReportReading<TestReport> {
  return readJsonTests(source, (root, walk) => {
    if (!root.at('tests').isList || !root.at('stats').isObject) return undefined;
    const { builder, log } = walk;
    const failed = keysOf(root.at('failures'));
    const pending = keysOf(root.at('pending'));
    const passed = keysOf(root.at('passes'));
    const seen = new Set<string>();
    for (const test of root.at('tests').items()) {
      const key = keyOf(test);
      seen.add(key);
      const outcome: Outcome =
        failed.has(key) || test.at('err').entries().length > 0
          ? 'failed'
          : pending.has(key)
            ? 'skipped'
            : passed.has(key)
              ? 'passed'
              : 'unknown';
      if (outcome === 'unknown') {
        log.add('unknown-outcome', { pointer: test.place, params: { status: '' } });
      }
      addTest(test, outcome, walk);
    }
    compareCounts(root.at('stats').at('tests'), builder.caseCount, log);
    for (const failure of root.at('failures').items()) {
      if (!seen.has(keyOf(failure))) addTest(failure, 'error', walk);
    }
    settleFailures(root.at('stats').at('failures'), walk);
    const startedAt = instant(root.at('stats').at('start').text() ?? '');
    const durationMs = root.at('stats').at('duration').number();
    return builder.finish(root.at('tests').place, {
      tool: { name: 'Mocha' },
      ...(startedAt !== undefined && { startedAt }),
      ...(durationMs !== undefined && { durationMs }),
    });
  });
}

function keyOf(test: JsonNode): string {
  return JSON.stringify([test.at('file').text() ?? '', test.at('fullTitle').text() ?? '']);
}

function keysOf(list: JsonNode): ReadonlySet<string> {
  return new Set(list.items().map(keyOf));
}

function addTest(test: JsonNode, outcome: Outcome, { builder }: JsonWalk): void {
  const title = test.at('title').text() ?? '';
  const full = test.at('fullTitle').text() ?? '';
  const group = full.endsWith(title) ? full.slice(0, full.length - title.length).trim() : '';
  const retries = test.at('currentRetry').number() ?? 0;
  const durationMs = test.at('duration').number();
  const file = test.at('file').text();
  const message = test.at('err').at('message').text();
  const detail = test.at('err').at('stack').text();
  builder.addCase({
    name: title,
    ...(group !== '' && { group }),
    outcome: outcome === 'passed' && retries > 0 ? 'flaky' : outcome,
    retries,
    ...(durationMs !== undefined && { durationMs }),
    ...(file !== undefined && { file }),
    ...(message !== undefined && { message }),
    ...(detail !== undefined && { detail }),
    pointer: test.place,
  });
}
