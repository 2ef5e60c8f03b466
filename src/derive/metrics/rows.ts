import { formatInstant } from '../../lib/timestamp.ts';
import { type EvidenceId, metricId } from '../../model/ids.ts';
import type { Metric } from '../../model/metric.ts';
import type { DeriveContext } from '../context.ts';
import { breachOf, judgedBy, targetOf } from '../metrics.ts';
import { columnsOf, positionsIn, type Span } from './columns.ts';

/** One point as the table shows it. */
export interface PointRow {
  /** Counted from 0 in the order of time. */
  readonly at: number;
  readonly t: number;
  readonly v: number | null;
  readonly category?: string;
  readonly isBeyond: boolean;
  /** Row of the file, from 1 without its header. */
  readonly row?: number;
}

export interface PointPage {
  readonly rows: readonly PointRow[];
  readonly total: number;
  /** The file that the rows stand in, where the bundle lists it as evidence. */
  readonly evidence?: EvidenceId;
  readonly column?: string;
}

/** The points of a span in pages, with the row each was read from; `undefined`: no such metric. */
export function metricPoints(
  context: DeriveContext,
  id: string,
  span: Span,
  offset: number,
  limit: number,
): PointPage | undefined {
  const metric = context.project.index.metrics.get(metricId(id));
  if (metric === undefined) return undefined;
  const { t, v, category } = columnsOf(context, metric);
  const [first, last] = positionsIn(t, span);
  const breaches = breachOf(targetOf(metric, judgedBy(context, metric)));
  const rows: PointRow[] = [];
  for (let at = first + offset; at < Math.min(last, first + offset + limit); at += 1) {
    const value = v[at] ?? Number.NaN;
    const row = rowOf(context, metric, at);
    rows.push({
      at,
      t: t[at] ?? 0,
      v: Number.isNaN(value) ? null : value,
      ...(category === undefined ? {} : { category: category.names[category.of[at] ?? 0] ?? '' }),
      isBeyond: !Number.isNaN(value) && breaches(value),
      ...(row === undefined ? {} : { row }),
    });
  }
  return { rows, total: last - first, ...fileOf(context, metric) };
}

/** The row of the file that a point was read from. */
export function rowOf(context: DeriveContext, metric: Metric, at: number): number | undefined {
  if (metric.seriesFile === undefined) return undefined;
  const rows = context.project.reading.seriesRows?.get(metric.id);
  return rows === undefined ? at + 1 : rows[at];
}

/** Where the points of a metric were read from. */
export function fileOf(
  context: DeriveContext,
  { seriesFile, evidence }: Metric,
): { readonly evidence?: EvidenceId; readonly column?: string } {
  if (seriesFile === undefined) {
    const [only] = evidence ?? [];
    return only === undefined ? {} : { evidence: only };
  }
  const [file] = context.project.index.evidenceByPath.get(seriesFile.path) ?? [];
  return {
    ...(file === undefined ? {} : { evidence: file.id }),
    column: seriesFile.valueColumn,
  };
}

/**
 * Every point of the metrics inside a span as CSV (RFC 4180): metric, unit, time, value, category, and
 * the row of the file. A gap is an empty cell. Cells that a spreadsheet would take for a formula are
 * preceded by an apostrophe.
 */
export function metricsCsv(context: DeriveContext, ids: readonly string[], span: Span): string {
  const lines = ['metric,unit,time,value,category,row'];
  for (const id of ids) {
    const metric = context.project.index.metrics.get(metricId(id));
    if (metric === undefined) continue;
    const { t, v, category } = columnsOf(context, metric);
    const [first, last] = positionsIn(t, span);
    const head = `${cell(metric.id)},${cell(metric.unit)}`;
    for (let at = first; at < last; at += 1) {
      const value = v[at] ?? Number.NaN;
      const name = category === undefined ? '' : cell(category.names[category.of[at] ?? 0] ?? '');
      const row = rowOf(context, metric, at) ?? '';
      lines.push(
        `${head},${formatInstant(t[at] ?? 0)},${Number.isNaN(value) ? '' : value},${name},${row}`,
      );
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
