import type { Outcome } from '../../model/evidence.ts';
import type { JsonNode } from '../input/json-node.ts';
import { millis } from '../input/quantities.ts';
import type { ReportReading } from '../reading.ts';
import type { TestReport } from '../reports/test-report.ts';
import { type JsonWalk, readJsonTests, settleFailures } from './json-test-report.ts';
import { compareCounts, outcomeOf } from './outcomes.ts';

const words: Readonly<Record<string, Outcome>> = {
  passed: 'passed',
  failed: 'failed',
  pending: 'skipped',
};

/** Reads the JSON of RSpec's `json` formatter. An error outside the examples is an error of its own. */
export function readRspecReport(source: string | Uint8Array): ReportReading<TestReport> {
  return readJsonTests(source, (root, walk) => {
    if (!root.at('examples').isList) return undefined;
    const { builder, log } = walk;
    for (const example of root.at('examples').items()) readExample(example, walk);
    const summary = root.at('summary');
    compareCounts(summary.at('example_count'), builder.caseCount, log);
    settleFailures(summary.at('failure_count'), walk);
    const outside = summary.at('errors_outside_of_examples_count').number() ?? 0;
    if (outside > 0) {
      builder.addCase({
        name: 'errors outside of examples',
        outcome: 'error',
        pointer: summary.at('errors_outside_of_examples_count').place,
      });
    }
    const version = root.at('version').text();
    const seconds = summary.at('duration').number();
    return builder.finish(root.at('examples').place, {
      tool: { name: 'RSpec', ...(version !== undefined && { version }) },
      ...(seconds !== undefined && { durationMs: millis(seconds) }),
    });
  });
}

function readExample(example: JsonNode, { builder, log }: JsonWalk): void {
  const name = example.at('description').text() ?? '';
  const full = example.at('full_description').text() ?? '';
  const group = full.endsWith(name) ? full.slice(0, full.length - name.length).trim() : '';
  const seconds = example.at('run_time').number();
  const line = example.at('line_number').number();
  const file = example.at('file_path').text();
  const message =
    example.at('exception').at('message').text() ?? example.at('pending_message').text();
  const trace = example.at('exception').at('backtrace').texts();
  builder.addCase({
    name,
    ...(group !== '' && { group }),
    outcome: outcomeOf(example.at('status'), words, log),
    ...(seconds !== undefined && { durationMs: millis(seconds) }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && line > 0 && { line }),
    ...(message !== undefined && { message: message.trim() }),
    ...(trace.length > 0 && { detail: trace.join('\n') }),
    pointer: example.place,
  });
}
