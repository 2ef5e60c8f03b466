import type { Admission } from '../model/condition.ts';
import type { Evidence } from '../model/evidence.ts';
import type { MetricId } from '../model/ids.ts';
import type { Metric, Series } from '../model/metric.ts';
import { admit, allNamed, maxAgeOf } from './admission.ts';
import type { JudgeContext } from './context.ts';
import { type Judgement, judgement } from './judgement.ts';
import { reason } from './reason-codes.ts';
import type { Reason } from './types.ts';

/** Points that may be judged, with the evidence that they stand in. */
export interface Points {
  readonly metric: Metric;
  /** Up to `asOf`; `v` of a gap is `null`. */
  readonly t: readonly number[];
  readonly v: readonly (number | null)[];
  readonly evidence: readonly Evidence[];
  /** All that was looked at. */
  readonly considered: readonly Evidence[];
}

/**
 * The points of a metric up to `asOf`, or why there are none to be judged. Points that stand in no
 * evidence do not count: somebody wrote them down, and nothing shows that they were measured.
 */
export function pointsOf(
  context: JudgeContext,
  id: MetricId,
  admission: Admission,
): Points | Judgement {
  const metric = context.project.index.metrics.get(id);
  if (metric === undefined) {
    return judgement('unknown', reason('unknown-reference', { kind: 'metric', id }));
  }
  if (context.distrusted.has(id)) return judgement('unknown', reason('reading-problem', { id }));
  const evidence = evidenceOf(context, metric);
  if ('code' in evidence) return judgement('missing', evidence);
  if (evidence.length === 0) {
    return judgement('missing', reason('metric-without-evidence', { metric: id }));
  }
  const { counted, considered, obstacle } = admit(context, evidence, admission);
  if (obstacle !== undefined) return obstacle;
  const uses = considered.map((entry) => context.use(entry));
  const series = metric.series ?? context.project.reading.series.get(id);
  if (series === undefined) {
    return judgement('missing', reason('metric-without-points', { metric: id }), uses);
  }
  // Reading a million points once for all conditions is enough.
  const { points } = context.share(JSON.stringify(['points', id]), () => ({
    points: upTo(context.asOf, series),
  }));
  if (points === undefined) {
    return judgement('unknown', reason('metric-malformed', { metric: id }), uses);
  }
  const newest = greatestTime(points.t);
  const age = (context.asOf - newest) / 1000;
  const maxAge = maxAgeOf(context, admission);
  if (maxAge !== undefined && points.t.length > 0 && age > maxAge) {
    return judgement('stale', reason('metric-samples-stale', { age, maxAge }), uses);
  }
  return { metric, ...points, evidence: counted, considered };
}

/** What the points are said to stand in, or that the first piece that is named is not there. */
function evidenceOf(context: JudgeContext, metric: Metric): readonly Evidence[] | Reason {
  const named = allNamed(context, metric.evidence ?? []);
  if ('code' in named) return named;
  const found = new Set(named);
  const { seriesFile } = metric;
  if (seriesFile !== undefined) {
    for (const entry of context.project.index.evidenceByPath.get(seriesFile.path) ?? []) {
      found.add(entry);
    }
  }
  for (const entry of context.facts.series.get(metric.id) ?? []) found.add(entry);
  return [...found];
}

function upTo(
  asOf: number,
  series: Series,
): { readonly t: readonly number[]; readonly v: readonly (number | null)[] } | undefined {
  const { t, v } = series;
  if (t.length !== v.length) return undefined;
  let isWhole = true;
  for (let at = 0; at < t.length; at += 1) {
    const time = t[at] ?? Number.NaN;
    const value = v[at] ?? 0;
    if (!Number.isFinite(time) || !Number.isFinite(value)) return undefined;
    if (time > asOf) isWhole = false;
  }
  if (isWhole) return series;
  const kept = t.map((_, at) => at).filter((at) => (t[at] ?? 0) <= asOf);
  return { t: kept.map((at) => t[at] ?? 0), v: kept.map((at) => v[at] ?? null) };
}

function greatestTime(t: readonly number[]): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const time of t) if (time > found) found = time;
  return found;
}
