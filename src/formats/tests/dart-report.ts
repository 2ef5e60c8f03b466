import type { Outcome } from '../../model/evidence.ts';
import type { JsonNode } from '../input/json-node.ts';
import { type JsonRecord, jsonRecords } from '../input/json-records.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { TestReport } from '../reports/test-report.ts';
import { TestReportBuilder } from './test-report-builder.ts';

interface OpenTest {
  readonly test: JsonNode;
  readonly record: JsonRecord;
  readonly startedAt: number | undefined;
  messages: string[];
  details: string[];
  output: string[];
}

/**
 * Reads the events of Dart's and Flutter's test runner, one a line or in one list. Tests that the runner
 * hides (loading, set-up) count only when they broke; a test that began and never ended did not pass.
 *
 * Source: "JSON Reporter Protocol" of dart-lang/test.
 */
export function readDartReport(source: string | Uint8Array): ReportReading<TestReport> {
  const log = new WarningLog();
  const builder = new TestReportBuilder();
  const suites = new Map<number, string>();
  const groups = new Map<number, string>();
  const open = new Map<number, OpenTest>();
  let isKnown = false;
  let isDone = false;
  let version: string | undefined;
  let unknown = 0;

  const close = (id: number, outcome: Outcome, endedAt: number | undefined): void => {
    const entry = open.get(id);
    if (entry === undefined) return;
    open.delete(id);
    addTest(builder, entry, outcome, endedAt, suites, groups);
  };

  for (const record of jsonRecords(source, log)) {
    const { node } = record;
    const time = node.at('time').number();
    switch (node.at('type').text()) {
      case 'start':
        isKnown = node.at('protocolVersion').exists;
        version = node.at('runnerVersion').text();
        break;
      case 'suite': {
        const id = node.at('suite').at('id').number();
        if (id !== undefined) suites.set(id, node.at('suite').at('path').text() ?? '');
        break;
      }
      case 'group': {
        const id = node.at('group').at('id').number();
        if (id !== undefined) groups.set(id, node.at('group').at('name').text() ?? '');
        break;
      }
      case 'testStart': {
        const test = node.at('test');
        const id = test.at('id').number();
        const entry = { test, record, startedAt: time, messages: [], details: [], output: [] };
        if (id === undefined) log.add('record-unreadable', { line: record.line });
        else open.set(id, entry);
        break;
      }
      case 'error': {
        const entry = open.get(node.at('testID').number() ?? -1);
        entry?.messages.push(node.at('error').text() ?? '');
        entry?.details.push(node.at('stackTrace').text() ?? '');
        break;
      }
      case 'print':
        open.get(node.at('testID').number() ?? -1)?.output.push(node.at('message').text() ?? '');
        break;
      case 'testDone': {
        const outcome = doneOutcome(record, log);
        const id = node.at('testID').number() ?? -1;
        // What is hidden counts only when it broke.
        if (node.at('hidden').boolean() === true && outcome === 'passed') open.delete(id);
        else close(id, outcome, time);
        break;
      }
      case 'done':
        if (!isDone && node.at('success').boolean() === false && noFailure(builder)) {
          builder.addCase({ name: 'the run', outcome: 'error', pointer: record.place });
        }
        isDone = true;
        break;
      case 'allSuites':
      case 'debug':
        break;
      default:
        // Flutter adds events of its own, some of them as lists.
        unknown += 1;
    }
  }
  if (!isKnown) return { warnings: [{ code: 'not-this-format' }] };
  const begun = [...open.keys()];
  for (const id of begun) close(id, 'unknown', undefined);
  if (!isDone) {
    log.add('not-closed', { params: { record: 'done' } });
    if (begun.length === 0) builder.addLost(1);
  }
  if (unknown > 0) log.add('not-understood', { params: { what: 'events', count: unknown } });
  return {
    report: builder.finish(
      { kind: 'whole' },
      { tool: { name: 'Dart', ...(version !== undefined && { version }) } },
    ),
    warnings: log.warnings,
  };
}

function noFailure(builder: TestReportBuilder): boolean {
  return !builder.cases.some(({ outcome }) => outcome === 'failed' || outcome === 'error');
}

function doneOutcome({ node, line }: JsonRecord, log: WarningLog): Outcome {
  const result = node.at('result').text() ?? '';
  if (result === 'success') return node.at('skipped').boolean() === true ? 'skipped' : 'passed';
  if (result === 'failure') return 'failed';
  if (result === 'error') return 'error';
  log.add('unknown-outcome', { line, params: { status: result } });
  return 'unknown';
}

function addTest(
  builder: TestReportBuilder,
  { test, record, startedAt, messages, details, output }: OpenTest,
  outcome: Outcome,
  endedAt: number | undefined,
  suites: ReadonlyMap<number, string>,
  groups: ReadonlyMap<number, string>,
): void {
  const full = test.at('name').text() ?? '';
  const names = test
    .at('groupIDs')
    .items()
    .flatMap((id) => groups.get(id.number() ?? -1) ?? []);
  const outer = names.findLast((name) => name !== '') ?? '';
  const name = outer !== '' && full.startsWith(outer) ? full.slice(outer.length).trim() : full;
  const file = suites.get(test.at('suiteID').number() ?? -1);
  const line = test.at('root_line').number() ?? test.at('line').number();
  const message = messages.join('\n');
  const detail = details.join('\n');
  const group = outer === '' ? file : outer;
  builder.addCase({
    name,
    ...(group !== undefined && group !== '' && { group }),
    outcome,
    ...(startedAt !== undefined && endedAt !== undefined && { durationMs: endedAt - startedAt }),
    ...(file !== undefined && file !== '' && { file }),
    ...(line !== undefined && line > 0 && { line }),
    ...(message !== '' && { message }),
    ...(detail !== '' && { detail }),
    ...(output.length > 0 && { output: output.join('\n') }),
    pointer: record.place,
  });
}
