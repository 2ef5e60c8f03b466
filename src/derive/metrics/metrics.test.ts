import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile } from '../../lib/statistics.ts';
import type { Aggregate } from '../../model/condition.ts';
import { breachesOf } from './breaches.ts';
import { type Columns, makeColumns, positionsIn } from './columns.ts';
import { courseOf } from './course.ts';
import { pictureOf } from './picture.ts';

const END = Number.POSITIVE_INFINITY;

function columns(v: readonly (number | null)[], t = v.map((_, at) => at * 10)): Columns {
  return makeColumns(t, v, undefined, END);
}

const value = fc.option(fc.integer({ min: -50, max: 50 }), { nil: null, freq: 6 });
const values = fc.array(value, { maxLength: 500 });
/** Points at uneven times, several of them at one. */
const series = fc
  .array(fc.tuple(fc.nat(40), value), { maxLength: 400 })
  .map((steps): { t: number[]; v: (number | null)[] } => {
    let time = 0;
    const t = steps.map(([step]) => {
      time += step;
      return time;
    });
    return { t, v: steps.map(([, each]) => each) };
  });
const buckets = fc.integer({ min: 1, max: 40 });
const beyond = (each: number): boolean => each > 30;

describe('what is drawn of many points', () => {
  it('shows every breach: a point beyond the target stands in the same bucket of time', () => {
    fc.assert(
      fc.property(series, buckets, ({ t, v }, count) => {
        const drawn = pictureOf(columns(v, t), {}, count, beyond);
        const width = ((t.at(-1) ?? 0) - (t[0] ?? 0)) / count;
        const shown = [...drawn.t].filter((_, at) => beyond(drawn.v[at] ?? Number.NaN));
        v.forEach((each, at) => {
          if (each === null || !beyond(each)) return;
          const near = shown.filter((time) => Math.abs(time - (t[at] ?? 0)) <= width + 1e-9);
          expect(near).not.toEqual([]);
        });
      }),
    );
  });

  it('invents no value, keeps the order of time, and never more than eight points a bucket', () => {
    fc.assert(
      fc.property(series, buckets, ({ t, v }, count) => {
        const drawn = pictureOf(columns(v, t), {}, count, beyond);
        expect(drawn.total).toBe(t.length);
        expect([...drawn.t].sort((a, b) => a - b)).toEqual([...drawn.t]);
        const known = new Set(t.map((time, at) => `${time} ${v[at]}`));
        drawn.t.forEach((time, at) => {
          const each = drawn.v[at] ?? 0;
          if (!Number.isNaN(each)) expect(known).toContain(`${time} ${each}`);
        });
        // Twice as many where every point is followed by a pause.
        expect(drawn.t.length).toBeLessThanOrEqual(16 * (count + 1));
      }),
    );
  });

  it('keeps the extremes of every bucket, and leaves no gap out', () => {
    fc.assert(
      fc.property(values, buckets, (v, count) => {
        const drawn = pictureOf(columns(v), {}, count, beyond);
        const numbers = v.filter((each) => each !== null);
        const shown = [...drawn.v].filter((each) => !Number.isNaN(each));
        expect(Math.max(...shown)).toBe(Math.max(...numbers));
        expect(Math.min(...shown)).toBe(Math.min(...numbers));
        expect([...drawn.v].some(Number.isNaN)).toBe(v.includes(null));
      }),
    );
  });

  it('separates what a gap separates: no line leads over it', () => {
    // A hundred points a bucket, with a gap in the middle of one.
    const v = Array.from({ length: 1000 }, (_, at) => (at === 555 ? null : (at * 7) % 13));
    const { t, v: drawn } = pictureOf(columns(v), {}, 10, beyond);
    const gap = drawn.findIndex(Number.isNaN);
    expect(t[gap]).toBe(5550);
    expect(t[gap + 1]).toBe(5560);
    expect((t[gap - 1] ?? 0) < 5550).toBe(true);
  });

  it('takes a long pause between points that come steadily for a gap', () => {
    const steady = Array.from({ length: 30 }, (_, at) => at * 10);
    const t = [...steady, ...steady.map((time) => time + 1000)];
    const { t: times, v } = pictureOf(
      columns(
        t.map(() => 1),
        t,
      ),
      {},
      100,
      beyond,
    );
    const gap = v.findIndex(Number.isNaN);
    expect(times[gap]).toBe((290 + 1000) / 2);
    expect([...v].filter(Number.isNaN)).toHaveLength(1);
    const few = pictureOf(
      columns(
        t.map(() => 1),
        t,
      ),
      {},
      3,
      beyond,
    );
    expect([...few.v].filter(Number.isNaN)).toHaveLength(1);
    const bursts = Array.from({ length: 60 }, (_, at) => (at % 2) + Math.floor(at / 2) * 500);
    expect(columns(bursts, bursts).pause).toBeUndefined();
  });

  it('is everything while there are few points, with the neighbours of a span', () => {
    const v = [1, null, 3, 4, 5];
    expect(pictureOf(columns(v), {}, 2, beyond)).toMatchObject({ total: 5 });
    const part = pictureOf(columns(v), { from: 20, to: 30 }, 10, beyond);
    expect([...part.t]).toEqual([10, 20, 30, 40]);
    expect(part.total).toBe(2);
    expect(pictureOf(columns([]), {}, 10, beyond)).toMatchObject({ total: 0 });
  });
});

