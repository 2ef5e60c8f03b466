import { describe, expect, it } from 'vitest';
import type { CauseRef, ConditionResult } from '../gates/types.ts';
import type { Condition } from '../model/condition.ts';
import {
  conditionId,
  evidenceId,
  gateId,
  invariantId,
  itemId,
  stopConditionId,
} from '../model/ids.ts';
import { CauseBook, causeReason, findCondition } from './cause-book.ts';
import { condition, type GateSpec, type PlanSpec, planOf } from './testing/plan.ts';

const G = gateId('G');
const open = (id: string) => condition(id, 'missing');
const group = (kind: 'all' | 'any' | 'at-least', id: string, ...parts: ConditionResult[]) =>
  condition(id, 'missing', { kind, parts });
const asks = (id: string, of?: string) =>
  condition(id, 'missing', { kind: 'gate', ...(of === undefined ? {} : { gate: gateId(of) }) });

/** What must be cleared for a condition of the gate G, with the keys of the causes by number. */
function told(result: ConditionResult, gates: Readonly<Record<string, GateSpec>> = {}) {
  const book = new CauseBook(planOf({ items: {}, gates: { G: { conditions: [] }, ...gates } }));
  const formula = book.formula(G, result, undefined);
  return { formula, keys: book.causes.map(({ key }) => key) };
}
const cause = (number: number) => ({ kind: 'cause', cause: number });

describe('what must be cleared for a condition', () => {
  it('is nothing where it holds', () => {
    expect(told(condition('c', 'passed'))).toEqual({ formula: { kind: 'all', of: [] }, keys: [] });
  });

  it('is the condition itself where it has no parts, or none of them is open', () => {
    expect(told(open('c'))).toEqual({ formula: cause(0), keys: ['condition.G.c'] });
    for (const kind of ['all', 'any', 'at-least'] as const) {
      expect(told(group(kind, 'c', condition('a', 'passed'))).keys).toEqual(['condition.G.c']);
      expect(told(group(kind, 'c')).keys).toEqual(['condition.G.c']);
    }
  });

  it('is every open part of all, and one of any', () => {
    const parts = [open('a'), condition('b', 'passed'), open('d')];
    expect(told(group('all', 'c', ...parts))).toEqual({
      formula: { kind: 'all', of: [cause(0), cause(1)] },
      keys: ['condition.G.a', 'condition.G.d'],
    });
    expect(told(group('any', 'c', open('a'), open('d'))).formula).toEqual({
      kind: 'some',
      count: 1,
      of: [cause(0), cause(1)],
    });
    expect(told(group('any', 'c', open('a'))).formula).toEqual({ kind: 'all', of: [cause(0)] });
  });

  it('is as many parts as the plan asks for, wherever in the gate it stands', () => {
    const asked = (count: number): Condition => ({
      kind: 'at-least',
      id: conditionId('c'),
      title: 'c',
      count,
      of: [],
    });
    const inside = (kind: 'all' | 'any' | 'at-least' | 'not', of: Condition): Condition => {
      const base = { id: conditionId('outer'), title: 'outer' };
      if (kind === 'at-least') return { ...base, kind, count: 7, of: [of] };
      return kind === 'not' ? { ...base, kind, of } : { ...base, kind, of: [of] };
    };
    const of = (conditions: readonly Condition[]) => {
      const result = group('at-least', 'c', open('a'), open('b'), open('d'));
      return told(result, { G: { conditions: [], gate: { conditions } } }).formula;
    };
    const two = { kind: 'some', count: 2, of: [cause(0), cause(1), cause(2)] };
    expect(of([asked(2)])).toEqual(two);
    for (const kind of ['all', 'any', 'at-least', 'not'] as const) {
      expect(of([inside(kind, asked(2))])).toEqual(two);
    }
    // Another condition of the same id says nothing of how many; without a word all are wanted.
    const other: Condition = { kind: 'all', id: conditionId('c'), title: 'c', of: [] };
    const all = { kind: 'all', of: [cause(0), cause(1), cause(2)] };
    expect(of([other])).toEqual(all);
    expect(of([])).toEqual(all);
    // More than there are is more than clearing the parts can bring.
    expect(of([asked(4)])).toEqual(cause(0));
  });

  it('counts what holds already', () => {
    const spec = { G: { conditions: [group('at-least', 'c')], gate: {} } };
    const conditions: readonly Condition[] = [
      { kind: 'at-least', id: conditionId('c'), title: 'c', count: 2, of: [] },
    ];
    const gates = { G: { ...spec.G, gate: { conditions } } };
    const with1 = group('at-least', 'c', condition('a', 'passed'), open('b'), open('d'));
    expect(told(with1, gates).formula).toEqual({
      kind: 'some',
      count: 1,
      of: [cause(0), cause(1)],
    });
    const with2 = group('at-least', 'c', condition('a', 'passed'), condition('b', 'passed'));
    expect(told(with2, gates).keys).toEqual(['condition.G.c']);
  });
});

