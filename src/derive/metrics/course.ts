import type { Aggregate } from '../../model/condition.ts';
import { type Columns, positionOf } from './columns.ts';

/** An aggregate as it would have been judged at one instant; `NaN` where there was no sample. */
export interface Course {
  readonly t: Float64Array;
  readonly v: Float64Array;
  /** Samples that went into each. */
  readonly samples: Float64Array;
}

const percents: Readonly<Partial<Record<Aggregate, number>>> = {
  p50: 50,
  p90: 90,
  p95: 95,
  p99: 99,
};

/**
 * The aggregate after each sample, or at `most` of the samples in equal steps and always at the last
 * one, over all samples up to then or over those inside the window, each by the engine's own
 * definition (percentiles by nearest rank). Aggregates other than a single sample of the series are
 * summed plainly, so the last digits may differ from the engine's.
 *
 * @param window in milliseconds
 * @returns nothing for an aggregate that is not known.
 */
export function courseOf(
  { t, v }: Columns,
  aggregate: Aggregate,
  window: number | undefined,
  most: number,
): Course | undefined {
  const known: number[] = [];
  for (let at = 0; at < v.length; at += 1) if (!Number.isNaN(v[at] ?? Number.NaN)) known.push(at);
  const running = runningOf(aggregate, v, known);
  if (running === undefined) return undefined;
  const stride = Math.max(1, Math.ceil(known.length / most));
  const size = Math.ceil(known.length / stride);
  const course = {
    t: new Float64Array(size),
    v: new Float64Array(size),
    samples: new Float64Array(size),
  };
  let oldest = 0;
  let write = 0;
  for (let read = 0; read < known.length; read += 1) {
    const at = known[read] ?? 0;
    running.add(v[at] ?? 0);
    const time = t[at] ?? 0;
    while (window !== undefined && (t[known[oldest] ?? 0] ?? 0) < time - window) {
      running.remove(v[known[oldest] ?? 0] ?? 0);
      oldest += 1;
    }
    if ((known.length - 1 - read) % stride !== 0) continue;
    course.t[write] = time;
    course.v[write] = running.value();
    course.samples[write] = read - oldest + 1;
    write += 1;
  }
  return course;
}

interface Running {
  readonly add: (value: number) => void;
  readonly remove: (value: number) => void;
  readonly value: () => number;
}

function runningOf(
  aggregate: Aggregate,
  v: Float64Array,
  known: readonly number[],
): Running | undefined {
  const percent = percents[aggregate];
  if (percent !== undefined) return ranked(v, known, (count) => Math.ceil((percent * count) / 100));
  switch (aggregate) {
    case 'min':
      return ranked(v, known, () => 1);
    case 'max':
      return ranked(v, known, (count) => count);
    case 'mean':
    case 'rate':
      return summed((sum, count) => sum / count);
    case 'sum':
      return summed((sum) => sum);
    case 'count':
      return summed((_, count) => count);
    case 'last':
      return newest();
    default:
      return undefined;
  }
}

function summed(value: (sum: number, count: number) => number): Running {
  let sum = 0;
  let count = 0;
  return {
    add: (each) => {
      sum += each;
      count += 1;
    },
    remove: (each) => {
      sum -= each;
      count -= 1;
    },
    value: () => value(sum, count),
  };
}

function newest(): Running {
  let value = Number.NaN;
  return {
    add: (each) => {
      value = each;
    },
    remove: () => undefined,
    value: () => value,
  };
}

/**
 * The value of a rank among those added. A tree of counts over the sorted values.
 * Source: P. Fenwick, "A New Data Structure for Cumulative Frequency Tables", Software: Practice and
 * Experience 24(3), 1994.
 */
function ranked(
  v: Float64Array,
  known: readonly number[],
  rankOf: (count: number) => number,
): Running {
  const sorted = Float64Array.from(known, (at) => v[at] ?? 0).sort();
  const tree = new Int32Array(sorted.length + 1);
  let count = 0;
  const change = (value: number, by: number): void => {
    count += by;
    for (let at = positionOf(sorted, value) + 1; at < tree.length; at += at & -at) {
      tree[at] = (tree[at] ?? 0) + by;
    }
  };
  let top = 1;
  while (top * 2 < tree.length) top *= 2;
  return {
    add: (value) => change(value, 1),
    remove: (value) => change(value, -1),
    value: () => {
      let rest = rankOf(count);
      let at = 0;
      for (let step = top; step > 0; step >>= 1) {
        const next = at + step;
        if (next < tree.length && (tree[next] ?? 0) < rest) {
          at = next;
          rest -= tree[next] ?? 0;
        }
      }
      return sorted[at] ?? Number.NaN;
    },
  };
}