describe('what is kept of one stretch', () => {
  const drawnOf = (
    v: readonly (number | null)[],
    count: number,
    span = {},
    t?: readonly number[],
  ) => {
    const drawn = pictureOf(columns(v, t === undefined ? undefined : [...t]), span, count, beyond);
    return [...drawn.t].map((time, at) => [time, drawn.v[at]]);
  };
  const times = (...asked: Parameters<typeof drawnOf>) => drawnOf(...asked).map(([time]) => time);

  it('are its first, lowest and highest, a breach, a gap, what follows the gap, and its last', () => {
    const v = [5, 1, 9, null, 4, 4, 4, 31, 32, 4, 4];
    // The last point of all begins a stretch of its own.
    expect(times(v, 1)).toEqual([0, 10, 30, 40, 70, 80, 90, 100]);
    expect(drawnOf(v, 1)[2]).toEqual([30, Number.NaN]);
    const upside = [5, 40, 2, 2, 9, 9, 3, 4, 5, 6, 7];
    expect(times(upside, 1)).toEqual([0, 10, 20, 90, 100]);
  });

  it('is the first of equal ones, and of two gaps', () => {
    expect(times([3, 1, 1, 7, 7, null, null, 4, null, 4, 4], 1)).toEqual([
      0, 10, 30, 50, 70, 90, 100,
    ]);
    expect(times([null, 3, 3, 3, 3, 3, 3, null, 3, 3, 3], 1)).toEqual([0, 10, 90, 100]);
  });

  it('is everything up to four points a stretch', () => {
    const v = [1, 1, 1, 1, 1, 1, 1, 1];
    expect(times(v, 2)).toHaveLength(8);
    expect(times([...v, 1], 2)).toEqual([0, 30, 40, 70, 80]);
  });

  it('has the neighbours of a span on both sides, and none where there is none', () => {
    const v = [9, 1, 1, 1, 1, 1, 1, 9];
    expect(times(v, 1, { from: 10, to: 60 })).toEqual([0, 10, 50, 60, 70]);
    expect(times(v, 1, { to: 60 })).toEqual([0, 10, 50, 60, 70]);
    expect(times(v, 1, { from: 10 })).toEqual([0, 10, 60, 70]);
  });

  it('shows a pause inside of it, at its middle', () => {
    const steady = Array.from({ length: 12 }, (_, at) => at * 10);
    const t = [...steady, ...steady.map((time) => time + 1000)];
    const v = t.map((time) => (time < 500 ? time / 10 : 5));
    expect(drawnOf(v, 1, {}, t)).toEqual([
      [0, 0],
      [110, 11],
      [555, Number.NaN],
      [1000, 5],
      [1100, 5],
      [1110, 5],
    ]);
  });
});

