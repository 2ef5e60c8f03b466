import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { CauseRef } from '../gates/types.ts';
import { conditionId, gateId, invariantId, itemId, stopConditionId } from '../model/ids.ts';
import { answers } from './answers.ts';
import { causeKey } from './cause-key.ts';
import { aloneEnough, causesIn, type Formula } from './formula.ts';
import { faultyItems, heldBy, listedCauses } from './root-causes.ts';
import { smallestSet } from './smallest-set.ts';
import { condition, conditionCause, type PlanSpec, planOf } from './testing/plan.ts';
import { itemCauses, oneStepAway, unblockingAll, unblockingItem } from './unblocking.ts';

const numRuns = Number(process.env['LAW_RUNS'] ?? 1000);
vi.setConfig({ testTimeout: Math.max(60_000, numRuns * 60) });

const text = fc.string({
  unit: fc.constantFrom('a', '-', '.', '_', '%', ' ', 'é', '💥', '\ud800'),
});
const causeRefs: fc.Arbitrary<CauseRef> = fc.oneof(
  fc.tuple(text, text).map(
    ([gate, own]): CauseRef => ({
      kind: 'condition',
      gate: gateId(gate),
      condition: conditionId(own),
    }),
  ),
  text.map((item): CauseRef => ({ kind: 'item', item: itemId(item) })),
  fc
    .uniqueArray(text)
    .map((members): CauseRef => ({ kind: 'cycle', members: members.sort().map(itemId) })),
  fc
    .tuple(text, text)
    .map(([item, on]): CauseRef => ({ kind: 'dangling', item: itemId(item), on })),
  fc.tuple(text, text).map(
    ([stop, item]): CauseRef => ({
      kind: 'stop',
      stop: stopConditionId(stop),
      item: itemId(item),
    }),
  ),
  text.map((own): CauseRef => ({ kind: 'invariant', invariant: invariantId(own) })),
);

describe('causeKey', () => {
  it('is the same exactly for the same cause', () => {
    fc.assert(
      fc.property(causeRefs, causeRefs, (a, b) => {
        expect(causeKey(a) === causeKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns },
    );
  });

  it('needs no escaping in a URL', () => {
    fc.assert(
      fc.property(causeRefs, (ref) => {
        expect(causeKey(ref)).toMatch(/^[A-Za-z0-9._-]+$/);
      }),
    );
  });

  it('keeps apart what a bare dash would join', () => {
    expect(causeKey(conditionCause('a-b', 'c'))).not.toBe(causeKey(conditionCause('a', 'b-c')));
    expect(causeKey(conditionCause('G', 'c.1'))).toBe('condition.G.c_2e_1');
  });

  it('does not depend on the order of the members of a cycle', () => {
    const [a, b] = [itemId('a'), itemId('b')];
    expect(causeKey({ kind: 'cycle', members: [b, a] })).toBe('cycle.a.b');
  });
});

const formulas: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.nat(6).map((cause): Formula => ({ kind: 'cause', cause })),
    fc.array(tie('formula'), { maxLength: 3 }).map((of): Formula => ({ kind: 'all', of })),
    fc
      .array(tie('formula'), { minLength: 1, maxLength: 3 })
      .chain((of) =>
        fc
          .integer({ min: 1, max: of.length })
          .map((count): Formula => ({ kind: 'some', count, of })),
      ),
  ),
})).formula;

function holds(formula: Formula, cleared: ReadonlySet<number>): boolean {
  switch (formula.kind) {
    case 'cause':
      return cleared.has(formula.cause);
    case 'all':
      return formula.of.every((part) => holds(part, cleared));
    case 'some':
      return formula.of.filter((part) => holds(part, cleared)).length >= formula.count;
  }
}

const subsets = Array.from({ length: 128 }, (_, bits) =>
  [0, 1, 2, 3, 4, 5, 6].filter((at) => (bits & (1 << at)) !== 0),
);

describe('formulas', () => {
  it('know which cause alone is enough', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const enough = aloneEnough(formula);
        if (holds(formula, new Set())) expect(enough).toBeUndefined();
        else {
          const expected = [0, 1, 2, 3, 4, 5, 6].filter((at) => holds(formula, new Set([at])));
          expect([...(enough ?? [])].sort()).toEqual(expected);
        }
      }),
    );
  });

  it('list every cause once', () => {
    const cause = (at: number): Formula => ({ kind: 'cause', cause: at });
    const of = [cause(2), cause(1), { kind: 'all', of: [cause(2), cause(3)] } as const];
    expect(causesIn({ kind: 'some', count: 2, of })).toEqual([2, 1, 3]);
  });
});

