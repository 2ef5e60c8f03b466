import type { ChartModel } from './chart-model.ts';

/** A point that has a value. */
export interface ReadPoint {
  readonly t: number;
  readonly v: number;
}

const known = new WeakMap<ArrayLike<number>, readonly ReadPoint[]>();

/** The points of the first series that the cursor can stand at: gaps and what is outside are left out. */
export function pointsOf({
  series,
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
}: Pick<ChartModel, 'series'> & Partial<Pick<ChartModel, 'from' | 'to'>>): readonly ReadPoint[] {
  const [first] = series;
  if (first === undefined) return [];
  const all = known.get(first.v) ?? read(first);
  known.set(first.v, all);
  const isWhole = (all[0]?.t ?? from) >= from && (all.at(-1)?.t ?? to) <= to;
  return isWhole ? all : all.filter(({ t }) => t >= from && t <= to);
}

function read({ t, v }: ChartModel['series'][number]): readonly ReadPoint[] {
  const points: ReadPoint[] = [];
  for (let at = 0; at < t.length; at += 1) {
    const value = v[at] ?? Number.NaN;
    if (!Number.isNaN(value)) points.push({ t: t[at] ?? 0, v: value });
  }
  return points;
}

/** The place of the point that is nearest in time. */
export function nearestAt(points: readonly ReadPoint[], time: number): number | undefined {
  if (points.length === 0) return undefined;
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.t ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  const before = points[low - 1];
  const here = points[low];
  if (before === undefined || here === undefined) return low;
  return time - before.t <= here.t - time ? low - 1 : low;
}