describe('points in columns', () => {
  it('end at the instant of judgement', () => {
    const own = makeColumns([1, 2, 3], [1, null, 3], ['a', 'b', 'a'], 2);
    expect(own.later).toBe(1);
    expect([...own.t]).toEqual([1, 2]);
    expect([...own.v]).toEqual([1, Number.NaN]);
    expect(own.category).toEqual({ names: ['a', 'b'], of: Uint32Array.of(0, 1) });
  });

  it('are found by time, both ends included', () => {
    const t = Float64Array.of(0, 10, 10, 20);
    expect(positionsIn(t, {})).toEqual([0, 4]);
    expect(positionsIn(t, { from: 10, to: 10 })).toEqual([1, 3]);
    expect(positionsIn(t, { from: 21 })).toEqual([4, 4]);
    expect(positionsIn(t, { from: 15, to: 5 })).toEqual([3, 3]);
  });
});

describe('breaches', () => {
  const of = (v: readonly (number | null)[]) => breachesOf(columns(v), beyond, 'lower');

  it('have a first, a longest that no gap ends, and a side since when', () => {
    expect(of([5, 31, 4, 40, null, 35, 33, 2, 50])).toEqual({
      count: 5,
      first: { at: 1, t: 10, v: 31 },
      longest: { from: 30, to: 60, samples: 3, worst: { at: 3, t: 30, v: 40 } },
      since: { t: 80, isBeyond: true },
    });
    expect(of([5, null, 6])).toEqual({ count: 0, since: { t: 0, isBeyond: false } });
    expect(of([null])).toEqual({ count: 0 });
  });

  it('are worst where a value should be high and is lowest', () => {
    const low = breachesOf(columns([9, 3, 1, 2, 9]), (each) => each < 5, 'higher');
    expect(low.longest?.worst).toEqual({ at: 2, t: 20, v: 1 });
  });
});

describe('the course of an aggregate', () => {
  /** From scratch at every sample. */
  function slowly(v: readonly number[], aggregate: Aggregate, window: number | undefined) {
    return v.map((_, end) => {
      const from = window === undefined ? 0 : end * 10 - window;
      const part = v.filter((__, at) => at <= end && at * 10 >= from);
      const sum = part.reduce((a, b) => a + b, 0);
      switch (aggregate) {
        case 'p50':
          return percentile(part, 50);
        case 'p95':
          return percentile(part, 95);
        case 'min':
          return Math.min(...part);
        case 'max':
          return Math.max(...part);
        case 'mean':
          return sum / part.length;
        case 'sum':
          return sum;
        case 'count':
          return part.length;
        default:
          return part.at(-1);
      }
    });
  }

  const aggregates = ['p50', 'p95', 'min', 'max', 'mean', 'sum', 'count', 'last'] as const;

  it('is the aggregate at every sample, as if judged then', () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 });
    const window = fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined });
    fc.assert(
      fc.property(numbers, fc.constantFrom(...aggregates), window, (v, aggregate, width) => {
        const course = courseOf(columns(v), aggregate, width, 1000);
        const wanted = slowly(v, aggregate, width);
        expect([...(course?.v ?? [])].map((each) => each.toFixed(9))).toEqual(
          wanted.map((each) => each?.toFixed(9)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('ends at the newest sample however few instants are asked for, and leaves gaps out', () => {
    const v = Array.from({ length: 100 }, (_, at) => (at % 3 === 0 ? null : at));
    const course = courseOf(columns(v), 'max', undefined, 7);
    expect(course?.t.at(-1)).toBe(980);
    expect(course?.v.at(-1)).toBe(98);
    expect(course?.samples.at(-1)).toBe(66);
    expect(course?.t.length).toBeLessThanOrEqual(7);
  });
});
