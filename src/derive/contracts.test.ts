import { describe, expect, it } from 'vitest';
import { evidence, flag, flagged, gate, needs } from '../gates/testing/builders.ts';
import type { Condition } from '../model/condition.ts';
import type { Contract, Deliverable, PatternRule, Target } from '../model/contract.ts';
import type { FileFact } from '../model/evidence.ts';
import {
  budgetId,
  conditionId,
  deliverableId,
  evidenceId,
  metricId,
  projectId,
  revisionId,
} from '../model/ids.ts';
import type { ProjectContent } from '../model/project.ts';
import { contractDetails } from './contracts.ts';
import { judged } from './testing/generated.ts';

const deliverable = (id: string, own: Partial<Deliverable> = {}): Deliverable => ({
  id: deliverableId(id),
  title: `Title ${id}`,
  path: `${id}.ts`,
  category: 'code',
  kind: 'source',
  ...own,
});

const file = (path: string, own: Partial<FileFact> = {}): FileFact => ({
  type: 'file',
  path,
  exists: true,
  ...own,
});

const pattern = (id: string, own: Partial<PatternRule> = {}): PatternRule => ({
  id,
  pattern: id,
  dialect: 'literal',
  ...own,
});

const target = (own: Partial<Target> = {}): Target => ({
  id: 't',
  title: 'Fast',
  operator: 'at-most',
  value: 50,
  unit: 'ms',
  statedIn: 'summary',
  ...own,
});

function detailOf(contract: Partial<Contract>, parts: Partial<ProjectContent> = {}) {
  const context = judged({
    project: { id: projectId('plan'), title: 'Plan' },
    revision: { id: revisionId('1'), createdAt: '2026-06-01T00:00:00Z' },
    items: [],
    dependencies: [],
    contracts: [{ id: 'k', title: 'K', categories: [], deliverables: [], ...contract }],
    ...parts,
  });
  const [detail] = contractDetails(context);
  if (detail === undefined) throw new Error('There is no contract');
  return detail;
}

const oneOf = (own: Partial<Deliverable>, ...facts: readonly FileFact[]) =>
  detailOf({ deliverables: [deliverable('a', own)] }, { evidence: [evidence('e', { facts })] })
    .deliverables[0];

describe('a contract', () => {
  it('that asks for nothing has nothing', () => {
    expect(detailOf({})).toMatchObject({
      deliverables: [],
      targets: [],
      crossChecks: [],
      definitionOfDone: [],
      counts: [],
      lines: { least: 0, most: 0, measured: 0, files: 0 },
      attempts: { made: 0, rejected: 0 },
    });
  });

  it('counts its attempts and what it states', () => {
    const detail = detailOf({
      attempts: (['rejected', 'pending', 'rejected', 'accepted'] as const).map((verdict, at) => ({
        number: at + 1,
        verdict,
      })),
      deliverables: [deliverable('a')],
      counts: [
        { id: '1', title: 'Files', stated: 2, of: 'deliverables' },
        { id: '2', title: 'Something', stated: 3 },
      ],
    });
    expect(detail.attempts).toEqual({ made: 4, rejected: 2 });
    expect(detail.counts.map(({ count, counted }) => [count.id, counted])).toEqual([
      ['1', 1],
      ['2', undefined],
    ]);
    expect(detail.counts[1]).not.toHaveProperty('counted');
  });

  it('sums up lines by limits and as measured', () => {
    const { lines } = detailOf(
      {
        deliverables: [
          deliverable('a', { lines: { min: 10, max: 20, count: 'physical' } }),
          deliverable('b', { minRows: 5 }),
          deliverable('c', { lines: { max: 7, count: 'physical' } }),
          deliverable('d'),
        ],
      },
      {
        evidence: [
          evidence('e', {
            facts: [file('a.ts', { lines: 12 }), file('b.ts'), file('c.ts', { lines: 3 })],
          }),
        ],
      },
    );
    expect(lines).toEqual({ least: 15, most: 27, measured: 15, files: 2 });
  });
});

