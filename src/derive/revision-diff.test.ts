import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '../gates/reason-codes.ts';
import type { InvariantResult } from '../gates/types.ts';
import type { Condition } from '../model/condition.ts';
import {
  authorisationRuleId,
  conditionId,
  evidenceId,
  gateId,
  invariantId,
  itemId,
  metricId,
  revisionId,
  stopConditionId,
} from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import type { ProjectContent, Revision } from '../model/project.ts';
import { revisionDiff } from './revision-diff.ts';
import { contents, judged } from './testing/generated.ts';
import { condition, planOf } from './testing/plan.ts';

const piece = (id: string, path: string, sha256: string) => ({
  id: evidenceId(id),
  kind: 'report',
  name: id,
  path,
  digest: { sha256 },
});

describe('the diff of two revisions', () => {
  it('names items that came, went and changed, with the fields that did', () => {
    const before = planOf({
      items: {
        A: { state: 'ready', item: { owner: 'Ada' } },
        B: { state: 'blocked', dependsOn: 'A' },
        C: { state: 'ready' },
      },
    });
    const after = planOf({
      items: {
        A: { state: 'ready', item: { owner: 'Bo', declared: { state: 'in-progress' } } },
        B: { state: 'ready' },
        D: { state: 'blocked', dependsOn: 'B' },
      },
    });
    const diff = revisionDiff(before, after);
    expect(diff.items).toEqual([
      {
        id: 'A',
        title: 'Title of A',
        kind: 'changed',
        before: 'ready',
        after: 'ready',
        fields: [
          { field: 'owner', before: 'Ada', after: 'Bo' },
          { field: 'declared', after: 'in-progress' },
        ],
      },
      expect.objectContaining({ id: 'B', kind: 'changed', before: 'blocked', after: 'ready' }),
      expect.objectContaining({ id: 'D', kind: 'added', after: 'blocked' }),
      expect.objectContaining({ id: 'C', kind: 'removed', before: 'ready' }),
    ]);
    expect(diff.dependencies).toEqual([
      { kind: 'added', item: 'D', on: 'B' },
      { kind: 'removed', item: 'B', on: 'A' },
    ]);
    expect(diff.same).toBe(false);
  });

  it('tells a flip for the better from one for the worse, and a pass that is gone', () => {
    const before = planOf({
      items: {},
      gates: {
        G: { verdict: 'passed', conditions: [condition('c', 'passed')] },
        H: { verdict: 'failed', conditions: [condition('d', 'failed')] },
        I: { verdict: 'missing', conditions: [] },
        J: { verdict: 'passed', conditions: [condition('w', 'passed')] },
        K: { verdict: 'passed', conditions: [] },
      },
    });
    const after = planOf({
      items: {},
      gates: {
        G: { verdict: 'stale', conditions: [condition('c', 'stale')] },
        H: { verdict: 'passed', conditions: [condition('d', 'passed')] },
        I: { verdict: 'unknown', conditions: [] },
        J: { verdict: 'passed', conditions: [condition('w', 'waived')] },
      },
    });
    const diff = revisionDiff(before, after);
    expect(diff.gates.map(({ id, kind, direction }) => [id, kind, direction])).toEqual([
      ['G', 'changed', 'worse'],
      ['H', 'changed', 'better'],
      ['I', 'changed', 'neither'],
      ['K', 'removed', 'neither'],
    ]);
    expect(diff.revoked.map(({ gate, condition: of, after: now }) => [gate, of, now])).toEqual([
      ['G', undefined, 'stale'],
      ['K', undefined, undefined],
      ['G', 'c', 'stale'],
      ['J', 'w', 'waived'],
    ]);
  });

  it('names the gates that rely on evidence which was replaced', () => {
    const of = (sha256: string) =>
      planOf({
        items: {},
        evidence: [piece('e', 'evidence/e.json', sha256), piece('f', 'evidence/f.json', 'same')],
        gates: {
          G: {
            verdict: 'passed',
            conditions: [{ ...condition('c', 'passed'), uses: [{ evidence: evidenceId('e') }] }],
          },
        },
      });
    expect(revisionDiff(of('old'), of('new')).evidence).toEqual([
      {
        kind: 'replaced',
        name: 'evidence/e.json',
        before: 'e',
        after: 'e',
        sha256Before: 'old',
        sha256After: 'new',
        gates: [gateId('G')],
      },
    ]);
  });

  it('keeps demands of contracts apart from those of gates', () => {
    const of = (attempts: number, count: number) =>
      planOf({
        items: {},
        gates: { G: { verdict: 'passed', conditions: [condition('c', 'passed')] } },
        content: {
          contracts: [
            { id: 'k', title: 'K', attemptLimit: attempts, deliverables: [], categories: [] },
          ],
          gates: [
            {
              id: gateId('G'),
              title: 'G',
              guards: [],
              conditions: [
                {
                  kind: 'evidence',
                  id: condition('c', 'passed').id,
                  title: 'c',
                  evidence: { ids: [evidenceId('e')] },
                  minCount: count,
                },
              ],
            },
          ],
        },
      });
    const diff = revisionDiff(of(2, 3), of(5, 1));
    expect(diff.loosened.map(({ field }) => field)).toEqual(['minCount']);
    expect(diff.weakened.map(({ field }) => field)).toEqual(['attemptLimit']);
    const back = revisionDiff(of(5, 1), of(2, 3));
    expect(back.loosened).toEqual([]);
    expect(back.tightened.map(({ field }) => field)).toEqual(['minCount', 'attemptLimit']);
  });

  it('names rules that went or were reworded, and not those that only stand elsewhere', () => {
    const rule = (title: string, line: number) => ({
      id: invariantId('one'),
      title,
      rule: 'attempts-within-limit' as const,
      source: { path: 'plan.md', line },
    });
    const of = (title: string, line: number, more: boolean) =>
      planOf({
        items: {},
        content: {
          invariants: [rule(title, line)],
          authorisationRules: more
            ? [
                {
                  id: authorisationRuleId('r'),
                  title: 'Two say yes',
                  perStep: true,
                  definitions: [],
                },
              ]
            : [],
        },
      });
    expect(revisionDiff(of('One', 1, true), of('One', 9, true)).rules).toEqual([]);
    expect(revisionDiff(of('One', 1, true), of('Other', 1, false)).rules).toEqual([
      { kind: 'changed', of: 'invariant', id: 'one', title: 'Other' },
      { kind: 'removed', of: 'authorisation-rule', id: 'r', title: 'Two say yes' },
    ]);
  });

  it('names each side by its revision, its instant and how far it was', () => {
    const of = (revision: Partial<Revision>) => {
      const own = { id: revisionId('1'), createdAt: '2026-06-01T00:00:00Z', ...revision };
      return planOf({
        items: { A: { state: 'complete' }, B: { state: 'blocked', waitsFor: 'C' } },
        content: { revision: own },
      });
    };
    const { before, after } = revisionDiff(of({ label: 'First' }), of({ id: revisionId('2') }));
    expect(before).toMatchObject({
      revision: '1',
      label: 'First',
      createdAt: '2026-06-01T00:00:00Z',
      judgedAt: '2026-06-02T00:00:00Z',
      complete: 1,
      inScope: 2,
      held: 1,
    });
    expect(after).toMatchObject({ revision: '2' });
    expect(after).not.toHaveProperty('label');
  });

  it('tells every field that a table shows, and an estimate with its unit', () => {
    const of = (item: Partial<PlanItem>) => planOf({ items: { A: { state: 'ready', item } } });
    const full: Partial<PlanItem> = {
      class: 'core',
      owner: 'Ada',
      order: 3,
      declared: { state: 'in-progress' },
      estimate: { value: 2, unit: 'days' },
      period: 'June',
      deferred: { reason: 'later' },
      forbidden: { reason: 'never' },
      goal: 'g',
      output: 'o',
      description: 'd',
    };
    const [came] = revisionDiff(of({}), of(full)).items;
    expect(came?.fields.map(({ field, after }) => [field, after])).toEqual([
      ['class', 'core'],
      ['owner', 'Ada'],
      ['order', 3],
      ['declared', 'in-progress'],
      ['estimate', '2 days'],
      ['period', 'June'],
      ['deferred', 'later'],
      ['forbidden', 'never'],
      ['goal', 'g'],
      ['output', 'o'],
      ['description', 'd'],
    ]);
    expect(came?.fields[0]).not.toHaveProperty('before');
    const [went] = revisionDiff(of(full), of({})).items;
    expect(went?.fields[4]).toEqual({ field: 'estimate', before: '2 days' });
  });

  it('says why a gate and a condition stand otherwise, by the reasons of both sides', () => {
    const of = (verdict: 'passed' | 'failed', title: string, code: ReasonCode) => {
      const [reason, gate] = [{ code }, { title }];
      const conditions = [condition('c', verdict, { reason })];
      return planOf({ items: {}, gates: { G: { verdict, conditions, gate, result: { reason } } } });
    };
    const [before, after] = [
      of('passed', 'Old name', 'gate-passed'),
      of('failed', 'New name', 'not-judged'),
    ];
    const diff = revisionDiff(before, after);
    expect(diff.gates).toMatchObject([
      {
        kind: 'changed',
        before: 'passed',
        after: 'failed',
        reasonBefore: { code: 'gate-passed' },
        reasonAfter: { code: 'not-judged' },
      },
    ]);
    expect(diff.conditions).toMatchObject([
      {
        gate: 'G',
        gateTitle: 'New name',
        id: 'c',
        before: 'passed',
        after: 'failed',
        reasonAfter: { code: 'not-judged' },
      },
    ]);
    expect(diff.revoked).toMatchObject([
      { gate: 'G', after: 'failed', reason: { code: 'not-judged' } },
      { gate: 'G', condition: 'c', after: 'failed', reason: { code: 'not-judged' } },
    ]);
    const none = planOf({ items: {} });
    const [gone] = revisionDiff(before, none).gates;
    expect(gone).toMatchObject({ kind: 'removed', before: 'passed', direction: 'neither' });
    for (const member of ['after', 'reasonAfter']) expect(gone).not.toHaveProperty(member);
    const [come] = revisionDiff(none, before).gates;
    expect(come).toMatchObject({ kind: 'added', after: 'passed', direction: 'neither' });
    expect(come).not.toHaveProperty('reasonBefore');
    const [lost] = revisionDiff(before, none).revoked;
    for (const member of ['after', 'reason']) expect(lost).not.toHaveProperty(member);
    expect(revisionDiff(before, none).conditions[0]?.gateTitle).toBe('Old name');
  });

  it('keeps a demand apart that became another and neither more nor less', () => {
    const of = (operator: 'equals' | 'not-equals', target: number) => {
      const asked: Condition = {
        kind: 'value',
        id: conditionId('c'),
        title: 'c',
        evidence: evidenceId('e'),
        pointer: { kind: 'json', pointer: '/v' },
        operator,
        target,
      };
      const gate = { id: gateId('G'), title: 'G', guards: [], conditions: [asked] };
      return planOf({ items: {}, content: { gates: [gate] } });
    };
    const diff = revisionDiff(of('equals', 1), of('equals', 2));
    expect(diff.altered.map(({ kind }) => kind)).toEqual(['changed']);
    expect([diff.loosened, diff.tightened, diff.weakened]).toEqual([[], [], []]);
  });

  it('names waivers and stops that came or were reworded, and not what was raised meanwhile', () => {
    const waiver = (reason: string) => ({
      id: 'w',
      gate: gateId('G'),
      condition: conditionId('c'),
      reason,
      author: 'ada',
      at: '2026-06-01T00:00:00Z',
      expires: '2027-01-01T00:00:00Z',
    });
    const stop = (title: string, ...at: readonly string[]) => ({
      id: stopConditionId('s'),
      title,
      items: [itemId('A')],
      events: at.map((time) => ({ item: itemId('A'), at: time })),
    });
    const rules = (before: Partial<ProjectContent>, after: Partial<ProjectContent>) =>
      revisionDiff(planOf({ items: {}, content: before }), planOf({ items: {}, content: after }))
        .rules;
    expect(rules({}, { waivers: [waiver('late')], stopConditions: [stop('S')] })).toEqual([
      { kind: 'added', of: 'waiver', id: 'w', title: 'late' },
      { kind: 'added', of: 'stop', id: 's', title: 'S' },
    ]);
    expect(rules({ waivers: [waiver('late')] }, { waivers: [waiver('later')] })).toEqual([
      { kind: 'changed', of: 'waiver', id: 'w', title: 'later' },
    ]);
    const quiet = { stopConditions: [stop('S')] };
    expect(rules(quiet, { stopConditions: [stop('S', '2026-06-01T00:00:00Z')] })).toEqual([]);
    expect(rules(quiet, { stopConditions: [stop('T')] })).toMatchObject([{ kind: 'changed' }]);
    // Members in another order say the same; another order of a list does not.
    const { id, title, items } = stop('S');
    expect(rules(quiet, { stopConditions: [{ items, events: [], title, id }] })).toEqual([]);
    const two = (...ids: readonly string[]) => ({
      stopConditions: [{ id, title, items: ids.map(itemId) }],
    });
    expect(rules(two('A', 'B'), two('B', 'A'))).toHaveLength(1);
  });

  it('names rules of the plan whose verdict turned, and metrics that moved', () => {
    const invariant = (id: string, verdict: InvariantResult['verdict'], title = id) => ({
      id: invariantId(id),
      title,
      verdict,
      reason: { code: 'not-judged' as const },
      counterexamples: [],
    });
    const metric = (id: string, title: string, ...v: readonly number[]) => ({
      id: metricId(id),
      title,
      unit: 'ms',
      better: 'lower' as const,
      series: { t: v.map((_, at) => at), v },
    });
    const before = planOf({
      items: {},
      invariants: [invariant('a', 'holds'), invariant('b', 'holds'), invariant('gone', 'violated')],
      content: { metrics: [metric('m', 'Old', 5), metric('same', 'S', 1), metric('lost', 'L', 2)] },
    });
    const after = planOf({
      items: {},
      invariants: [invariant('a', 'violated', 'A'), invariant('b', 'holds')],
      content: { metrics: [metric('m', 'New', 5, 7), metric('same', 'S', 1)] },
    });
    const diff = revisionDiff(before, after);
    expect(diff.invariants).toEqual([
      { id: 'a', title: 'A', before: 'holds', after: 'violated' },
      { id: 'gone', title: 'gone', before: 'violated' },
    ]);
    expect(diff.metrics).toEqual([
      { id: 'm', title: 'New', unit: 'ms', better: 'lower', before: 5, after: 7 },
      { id: 'lost', title: 'L', unit: 'ms', better: 'lower', before: 2 },
    ]);
    const back = revisionDiff(after, before);
    expect(back.invariants.at(-1)).toEqual({ id: 'gone', title: 'gone', after: 'violated' });
  });

  it('is empty for a revision and itself, and mirrors what came and went', () => {
    fc.assert(
      fc.property(contents, contents, (one, other) => {
        const [before, after] = [judged(one), judged(other)];
        expect(revisionDiff(before, before).same).toBe(true);
        const forth = revisionDiff(before, after);
        const back = revisionDiff(after, before);
        const ids = (rows: typeof forth.items, kind: string) =>
          rows.flatMap((row) => (row.kind === kind ? [row.id] : [])).sort();
        expect(ids(forth.items, 'added')).toEqual(ids(back.items, 'removed'));
        expect(ids(forth.items, 'changed')).toEqual(ids(back.items, 'changed'));
        expect(forth.gates.filter(({ direction }) => direction === 'better')).toHaveLength(
          back.gates.filter(({ direction }) => direction === 'worse').length,
        );
        expect(structuredClone(forth)).toEqual(forth);
      }),
      { numRuns: 200 },
    );
  });
});
