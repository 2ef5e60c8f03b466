import { describe, expect, it } from 'vitest';
import { evidence, gate } from '../../gates/testing/builders.ts';
import type { Target } from '../../model/contract.ts';
import {
  budgetId,
  conditionId,
  deliverableId,
  evidenceId,
  metricId,
  projectId,
  revisionId,
} from '../../model/ids.ts';
import type { Metric } from '../../model/metric.ts';
import type { ProjectContent } from '../../model/project.ts';
import { judged } from '../testing/generated.ts';
import { metricOf, samplesFrom } from '../testing/metrics.ts';
import { targetRows } from './targets.ts';

const DAY = Date.parse('2026-06-01T00:00:00Z');
const metric = (id: string, own: Partial<Metric> = {}) =>
  metricOf(id, { series: samplesFrom(DAY, [10, null, 30]), ...own });
const limit = { operator: 'at-most', value: 40, aggregate: 'max' } as const;

const target = (id: string, own: Partial<Target> = {}): Target => ({
  id,
  title: `Target ${id}`,
  operator: 'at-most',
  value: 40,
  unit: 'ms',
  statedIn: 'summary',
  ...own,
});

const rowsOf = (parts: Partial<ProjectContent>) =>
  targetRows(
    judged({
      project: { id: projectId('plan'), title: 'Plan' },
      revision: { id: revisionId('1'), createdAt: '2026-06-01T00:00:00Z' },
      items: [],
      dependencies: [],
      ...parts,
      evidence: [evidence('file'), ...(parts.evidence ?? [])],
    }),
  );

const proofs = (rows: ReturnType<typeof rowsOf>) =>
  rows.map(({ delivery, evidence: found }) => [delivery, found]);

const contract = (...targets: readonly Target[]) => ({
  id: 'k',
  title: 'Contract',
  categories: [],
  deliverables: [
    { id: deliverableId('d'), title: 'D', path: 'd.json', category: 'c', kind: 'source' },
  ],
  targets,
});

describe('a target of a contract', () => {
  const stated = {
    key: '["k","t"]',
    title: 'Target t',
    group: 'Contract',
    operator: 'at-most',
    value: 40,
    unit: 'ms',
    statedIn: 'summary',
  };

  it('is told as the contract states it, with what was measured', () => {
    const measured = target('t', {
      metric: metricId('m'),
      aggregate: 'max',
      evidencePath: 'd.json',
      evidenceNote: 'by the nightly run',
    });
    expect(rowsOf({ metrics: [metric('m')], contracts: [contract(measured)] })).toEqual([
      {
        ...stated,
        delivery: 'deliverable',
        metric: 'm',
        aggregate: 'max',
        measured: { value: 30, unit: 'ms', of: 'max' },
        samples: 2,
        verdict: 'passed',
        reason: expect.objectContaining({ code: expect.any(String) }),
        evidencePath: 'd.json',
        evidenceNote: 'by the nightly run',
        deliverable: 'd',
      },
    ]);
  });

  it('that nothing measures says only what is stated', () => {
    expect(rowsOf({ contracts: [contract(target('t', { metric: metricId('lost') }))] })).toEqual([
      {
        ...stated,
        delivery: 'no-file',
        metric: 'lost',
      },
    ]);
  });

  it('has its proof delivered, in the bundle, or by nobody', () => {
    const rows = rowsOf({
      evidence: [evidence('e', { path: 'e.json' }), evidence('f', { path: 'd.json' })],
      contracts: [
        contract(
          target('delivered', { evidencePath: 'd.json' }),
          target('there', { evidencePath: 'e.json' }),
          target('nowhere', { evidencePath: 'x.json' }),
          target('none'),
        ),
      ],
    });
    expect(proofs(rows)).toEqual([
      ['deliverable', 'f'],
      ['in-bundle', 'e'],
      ['nobody', undefined],
      ['no-file', undefined],
    ]);
  });

  it('held against a budget shows its cap, and neither aggregate nor samples', () => {
    const [row] = rowsOf({
      metrics: [metric('m', { unit: 'EUR' })],
      budgets: [
        { id: budgetId('b'), title: 'B', currency: 'EUR', dailyCap: 20, spend: metricId('m') },
      ],
      gates: [
        gate('G', {}, [
          {
            kind: 'budget',
            id: conditionId('t'),
            title: 'Within its cap',
            budget: budgetId('b'),
            check: 'daily-cap',
          },
        ]),
      ],
      contracts: [
        contract(target('t', { metric: metricId('m'), aggregate: 'max', unit: 'EUR', value: 15 })),
      ],
    });
    expect(row).toMatchObject({ value: 15, cap: { value: 20 }, metric: 'm' });
    expect(row).not.toHaveProperty('aggregate');
    expect(row).not.toHaveProperty('samples');
  });
});

describe('a target of a metric', () => {
  it('is told where no contract speaks of the metric', () => {
    const spoken = target('t', { metric: metricId('m'), aggregate: 'max' });
    const rows = rowsOf({
      metrics: [metric('m', { target: limit }), metric('n', { target: limit }), metric('free')],
      contracts: [contract(spoken, target('u'))],
    });
    expect(rows.map(({ key }) => key)).toEqual(['["k","t"]', '["k","u"]', '["metric","n"]']);
    expect(rows[2]).toEqual({
      key: '["metric","n"]',
      title: 'Metric n',
      metric: 'n',
      group: '',
      aggregate: 'max',
      operator: 'at-most',
      value: 40,
      unit: 'ms',
      samples: 2,
      measured: { value: 30, unit: 'ms', of: 'max' },
      verdict: 'passed',
      reason: expect.objectContaining({ code: expect.any(String) }),
      statedIn: 'metric',
      delivery: 'in-bundle',
      evidence: 'file',
    });
  });

  it('names its group, its file and its note', () => {
    const seriesFile = { path: 'm.csv', timeColumn: 't', valueColumn: 'v' };
    const more = { target: limit, group: 'Speed', note: 'No probe yet', seriesFile };
    const [read, lost] = [
      rowsOf({ metrics: [metric('m', more)], evidence: [evidence('e', { path: 'm.csv' })] })[0],
      rowsOf({ metrics: [metric('m', { ...more, evidence: [evidenceId('e')] })] })[0],
    ];
    expect(read).toMatchObject({
      group: 'Speed',
      evidencePath: 'm.csv',
      evidenceNote: 'No probe yet',
      evidence: 'e',
      delivery: 'in-bundle',
    });
    expect(lost).toMatchObject({ evidencePath: 'm.csv', delivery: 'nobody' });
    expect(lost).not.toHaveProperty('evidence');
  });

  it('is proven by the first of its evidence that is there', () => {
    const pieces = ['lost', 'e', 'f'].map(evidenceId);
    const there = [evidence('f'), evidence('e')];
    const rows = rowsOf({
      metrics: [
        metric('m', { target: limit, evidence: pieces }),
        metric('n', { target: limit, evidence: [evidenceId('lost')] }),
      ],
      evidence: there,
    });
    expect(proofs(rows)).toEqual([
      ['in-bundle', 'e'],
      ['nobody', undefined],
    ]);
  });

  it('without any evidence has nothing measured, and names no file', () => {
    const [row] = rowsOf({ metrics: [metric('m', { target: limit, evidence: [] })] });
    expect(row).toMatchObject({ samples: 2, verdict: 'missing', delivery: 'no-file' });
    expect(row).not.toHaveProperty('measured');
  });
});
