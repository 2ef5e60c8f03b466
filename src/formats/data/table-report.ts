import papa from 'papaparse';
import { decodeText, maxReportBytes } from '../input/text.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { TableReport } from '../reports/report.ts';

/**
 * Reads a table whose first line is its header (RFC 4180, or separated by tabs, semicolons or bars).
 * Empty lines are no rows. Nothing is interpreted: every field is a text. Rows that have another number
 * of fields than the header are kept and said.
 */
export function readTable(source: string | Uint8Array): ReportReading<TableReport> {
  if (source.length > maxReportBytes) {
    const params = { bytes: source.length, limit: maxReportBytes };
    return { warnings: [{ code: 'too-large', params }] };
  }
  const decoded = decodeText(source);
  if (decoded.text.trim() === '') return { warnings: [{ code: 'empty' }] };
  const log = new WarningLog();
  log.addAll(decoded.warnings);
  const { data, errors, meta } = papa.parse<string[]>(decoded.text, {
    header: false,
    skipEmptyLines: 'greedy',
  });
  for (const code of new Set(errors.map((error) => error.code))) {
    // One column has no delimiter, which is no fault.
    if (code !== 'UndetectableDelimiter') log.add('table-fault', { params: { code } });
  }
  const [header = [], ...rows] = data;
  rows.forEach((row, index) => {
    if (row.length === header.length) return;
    log.add('column-count-differs', {
      pointer: { kind: 'rows', from: index + 1, to: index + 1 },
      params: { expected: header.length, found: row.length },
    });
  });
  const names = new Set<string>();
  for (const name of header) {
    if (name !== '' && names.has(name)) log.once('duplicate-name', { line: 1, params: { name } });
    names.add(name);
  }
  return {
    report: { family: 'table', header, rows, delimiter: meta.delimiter },
    warnings: log.warnings,
  };
}
