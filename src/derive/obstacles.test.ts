import { describe, expect, it } from 'vitest';
import type { CauseRef } from '../gates/types.ts';
import { gateId, itemId, stopConditionId } from '../model/ids.ts';
import type { Formula } from './formula.ts';
import { isHeld, obstacles } from './obstacles.ts';
import { faultyItems, listedCauses } from './root-causes.ts';
import { condition, conditionCause, type ItemSpec, type PlanSpec, planOf } from './testing/plan.ts';

type Items = Readonly<Record<string, ItemSpec>>;

/** Who needs what, and which causes stand where; `A>` is the start of A, `A.` its completion. */
function told(spec: PlanSpec) {
  const found = obstacles(planOf(spec));
  const name = (node: number) => {
    const item = found.items[node >> 1];
    return item === undefined
      ? `gate ${node - 2 * found.items.length}`
      : `${item.id}${node % 2 === 0 ? '>' : '.'}`;
  };
  const words = (formula: Formula): string =>
    formula.kind === 'cause'
      ? (found.causes[formula.cause]?.key ?? '?')
      : `${formula.kind === 'all' ? 'all' : formula.count}(${formula.of.map(words).join(' ')})`;
  const needs: string[] = [];
  for (let node = 0; node < found.needs.nodeCount; node += 1) {
    const targets = found.needs.targets.subarray(
      found.needs.offsets[node],
      found.needs.offsets[node + 1],
    );
    for (const target of targets) needs.push(`${name(node)} ${name(target)}`);
  }
  const causes = found.formulas.flatMap((formulas, node) =>
    formulas.map((formula) => `${name(node)} ${words(formula)}`),
  );
  return { needs: needs.sort(), causes: causes.sort(), held: [...found.held].join('') };
}

const own = (id: string): CauseRef => ({ kind: 'item', item: itemId(id) });

describe('what stands in the way', () => {
  it('of who waits is the completion of what is waited for', () => {
    const items: Items = { A: { state: 'ready' }, B: { state: 'blocked', waitsFor: 'A' } };
    expect(told({ items })).toEqual({
      needs: ['A. A>', 'B. B>', 'B> A.'],
      causes: ['A. item.A'],
      held: '01',
    });
  });

  it('of what is complete is nothing, and of what is deferred that it is', () => {
    const items: Items = {
      A: { state: 'complete', waitsFor: 'C', causes: [own('A')] },
      B: { state: 'deferred', waitsFor: 'C', causes: [own('B')] },
      C: { state: 'ready' },
    };
    expect(told({ items })).toEqual({
      needs: ['C. C>'],
      causes: ['B. item.B', 'C. item.C'],
      held: '000',
    });
  });

  it('of a part that waits is the start of the whole, and of the whole its open parts', () => {
    const items: Items = {
      P: { state: 'blocked', waitsFor: 'X' },
      A: { state: 'blocked', parent: 'P', waitsFor: 'P' },
      B: { state: 'ready', parent: 'P' },
      C: { state: 'complete', parent: 'P' },
      D: { state: 'deferred', parent: 'P' },
      X: { state: 'failed', causes: [own('X')] },
    };
    expect(told({ items })).toEqual({
      needs: ['A. A>', 'A> P>', 'A> P>', 'B. B>', 'P. A.', 'P. B.', 'P. P>', 'P> X.', 'X. X>'],
      causes: ['B. item.B', 'D. item.D', 'X. item.X'],
      held: '110000',
    });
  });

  it('of a whole that waits for its part is the completion of both, at whatever depth', () => {
    const items: Items = {
      P: { state: 'in-progress', waitsFor: 'B' },
      A: { state: 'in-progress', parent: 'P' },
      B: { state: 'ready', parent: 'A' },
      C: { state: 'blocked', parent: 'A', waitsFor: 'P' },
    };
    const { needs } = told({ items });
    expect(needs).toContain('P. B.');
    expect(needs).not.toContain('P> B.');
    expect(needs).toContain('C> P>');
    expect(needs).not.toContain('C> P.');
  });

  it('ends in a ring of parents', () => {
    const items: Items = {
      A: { state: 'blocked', parent: 'B', waitsFor: 'C' },
      B: { state: 'blocked', parent: 'A' },
      C: { state: 'ready' },
    };
    expect(told({ items }).needs).toContain('A> C.');
  });

  it('is the id that nobody has, and the proof of what is complete', () => {
    const items: Items = {
      A: { state: 'complete' },
      B: { state: 'blocked', waitsFor: 'A lost' },
    };
    expect(told({ items })).toMatchObject({
      needs: ['B. B>'],
      causes: ['B> dangling.B.lost', 'B> item.A'],
    });
  });

  it('is at the start of what is blocked, and at the completion of what has gone wrong', () => {
    const items: Items = {
      A: { state: 'blocked', causes: [own('A')] },
      B: { state: 'failed', causes: [own('B')] },
      C: { state: 'failed', causes: [own('A')] },
      D: {
        state: 'failed',
        causes: [{ kind: 'stop', stop: stopConditionId('S'), item: itemId('D') }],
      },
    };
    expect(told({ items })).toMatchObject({
      needs: ['A. A>', 'B. B>', 'C. C>', 'C> A.', 'D. D>'],
      causes: ['A> item.A', 'B. item.B', 'D> stop.S.D'],
    });
  });

  it('is at the start where a gate before it has nothing to name', () => {
    const of = (...conditions: readonly ReturnType<typeof condition>[]) =>
      told({
        items: { A: { state: 'failed', causes: [own('A')], result: { openGates: [gateId('G')] } } },
        gates: { G: { guards: ['A start'], conditions } },
      }).causes;
    expect(of()).toEqual(['A> item.A']);
    expect(of(condition('c', 'passed'), condition('d', 'failed', { blocking: false }))).toEqual([
      'A> item.A',
    ]);
    expect(of(condition('c', 'failed'))).toEqual(['A. item.A']);
    const later = told({
      items: { A: { state: 'failed', causes: [own('A')], result: { openGates: [gateId('G')] } } },
      gates: { G: { guards: ['A complete'], conditions: [] } },
    });
    expect(later.causes).toEqual(['A. item.A']);
  });
});

