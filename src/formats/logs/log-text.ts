import { decodeText, maxReportBytes } from '../input/text.ts';
import type { ReportReading } from '../reading.ts';
import type { LogLine, LogStyle, LogText } from '../reports/log-text.ts';
import { readAnsiLine } from './ansi.ts';

/** Reads plain or coloured text by lines. A line ends with a line feed, with or without a return. */
export function readLogText(source: string | Uint8Array): ReportReading<LogText> {
  if (source.length > maxReportBytes) {
    const params = { bytes: source.length, limit: maxReportBytes };
    return { warnings: [{ code: 'too-large', params }] };
  }
  const { text, warnings } = decodeText(source);
  const lines: LogLine[] = [];
  let style: LogStyle = {};
  let hasEscapes = false;
  const parts = text.split('\n');
  if (parts.at(-1) === '') parts.pop();
  for (const part of parts) {
    const line = readAnsiLine(part, style);
    style = line.after;
    hasEscapes ||= line.hasEscapes;
    lines.push({ text: line.text, spans: line.spans });
  }
  return {
    report: { family: 'log', lines, hasEscapes },
    warnings: lines.length === 0 ? [{ code: 'empty' }] : warnings,
  };
}
