import { textLines } from '../input/text-parts.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type { LogLine, LogStyle, LogText } from '../reports/log-text.ts';
import { readAnsiLine } from './ansi.ts';

/** Reads plain or coloured text by lines. A line ends with a line feed, with or without a return. */
export function readLogText(source: string | Uint8Array): ReportReading<LogText> {
  const log = new WarningLog();
  const lines: LogLine[] = [];
  let style: LogStyle = {};
  let hasEscapes = false;
  let pending: string | undefined;
  const take = (part: string): void => {
    const line = readAnsiLine(part, style);
    style = line.after;
    hasEscapes ||= line.hasEscapes;
    lines.push({ text: line.text, spans: line.spans });
  };
  for (const part of textLines(source, log)) {
    if (pending !== undefined) take(pending);
    pending = part;
  }
  // What follows the last line feed is a line only when there is something.
  if (pending !== undefined && pending !== '') take(pending);
  if (log.has('too-large')) return { warnings: log.warnings };
  return {
    report: { family: 'log', lines, hasEscapes },
    warnings: lines.length === 0 ? [{ code: 'empty' }] : log.warnings,
  };
}