describe('a gate that a condition asks for', () => {
  it('is unfolded into what blocks it, and into the gates behind', () => {
    const gates = {
      H: {
        conditions: [open('h'), condition('aside', 'missing', { blocking: false }), asks('i', 'I')],
      },
      I: { conditions: [open('i'), condition('fine', 'passed')] },
    };
    expect(told(asks('c', 'H'), gates)).toEqual({
      formula: { kind: 'all', of: [cause(0), { kind: 'all', of: [cause(1)] }] },
      keys: ['condition.H.h', 'condition.I.i'],
    });
  });

  it('is one cause where it is not there, has nothing open, or asks back', () => {
    expect(told(asks('c', 'nowhere')).keys).toEqual(['condition.G.c']);
    expect(told(asks('c')).keys).toEqual(['condition.G.c']);
    const closed = { H: { conditions: [condition('h', 'passed')] } };
    expect(told(asks('c', 'H'), closed).keys).toEqual(['condition.G.c']);
    const ring = { H: { conditions: [asks('back', 'G'), open('h')] } };
    expect(told(asks('c', 'H'), ring).keys).toEqual(['condition.H.back', 'condition.H.h']);
  });

  it('is unfolded up to a depth, and a cause from there on', () => {
    const count = 40;
    const gates = Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `g${at}`,
        { conditions: [at === count - 1 ? open('end') : asks('next', `g${at + 1}`)] },
      ]),
    );
    expect(told(asks('c', 'g0'), gates).keys).toEqual(['condition.g31.next']);
    expect(told(asks('c', 'g8'), gates).keys).toEqual(['condition.g39.end']);
    expect(told(asks('c', 'g7'), gates).keys).toEqual(['condition.g38.next']);
  });
});

