import { readJsonDocument, withJsonLines } from '../input/json-document.ts';
import type { JsonNode } from '../input/json-node.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { TestReport } from '../reports/test-report.ts';
import { compareCounts } from './outcomes.ts';
import { TestReportBuilder } from './test-report-builder.ts';

export interface JsonWalk {
  readonly builder: TestReportBuilder;
  readonly log: WarningLog;
}

/**
 * The frame of a reader of one JSON document.
 *
 * @param read gives the report, or nothing when the document is of another format
 */
export function readJsonTests(
  source: string | Uint8Array,
  read: (root: JsonNode, walk: JsonWalk) => TestReport | undefined,
): ReportReading<TestReport> {
  const { root, text, warnings } = readJsonDocument(source);
  if (root === undefined) return { warnings };
  const log = new WarningLog();
  log.addAll(warnings);
  const report = read(root, { builder: new TestReportBuilder(), log });
  if (report === undefined) return { warnings: [{ code: 'not-this-format' }] };
  return { report, warnings: withJsonLines(log.warnings, text) };
}

/**
 * Compares what a report states of its failures with its cases. Failures that are stated and not
 * listed count: a report that contradicts itself passes nothing.
 */
export function settleFailures(stated: JsonNode, { builder, log }: JsonWalk): void {
  const listed = builder.cases.filter(
    ({ outcome }) => outcome === 'failed' || outcome === 'error',
  ).length;
  const missing = compareCounts(stated, listed, log, 'failures');
  if (missing > 0) builder.addUnnamedFailures(missing);
}
