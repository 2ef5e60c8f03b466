/** Points in the order of time; `null` is a gap. */
export interface Points {
  readonly t: readonly number[];
  readonly v: readonly (number | null)[];
  readonly category?: readonly string[];
}

/**
 * At most `maxPoints` of the points, in order. The points are cut into runs of equal length, and
 * of each run the lowest, the highest, the first that breaches, and the first gap are kept. So no
 * extreme and no run with a breach or a gap ever disappears, and the first breach of all is always
 * among the points. With fewer than four points allowed, four are given.
 *
 * @param breaches whether a value is on the wrong side of the target.
 */
export function downsample(
  points: Points,
  maxPoints: number,
  breaches: (value: number) => boolean = () => false,
): Points {
  const { category } = points;
  const total = points.v.length;
  if (total <= Math.max(4, maxPoints)) return points;
  const runs = Math.max(1, Math.floor(maxPoints / 4));
  const kept: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const from = Math.floor((run * total) / runs);
    const to = Math.floor(((run + 1) * total) / runs);
    kept.push(...worthKeeping(points.v, from, to, breaches));
  }
  return {
    t: kept.map((at) => points.t[at] ?? 0),
    v: kept.map((at) => points.v[at] ?? null),
    ...(category === undefined ? {} : { category: kept.map((at) => category[at] ?? '') }),
  };
}

function worthKeeping(
  v: readonly (number | null)[],
  from: number,
  to: number,
  breaches: (value: number) => boolean,
): readonly number[] {
  let low = -1;
  let high = -1;
  let breach = -1;
  let gap = -1;
  for (let at = from; at < to; at += 1) {
    const value = v[at] ?? null;
    if (value === null) {
      if (gap === -1) gap = at;
      continue;
    }
    if (low === -1 || value < (v[low] ?? 0)) low = at;
    if (high === -1 || value > (v[high] ?? 0)) high = at;
    if (breach === -1 && breaches(value)) breach = at;
  }
  return [...new Set([low, high, breach, gap])].filter((at) => at >= 0).sort((a, b) => a - b);
}

/** The points by time; those of one time keep their order. Points without a time are left out. */
export function inTime(points: Points): Points {
  const { t, category } = points;
  let sorted = true;
  for (let at = 0; at < t.length; at += 1) {
    const time = t[at] ?? Number.NaN;
    if (!Number.isFinite(time) || (at > 0 && time < (t[at - 1] ?? 0))) sorted = false;
  }
  if (sorted && points.v.length === t.length) return points;
  const order = t
    .map((_, at) => at)
    .filter((at) => Number.isFinite(t[at]) && at < points.v.length)
    .sort((a, b) => (t[a] ?? 0) - (t[b] ?? 0));
  return {
    t: order.map((at) => t[at] ?? 0),
    v: order.map((at) => points.v[at] ?? null),
    ...(category === undefined ? {} : { category: order.map((at) => category[at] ?? '') }),
  };
}