describe('smallestSet', () => {
  it('is enough, and no smaller set is', () => {
    fc.assert(
      fc.property(fc.array(formulas, { maxLength: 5 }), (all) => {
        const found = smallestSet(all);
        const whole: Formula = { kind: 'all', of: all };
        expect(holds(whole, new Set(found.causes))).toBe(true);
        const least = Math.min(
          ...subsets.filter((set) => holds(whole, new Set(set))).map((set) => set.length),
        );
        expect(found).toMatchObject({ exact: true, atLeast: least });
        expect(found.causes).toHaveLength(least);
      }),
      { numRuns },
    );
  });

  it('does not trust the greedy choice', () => {
    // Greedy takes 0, which is in four clauses, and then needs three more; 1, 2 and 3 are enough.
    const clauses = [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 1],
      [1, 4],
      [2, 5],
      [3, 6],
    ];
    const found = smallestSet(
      clauses.map((of) => ({
        kind: 'some',
        count: 1,
        of: of.map((cause) => ({ kind: 'cause', cause })),
      })),
    );
    expect(found).toEqual({ causes: [1, 2, 3], exact: true, atLeast: 3 });
  });

  it('stays enough and says what it knows where the question is too large to settle', () => {
    // A random 3-uniform system over 120 causes is far beyond the search limit.
    let seed = 7;
    const next = () => {
      seed = (seed * 48271) % 2147483647;
      return seed % 120;
    };
    const clauses = Array.from({ length: 400 }, () => [next(), next(), next()]);
    const found = smallestSet(
      clauses.map((of) => ({
        kind: 'some',
        count: 1,
        of: of.map((cause) => ({ kind: 'cause', cause })),
      })),
    );
    const taken = new Set(found.causes);
    expect(clauses.every((clause) => clause.some((cause) => taken.has(cause)))).toBe(true);
    expect(found.exact).toBe(false);
    expect(found.atLeast).toBeGreaterThan(0);
    expect(found.atLeast).toBeLessThanOrEqual(found.causes.length);
  });

  it('still answers when alternatives would multiply beyond all bounds', () => {
    const parts = Array.from({ length: 30 }, (_, at): Formula => ({ kind: 'cause', cause: at }));
    const found = smallestSet([{ kind: 'some', count: 15, of: parts }]);
    expect(found.causes).toHaveLength(15);
    expect(found.exact).toBe(false);
    expect(found.atLeast).toBe(1);
  });

  const cause = (number: number): Formula => ({ kind: 'cause', cause: number });
  const any = (...of: readonly Formula[]): Formula => ({ kind: 'some', count: 1, of });
  const run = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => cause(from + at));
  const all = (...of: readonly Formula[]): Formula => ({ kind: 'all', of });

  it('takes the smaller numbers where sets are equally small', () => {
    expect(smallestSet([any(cause(5), cause(4))]).causes).toEqual([4]);
    expect(
      smallestSet([any(cause(9), cause(2)), any(cause(7), cause(2), cause(9))]).causes,
    ).toEqual([2]);
    const ring = [any(cause(3), cause(1)), any(cause(1), cause(2)), any(cause(2), cause(3))];
    expect(smallestSet(ring)).toEqual({ causes: [1, 2], exact: true, atLeast: 2 });
  });

  it('is in ascending order, whatever is chosen first', () => {
    const found = smallestSet([any(cause(8), cause(9)), cause(30), cause(2)]);
    expect(found.causes).toEqual([2, 8, 30]);
  });

  it('takes the cheapest way where there are too many to weigh, and says that it is no proof', () => {
    // Fifty times fifty times three alternatives.
    const ways = [all(...run(0, 50)), all(...run(50, 50)), all(...run(100, 3))];
    expect(smallestSet([any(...ways)])).toEqual({
      causes: [100, 101, 102],
      exact: false,
      atLeast: 1,
    });
    const even = [all(...run(0, 50)), all(...run(50, 50)), all(...run(100, 50))];
    expect(smallestSet([any(...even)]).causes).toEqual(run(0, 50).map((_, at) => at));
    // What has to be cleared in any case stays beside it.
    expect(smallestSet([cause(7), any(...ways)]).causes).toEqual([7, 100, 101, 102]);
  });

  it('weighs as many alternatives as it says, and no more', () => {
    // Two of 45 left out: 990 pairs of which one has to be cleared; two such parts are 1,980.
    const pairs = (from: number): Formula => ({ kind: 'some', count: 44, of: run(from, 45) });
    expect(smallestSet([all(pairs(0), pairs(45), pairs(90))])).toMatchObject({
      exact: false,
      atLeast: 1,
    });
    const two = smallestSet([all(pairs(0), pairs(45))]);
    expect(two.causes).toHaveLength(88);
    expect(two.atLeast).toBeGreaterThan(1);
    // 64 of which one may be left out: 2,016 pairs are too many on their own.
    expect(smallestSet([{ kind: 'some', count: 63, of: run(0, 64) }]).atLeast).toBe(1);
  });

  it('settles groups that share nothing one by one, however many they are', () => {
    // Twelve rings of three: one question of 36 causes would be beyond what is always settled.
    const rings = Array.from({ length: 12 }, (_, at) => 3 * at).flatMap((at) => [
      any(cause(at), cause(at + 1)),
      any(cause(at + 1), cause(at + 2)),
      any(cause(at + 2), cause(at)),
    ]);
    const found = smallestSet(rings);
    expect(found).toMatchObject({ exact: true, atLeast: 24 });
    expect(found.causes).toEqual(
      Array.from({ length: 12 }, (_, at) => [3 * at, 3 * at + 1]).flat(),
    );
  });

  it('is not misled by an alternative that asks for more than another', () => {
    const more = any(...run(0, 21));
    const found = smallestSet([more, any(cause(3), cause(4)), any(...run(2, 5))]);
    expect(found).toEqual({ causes: [3], exact: true, atLeast: 1 });
  });

  it('is as small as many alternatives at once allow', () => {
    // Every line of the plane with seven points and seven lines is met by three points, never by two.
    const lines = [
      [0, 1, 2],
      [0, 3, 4],
      [0, 5, 6],
      [1, 3, 5],
      [1, 4, 6],
      [2, 3, 6],
      [2, 4, 5],
    ];
    const found = smallestSet(lines.map((line) => any(...line.map(cause))));
    expect(found).toEqual({ causes: [0, 1, 2], exact: true, atLeast: 3 });
  });

  it('needs nothing for nothing', () => {
    expect(smallestSet([])).toEqual({ causes: [], exact: true, atLeast: 0 });
  });
});

