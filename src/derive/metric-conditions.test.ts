import { describe, expect, it } from 'vitest';
import type { ConditionVerdict } from '../gates/types.ts';
import type { Operator } from '../model/common.ts';
import type { Condition, MetricCondition } from '../model/condition.ts';
import { conditionId, evidenceId, gateId, metricId } from '../model/ids.ts';
import type { Metric } from '../model/metric.ts';
import type { ProjectContent } from '../model/project.ts';
import type { DeriveContext } from './context.ts';
import { metricPicture } from './metrics/metric-picture.ts';
import { metricStudy } from './metrics/study.ts';
import { metricRows } from './metrics.ts';
import { judged } from './testing/generated.ts';
import { asksOf, metricOf, samplesFrom } from './testing/metrics.ts';
import { condition, planOf } from './testing/plan.ts';
import type { MetricRow } from './types.ts';

/** The engine's instant of judgement in these plans is midnight of the second of June. */
const DAY = Date.UTC(2026, 5, 1);
const AS_OF = Date.UTC(2026, 5, 2);

const latency = metricOf('latency', { series: samplesFrom(DAY, [40, 60, null, 45], 1000) });
const asked = (id: string, own: Partial<MetricCondition> = {}) => asksOf(latency, id, own);

function contentOf(metric: Metric, gates: Readonly<Record<string, readonly Condition[]>>) {
  return {
    project: { id: 'plan', title: 'Plan' },
    revision: { id: '1', createdAt: '2026-06-01T00:00:00Z' },
    items: [],
    dependencies: [],
    metrics: [metric],
    gates: Object.entries(gates).map(([id, conditions]) => ({
      id: gateId(id),
      title: `Gate ${id}`,
      guards: [],
      conditions,
    })),
    evidence: [
      {
        id: evidenceId('file'),
        kind: 'metrics',
        name: 'file',
        collectedAt: '2026-06-01T01:00:00Z',
      },
    ],
  };
}

function contextOf(
  metric: Metric,
  gates: Readonly<Record<string, readonly Condition[]>> = {},
): DeriveContext {
  const { project, revision } = planOf({ items: {} }).project;
  const content: ProjectContent = { ...contentOf(metric, gates), project, revision };
  return judged(content);
}

function rowOf(context: DeriveContext): MetricRow {
  const row = metricRows(context).get(latency.id);
  if (row === undefined) throw new Error('There is no row');
  return row;
}

/** The conditions of gates that judge the metric, the worst first. */
function usesOfGates(context: DeriveContext) {
  return (metricPicture(context, 'latency', {}, 100)?.uses ?? []).filter(
    ({ gate }) => gate !== undefined,
  );
}

