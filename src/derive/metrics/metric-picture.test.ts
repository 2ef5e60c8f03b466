import { describe, expect, it } from 'vitest';
import { evidence, gate } from '../../gates/testing/builders.ts';
import type { MetricCondition } from '../../model/condition.ts';
import {
  budgetId,
  conditionId,
  evidenceId,
  gateId,
  metricId,
  projectId,
  revisionId,
} from '../../model/ids.ts';
import type { Metric } from '../../model/metric.ts';
import type { ProjectContent } from '../../model/project.ts';
import { judged } from '../testing/generated.ts';
import { asksOf, metricOf, samplesFrom } from '../testing/metrics.ts';
import { metricPicture } from './metric-picture.ts';

const at = (time: string) => Date.parse(time);
const values = [10, null, 30];

const latency = metricOf('latency', {
  evidence: [evidenceId('samples')],
  series: samplesFrom(at('2026-06-01T00:00:00Z'), values, 3_600_000),
});

const asks = (id: string, own: Partial<MetricCondition> = {}) =>
  asksOf(latency, id, { target: 40, ...own });

function pictureOf(parts: Partial<ProjectContent>, metric: Metric = latency) {
  const context = judged({
    project: { id: projectId('plan'), title: 'Plan' },
    revision: { id: revisionId('r1'), createdAt: '2026-06-01T12:00:00Z' },
    items: [],
    dependencies: [],
    metrics: [metric],
    evidence: [evidence('samples')],
    ...parts,
  });
  const picture = metricPicture(context, 'latency', {}, 100);
  if (picture === undefined) throw new Error('There is no picture');
  return picture;
}

describe('what is marked on the axis of time', () => {
  it('is the revision, by its label where it has one', () => {
    const revision = { id: revisionId('r1'), createdAt: '2026-06-01T12:00:00Z' };
    const t = at('2026-06-01T12:00:00Z');
    expect(pictureOf({ revision }).marks).toEqual([{ kind: 'revision', t, title: 'r1' }]);
    expect(pictureOf({ revision: { ...revision, label: 'First' } }).marks).toEqual([
      { kind: 'revision', t, title: 'First' },
    ]);
  });

  it('are decisions and waivers of the gates that ask for it, and of no others, by time', () => {
    const declared = { verdict: 'passed', at: '2026-06-01T15:00:00Z' } as const;
    const waiver = (of: string, time: string) => ({
      id: `w-${of}`,
      gate: gateId(of),
      condition: conditionId('c'),
      reason: 'later',
      author: 'ada',
      at: time,
      expires: '2027-01-01T00:00:00Z',
    });
    const { marks } = pictureOf({
      gates: [
        gate('G', {}, [asks('c')], { title: 'Gate G', declared }),
        gate('H', {}, [asks('c')], { declared: { verdict: 'failed' } }),
        gate('other', {}, [], { declared }),
      ],
      waivers: [
        waiver('H', '2026-06-01T09:00:00Z'),
        waiver('other', '2026-06-01T09:00:00Z'),
        waiver('nowhere', '2026-06-01T09:00:00Z'),
      ],
    });
    expect(marks).toEqual([
      { kind: 'waiver', t: at('2026-06-01T09:00:00Z'), title: 'H', gate: 'H' },
      { kind: 'revision', t: at('2026-06-01T12:00:00Z'), title: 'r1' },
      {
        kind: 'decision',
        t: at('2026-06-01T15:00:00Z'),
        title: 'Gate G',
        gate: 'G',
        verdict: 'passed',
      },
    ]);
  });

  it('are the alerts of the budgets that it is the spending of', () => {
    const alerts = [
      { at: '2026-06-01T18:00:00Z', text: 'High' },
      { at: '2026-06-01T17:00:00Z' },
      { at: 'some day', text: 'Nobody knows when' },
    ];
    const budget = (id: string, spend: string) => ({
      id: budgetId(id),
      title: `Budget ${id}`,
      currency: 'EUR',
      spend: metricId(spend),
      alerts,
    });
    const { marks } = pictureOf({
      budgets: [
        budget('b', 'latency'),
        budget('other', 'cost'),
        { id: budgetId('silent'), title: 'S', currency: 'EUR', spend: latency.id },
      ],
    });
    expect(marks.slice(1)).toEqual([
      { kind: 'alert', t: at('2026-06-01T17:00:00Z'), title: 'Budget b' },
      { kind: 'alert', t: at('2026-06-01T18:00:00Z'), title: 'High' },
    ]);
  });
});

describe('every judgement of a metric', () => {
  it('is told with its gate, the worst first, in the unit of the metric', () => {
    const { uses } = pictureOf({
      gates: [
        gate('G', {}, [asks('fine')], { title: 'Gate G' }),
        gate('H', {}, [
          asks('seconds', { aggregate: 'mean', target: 0.005, unit: 's', minSamples: 2 }),
          asks('euros', { unit: 'EUR' }),
        ]),
      ],
    });
    expect(
      uses.map(({ gate: of, condition, verdict, value, target, needed }) => [
        of,
        condition,
        verdict,
        value,
        target,
        needed,
      ]),
    ).toEqual([
      ['H', 'seconds', 'failed', 20, 5, 2],
      ['G', 'fine', 'passed', 30, 40, 1],
      ['H', 'euros', 'unknown', 30, undefined, 1],
    ]);
    expect(uses[0]).toMatchObject({ gateTitle: 'H', title: 'Condition seconds' });
    expect(uses[1]).toMatchObject({
      gateTitle: 'Gate G',
      samples: 2,
      from: at('2026-06-01T00:00:00Z'),
      to: at('2026-06-01T02:00:00Z'),
    });
    for (const member of ['target', 'window']) expect(uses[2]).not.toHaveProperty(member);
  });

  it('has no samples where there are none in its window', () => {
    const [use] = pictureOf({ gates: [gate('G', {}, [asks('c', { window: 60 })])] }).uses;
    expect(use).toMatchObject({ window: 60, samples: 0 });
    for (const member of ['from', 'to', 'value']) expect(use).not.toHaveProperty(member);
  });

  it('is its own target where no gate asks for it, and none without', () => {
    const { uses } = pictureOf(
      {},
      { ...latency, target: { operator: 'at-most', value: 40, aggregate: 'max' } },
    );
    expect(uses).toMatchObject([{ condition: 'target', verdict: 'passed', value: 30 }]);
    expect(uses[0]).not.toHaveProperty('gate');
    expect(uses[0]).not.toHaveProperty('gateTitle');
    expect(pictureOf({}).uses).toEqual([]);
  });
});

describe('a picture', () => {
  it('carries the metric without its points, and their first and last', () => {
    const { metric, extent, later, hasCategories } = pictureOf({});
    const { series: _series, ...bare } = latency;
    expect(metric).toEqual(bare);
    expect(extent).toEqual([at('2026-06-01T00:00:00Z'), at('2026-06-01T02:00:00Z')]);
    expect([later, hasCategories]).toEqual([0, false]);
  });

  it('of no points has neither', () => {
    const empty = pictureOf({}, { ...latency, series: { t: [], v: [] } });
    expect(empty).not.toHaveProperty('extent');
    expect(empty.drawn.total).toBe(0);
  });
});
