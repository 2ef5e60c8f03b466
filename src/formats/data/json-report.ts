import { readJsonDocument } from '../input/json-document.ts';
import { decodeText, maxReportBytes } from '../input/text.ts';
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
  const documents = jsonLines(source, log).map(({ value }) => value);
  if (documents.length === 0) {
    log.once('not-this-format');
    return { warnings: log.warnings };
  }
  return { report: { family: 'data', syntax: 'json-lines', documents }, warnings: log.warnings };
}

export interface JsonLine {
  readonly value: unknown;
  /** 1-based. */
  readonly line: number;
}

/** The values of JSON Lines with the lines that they stand on; faults go to the log. */
export function jsonLines(source: string | Uint8Array, log: WarningLog): readonly JsonLine[] {
  if (source.length > maxReportBytes) {
    log.add('too-large', { params: { bytes: source.length, limit: maxReportBytes } });
    return [];
  }
  const { text, warnings } = decodeText(source);
  log.addAll(warnings);
  return text.split('\n').flatMap((content, index) => {
    if (content.trim() === '') return [];
    const line = index + 1;
    const { root, warnings: found } = readJsonDocument(content);
    for (const { line: _, ...warning } of found) {
      if (root !== undefined) log.add(warning.code, { ...warning, line });
    }
    if (root !== undefined) return [{ value: root.value, line }];
    log.add('record-unreadable', { line, params: { reason: found[0]?.code ?? 'syntax' } });
    return [];
  });
}