describe('a metric that gates ask for', () => {
  it('is shown as its condition was judged, whatever its own target', () => {
    const own = {
      ...latency,
      target: { operator: 'at-most', value: 1, aggregate: 'min' } as const,
    };
    expect(rowOf(contextOf(own, { G: [asked('c', { target: 80 })] }))).toMatchObject({
      aggregate: 'max',
      value: 60,
      target: { operator: 'at-most', value: 80 },
      verdict: 'passed',
      headroom: 0.25,
    });
  });

  it('is shown by the worst of several conditions', () => {
    const loose = asked('loose', { target: 80 });
    const strict = asked('strict', { target: 50 });
    for (const conditions of [
      [loose, strict],
      [strict, loose],
    ]) {
      expect(rowOf(contextOf(latency, { G: conditions }))).toMatchObject({
        verdict: 'failed',
        target: { value: 50 },
      });
    }
  });

  it('is found at whatever depth, and told in the order of the plan', () => {
    const of = (id: string, ...parts: readonly Condition[]) => ({
      id: conditionId(id),
      title: id,
      of: parts,
    });
    const context = contextOf(latency, {
      G: [
        { ...of('all', asked('1'), asked('2', { target: 70 })), kind: 'all' },
        { ...of('any', asked('3')), kind: 'any' },
        { ...of('some', asked('4')), kind: 'at-least', count: 1 },
        { id: conditionId('not'), title: 'Not', kind: 'not', of: asked('5') },
        asked('6', { metric: metricId('other') }),
        { kind: 'evidence', id: conditionId('7'), title: '7', evidence: {} },
      ],
      H: [asked('8', { target: 70 })],
    });
    const used = usesOfGates(context);
    expect(used.map(({ gate, condition: own, verdict }) => [gate, own, verdict])).toEqual([
      ['G', '1', 'failed'],
      ['G', '2', 'passed'],
      ['G', '3', 'failed'],
      ['G', '4', 'failed'],
      ['G', '5', 'failed'],
      ['H', '8', 'passed'],
    ]);
    expect(used[0]).toMatchObject({ gateTitle: 'Gate G', title: 'Condition 1' });
  });

  it('is used by nobody when only its own target judges it', () => {
    const own = {
      ...latency,
      target: { operator: 'at-most', value: 1, aggregate: 'min' } as const,
    };
    const context = contextOf(own);
    expect(rowOf(context).verdict).toBe('failed');
    expect(usesOfGates(context)).toStrictEqual([]);
    expect(usesOfGates(contextOf(latency))).toStrictEqual([]);
  });

  it('points to the place that was looked at, where there is one', () => {
    const pointer = { kind: 'json', pointer: '/a' } as const;
    const context = contextOf(latency, { G: [asked('c')] });
    const used = (own: Partial<ReturnType<typeof condition>>) => {
      const gates = new Map(
        [...context.verdicts.gates].map(([id, result]) => [
          id,
          { ...result, conditions: [condition('c', 'passed', own)] },
        ]),
      );
      const other = { ...context, verdicts: { ...context.verdicts, gates } };
      return usesOfGates(other).map(({ uses }) => uses[0]?.pointer);
    };
    expect(used({})).toStrictEqual([undefined]);
    expect(used({ uses: [{ evidence: evidenceId('file') }] })).toStrictEqual([undefined]);
    expect(used({ uses: [{ evidence: evidenceId('file'), pointer }] })).toStrictEqual([pointer]);
  });

  it('shows its target and value in its own unit', () => {
    const row = rowOf(contextOf(latency, { G: [asked('c', { target: 0.05, unit: 's' })] }));
    expect(row.target).toEqual({ operator: 'at-most', value: 50 });
    expect(row.value).toBe(60);
    expect(row.headroom).toBeCloseTo(-0.2);
  });

  it('has no target where the units do not agree', () => {
    const row = rowOf(contextOf(latency, { G: [asked('c', { unit: 'EUR' })] }));
    expect(row.verdict).toBe('unknown');
    expect(row).not.toHaveProperty('target');
    expect(row).not.toHaveProperty('headroom');
    expect(row.spark).toEqual([40, 60, null, 45]);
  });

  it('counts its points in the window of the condition, both ends included', () => {
    const series = { t: [AS_OF - 2000, AS_OF - 1000, AS_OF, AS_OF + 1], v: [1, 2, 3, 4] };
    const of = (window: number) =>
      rowOf(contextOf({ ...latency, series }, { G: [asked('c', { window })] })).samples;
    expect(of(1)).toBe(2);
    expect(of(2)).toBe(3);
    expect(rowOf(contextOf({ ...latency, series })).samples).toBe(3);
  });

  it('is not hidden by a condition that nobody judged', () => {
    const context = contextOf(latency, { G: [asked('c')] });
    const silent = { ...context, verdicts: { ...context.verdicts, gates: new Map() } };
    expect(rowOf(silent).verdict).toBe('no-target');
    expect(usesOfGates(silent)).toEqual([]);
  });
});

describe('of several verdicts on a metric', () => {
  const order: readonly ConditionVerdict[] = [
    'failed',
    'unknown',
    'stale',
    'missing',
    'waived',
    'not-applicable',
    'passed',
  ];

  it.each(
    order.flatMap((worse, at) => order.slice(at + 1).map((better) => [worse, better] as const)),
  )('%s is shown before %s', (worse, better) => {
    const context = contextOf(latency, { G: [asked('a'), asked('b')] });
    for (const [a, b] of [
      [worse, better],
      [better, worse],
    ] as const) {
      const conditions = [
        condition('a', a, { kind: 'metric' }),
        condition('b', b, { kind: 'metric' }),
      ];
      const gates = new Map(
        [...context.verdicts.gates].map(([id, result]) => [id, { ...result, conditions }]),
      );
      const own = { ...context, verdicts: { ...context.verdicts, gates } };
      expect(rowOf(own).verdict).toBe(worse);
    }
  });
});

