import { readJsonDocument } from '../input/json-document.ts';
import { jsonRecords } from '../input/json-records.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { DataReport } from '../reports/report.ts';

/** JSON that belongs to no known format. */
export function readJsonReport(source: string | Uint8Array): ReportReading<DataReport> {
  const { root, warnings } = readJsonDocument(source);
  if (root === undefined) return { warnings };
  return { report: { family: 'data', syntax: 'json', documents: [root.value] }, warnings };
}

/** JSON Lines: a value a line. A line that is none is left out and said; empty lines are passed over. */
export function readJsonLines(source: string | Uint8Array): ReportReading<DataReport> {
  const log = new WarningLog();
  const documents = jsonRecords(source, log).map(({ node }) => node.value);
  if (documents.length === 0) {
    log.once('not-this-format');
    return { warnings: log.warnings };
  }
  return { report: { family: 'data', syntax: 'json-lines', documents }, warnings: log.warnings };
}