describe('a deliverable', () => {
  it('is judged by the engine, check by check, for what is asked', () => {
    const checks = (own: Partial<Deliverable>) => oneOf(own)?.checks.map(({ check }) => check);
    expect(checks({})).toEqual(['exists']);
    expect(checks({ lines: { min: 1, count: 'physical' } })).toEqual(['exists', 'lines']);
    expect(checks({ required: [pattern('p')] })).toEqual(['exists', 'required']);
    expect(checks({ forbidden: [pattern('p')] })).toEqual(['exists', 'forbidden']);
    for (const own of [
      { columns: ['a'] },
      { minRows: 0 },
      { minCounts: { tests: 1 } },
      { mustContain: [{ kind: 'method', name: 'run' }] },
    ]) {
      expect(checks(own)).toEqual(['exists', 'structure']);
    }
    expect(
      checks({ required: [], forbidden: [], columns: [], minCounts: {}, mustContain: [] }),
    ).toEqual(['exists']);
    const detail = oneOf({ lines: { min: 5, count: 'physical' } }, file('a.ts', { lines: 3 }));
    expect(detail?.checks.map(({ result }) => result.verdict)).toEqual(['passed', 'failed']);
    expect(detail?.result).toMatchObject({ verdict: 'failed', title: 'Title a', id: 'a' });
  });

  it('is what a gate made of it, where the gate asks for all of it', () => {
    const ask = (id: string, checks?: readonly ['exists']): Condition => ({
      kind: 'deliverable',
      id: conditionId(id),
      title: id,
      deliverable: deliverableId('a'),
      ...(checks === undefined ? {} : { checks }),
    });
    const of = (...conditions: readonly Condition[]) =>
      detailOf({ deliverables: [deliverable('a')] }, { gates: [gate('G', {}, conditions)] })
        .deliverables[0]?.result?.id;
    expect(of(ask('part', ['exists']))).toBe('a');
    expect(of(ask('part', ['exists']), ask('first'), ask('second'))).toBe('first');
  });

  it('shows its first measurement, or the one that it names', () => {
    const facts = (lines: number) => [file('other.ts', { lines: 99 }), file('a.ts', { lines })];
    const parts = {
      evidence: [evidence('1', { facts: facts(1) }), evidence('2', { facts: facts(2) })],
    };
    const measured = (own: Partial<Deliverable>) =>
      detailOf({ deliverables: [deliverable('a', own)] }, parts).deliverables[0]?.measured;
    expect(measured({})).toMatchObject({ evidence: '1', file: { lines: 1 } });
    expect(measured({ measuredBy: evidenceId('2') })).toMatchObject({ evidence: '2' });
    expect(measured({ measuredBy: evidenceId('3') })).toBeUndefined();
    expect(oneOf({})).not.toHaveProperty('measured');
  });

  it('shows where its patterns were found, and whether that is as it must be', () => {
    const found = (rule: string, count: number) => ({ rule, count, lines: [count] });
    const detail = detailOf(
      {
        forbidden: [pattern('both', { note: 'of the contract' }), pattern('ugly')],
        deliverables: [
          deliverable('a', {
            required: [pattern('must'), pattern('twice', { minCount: 2 }), pattern('unseen')],
            forbidden: [pattern('both')],
          }),
        ],
      },
      {
        evidence: [
          evidence('e', {
            facts: [
              file('a.ts', {
                patterns: [
                  found('must', 1),
                  found('twice', 1),
                  found('both', 0),
                  { rule: 'ugly', count: 3 },
                ],
              }),
            ],
          }),
        ],
      },
    );
    expect(detail.deliverables[0]?.patterns).toStrictEqual([
      { rule: pattern('must'), kind: 'required', count: 1, holds: true, lines: [1] },
      {
        rule: pattern('twice', { minCount: 2 }),
        kind: 'required',
        count: 1,
        holds: false,
        lines: [1],
      },
      { rule: pattern('unseen'), kind: 'required' },
      {
        rule: pattern('both', { note: 'of the contract' }),
        kind: 'forbidden',
        count: 0,
        holds: true,
        lines: [0],
      },
      { rule: pattern('ugly'), kind: 'forbidden', count: 3, holds: false },
    ]);
  });
});