describe('a point breaches a target', () => {
  it.each<[Operator, readonly number[], number | undefined]>([
    ['at-most', [5, 6, 7], 7],
    ['less-than', [5, 6, 7], 6],
    ['at-least', [7, 6, 5], 5],
    ['greater-than', [7, 6, 5], 6],
    ['equals', [6, 7], 7],
    ['not-equals', [7, 6], 6],
    ['absent', [1, 2, 3], undefined],
  ])('%s 6', (operator, v, breach) => {
    const series = { t: v.map((_, at) => DAY + at), v };
    const context = contextOf({ ...latency, series }, { G: [asked('c', { operator, target: 6 })] });
    const first = metricStudy(context, 'latency', {})?.breaches?.first;
    expect(first?.v).toBe(breach);
    if (breach !== undefined) expect(first?.t).toBe(DAY + v.indexOf(breach));
  });

  it('at zero as at any other value', () => {
    const series = { t: [DAY, DAY + 1], v: [1, 0] };
    const context = contextOf(
      { ...latency, series },
      { G: [asked('c', { operator: 'at-least', target: 1 })] },
    );
    expect(metricStudy(context, 'latency', {})?.breaches?.first).toEqual({
      at: 1,
      t: DAY + 1,
      v: 0,
    });
  });

  it('and stays among the few points that are kept', () => {
    // Neither the first point nor an extreme.
    const v = Array.from({ length: 600 }, (_, at) => [5, 10, 20][at % 3] ?? 0);
    const series = { t: v.map((_, at) => DAY + at), v };
    const context = contextOf({ ...latency, series }, { G: [asked('c', { target: 9 })] });
    const drawn = metricPicture(context, 'latency', {}, 10)?.drawn;
    expect(metricStudy(context, 'latency', {})?.breaches?.first).toMatchObject({
      t: DAY + 1,
      v: 10,
    });
    expect([...(drawn?.t ?? [])]).toContain(DAY + 1);
    expect(drawn?.total).toBe(600);
    expect(rowOf(context).spark.slice(0, 3)).toEqual([5, 10, 20]);
  });
});

describe('the headroom of a metric', () => {
  it.each<[Operator, number, number | undefined]>([
    ['at-most', 80, 0.25],
    ['less-than', 80, 0.25],
    ['at-least', 50, 0.2],
    ['greater-than', 50, 0.2],
    ['at-most', -60, -2],
    ['at-most', 0, undefined],
    ['not-equals', 50, undefined],
  ])('of 60 against %s %s', (operator, target, headroom) => {
    expect(rowOf(contextOf(latency, { G: [asked('c', { operator, target })] })).headroom).toBe(
      headroom,
    );
  });
});

describe('a metric without a target', () => {
  it('shows its newest point, the one of the very instant included, and no gap', () => {
    const of = (t: readonly number[], v: readonly (number | null)[]) =>
      rowOf(contextOf({ ...latency, series: { t, v } }));
    expect(of([AS_OF - 1, AS_OF], [1, 2]).value).toBe(2);
    expect(of([AS_OF - 1, AS_OF], [1, null]).value).toBe(1);
    expect(of([AS_OF - 1, AS_OF + 1], [1, 2]).value).toBe(1);
    expect(of([AS_OF + 1], [2])).not.toHaveProperty('value');
    expect(rowOf(contextOf(latency)).reason.code).toBe('not-judged');
  });

  it('has a group where it is given, and the categories of its points', () => {
    expect(rowOf(contextOf(latency))).not.toHaveProperty('group');
    expect(rowOf(contextOf({ ...latency, group: 'speed' })).group).toBe('speed');
    expect(metricPicture(contextOf(latency), 'latency', {}, 100)?.hasCategories).toBe(false);
    const series = { t: [DAY, DAY + 1], v: [1, 2], category: ['a', 'b'] };
    const context = contextOf({ ...latency, series });
    const picture = metricPicture(context, 'latency', {}, 100);
    expect(picture?.hasCategories).toBe(true);
    expect(picture?.metric).toEqual({ ...latency, series: undefined });
    expect(metricStudy(context, 'latency', {})?.categories.map(({ name }) => name)).toEqual([
      'a',
      'b',
    ]);
  });

  it('has no extremes without points', () => {
    const context = contextOf({ ...latency, series: { t: [DAY], v: [null] } });
    expect(metricStudy(context, 'latency', {})).toMatchObject({ samples: 0, gaps: 1, bins: [] });
    expect(metricPicture(context, 'latency', {}, 100)?.drawn).toMatchObject({ total: 1 });
  });
});
