import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateTones } from '../../../ui/state.ts';
import type { ResolvedColours, StateColours } from '../../../ui/token-reader.ts';
import { type ChartModel, type ChartSeries, seriesFaces } from './chart-model.ts';
import { path, svgOf } from './chart-svg.ts';
import { drawnRows } from './drawn-rows.ts';
import { nearestAt, pointsOf } from './nearest.ts';
import { frame, shareOf, valueRange, valueScale } from './scale.ts';
import { type Primitive, sceneOf } from './scene.ts';

const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });

describe('the axis of values', () => {
  it('has round ticks around the values', () => {
    expect(valueScale([12.4, 101.2], false)).toEqual({
      low: 0,
      high: 125,
      ticks: [0, 25, 50, 75, 100, 125],
      isLog: false,
    });
    expect(valueScale(undefined, false)).toMatchObject({ low: 0, high: 1 });
  });

  it('goes by powers of ten where asked, and never where a value is not above 0', () => {
    expect(valueScale([3, 4000], true)).toMatchObject({ ticks: [1, 10, 100, 1000, 10_000] });
    expect(valueScale([20, 300], true).ticks).toEqual([10, 20, 50, 100, 200, 500, 1000]);
    expect(valueScale([0, 300], true).isLog).toBe(false);
    const scale = valueScale([1, 10_000], true);
    expect(shareOf(100, scale)).toBeCloseTo(0.5);
  });

  it('never leaves a value out, and never has a crowd of ticks', () => {
    fc.assert(
      fc.property(number, number, fc.boolean(), (a, b, isLog) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const { low, high, ticks } = valueScale([min, max], isLog);
        const slack = Math.max(Math.abs(min), Math.abs(max), 1e-300) * 1e-9;
        expect(low).toBeLessThanOrEqual(min + slack);
        expect(high).toBeGreaterThanOrEqual(max - slack);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('holds lines, the course, and 0 under an area', () => {
    const series: ChartSeries = { ...line, shape: 'area', v: [5, Number.NaN, 9] };
    expect(valueRange({ series: [series], lines: [] })).toEqual([0, 9]);
    expect(valueRange({ series: [line], lines: [{ ...target, value: 40 }] })).toEqual([1, 40]);
    expect(valueRange({ series: [], lines: [] })).toBeUndefined();
  });
});

const line: ChartSeries = {
  id: 'a',
  title: 'A',
  t: [0, 10, 20],
  v: [1, 2, 3],
  shape: 'line',
  face: seriesFaces[0] ?? { dash: '', mark: 'circle' },
};
const target = { id: 'target', value: 2, label: 'target < 2 ms', short: '< 2' } as const;

describe('series on one list of times', () => {
  it('pass each other straight, and have no point where they have none', () => {
    const rows = drawnRows([line, { ...line, t: [5, 15], v: [10, 20] }]);
    expect(rows.map(({ t }) => t)).toEqual([0, 5, 10, 15, 20]);
    expect(rows.map(({ v }) => v)).toEqual([
      [1, null],
      [1.5, 10],
      [2, 15],
      [2.5, 20],
      [3, null],
    ]);
    expect(rows.map(({ own }) => own[0])).toEqual([true, false, true, false, true]);
  });

  it('bridge no gap, and hold their step', () => {
    const gap = { ...line, v: [1, Number.NaN, 3] };
    expect(drawnRows([gap, { ...line, t: [5, 15], v: [0, 0] }]).map(({ v }) => v[0])).toEqual([
      1,
      null,
      null,
      null,
      3,
    ]);
    const steps = drawnRows([
      { ...line, shape: 'step' },
      { ...line, t: [5], v: [0] },
    ]);
    expect(steps.map(({ v }) => v[0])).toEqual([1, 1, 2, 3]);
  });
});

describe('the cursor', () => {
  it('stands at the nearest point with a value, inside what is shown', () => {
    const points = pointsOf({ series: [{ ...line, v: [1, Number.NaN, 3] }], from: 0, to: 20 });
    expect(points).toEqual([
      { t: 0, v: 1 },
      { t: 20, v: 3 },
    ]);
    expect([-5, 9, 10, 11, 99].map((time) => nearestAt(points, time))).toEqual([0, 0, 0, 1, 1]);
    expect(pointsOf({ series: [line], from: 5, to: 15 })).toEqual([{ t: 10, v: 2 }]);
    expect(nearestAt([], 5)).toBeUndefined();
  });
});

const tone = (name: string): StateColours => ({ fg: `${name}-fg`, soft: name, line: name });
const tokens = [
  'ground',
  'surface',
  'sunken',
  'text',
  'text-muted',
  'text-faint',
  'line',
  'line-strong',
  'accent',
  'accent-soft',
  'accent-line',
];
const colours = {
  tokens: Object.fromEntries(tokens.map((name) => [name, name])),
  states: Object.fromEntries(stateTones.map((name) => [name, tone(name)])),
} as unknown as ResolvedColours;

const model: ChartModel = {
  unit: 'ms',
  from: 0,
  to: 20,
  isLog: false,
  series: [{ ...line, tone: 'failed' }],
  lines: [target],
  bands: [{ id: 'beyond', from: 2 }],
  marks: [{ id: 'm', t: 10, title: 'Revision: r1' }],
  levels: [],
  rings: [{ t: 20, v: 3 }],
};
const size = { width: 1000, height: 400 };
const scale = valueScale(valueRange(model), false);
const sceneFor = (own: Partial<ChartModel>): readonly Primitive[] =>
  sceneOf({ ...model, ...own }, scale, size, colours, 'en');

describe('the picture', () => {
  it('has the line in the colour of its state, the target with its name, and a ring', () => {
    const scene = sceneFor({});
    const lines = scene.filter((each) => each.kind === 'line');
    expect(lines.find(({ colour }) => colour === 'failed-fg')?.points).toHaveLength(6);
    expect(scene).toContainEqual(expect.objectContaining({ text: 'target < 2 ms', align: 'end' }));
    expect(scene).toContainEqual(expect.objectContaining({ kind: 'mark', mark: 'ring' }));
    expect(scene).toContainEqual(expect.objectContaining({ kind: 'mark', mark: 'flag' }));
  });

  it('tells series apart by pattern and mark, not by colour alone', () => {
    const many = seriesFaces.map((face, at) => ({ ...line, id: String(at), face }));
    const scene = sceneFor({ series: many, lines: [], marks: [], rings: [] });
    const own = scene.filter((each) => each.kind === 'line' && each.colour === 'text-muted');
    expect(new Set(own.map((each) => (each.kind === 'line' ? each.dash : ''))).size).toBe(
      seriesFaces.length,
    );
  });

  it('lifts the pen at a gap, and shows a point between two gaps', () => {
    expect(path([0, 1, 5, Number.NaN, 9, 3, 10, 4])).toBe('M0 1M9 3L10 4');
    const t = Array.from({ length: 200 }, (_, at) => at / 10);
    const v = t.map((_, at) => (at === 99 || at === 101 ? Number.NaN : 2));
    const marks = sceneFor({ series: [{ ...line, t, v }], rings: [], marks: [] }).filter(
      (each) => each.kind === 'mark',
    );
    expect(marks).toHaveLength(1);
  });

  it('is a file of its own, in which text stays text', () => {
    const svg = svgOf(sceneFor({ lines: [{ ...target, label: '<script>"&' }] }), {
      ...size,
      title: 'A </title><script>alert(1)</script>\u0000',
      notes: ['from & to'],
      ground: 'white',
      text: 'black',
      font: 'Inter',
    });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.documentElement.querySelectorAll('path').length).toBeGreaterThan(4);
    expect(svg).not.toMatch(/href|url\((?!#plot)/);
  });

  it('stays inside the frame for any values', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (v) => {
        const own = { ...line, t: v.map((_, at) => at), v };
        const whole = { ...model, series: [own], lines: [], rings: [], to: v.length };
        const fit = valueScale(valueRange(whole), false);
        for (const each of sceneOf(whole, fit, size, colours, 'en')) {
          if (each.kind !== 'line') continue;
          each.points.forEach((value, at) => {
            const [low, high] =
              at % 2 === 0
                ? [frame.left, size.width - frame.right]
                : [frame.top, size.height - frame.bottom];
            expect(value).toBeGreaterThanOrEqual(low - 0.01);
            expect(value).toBeLessThanOrEqual(high + 0.01);
          });
        }
      }),
    );
  });
});
