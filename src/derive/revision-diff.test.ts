import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorisationRuleId, evidenceId, gateId, invariantId } from '../model/ids.ts';
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
