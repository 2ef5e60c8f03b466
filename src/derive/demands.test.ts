import { describe, expect, it } from 'vitest';
import type { Operator } from '../model/common.ts';
import type { Condition, MetricCondition } from '../model/condition.ts';
import type { Contract, Deliverable } from '../model/contract.ts';
import {
  conditionId,
  deliverableId,
  evidenceId,
  gateId,
  metricId,
  projectId,
  revisionId,
} from '../model/ids.ts';
import type { MetricTarget } from '../model/metric.ts';
import type { ProjectContent } from '../model/project.ts';
import { compareDemands } from './demands.ts';

function plan(own: Partial<ProjectContent>): ProjectContent {
  return {
    project: { id: projectId('plan'), title: 'Plan' },
    revision: { id: revisionId('1'), createdAt: '2026-06-01T00:00:00Z' },
    items: [],
    dependencies: [],
    ...own,
  };
}

/** Kind, field, before, after. */
type Change = readonly [string, string, unknown, unknown];

function changes(
  before: Partial<ProjectContent>,
  after: Partial<ProjectContent>,
): readonly Change[] {
  return compareDemands(plan(before), plan(after)).map(
    ({ kind, field, before: old, after: now }) => [kind, field, old, now],
  );
}

/** What is said of a change, and that the change back is said the other way round. */
function bothWays(
  before: Partial<ProjectContent>,
  after: Partial<ProjectContent>,
): readonly Change[] {
  const there = changes(before, after);
  const turned = { loosened: 'tightened', tightened: 'loosened', changed: 'changed' };
  const back = changes(after, before).map(([kind, field, old, now]): Change => {
    const other = Object.entries(turned).find(([from]) => from === kind)?.[1] ?? kind;
    return [other, field, now, old];
  });
  const sorted = (list: readonly Change[]) =>
    list.toSorted(([, a], [, b]) => (a < b ? -1 : Number(a > b)));
  expect(sorted(back)).toEqual(sorted(there));
  return there;
}

const base = { id: conditionId('c'), title: 'Condition' };

function gate(condition: Condition, own: object = {}): Partial<ProjectContent> {
  return {
    gates: [{ id: gateId('G'), title: 'Gate', guards: [], conditions: [condition], ...own }],
  };
}

const tests = (own: object = {}): Condition => ({ ...base, kind: 'tests', evidence: {}, ...own });

describe('a demand', () => {
  it('that is the same is no change', () => {
    const own = { ...gate(tests({ minCases: 3 }), { nonBypassable: true }) };
    expect(changes(own, own)).toEqual([]);
    expect(changes({}, {})).toEqual([]);
  });

  it('is named by what it stands in', () => {
    expect(compareDemands(plan(gate(tests({ minCases: 3 }))), plan(gate(tests())))).toEqual([
      {
        of: 'condition',
        within: 'G',
        id: 'c',
        title: 'Condition',
        field: 'minCases',
        kind: 'loosened',
        before: 3,
      },
    ]);
    const bypassable = compareDemands(
      plan(gate(tests())),
      plan(gate(tests(), { nonBypassable: true })),
    );
    expect(bypassable).toEqual([
      {
        of: 'gate',
        id: 'G',
        title: 'Gate',
        field: 'nonBypassable',
        kind: 'tightened',
        after: true,
      },
    ]);
  });

  it('of one id stands apart in each gate', () => {
    const two = (first: number, second: number): Partial<ProjectContent> => ({
      gates: [first, second].map((minCases, at) => ({
        id: gateId(`G${at}`),
        title: 'Gate',
        guards: [],
        conditions: [tests({ minCases })],
      })),
    });
    const found = compareDemands(plan(two(1, 2)), plan(two(2, 1)));
    expect(found.map(({ within, kind }) => [within, kind])).toEqual([
      ['G0', 'tightened'],
      ['G1', 'loosened'],
    ]);
  });
});

describe('the demands of a gate', () => {
  it('fall away with it', () => {
    const own = gate(tests(), { nonBypassable: true });
    expect(bothWays(own, {})).toEqual([
      ['loosened', 'nonBypassable', true, undefined],
      ['loosened', 'kind', 'tests', undefined],
      ['loosened', 'blocking', true, undefined],
      ['loosened', 'applies', true, undefined],
    ]);
  });

  it('are looser where it can be bypassed', () => {
    const strict = gate(tests(), { nonBypassable: true });
    expect(bothWays(strict, gate(tests(), { nonBypassable: false }))).toEqual([
      ['loosened', 'nonBypassable', true, undefined],
    ]);
  });
});

