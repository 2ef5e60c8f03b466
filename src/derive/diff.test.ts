import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import type { Deliverable } from '../model/contract.ts';
import { conditionId, deliverableId, evidenceId, gateId, metricId } from '../model/ids.ts';
import type { MetricTarget } from '../model/metric.ts';
import type { ProjectContent } from '../model/project.ts';
import { compareDemands } from './demands.ts';
import { diffEvaluations } from './diff.ts';
import { contents, judged } from './testing/generated.ts';
import { condition, planOf } from './testing/plan.ts';

describe('the diff of two evaluations', () => {
  it('names what flipped, what came and what went', () => {
    const before = planOf({
      items: { A: { state: 'complete' }, B: { state: 'blocked' }, C: { state: 'ready' } },
      gates: {
        G: { verdict: 'passed', conditions: [condition('c', 'passed'), condition('d', 'passed')] },
        H: { verdict: 'missing', conditions: [] },
        I: { verdict: 'failed', conditions: [] },
      },
    });
    const after = planOf({
      items: { A: { state: 'contradicted' }, B: { state: 'blocked' }, D: { state: 'ready' } },
      gates: {
        G: {
          verdict: 'unknown',
          conditions: [condition('c', 'unknown'), condition('e', 'passed')],
        },
        H: { verdict: 'passed', conditions: [] },
        I: { verdict: 'failed', conditions: [] },
      },
    });
    const diff = diffEvaluations(before, after);
    expect(diff.items).toEqual([
      { id: 'A', title: 'Title of A', before: 'complete', after: 'contradicted' },
      { id: 'D', title: 'Title of D', after: 'ready' },
      { id: 'C', title: 'Title of C', before: 'ready' },
    ]);
    expect(diff.gates).toEqual([
      { id: 'G', title: 'Gate G', before: 'passed', after: 'unknown', revoked: true },
      { id: 'H', title: 'Gate H', before: 'missing', after: 'passed', revoked: false },
    ]);
    expect(
      diff.conditions.map(({ gate, id, before: old, after: now }) => [gate, id, old, now]),
    ).toEqual([
      ['G', 'c', 'passed', 'unknown'],
      ['G', 'e', undefined, 'passed'],
      ['G', 'd', 'passed', undefined],
    ]);
  });

  it('sees other bytes under the same name, and the same bytes under another id', () => {
    const piece = (id: string, path: string, sha256?: string, size?: number) => ({
      id: evidenceId(id),
      kind: 'report',
      name: id,
      path,
      ...(sha256 === undefined ? {} : { digest: { sha256 } }),
      ...(size === undefined ? {} : { size }),
    });
    const of = (...evidence: ReturnType<typeof piece>[]) => planOf({ items: {}, evidence });
    const diff = diffEvaluations(
      of(
        piece('1', 'a', 'x'),
        piece('2', 'b', 'y'),
        piece('3', 'c'),
        piece('4', 'd', undefined, 1),
      ),
      of(
        piece('1', 'a', 'z'),
        piece('9', 'b', 'y'),
        piece('5', 'e'),
        piece('4', 'd', undefined, 2),
      ),
    );
    expect(diff.evidence).toEqual([
      { kind: 'replaced', name: 'a', before: '1', after: '1' },
      { kind: 'added', name: 'e', after: '5' },
      { kind: 'replaced', name: 'd', before: '4', after: '4' },
      { kind: 'removed', name: 'c', before: '3' },
    ]);
  });

  it('calls by its id what has no title on either side', () => {
    const judgedPlan = planOf({
      items: { A: { state: 'ready' } },
      gates: { G: { verdict: 'failed', conditions: [condition('c', 'failed')] } },
    });
    const empty = planOf({ items: {} });
    const ghost = { ...judgedPlan, project: empty.project };
    expect(diffEvaluations(empty, ghost)).toMatchObject({
      items: [{ id: 'A', title: 'A', after: 'ready' }],
      gates: [{ id: 'G', title: 'G', after: 'failed', revoked: false }],
      conditions: [{ gate: 'G', id: 'c', title: 'Condition c', after: 'failed' }],
    });
    expect(diffEvaluations(ghost, empty).conditions).toStrictEqual([
      { gate: 'G', id: 'c', title: 'Condition c', before: 'failed' },
    ]);
    expect(diffEvaluations(judgedPlan, empty)).toMatchObject({
      items: [{ title: 'Title of A', before: 'ready' }],
      gates: [{ title: 'Gate G', before: 'failed', revoked: false }],
    });
  });

  it('has the title of the later plan, and says only what is there', () => {
    const of = (verdict: 'failed' | 'passed', title: string) =>
      planOf({
        items: { A: { state: verdict === 'passed' ? 'complete' : 'ready', item: { title } } },
        gates: {
          G: { verdict, gate: { title }, conditions: [condition('c', verdict, { title })] },
        },
      });
    const diff = diffEvaluations(of('passed', 'old'), of('failed', 'new'));
    expect([diff.items, diff.gates, diff.conditions]).toStrictEqual([
      [{ id: 'A', title: 'new', before: 'complete', after: 'ready' }],
      [{ id: 'G', title: 'new', before: 'passed', after: 'failed', revoked: true }],
      [{ gate: 'G', id: 'c', title: 'new', before: 'passed', after: 'failed' }],
    ]);
  });

  it('takes other facts for other bytes where there is no digest', () => {
    const of = (value?: number) =>
      planOf({
        items: {},
        evidence: [
          {
            id: evidenceId('e'),
            kind: 'record',
            name: 'e',
            ...(value === undefined
              ? {}
              : {
                  facts: [
                    {
                      type: 'value' as const,
                      pointer: { kind: 'json' as const, pointer: '' },
                      value,
                    },
                  ],
                }),
          },
        ],
      });
    expect(diffEvaluations(of(1), of(1)).evidence).toEqual([]);
    expect(diffEvaluations(of(1), of(2)).evidence).toStrictEqual([
      { kind: 'replaced', name: 'e', before: 'e', after: 'e' },
    ]);
    expect(diffEvaluations(of(), of(2)).evidence).toHaveLength(1);
  });

  it('is empty for equal evaluations, and turns round with its sides', () => {
    fc.assert(
      fc.property(contents, contents, (a, b) => {
        const [one, two] = [judged(a), judged(b)];
        expect(diffEvaluations(one, judged(a))).toEqual({
          items: [],
          gates: [],
          conditions: [],
          evidence: [],
          demands: [],
        });
        const there = diffEvaluations(one, two);
        const back = diffEvaluations(two, one);
        const key = (own: { readonly id: string; before?: unknown; after?: unknown }) =>
          JSON.stringify([own.id, own.before, own.after]);
        const turned = (own: { readonly id: string; before?: unknown; after?: unknown }) =>
          JSON.stringify([own.id, own.after, own.before]);
        expect(back.items.map(turned).sort()).toEqual(there.items.map(key).sort());
        expect(back.gates.map(turned).sort()).toEqual(there.gates.map(key).sort());
        expect(back.conditions.map(turned).sort()).toEqual(there.conditions.map(key).sort());
        const flip = { loosened: 'tightened', tightened: 'loosened', changed: 'changed' } as const;
        const demand = (own: (typeof there.demands)[number]) =>
          JSON.stringify([own.kind, own.within, own.id, own.field]);
        expect(back.demands.map((own) => demand({ ...own, kind: flip[own.kind] })).sort()).toEqual(
          there.demands.map(demand).sort(),
        );
      }),
    );
  });
});