describe('a target', () => {
  const metrics = [
    {
      id: metricId('m'),
      title: 'M',
      unit: 'ms',
      better: 'lower' as const,
      evidence: [evidenceId('e')],
      series: { t: [Date.UTC(2026, 5, 1)], v: [40] },
    },
  ];
  const asked = (id: string, own: object = {}): Condition => ({
    kind: 'metric',
    id: conditionId(id),
    title: id,
    metric: metricId('m'),
    aggregate: 'max',
    operator: 'at-most',
    target: 50,
    unit: 'ms',
    ...own,
  });
  const of = (own: Partial<Target>, ...conditions: readonly Condition[]) =>
    detailOf(
      { targets: [target(own)], deliverables: [deliverable('a'), deliverable('b')] },
      {
        metrics,
        gates: [gate('G', {}, conditions)],
        evidence: [evidence('e', { path: 'b.ts' })],
        budgets: [{ id: budgetId('money'), title: 'Money', currency: 'EUR', dailyCap: 1 }],
      },
    ).targets[0];
  const metric = metricId('m');

  it('without a metric is not judged', () => {
    expect(of({})).toStrictEqual({ target: target() });
    expect(of({ metric })).not.toHaveProperty('result');
    expect(of({ aggregate: 'max' })).not.toHaveProperty('result');
  });

  it('with one is judged by the engine', () => {
    expect(of({ metric, aggregate: 'max' })?.result).toMatchObject({
      id: 't',
      title: 'Fast',
      verdict: 'passed',
    });
    expect(of({ metric, aggregate: 'max', value: 30 })?.result?.verdict).toBe('failed');
    expect(of({ metric, aggregate: 'max', minSamples: 2 })?.result?.verdict).toBe('unknown');
  });

  it('is what a gate made of the same metric with the same limit', () => {
    const result = (...conditions: readonly Condition[]) =>
      of({ metric, aggregate: 'max' }, ...conditions)?.result?.id;
    expect(result(asked('c'), asked('d'))).toBe('c');
    expect(result(asked('c', { target: 51 }), asked('d'))).toBe('d');
    for (const other of [
      { target: 51 },
      { operator: 'less-than' },
      { unit: 's' },
      { aggregate: 'min' },
      { metric: metricId('n') },
    ]) {
      expect(result(asked('c', other))).toBe('t');
    }
    expect(of({ metric }, asked('c', { aggregate: 'min' }))?.result?.id).toBe('c');
  });

  it('is what a gate made of the budget by its name', () => {
    const budget = (id: string): Condition => ({
      kind: 'budget',
      id: conditionId(id),
      title: id,
      budget: budgetId('money'),
      check: 'daily-cap',
    });
    expect(of({}, budget('other'), budget('t'))?.result).toMatchObject({ id: 't', kind: 'budget' });
    expect(of({}, budget('other'))).not.toHaveProperty('result');
    expect(of({ metric, aggregate: 'max' }, budget('t'), asked('c'))?.result?.id).toBe('c');
  });

  it('says who delivers the file that proves it, and whether it is there', () => {
    expect(of({ evidencePath: 'b.ts' })).toStrictEqual({
      target: target({ evidencePath: 'b.ts' }),
      deliveredBy: 'b',
      evidence: 'e',
    });
    expect(of({ evidencePath: 'a.ts' })).toStrictEqual({
      target: target({ evidencePath: 'a.ts' }),
      deliveredBy: 'a',
    });
    expect(of({ evidencePath: 'c.ts' })).toStrictEqual({
      target: target({ evidencePath: 'c.ts' }),
    });
  });
});

describe('the criteria of a contract', () => {
  it('are judged where no gate asks for the very same', () => {
    const same = flagged('same', 'yes');
    const detail = detailOf(
      { definitionOfDone: [same, needs('own', 'lost')], crossChecks: [needs('cross', 'yes')] },
      {
        evidence: [flag('yes', true)],
        gates: [
          gate('G', {}, [needs('own', 'yes'), needs('same', 'lost')]),
          gate('H', {}, [{ ...same, blocking: true }, same]),
        ],
      },
    );
    expect(
      detail.definitionOfDone.map(({ condition, result }) => [condition.id, result.verdict]),
    ).toEqual([
      ['same', 'passed'],
      ['own', 'missing'],
    ]);
    expect(detail.crossChecks.map(({ result }) => result.verdict)).toEqual(['passed']);
  });
});