describe('the demands of a condition', () => {
  it.each([
    ['minCases', 10, 9],
    ['maxFailed', 0, 1],
    ['maxSkipped', 2, 3],
    ['maxFlaky', 4, 5],
    ['maxAge', 60, 61],
  ])('of tests: %s is easier with another bound', (field, strict, loose) => {
    expect(bothWays(gate(tests({ [field]: strict })), gate(tests({ [field]: loose })))).toEqual([
      ['loosened', field, strict, loose],
    ]);
  });

  it.each([
    ['minStrength', 'integration'],
    ['maxAge', 60],
  ])('of evidence: %s is a demand by itself', (field, value) => {
    const evidence = (own: object): Condition => ({
      ...base,
      kind: 'evidence',
      evidence: {},
      ...own,
    });
    expect(bothWays(gate(evidence({ [field]: value })), gate(evidence({})))).toEqual([
      ['loosened', field, value, undefined],
    ]);
  });

  it('of evidence: fewer pieces are easier, and another strength is another demand', () => {
    const evidence = (own: object): Condition => ({
      ...base,
      kind: 'evidence',
      evidence: { ids: [evidenceId('e')] },
      ...own,
    });
    expect(
      bothWays(
        gate(evidence({ minCount: 2, minStrength: 'browser-path' })),
        gate(evidence({ minCount: 1, minStrength: 'integration' })),
      ),
    ).toEqual([
      ['changed', 'minStrength', 'browser-path', 'integration'],
      ['loosened', 'minCount', 2, 1],
    ]);
  });

  const metric = (own: Partial<MetricCondition>): Partial<ProjectContent> =>
    gate({
      ...base,
      kind: 'metric',
      metric: metricId('m'),
      aggregate: 'p95',
      operator: 'at-most',
      target: 100,
      unit: 'ms',
      ...own,
    });

  it.each<[Operator, string]>([
    ['at-most', 'loosened'],
    ['less-than', 'loosened'],
    ['at-least', 'tightened'],
    ['greater-than', 'tightened'],
    ['equals', 'changed'],
  ])('of a metric: a higher target with %s is %s', (operator, kind) => {
    expect(bothWays(metric({ operator, target: 100 }), metric({ operator, target: 120 }))).toEqual([
      [kind, 'target', 100, 120],
    ]);
  });

  it('of a metric: a target that is turned round is another demand', () => {
    expect(bothWays(metric({}), metric({ operator: 'at-least', target: 120 }))).toEqual([
      ['changed', 'target', 100, 120],
      ['changed', 'operator', 'at-most', 'at-least'],
    ]);
  });

  it('of a metric: everything that is measured otherwise is another demand, fewer samples are easier', () => {
    expect(
      bothWays(
        metric({ window: 60, minSamples: 20, maxAge: 10 }),
        metric({ aggregate: 'mean', unit: 's', window: 30, minSamples: 10, maxAge: 20 }),
      ),
    ).toEqual([
      ['loosened', 'maxAge', 10, 20],
      ['changed', 'aggregate', 'p95', 'mean'],
      ['changed', 'unit', 'ms', 's'],
      ['changed', 'window', 60, 30],
      ['loosened', 'minSamples', 20, 10],
    ]);
  });

  it('of a value: its target and its operator', () => {
    const value = (own: object): Condition => ({
      ...base,
      kind: 'value',
      evidence: evidenceId('e'),
      pointer: { kind: 'json', pointer: '/a' },
      operator: 'equals',
      ...own,
    });
    expect(
      bothWays(
        gate(value({ target: 'green', maxAge: 10 })),
        gate(value({ target: 'red', operator: 'not-equals', maxAge: 5 })),
      ),
    ).toEqual([
      ['tightened', 'maxAge', 10, 5],
      ['changed', 'target', '"green"', '"red"'],
      ['changed', 'operator', 'equals', 'not-equals'],
    ]);
    expect(bothWays(gate(value({})), gate(value({ target: 1 })))).toEqual([
      ['changed', 'target', 'null', '1'],
    ]);
  });

  it('of any other kind: the age that is allowed', () => {
    const attestation = (maxAge: number): Condition => ({
      ...base,
      kind: 'attestation',
      predicateType: 'p',
      maxAge,
    });
    expect(bothWays(gate(attestation(10)), gate(attestation(20)))).toEqual([
      ['loosened', 'maxAge', 10, 20],
    ]);
  });

  it('are another demand where the kind is another one', () => {
    const other: Condition = { ...base, kind: 'evidence', evidence: {} };
    expect(bothWays(gate(tests()), gate(other))).toEqual([
      ['changed', 'kind', 'tests', 'evidence'],
    ]);
  });

  it.each(['all', 'any'] as const)('reach into the parts of %s', (kind) => {
    const whole = (minCases: number): Condition => ({
      id: conditionId('whole'),
      title: 'Whole',
      kind,
      of: [tests({ minCases })],
    });
    expect(bothWays(gate(whole(2)), gate(whole(1)))).toEqual([['loosened', 'minCases', 2, 1]]);
  });
});