describe('a condition', () => {
  const asked = (spec: ItemSpec, ...guards: readonly string[]) =>
    told({
      items: { A: { causes: [conditionCause('G', 'c')], ...spec } },
      gates: { G: { guards, conditions: [condition('c', 'failed')] } },
    }).causes;

  it('before the start stands there, whatever the state', () => {
    for (const state of ['ready', 'blocked', 'failed', 'in-progress'] as const) {
      expect(asked({ state }, 'A start', 'A complete')).toContain('A> condition.G.c');
    }
  });

  it('of an earlier gate stands before the start', () => {
    expect(asked({ state: 'blocked' })).toEqual(['A> condition.G.c']);
    expect(asked({ state: 'blocked' }, 'B complete')).toEqual(['A> condition.G.c']);
  });

  it('for completing counts once the item may be worked on', () => {
    const at = (spec: ItemSpec) => asked(spec, 'A complete');
    expect(at({ state: 'ready' })).toEqual(['A. item.A']);
    expect(at({ state: 'blocked' })).toEqual(['A> item.A']);
    expect(at({ state: 'in-progress' })).toEqual(['A. condition.G.c']);
    expect(at({ state: 'failed' })).toEqual(['A. condition.G.c']);
    expect(at({ state: 'blocked', result: { ownFailure: true } })).toContain('A. condition.G.c');
    const begun = (state: 'in-progress' | 'complete' | 'not-started') =>
      at({ state: 'contradicted', item: { declared: { state } }, result: { held: true } });
    expect(begun('in-progress')).toContain('A. condition.G.c');
    expect(begun('complete')).toContain('A. condition.G.c');
    expect(begun('not-started')).not.toContain('A. condition.G.c');
  });

  it('that no gate has is a cause all the same', () => {
    const items: Items = { A: { state: 'blocked', causes: [conditionCause('gone', 'c')] } };
    expect(told({ items }).causes).toEqual(['A> condition.gone.c']);
  });

  it('inside another stands for the whole of it', () => {
    const spec: PlanSpec = {
      items: { A: { state: 'blocked', causes: [conditionCause('G', 'left')] } },
      gates: {
        G: {
          guards: ['A start'],
          conditions: [
            condition('other', 'failed'),
            condition('any', 'failed', {
              kind: 'any',
              parts: [condition('left', 'failed'), condition('right', 'failed')],
            }),
          ],
        },
      },
    };
    expect(told(spec).causes).toEqual(['A> 1(condition.G.left condition.G.right)']);
  });

  it('on a gate leads to that gate’s open blocking conditions', () => {
    const asks = condition('asks', 'failed', { kind: 'gate', gate: gateId('H') });
    const of = (...conditions: readonly ReturnType<typeof condition>[]) =>
      told({
        items: { A: { state: 'blocked', causes: [conditionCause('G', 'asks')] } },
        gates: { G: { guards: ['A start'], conditions: [asks] }, H: { conditions } },
      });
    const aside = [condition('p', 'passed'), condition('q', 'failed', { blocking: false })];
    expect(of(condition('c', 'failed'), ...aside)).toMatchObject({
      needs: ['A. A>', 'A> gate 0'],
      causes: ['gate 0 condition.H.c'],
    });
    expect(of(...aside)).toMatchObject({ needs: ['A. A>'], causes: ['A> condition.G.asks'] });
  });

  it('on a gate in a ring is the cause itself', () => {
    const asks = (id: string, gate: string, more: object = {}) =>
      condition(id, 'failed', { kind: 'gate', gate: gateId(gate), ...more });
    const { causes } = told({
      items: { A: { state: 'blocked', causes: [conditionCause('G', 'in')] } },
      gates: {
        G: { guards: ['A start'], conditions: [asks('in', 'H')] },
        H: { conditions: [asks('on', 'I'), asks('idle', 'I', { blocking: false })] },
        I: { conditions: [asks('back', 'H'), asks('out', 'J'), condition('c', 'failed')] },
        J: { conditions: [condition('d', 'failed')] },
      },
    });
    expect(causes).toEqual([
      'gate 0 condition.H.on',
      'gate 1 condition.I.back',
      'gate 1 condition.I.c',
      'gate 2 condition.J.d',
    ]);
  });
});