describe('a cause', () => {
  const described = (ref: CauseRef, spec: Partial<PlanSpec> = {}, item?: string) => {
    const book = new CauseBook(planOf({ items: {}, ...spec }));
    expect(book.number(ref, item === undefined ? undefined : itemId(item))).toBe(0);
    expect(book.number(ref, undefined)).toBe(0);
    return book.causes[0];
  };

  it('that names an item which is not there is told by its id, and is at fault', () => {
    expect(described({ kind: 'item', item: itemId('lost') })).toEqual({
      key: 'item.lost',
      ref: { kind: 'item', item: 'lost' },
      verdict: 'blocked',
      title: 'lost',
      reason: { code: 'not-judged' },
      uses: [],
      fault: true,
    });
    expect(described({ kind: 'cycle', members: [] })).toMatchObject({ title: '', fault: true });
  });

  it('that is an item is at fault unless there is only work to do', () => {
    const ref: CauseRef = { kind: 'item', item: itemId('A') };
    const of = (state: 'ready' | 'in-progress' | 'complete' | 'blocked' | 'failed') =>
      described(ref, { items: { A: { state, item: { owner: 'ann' } } } });
    expect(of('ready')).toEqual({
      key: 'item.A',
      ref,
      verdict: 'ready',
      title: 'Title of A',
      item: 'A',
      owner: 'ann',
      reason: { code: 'item-declared', params: { state: 'ready' } },
      uses: [],
      fault: false,
    });
    expect(
      ['in-progress', 'complete', 'blocked', 'failed'].map((state) => of(state as 'ready')?.fault),
    ).toEqual([false, false, true, true]);
    const broken = { A: { state: 'ready' as const, result: { ownFailure: true } } };
    expect(described(ref, { items: broken })?.fault).toBe(true);
    expect(described(ref, { items: broken })).not.toHaveProperty('owner');
  });

  it('that is a ring or a lost way is told at its first member, and is blocked whatever that is', () => {
    const items = { A: { state: 'ready' as const }, B: { state: 'ready' as const } };
    const ring = described({ kind: 'cycle', members: [itemId('B'), itemId('A')] }, { items }, 'A');
    expect(ring).toMatchObject({ title: 'Title of B', item: 'B', verdict: 'blocked', fault: true });
    expect(described({ kind: 'cycle', members: [] }, { items }, 'A')).toMatchObject({ item: 'A' });
    const lost = described({ kind: 'dangling', item: itemId('A'), on: 'x' }, { items });
    expect(lost).toMatchObject({
      verdict: 'blocked',
      item: 'A',
      reason: { code: 'item-dangling', params: { on: 'x' } },
    });
  });

  it('that is a condition belongs to whom it names, then to its gate, then to the item', () => {
    const ref: CauseRef = { kind: 'condition', gate: G, condition: conditionId('c') };
    const spec = (own?: string, ofGate?: string, verdict: 'failed' | 'missing' = 'failed') => ({
      items: { A: { state: 'ready' as const, item: { owner: 'of the item' } } },
      gates: {
        G: {
          guards: ['A complete'],
          conditions: [
            condition('c', verdict, {
              uses: [{ evidence: evidenceId('e') }],
              ...(own === undefined ? {} : { owner: own }),
            }),
          ],
          ...(ofGate === undefined ? {} : { gate: { owner: ofGate } }),
        },
      },
    });
    expect(described(ref, spec('own', 'of the gate'))).toEqual({
      key: 'condition.G.c',
      ref,
      verdict: 'failed',
      title: 'Condition c',
      item: 'A',
      gate: 'G',
      owner: 'own',
      reason: { code: 'evidence-none' },
      uses: [{ evidence: 'e' }],
      fault: true,
    });
    expect(described(ref, spec(undefined, 'of the gate'))?.owner).toBe('of the gate');
    expect(described(ref, spec())?.owner).toBe('of the item');
    expect(described(ref, spec(undefined, undefined, 'missing'))?.fault).toBe(false);
    expect(described(ref, spec(), 'elsewhere')).toMatchObject({ item: 'elsewhere' });
    expect(described(ref, spec(), 'elsewhere')).not.toHaveProperty('owner');
  });

  it('that nobody judged is unknown', () => {
    const lost = described({ kind: 'condition', gate: G, condition: conditionId('c') });
    expect(lost).toEqual({
      key: 'condition.G.c',
      ref: { kind: 'condition', gate: 'G', condition: 'c' },
      verdict: 'unknown',
      title: 'c',
      gate: 'G',
      reason: { code: 'not-judged' },
      uses: [],
      fault: true,
    });
  });

  it('that is a stop is told by the stop, at its item', () => {
    const ref: CauseRef = { kind: 'stop', stop: stopConditionId('s'), item: itemId('A') };
    const items = { A: { state: 'ready' as const } };
    const stops = ['other', 's'].map((id) => ({
      id: stopConditionId(id),
      title: `Stop ${id}`,
      items: [],
    }));
    expect(described(ref, { items, content: { stopConditions: stops } })).toMatchObject({
      verdict: 'stopped',
      title: 'Stop s',
      item: 'A',
      reason: { code: 'item-stopped', params: { stop: 's' } },
    });
    expect(described(ref, { items })).toMatchObject({ title: 's' });
  });

  it('that is a rule of the plan is told by that rule, among others', () => {
    const ref: CauseRef = { kind: 'invariant', invariant: invariantId('b') };
    const rule = (id: string, verdict: 'violated' | 'holds') => ({
      id: invariantId(id),
      title: `Rule ${id}`,
      verdict,
      reason: { code: 'invariant-violated' as const, params: { count: id === 'b' ? 1 : 9 } },
      counterexamples: [],
    });
    const invariants = [rule('a', 'holds'), rule('b', 'violated')];
    const context = planOf({ items: {}, invariants });
    expect(described(ref, { invariants })).toMatchObject({ title: 'Rule b', verdict: 'failed' });
    expect(causeReason(context, ref).params).toEqual({ count: 1 });
    expect(causeReason(planOf({ items: {} }), ref)).toEqual({ code: 'not-judged' });
  });
});

describe('a condition by its id', () => {
  it('is found at whatever depth, the first in the order of the gate', () => {
    const first = condition('c', 'passed');
    const context = planOf({
      items: {},
      gates: {
        G: {
          conditions: [
            group('all', 'outer', group('any', 'inner', first), condition('d', 'failed')),
            condition('c', 'failed'),
          ],
        },
      },
    });
    expect(findCondition(context, G, 'c')).toBe(first);
    expect(findCondition(context, G, 'd')?.verdict).toBe('failed');
    expect(findCondition(context, G, 'x')).toBeUndefined();
    expect(findCondition(context, gateId('none'), 'c')).toBeUndefined();
  });
});
