import type { Outcome } from '../../model/evidence.ts';
import { type JsonRecord, jsonRecords } from '../input/json-records.ts';
import { millis } from '../input/quantities.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { TestReport } from '../reports/test-report.ts';
import { TestReportBuilder } from './test-report-builder.ts';

const endings: Readonly<Record<string, Outcome>> = {
  pass: 'passed',
  fail: 'failed',
  skip: 'skipped',
};

const passedOver: ReadonlySet<string> = new Set([
  'start',
  'run',
  'pause',
  'cont',
  'bench',
  'output',
  'build-output',
  'build-fail',
  'attr',
]);

interface Run {
  readonly name: string;
  readonly group: string;
  readonly first: JsonRecord;
  outcome: Outcome | undefined;
  seconds: number | undefined;
  output: string;
}

/**
 * Reads the events of `go test -json`. A test with subtests is a case of its own, as Go counts it. A test
 * that began and never ended did not pass; a package that failed without a failed test is an error.
 *
 * Source: `go doc test2json`.
 */
export function readGoTestReport(source: string | Uint8Array): ReportReading<TestReport> {
  const log = new WarningLog();
  const builder = new TestReportBuilder();
  const runs = new Map<string, Run>();
  const broken: { readonly group: string; readonly record: JsonRecord }[] = [];
  /** Packages that began and did not end. */
  const unfinished = new Set<string>();
  let known = 0;
  for (const record of jsonRecords(source, log)) {
    const { node, line } = record;
    const action = node.at('Action').text();
    if (action === undefined) {
      log.add('record-unreadable', { line });
      continue;
    }
    known += 1;
    const group = node.at('Package').text() ?? '';
    const name = node.at('Test').text();
    const ending = Object.hasOwn(endings, action) ? endings[action] : undefined;
    if (ending === undefined && !passedOver.has(action)) {
      log.add('value-unknown', { line, params: { member: 'Action', value: action } });
    }
    if (name === undefined) {
      if (action === 'fail') broken.push({ group, record });
      if (ending !== undefined) unfinished.delete(group);
      else if (action === 'start') unfinished.add(group);
      continue;
    }
    if (action === 'run') unfinished.add(group);
    const key = JSON.stringify([group, name]);
    const run = runs.get(key) ?? newRun(name, group, record);
    runs.set(key, run);
    if (action === 'output') run.output += node.at('Output').text() ?? '';
    if (ending !== undefined) {
      run.outcome = ending;
      run.seconds = node.at('Elapsed').number();
    }
  }
  if (known === 0) return { warnings: [{ code: 'not-this-format' }] };
  for (const run of runs.values()) addRun(builder, run);
  const failed = new Set(
    [...runs.values()].filter(({ outcome }) => outcome === 'failed').map(({ group }) => group),
  );
  for (const { group, record } of broken) {
    if (!failed.has(group))
      builder.addCase({ name: group, outcome: 'error', pointer: record.place });
  }
  if (unfinished.size > 0) {
    log.add('not-closed', { params: { record: [...unfinished].join(', ') } });
    const hasOpen = [...runs.values()].some(({ outcome }) => outcome === undefined);
    if (!hasOpen) builder.addLost(unfinished.size);
  }
  return {
    report: builder.finish({ kind: 'whole' }, { tool: { name: 'Go' } }),
    warnings: log.warnings,
  };
}

function newRun(name: string, group: string, first: JsonRecord): Run {
  return { name, group, first, outcome: undefined, seconds: undefined, output: '' };
}

function addRun(
  builder: TestReportBuilder,
  { name, group, first, outcome, seconds, output }: Run,
): void {
  builder.addCase({
    name,
    ...(group !== '' && { group }),
    outcome: outcome ?? 'unknown',
    ...(seconds !== undefined && { durationMs: millis(seconds) }),
    ...(output !== '' && { output }),
    pointer: first.place,
  });
}