describe('the demands of a metric', () => {
  const metric = (target?: MetricTarget): Partial<ProjectContent> => ({
    metrics: [
      {
        id: metricId('m'),
        title: 'M',
        unit: 'ms',
        better: 'lower',
        ...(target === undefined ? {} : { target }),
      },
    ],
  });

  it('are its target and how it is measured', () => {
    const target = { operator: 'at-most', value: 100, aggregate: 'p95' } as const;
    expect(bothWays(metric(target), metric())).toEqual([
      ['loosened', 'target', 100, undefined],
      ['loosened', 'operator', 'at-most', undefined],
      ['loosened', 'aggregate', 'p95', undefined],
    ]);
    expect(
      bothWays(
        metric({ ...target, minSamples: 10, window: 5 }),
        metric({ ...target, minSamples: 5, window: 10 }),
      ),
    ).toEqual([
      ['loosened', 'minSamples', 10, 5],
      ['changed', 'window', 5, 10],
    ]);
  });
});

describe('the demands of a contract', () => {
  const contract = (own: Partial<Contract>): Partial<ProjectContent> => ({
    contracts: [{ id: 'k', title: 'Contract', categories: [], deliverables: [], ...own }],
  });
  const deliverable = (own: Partial<Deliverable>): Partial<ProjectContent> =>
    contract({
      deliverables: [
        {
          id: deliverableId('d'),
          title: 'D',
          path: 'd.csv',
          category: 'c',
          kind: 'data',
          ...own,
        },
      ],
    });

  it('are the attempts and the lines of all files', () => {
    expect(
      bothWays(
        contract({ attemptLimit: 2, totals: { lines: { min: 100, max: 200 } } }),
        contract({ attemptLimit: 3, totals: { lines: { min: 90, max: 210 } } }),
      ),
    ).toEqual([
      ['loosened', 'attemptLimit', 2, 3],
      ['loosened', 'totals.lines.min', 100, 90],
      ['loosened', 'totals.lines.max', 200, 210],
    ]);
    expect(bothWays(contract({ totals: {} }), contract({}))).toEqual([]);
  });

  it('are named by the contract, and those of a deliverable by both', () => {
    const found = compareDemands(
      plan(deliverable({ minRows: 1 })),
      plan({ ...deliverable({ minRows: 2 }) }),
    );
    expect(found).toEqual([
      {
        of: 'deliverable',
        within: 'k',
        id: 'd',
        title: 'D',
        field: 'minRows',
        kind: 'tightened',
        before: 1,
        after: 2,
      },
    ]);
    const [attempts] = compareDemands(plan(contract({})), plan(contract({ attemptLimit: 1 })));
    expect(attempts).toEqual({
      of: 'contract',
      id: 'k',
      title: 'Contract',
      field: 'attemptLimit',
      kind: 'tightened',
      after: 1,
    });
  });

  it('are the place of a file, which is another demand when it moves', () => {
    expect(bothWays(deliverable({}), deliverable({ path: 'e.csv' }))).toEqual([
      ['changed', 'path', 'd.csv', 'e.csv'],
    ]);
    expect(bothWays(deliverable({}), contract({}))).toEqual([
      ['loosened', 'path', 'd.csv', undefined],
    ]);
  });

  it('are the lines, rows, columns and counts of a file', () => {
    expect(
      bothWays(
        deliverable({
          lines: { min: 10, max: 20, count: 'physical' },
          minRows: 5,
          columns: ['a', 'b'],
          minCounts: { tests: 3 },
        }),
        deliverable({
          lines: { min: 9, max: 21, count: 'physical' },
          minRows: 4,
          columns: ['b'],
          minCounts: { tests: 2 },
        }),
      ),
    ).toEqual([
      ['loosened', 'lines.min', 10, 9],
      ['loosened', 'lines.max', 20, 21],
      ['loosened', 'minRows', 5, 4],
      ['loosened', 'minCounts.tests', 3, 2],
      ['loosened', 'columns.a', true, undefined],
    ]);
  });

  it.each(['required', 'forbidden'] as const)('are the patterns that are %s', (rule) => {
    const pattern = { id: 'p', pattern: 'x', dialect: 'literal', minCount: 2 } as const;
    expect(
      bothWays(
        deliverable({ [rule]: [pattern] }),
        deliverable({ [rule]: [{ ...pattern, pattern: 'y', minCount: 1 }] }),
      ),
    ).toEqual([
      ['changed', `${rule}.p`, 'x', 'y'],
      ['loosened', `${rule}.p.minCount`, 2, 1],
    ]);
  });
});