describe('demands', () => {
  const base = (own: Partial<ProjectContent>): ProjectContent => ({
    ...planOf({ items: {} }).project,
    ...own,
  });
  const compared = (before: Partial<ProjectContent>, after: Partial<ProjectContent>) =>
    compareDemands(base(before), base(after)).map(({ kind, field, before: old, after: now }) => [
      kind,
      field,
      old,
      now,
    ]);
  const metric = (own: Partial<MetricTarget>): Partial<ProjectContent> => ({
    metrics: [
      {
        id: metricId('m'),
        title: 'M',
        unit: 'ms',
        better: 'lower',
        target: { operator: 'at-most', value: 100, aggregate: 'p95', ...own },
      },
    ],
  });
  const gate = (...conditions: readonly Condition[]): Partial<ProjectContent> => ({
    gates: [{ id: gateId('G'), title: 'G', guards: [], conditions }],
  });
  const tests = (own: object): Condition => ({
    kind: 'tests',
    id: conditionId('c'),
    title: 'C',
    evidence: {},
    ...own,
  });

  it('know which way a target was moved', () => {
    expect(compared(metric({}), metric({ value: 120 }))).toEqual([
      ['loosened', 'target', 100, 120],
    ]);
    expect(compared(metric({}), metric({ value: 90 }))).toEqual([['tightened', 'target', 100, 90]]);
    const lower = { operator: 'at-least' } as const;
    expect(compared(metric(lower), metric({ ...lower, value: 90 }))).toEqual([
      ['loosened', 'target', 100, 90],
    ]);
    expect(compared(metric({}), metric({ aggregate: 'mean' }))).toEqual([
      ['changed', 'aggregate', 'p95', 'mean'],
    ]);
    expect(compared(metric({}), metric({ operator: 'less-than' }))).toEqual([
      ['changed', 'operator', 'at-most', 'less-than'],
    ]);
    expect(compared(metric({}), {}).map(([kind]) => kind)).toEqual([
      'loosened',
      'loosened',
      'loosened',
    ]);
  });

  it('know what makes a condition easier', () => {
    const strict = { minCases: 10, maxFailed: 0, maxAge: 60 };
    expect(compared(gate(tests(strict)), gate(tests({ minCases: 5, maxFailed: 1 })))).toEqual([
      ['loosened', 'minCases', 10, 5],
      ['loosened', 'maxFailed', 0, 1],
      ['loosened', 'maxAge', 60, undefined],
    ]);
    expect(compared(gate(tests({})), gate(tests({ blocking: false })))).toEqual([
      ['loosened', 'blocking', true, undefined],
    ]);
    expect(compared(gate(tests({ notApplicable: { reason: 'r' } })), gate(tests({})))).toEqual([
      ['tightened', 'applies', undefined, true],
    ]);
    expect(compared(gate(tests({})), gate()).map(([kind, field]) => [kind, field])).toEqual([
      ['loosened', 'kind'],
      ['loosened', 'blocking'],
      ['loosened', 'applies'],
    ]);
  });

  it('reach into the parts of conditions', () => {
    const some = (count: number, minCases: number): Condition => ({
      kind: 'at-least',
      id: conditionId('some'),
      title: 'Some',
      count,
      of: [{ kind: 'not', id: conditionId('n'), title: 'N', of: tests({ minCases }) }],
    });
    expect(compared(gate(some(2, 3)), gate(some(1, 4)))).toEqual([
      ['loosened', 'count', 2, 1],
      ['tightened', 'minCases', 3, 4],
    ]);
  });

  it('know what makes a contract easier', () => {
    const contract = (
      own: Partial<Deliverable>,
      attemptLimit: number,
    ): Partial<ProjectContent> => ({
      contracts: [
        {
          id: 'k',
          title: 'K',
          categories: [],
          attemptLimit,
          deliverables: [
            {
              id: deliverableId('d'),
              title: 'D',
              path: 'd.ts',
              category: 'c',
              kind: 'source',
              ...own,
            },
          ],
        },
      ],
    });
    const pattern = { id: 'p', pattern: 'TODO', dialect: 'literal' } as const;
    const strict: Partial<Deliverable> = {
      lines: { min: 40, max: 120, count: 'physical' },
      minRows: 20,
      columns: ['t', 'v'],
      minCounts: { tests: 5 },
      forbidden: [pattern],
      required: [{ ...pattern, minCount: 2 }],
    };
    const loose: Partial<Deliverable> = {
      lines: { min: 30, max: 150, count: 'physical' },
      minRows: 15,
      columns: ['t'],
      minCounts: { tests: 4 },
      required: [{ ...pattern, minCount: 1 }],
    };
    const changes = compared(contract(strict, 2), contract(loose, 3));
    expect(changes.map(([kind, field]) => [kind, field]).sort()).toEqual([
      ['loosened', 'attemptLimit'],
      ['loosened', 'columns.v'],
      ['loosened', 'forbidden.p'],
      ['loosened', 'lines.max'],
      ['loosened', 'lines.min'],
      ['loosened', 'minCounts.tests'],
      ['loosened', 'minRows'],
      ['loosened', 'required.p.minCount'],
    ]);
    expect(
      compared(contract(loose, 3), contract(strict, 2)).every(([kind]) => kind === 'tightened'),
    ).toBe(true);
  });
});
