import type { Span } from '../../../derive/metrics/columns.ts';
import type { AggregateUse, MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import type { MetricStudy } from '../../../derive/metrics/study.ts';
import type { MetricRow } from '../../../derive/types.ts';
import { formatInstant, parseTimestamp } from '../../../lib/timestamp.ts';
import { convert } from '../../../lib/units.ts';
import { metricTone } from '../../../parts/tones.ts';
import {
  type ChartBand,
  type ChartLine,
  type ChartModel,
  type ChartSeries,
  type Shape,
  seriesFaces,
} from '../chart/chart-model.ts';
import {
  type Layer,
  layersOnRequest,
  type MetricsSearch,
  type MetricView,
} from '../metrics-search.ts';

/** A target that less than this share of itself is left to is near. */
export const nearShare = 0.1;

/** The stretch of time that the link names. */
export function spanOf({ from, to }: Pick<MetricsSearch, 'from' | 'to'>): Span {
  const start = from === undefined ? Number.NaN : parseTimestamp(from);
  const end = to === undefined ? Number.NaN : parseTimestamp(to);
  if (start >= end) return {};
  return {
    ...(Number.isFinite(start) ? { from: start } : {}),
    ...(Number.isFinite(end) ? { to: end } : {}),
  };
}

/**
 * What the link says of a stretch of time: nothing where it holds all points, and never more than them.
 * A stretch without any length, or beside the points, is none.
 */
export function spanSearch(
  span: Required<Span> | undefined,
  [first, last]: readonly [number, number],
): Pick<MetricsSearch, 'from' | 'to' | 'page'> {
  const from = Math.round(Math.max(first, span?.from ?? first));
  const to = Math.round(Math.min(last, span?.to ?? last));
  const isAll = span === undefined || !(from < to) || (from <= first && to >= last);
  return isAll
    ? { from: undefined, to: undefined, page: undefined }
    : { from: formatInstant(from), to: formatInstant(to), page: undefined };
}

export function isShown(layer: Layer, { hide, also }: MetricsSearch): boolean {
  return layersOnRequest.includes(layer)
    ? (also ?? []).includes(layer)
    : !(hide ?? []).includes(layer);
}

/** The view that fits the data, where the link names none. */
export function usualView({ metric, row, drawn }: MetricPicture): MetricView {
  const known = drawn.v.filter((value) => !Number.isNaN(value));
  if (known.length > 0 && isBinary(metric, known)) return 'points';
  if (known.length <= 1) return 'points';
  if (row.aggregate === 'last') return 'step';
  return row.aggregate === 'sum' || /^[A-Z]{3}$/.test(row.unit) ? 'area' : 'line';
}

/** Zeros and ones, which no line connects in a way that says anything. */
export function isBinary({ unit, seriesFile }: MetricPicture['metric'], v: Float64Array): boolean {
  if (seriesFile?.oneWhen === undefined && unit !== 'ratio') return false;
  return v.every((value) => value === 0 || value === 1 || Number.isNaN(value));
}

/** Something that is drawn along. */
export interface OtherSeries {
  readonly id: string;
  readonly title: string;
  readonly picture: MetricPicture;
}

export interface ModelTexts {
  readonly target: (row: MetricRow) => string;
  readonly value: (value: number, unit: string) => string;
  readonly aggregate: (use: AggregateUse, unit: string) => string;
  readonly mark: (mark: MetricPicture['marks'][number]) => string;
}

/** Everything that the chart over time shows of a metric and what is drawn along. */
export function modelOf(
  picture: MetricPicture,
  study: MetricStudy | undefined,
  others: readonly OtherSeries[],
  search: MetricsSearch,
  texts: ModelTexts,
): ChartModel {
  const { metric, row } = picture;
  const hidden = new Set(search.hide ?? []);
  const view = search.view ?? usualView(picture);
  const series = seriesOf(picture, others, shapeOf(view)).filter(({ id }) => !hidden.has(id));
  const isMain = !hidden.has(metric.id);
  const { from, to } = timesOf(picture, others, spanOf(search));
  const { levels = [], breaches, course } = study ?? {};
  const isCourse = isShown('course', search) || (isBinary(metric, picture.drawn.v) && isMain);
  const { first, longest } = breaches ?? {};
  const worst = longest?.worst;
  const rings = [first, worst?.at === first?.at ? undefined : worst].filter(
    (ring) => ring !== undefined,
  );
  return {
    unit: row.unit,
    from,
    to,
    isLog: search.scale === 'log',
    ...(isBinary(metric, picture.drawn.v) && row.samples > 0 ? { least: [0, 1] as const } : {}),
    series,
    lines: linesOf(picture, search, texts),
    bands: isShown('bands', search) ? bandsOf(row) : [],
    marks: isShown('marks', search)
      ? picture.marks.map((mark, at) => ({ id: String(at), t: mark.t, title: texts.mark(mark) }))
      : [],
    levels:
      isShown('levels', search) && levels.length > 1
        ? levels.map((level) => ({
            id: String(level.from),
            from: level.from,
            to: level.to,
            value: level.mean,
          }))
        : [],
    ...(isCourse && course !== undefined && course.t.length > 1 ? { course } : {}),
    rings: isMain && isShown('target', search) ? rings.map(({ t, v }) => ({ t, v })) : [],
  };
}

function shapeOf(view: MetricView): Shape {
  return view === 'area' || view === 'step' || view === 'points' ? view : 'line';
}

function seriesOf(
  { metric, row, drawn }: MetricPicture,
  others: readonly OtherSeries[],
  shape: Shape,
): readonly ChartSeries[] {
  const face = (at: number) => seriesFaces[at % seriesFaces.length] ?? { dash: '', mark: 'circle' };
  return [
    {
      id: metric.id,
      title: row.title,
      t: drawn.t,
      v: drawn.v,
      shape,
      face: face(0),
      tone: metricTone[row.verdict],
    },
    ...others.map(
      ({ id, title, picture }, at): ChartSeries => ({
        id,
        title,
        t: picture.drawn.t,
        v: inUnit(picture, row.unit),
        shape: shape === 'area' ? 'line' : shape,
        face: face(at + 1),
      }),
    ),
  ];
}

/** The values of another metric in the unit of the axis; those are chosen for being convertible. */
function inUnit({ drawn, row }: MetricPicture, unit: string): Float64Array {
  if (row.unit === unit) return drawn.v;
  return drawn.v.map((value) => convert(value, row.unit, unit) ?? Number.NaN);
}

const halfDay = 43_200_000;

/** The axis of time: what the link names, else all points, with marks that lie just outside. */
function timesOf(picture: MetricPicture, others: readonly OtherSeries[], span: Span) {
  const extents = [picture, ...others.map((other) => other.picture)].flatMap(
    ({ extent }) => extent ?? [],
  );
  const first = span.from ?? Math.min(...extents);
  const last = span.to ?? Math.max(...extents);
  if (!(first < last)) return { from: first - halfDay, to: first + halfDay };
  const near = (last - first) * 0.15;
  const marks = picture.marks.filter(({ t }) => t > last && t <= last + near).map(({ t }) => t);
  const end = span.to ?? Math.max(last, ...marks);
  // A mark at the very end must not stand on the edge.
  return { from: first, to: end === last ? last : end + (end - first) * 0.01 };
}

function linesOf(
  { row, uses }: MetricPicture,
  search: MetricsSearch,
  texts: ModelTexts,
): readonly ChartLine[] {
  const lines: ChartLine[] = [];
  if (row.target !== undefined && isShown('target', search)) {
    lines.push({
      id: 'target',
      value: row.target.value,
      label: texts.target(row),
      short: texts.target(row),
    });
  }
  const [use] = uses;
  // A sum and a count stand on axes of their own.
  const isOnAxis = use?.value !== undefined && !['sum', 'count'].includes(use.aggregate);
  if (isOnAxis && isShown('aggregate', search)) {
    lines.push({
      id: 'aggregate',
      value: use.value,
      label: texts.aggregate(use, row.unit),
      short: `${use.aggregate} ${texts.value(use.value, row.unit)}`,
      ...(use.from === undefined ? {} : { from: use.from }),
      ...(use.to === undefined ? {} : { to: use.to }),
    });
  }
  return lines;
}

/** The side beyond the target, and the stretch before it that is near. */
function bandsOf({ target }: MetricRow): readonly ChartBand[] {
  if (target === undefined) return [];
  const { value } = target;
  const margin = Math.abs(value) * nearShare;
  switch (target.operator) {
    case 'less-than':
    case 'at-most':
      return [
        { id: 'beyond', from: value },
        { id: 'near', from: value - margin, to: value },
      ];
    case 'greater-than':
    case 'at-least':
      return [
        { id: 'beyond', to: value },
        { id: 'near', from: value, to: value + margin },
      ];
    default:
      return [];
  }
}