describe('who is held', () => {
  it.each([
    ['blocked', false, true],
    ['contradicted', true, true],
    ['contradicted', false, false],
    ['failed', true, true],
    ['ready', false, false],
    ['complete', true, false],
    ['deferred', true, false],
  ] as const)('%s, held by others: %s', (state, held, expected) => {
    const plan = planOf({ items: { A: { state, result: { held } } } });
    const result = plan.verdicts.items.get(itemId('A'));
    if (result === undefined) throw new Error('There is no result');
    expect(isHeld(result)).toBe(expected);
  });
});

describe('the list of causes', () => {
  const keys = (items: Items) => listedCauses(planOf({ items })).map(({ key }) => key);

  it('goes by what is released, then by what is held, then by the plan, then by name', () => {
    expect(
      keys({
        Z: { state: 'failed', causes: [own('Z')] },
        Y: { state: 'failed', causes: [own('Y')] },
        X: { state: 'failed', causes: [own('X')] },
        A: { state: 'blocked', waitsFor: 'X' },
        B: { state: 'blocked', waitsFor: 'Y Z' },
        C: { state: 'blocked', waitsFor: 'Y X' },
      }),
    ).toEqual(['item.X', 'item.Y', 'item.Z']);
    expect(
      keys({
        B: { state: 'failed', causes: [own('B')] },
        A: {
          state: 'failed',
          causes: [
            { kind: 'stop', stop: stopConditionId('2'), item: itemId('A') },
            { kind: 'stop', stop: stopConditionId('1'), item: itemId('A') },
          ],
        },
      }),
    ).toEqual(['item.B', 'stop.1.A', 'stop.2.A']);
  });

  it('leaves out work that holds nobody, and keeps every fault', () => {
    expect(
      keys({
        A: { state: 'ready' },
        B: { state: 'failed', causes: [own('B')] },
        C: { state: 'in-progress' },
      }),
    ).toEqual(['item.B']);
    expect(keys({ A: { state: 'ready' }, B: { state: 'blocked', waitsFor: 'A' } })).toEqual([
      'item.A',
    ]);
  });

  it('has nothing that is not known of a cause', () => {
    const [row] = listedCauses(
      planOf({ items: { A: { state: 'blocked', causes: [conditionCause('gone', 'c')] } } }),
    );
    expect(row).toStrictEqual({
      key: 'condition.gone.c',
      cause: { kind: 'condition', gate: 'gone', condition: 'c' },
      verdict: 'unknown',
      title: 'c',
      item: 'A',
      gate: 'gone',
      reason: { code: 'not-judged' },
      uses: [],
      releases: ['A'],
      releaseCount: 1,
      holds: ['A'],
      holdCount: 1,
    });
  });
});

describe('faulty items', () => {
  it('are those at fault and all that wait for them', () => {
    const items: Items = {
      A: { state: 'failed', causes: [own('A')] },
      B: { state: 'blocked', waitsFor: 'A' },
      C: { state: 'ready' },
      D: { state: 'blocked', waitsFor: 'C' },
    };
    expect([...faultyItems(planOf({ items }))]).toEqual(['A', 'B']);
  });
});