/** One fault in A; B and C wait for A, D for both, E for D; F for E and its own gate. */
const chain: PlanSpec = {
  items: {
    A: { state: 'failed', causes: [conditionCause('GA', 'proof')] },
    B: { state: 'blocked', waitsFor: 'A' },
    C: { state: 'blocked', waitsFor: 'A', causes: [conditionCause('GC', 'permit')] },
    D: { state: 'blocked', waitsFor: 'B C' },
    X: { state: 'complete' },
  },
  gates: {
    GA: { guards: ['A complete'], conditions: [condition('proof', 'failed', { owner: 'tools' })] },
    GC: { guards: ['C start'], conditions: [condition('permit', 'missing')] },
  },
};

describe('root causes', () => {
  it('are ranked by what each releases alone, then by what it holds', () => {
    const rows = listedCauses(planOf(chain));
    expect(rows.map((row) => [row.key, row.releases, row.holds])).toEqual([
      ['condition.GA.proof', ['B'], ['B', 'C', 'D']],
      ['condition.GC.permit', [], ['C', 'D']],
    ]);
    expect(rows[0]).toMatchObject({
      verdict: 'failed',
      title: 'Condition proof',
      item: 'A',
      gate: 'GA',
      owner: 'tools',
      releaseCount: 1,
      holdCount: 3,
    });
  });

  it('of an item are those in its way, and a smallest set releases it', () => {
    const context = planOf(chain);
    expect(itemCauses(context, itemId('D')).map((row) => row.key)).toEqual([
      'condition.GA.proof',
      'condition.GC.permit',
    ]);
    expect(itemCauses(context, itemId('B')).map((row) => row.key)).toEqual(['condition.GA.proof']);
    expect(unblockingItem(context, itemId('D')).causes.map((row) => row.key)).toEqual([
      'condition.GA.proof',
      'condition.GC.permit',
    ]);
    expect(unblockingItem(context, itemId('X'))).toEqual({
      causes: [],
      count: 0,
      exact: true,
      atLeast: 0,
    });
    expect(itemCauses(context, itemId('nobody'))).toEqual([]);
    expect(unblockingAll(context)).toEqual({
      causes: ['condition.GA.proof', 'condition.GC.permit'],
      count: 2,
      exact: true,
      atLeast: 2,
    });
  });

  it('say who is one step away', () => {
    expect(oneStepAway(planOf(chain))).toEqual([{ item: 'B', cause: 'condition.GA.proof' }]);
  });

  it('do not count work that has not been reached', () => {
    const rows = listedCauses(
      planOf({
        items: {
          A: { state: 'ready', causes: [conditionCause('GA', 'proof')] },
          B: { state: 'blocked', waitsFor: 'A', causes: [conditionCause('GB', 'proof')] },
          C: { state: 'blocked', waitsFor: 'B' },
        },
        gates: {
          GA: { guards: ['A complete'], conditions: [condition('proof', 'missing')] },
          GB: { guards: ['B complete'], conditions: [condition('proof', 'missing')] },
        },
      }),
    );
    expect(rows.map((row) => [row.key, row.verdict, row.releases])).toEqual([
      ['item.A', 'ready', ['B', 'C']],
    ]);
  });

  it('count the conditions of an item that is being worked on', () => {
    const rows = listedCauses(
      planOf({
        items: {
          A: { state: 'in-progress', causes: [conditionCause('GA', 'proof')] },
          B: { state: 'blocked', waitsFor: 'A' },
        },
        gates: { GA: { guards: ['A complete'], conditions: [condition('proof', 'missing')] } },
      }),
    );
    expect(rows.map((row) => row.key)).toEqual(['condition.GA.proof']);
  });

  it('offer alternatives as alternatives', () => {
    const either = condition('either', 'failed', {
      kind: 'any',
      parts: [condition('left', 'failed'), condition('right', 'missing')],
    });
    const context = planOf({
      items: {
        A: { state: 'failed', causes: [conditionCause('GA', 'either')] },
        B: { state: 'blocked', waitsFor: 'A' },
        C: { state: 'failed', causes: [conditionCause('GC', 'left')] },
        D: { state: 'blocked', waitsFor: 'C A' },
      },
      gates: {
        GA: { guards: ['A complete'], conditions: [either] },
        GC: { guards: ['C complete'], conditions: [condition('left', 'failed')] },
      },
    });
    const rows = listedCauses(context);
    expect(rows.map((row) => [row.key, row.releases])).toEqual([
      ['condition.GA.left', ['B']],
      ['condition.GA.right', ['B']],
      ['condition.GC.left', []],
    ]);
    expect(unblockingAll(context)).toMatchObject({
      causes: ['condition.GA.left', 'condition.GC.left'],
      exact: true,
    });
  });

  it('count what is still open of at least so many', () => {
    const parts = [
      condition('one', 'passed'),
      condition('two', 'missing'),
      condition('three', 'failed'),
      condition('four', 'missing'),
    ];
    const three = condition('some', 'failed', {
      kind: 'at-least',
      parts,
      expected: { value: 3 },
    });
    const context = planOf({
      items: {
        A: { state: 'failed', causes: [conditionCause('GA', 'some')] },
        B: { state: 'blocked', waitsFor: 'A' },
      },
      gates: { GA: { guards: ['A complete'], conditions: [three] } },
    });
    expect(listedCauses(context).map((row) => row.releases)).toEqual([[], [], []]);
    expect(unblockingAll(context)).toMatchObject({ count: 2, exact: true });
  });

  it('lead through gates that are asked for by gates, also in a ring', () => {
    const asks = (id: string, gate: string) =>
      condition(id, 'failed', { kind: 'gate', gate: gateId(gate) });
    const context = planOf({
      items: {
        A: { state: 'failed', causes: [conditionCause('G1', 'next')] },
        B: { state: 'blocked', waitsFor: 'A' },
        C: { state: 'failed', causes: [conditionCause('R1', 'next')] },
        D: { state: 'blocked', waitsFor: 'C' },
      },
      gates: {
        G1: { guards: ['A complete'], conditions: [asks('next', 'G2')] },
        G2: { conditions: [asks('next', 'G3'), condition('own', 'passed')] },
        G3: {
          conditions: [
            condition('deep', 'missing'),
            condition('quiet', 'failed', { blocking: false }),
          ],
        },
        R1: { guards: ['C complete'], conditions: [asks('next', 'R2')] },
        R2: { conditions: [asks('next', 'R1')] },
      },
    });
    const rows = listedCauses(context);
    expect(rows.map((row) => [row.key, row.holds]).sort()).toEqual([
      ['condition.G3.deep', ['B']],
      ['condition.R1.next', ['D']],
      ['condition.R2.next', ['D']],
    ]);
  });

  it('name a cycle once, and everything that hangs on it', () => {
    const members = [itemId('A'), itemId('B')];
    const own: CauseRef = { kind: 'cycle', members };
    const rows = listedCauses(
      planOf({
        items: {
          A: { state: 'blocked', waitsFor: 'B', causes: [own] },
          B: { state: 'blocked', waitsFor: 'A', causes: [own] },
          C: { state: 'blocked', waitsFor: 'B' },
        },
      }),
    );
    expect(rows.map((row) => [row.key, row.releases])).toEqual([['cycle.A.B', ['A', 'B', 'C']]]);
  });

  it('find a name for what the engine left without one', () => {
    const rows = listedCauses(
      planOf({
        items: {
          A: { state: 'blocked', waitsFor: 'B' },
          B: { state: 'blocked', waitsFor: 'A' },
          C: { state: 'blocked' },
          D: { state: 'blocked', waitsFor: 'nowhere' },
          E: { state: 'blocked', waitsFor: 'F' },
          F: { state: 'complete' },
        },
      }),
    );
    expect(rows.map((row) => row.key).sort()).toEqual([
      'cycle.A.B',
      'dangling.D.nowhere',
      'item.C',
      'item.F',
    ]);
  });

  it('of a phase are those of what it holds; what it holds waits for its start', () => {
    const context = planOf({
      items: {
        P: { state: 'blocked', waitsFor: 'Z', dependsOn: 'Z' },
        P1: { state: 'blocked', parent: 'P', waitsFor: 'P', dependsOn: '' },
        Z: { state: 'in-progress', waitsFor: 'Z1', dependsOn: '' },
        Z1: { state: 'failed', parent: 'Z', causes: [conditionCause('G', 'c')] },
      },
      gates: { G: { guards: ['Z1 complete'], conditions: [condition('c', 'failed')] } },
    });
    expect(listedCauses(context).map((row) => [row.key, row.releases])).toEqual([
      ['condition.G.c', ['P', 'P1']],
    ]);
  });

  it('hold exactly what the causes of each item say', () => {
    const context = planOf(chain);
    for (const [at, row] of listedCauses(context).entries()) {
      const holds = ['B', 'C', 'D'].filter((id) =>
        itemCauses(context, itemId(id)).some((cause) => cause.key === row.key),
      );
      expect(row.holds).toEqual(holds);
      expect(heldBy(context, at)).toHaveLength(holds.length);
    }
  });

  it('tell faults from work that is to be done', () => {
    const context = planOf({
      items: {
        A: { state: 'failed', causes: [conditionCause('G', 'c')] },
        B: { state: 'blocked', waitsFor: 'A' },
        C: { state: 'in-progress' },
        D: { state: 'blocked', waitsFor: 'C' },
      },
      gates: { G: { guards: ['A complete'], conditions: [condition('c', 'failed')] } },
    });
    expect([...faultyItems(context)]).toEqual(['A', 'B']);
  });

  it('are found through a chain of thousands of items', () => {
    const length = Math.max(600, 20 * numRuns);
    const items: Record<string, PlanSpec['items'][string]> = { i0: { state: 'ready' } };
    for (let at = 1; at < length; at += 1) {
      items[`i${at}`] = { state: 'blocked', waitsFor: `i${at - 1}` };
    }
    const context = planOf({ items });
    const rows = listedCauses(context);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      key: 'item.i0',
      releaseCount: length - 1,
      holdCount: length - 1,
    });
    expect(rows[0]?.holds).toHaveLength(500);
    expect(answers(context).criticalPath).toHaveLength(length);
  });
});
