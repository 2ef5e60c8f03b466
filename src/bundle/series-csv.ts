import { parse } from 'papaparse';
import { parseTimestamp } from '../lib/timestamp.ts';
import type { MetricId } from '../model/ids.ts';
import type { Series, SeriesFile } from '../model/metric.ts';
import type { Problem } from '../model/problem.ts';
import { decodeUtf8, hasByteOrderMark } from './json.ts';
import { limits } from './limits.ts';
import { ProblemLog } from './log.ts';
import type { ProblemCode } from './problem-codes.ts';

export interface ReadSeries {
  /** Absent when the table as a whole cannot be used. */
  readonly series?: Series;
  /** Row (from 1, without the header) of each point, where it is not the place of the point. */
  readonly rows?: readonly number[];
  readonly problems: readonly Problem[];
}

/** Cells that say that there is no value. */
const gaps: ReadonlySet<string> = new Set(['', 'null', 'NA', 'N/A', 'NaN']);
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads the points of a metric from a CSV table with a header. Times are RFC 3339, a day
 * (`2026-05-04`, midnight UTC) or Unix seconds; points are put in order of time. An empty cell is a
 * gap, never zero. What cannot be read is reported by row (counted from 1 without the header) and
 * column, and the metric is reported as affected: the lost point may be the one that matters.
 */
export function readSeriesFile(
  source: SeriesFile,
  bytes: Uint8Array,
  metric: MetricId,
  maxPoints: number = limits.points,
): ReadSeries {
  const log = new ProblemLog(source.path);
  const report = (code: ProblemCode, params: Record<string, string | number>): void => {
    log.report(code, '', { params, affects: [metric] });
  };
  const text = decodeUtf8(hasByteOrderMark(bytes) ? bytes.subarray(3) : bytes);
  if (text === undefined) {
    report('file-unreadable', { reason: 'not-utf8' });
    return { problems: log.problems };
  }
  // A row more than may be, to notice that there are more.
  const { data, errors } = parse<string[]>(text, {
    delimiter: source.path.toLowerCase().endsWith('.tsv') ? '\t' : ',',
    skipEmptyLines: 'greedy',
    preview: maxPoints + 2,
  });
  const [header, ...rows] = data;
  if (header === undefined) {
    report('csv-empty', {});
    return { problems: log.problems };
  }
  for (const { code, row } of errors) {
    if (code !== 'UndetectableDelimiter') report('csv-syntax', { row: row ?? 0, reason: code });
  }
  if (rows.length > maxPoints) {
    report('too-many-points', { count: rows.length, limit: maxPoints });
    return { problems: log.problems };
  }
  const columns = findColumns(source, header, report);
  if (columns === undefined) return { problems: log.problems };
  return { ...readRows(source, header, rows, columns, report), problems: log.problems };
}

type Report = (code: ProblemCode, params: Record<string, string | number>) => void;

interface Columns {
  readonly time: number;
  readonly value: number;
  readonly category: number | undefined;
  readonly where: readonly { readonly column: number; readonly is: string }[];
}

function findColumns(
  source: SeriesFile,
  header: readonly string[],
  report: Report,
): Columns | undefined {
  let isComplete = true;
  const find = (column: string): number => {
    const at = header.indexOf(column);
    if (at < 0 || header.lastIndexOf(column) !== at) {
      isComplete = false;
      report(at < 0 ? 'csv-column-missing' : 'csv-column-twice', { column });
    }
    return at;
  };
  const columns = {
    time: find(source.timeColumn),
    value: find(source.valueColumn),
    category: source.categoryColumn === undefined ? undefined : find(source.categoryColumn),
    where: Object.entries(source.where ?? {}).map(([name, is]) => ({ column: find(name), is })),
  };
  return isComplete ? columns : undefined;
}

function readRows(
  source: SeriesFile,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  columns: Columns,
  report: Report,
): Required<Pick<ReadSeries, 'series'>> & Pick<ReadSeries, 'rows'> {
  const t: number[] = [];
  const rowOf: number[] = [];
  const v: (number | null)[] = [];
  const category: string[] = [];
  let isSorted = true;
  for (const [k, cells] of rows.entries()) {
    const row = k + 1;
    if (cells.length !== header.length) {
      report('csv-row-length', { row, cells: cells.length, columns: header.length });
    }
    if (columns.where.some(({ column, is }) => cells[column] !== is)) continue;
    const time = cells[columns.time] ?? '';
    const at = timeOf(time.trim());
    if (Number.isNaN(at)) {
      report('csv-time-unreadable', { row, column: source.timeColumn, text: time });
      continue;
    }
    const cell = (cells[columns.value] ?? '').trim();
    const value = numberOf(cell, source.oneWhen);
    if (value === undefined) {
      report('csv-value-unreadable', { row, column: source.valueColumn, text: cell });
    }
    isSorted &&= at >= (t.at(-1) ?? at);
    t.push(at);
    rowOf.push(row);
    v.push(value ?? null);
    if (columns.category !== undefined) category.push(cells[columns.category] ?? '');
  }
  const series = { t, v, ...(columns.category === undefined ? {} : { category }) };
  if (!isSorted) {
    const order = t.map((_, k) => k).sort((a, b) => (t[a] ?? 0) - (t[b] ?? 0) || a - b);
    return { series: inOrder(series, order), rows: order.map((k) => rowOf[k] ?? 0) };
  }
  return t.length === rows.length ? { series } : { series, rows: rowOf };
}

/** Milliseconds since 1970, or `NaN`. */
function timeOf(text: string): number {
  if (decimal.test(text)) return Math.round(Number(text) * 1000);
  return parseTimestamp(day.test(text) ? `${text}T00:00:00Z` : text);
}

/** `null` for a gap, nothing for what is no number. */
function numberOf(cell: string, oneWhen: string | undefined): number | null | undefined {
  if (oneWhen !== undefined && cell !== '') return cell === oneWhen ? 1 : 0;
  if (gaps.has(cell)) return null;
  const value = decimal.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** By time; points of one time stay in the order of the file. */
function inOrder({ t, v, category }: Series, order: readonly number[]): Series {
  return {
    t: order.map((k) => t[k] ?? 0),
    v: order.map((k) => v[k] ?? null),
    ...(category === undefined ? {} : { category: order.map((k) => category[k] ?? '') }),
  };
}
