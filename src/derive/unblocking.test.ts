import { describe, expect, it } from 'vitest';
import { gateId, itemId } from '../model/ids.ts';
import { MAX_LISTED_CAUSES } from './root-causes.ts';
import { condition, conditionCause, type PlanSpec, planOf } from './testing/plan.ts';
import { itemCauses, oneStepAway, unblockingAll, unblockingItem } from './unblocking.ts';

const causeKeys = (spec: PlanSpec, id: string) =>
  itemCauses(planOf(spec), itemId(id)).map(({ key }) => key);

/** Items that failed, and one that waits for all of them. */
function failures(count: number): PlanSpec {
  const names = Array.from({ length: count }, (_, at) => `F${at}`);
  return {
    items: {
      ...Object.fromEntries(names.map((name) => [name, { state: 'failed' as const }])),
      Z: { state: 'blocked', waitsFor: names.join(' ') },
    },
  };
}

describe('the causes of an item', () => {
  it('stand in order of what they release and hold in the whole plan', () => {
    // B is in the way of more than A, although it stands later.
    const items: PlanSpec['items'] = {
      A: { state: 'failed' },
      B: { state: 'failed' },
      C: { state: 'blocked', waitsFor: 'A B' },
      D: { state: 'blocked', waitsFor: 'B' },
      E: { state: 'blocked', waitsFor: 'A B' },
    };
    expect(causeKeys({ items }, 'C')).toEqual(['item.B', 'item.A']);
    expect(unblockingItem(planOf({ items }), itemId('C')).causes.map(({ key }) => key)).toEqual([
      'item.B',
      'item.A',
    ]);
  });

  it('are listed up to a limit, and counted', () => {
    const many = failures(MAX_LISTED_CAUSES + 5);
    expect(causeKeys(many, 'Z')).toHaveLength(MAX_LISTED_CAUSES);
    const release = unblockingItem(planOf(many), itemId('Z'));
    expect(release.causes).toHaveLength(MAX_LISTED_CAUSES);
    expect(release).toMatchObject({ count: 105, atLeast: 105, exact: true });
  });

  it('are none for nobody', () => {
    const plan = planOf(failures(1));
    expect(itemCauses(plan, itemId('nobody'))).toEqual([]);
    expect(unblockingItem(plan, itemId('nobody'))).toEqual({
      causes: [],
      count: 0,
      exact: true,
      atLeast: 0,
    });
  });
});

describe('the set that releases all', () => {
  it('is for items that wait, and for no others', () => {
    const items: PlanSpec['items'] = {
      A: { state: 'failed' },
      B: { state: 'failed' },
      C: { state: 'blocked', waitsFor: 'B' },
    };
    expect(unblockingAll(planOf({ items }))).toEqual({
      causes: ['item.B'],
      count: 1,
      exact: true,
      atLeast: 1,
    });
    expect(unblockingAll(planOf({ items: { A: { state: 'failed' } } })).causes).toEqual([]);
  });

  it('is listed up to a thousand', () => {
    const all = unblockingAll(planOf(failures(1_003)));
    expect(all.causes).toHaveLength(1_000);
    expect(all.count).toBe(1_003);
  });
});

describe('one step away', () => {
  const away = (spec: PlanSpec) => oneStepAway(planOf(spec));

  it('is who waits for one piece of work that can be done now', () => {
    const items: PlanSpec['items'] = {
      A: { state: 'ready' },
      B: { state: 'blocked', waitsFor: 'A' },
      C: { state: 'blocked', waitsFor: 'B' },
      D: { state: 'blocked', waitsFor: 'A' },
    };
    expect(away({ items })).toEqual([
      { item: 'B', cause: 'item.A' },
      { item: 'D', cause: 'item.A' },
    ]);
  });

  it('is nobody who waits for two', () => {
    const items: PlanSpec['items'] = {
      A: { state: 'ready' },
      B: { state: 'failed' },
      C: { state: 'blocked', waitsFor: 'A B' },
    };
    expect(away({ items })).toEqual([]);
  });

  it('is nobody who waits for a whole with other open parts', () => {
    const items: PlanSpec['items'] = {
      P: { state: 'in-progress' },
      A: { state: 'in-progress', parent: 'P' },
      B: { state: 'blocked', waitsFor: 'P' },
    };
    expect(away({ items })).toEqual([]);
  });

  it('is who waits for a condition of its own, also by way of another gate', () => {
    const spec: PlanSpec = {
      items: {
        A: { state: 'blocked', causes: [conditionCause('G', 'c')] },
        B: { state: 'blocked', causes: [conditionCause('H', 'asks')] },
      },
      gates: {
        G: { guards: ['A start'], conditions: [condition('c', 'missing')] },
        H: {
          guards: ['B start'],
          conditions: [condition('asks', 'failed', { kind: 'gate', gate: gateId('I') })],
        },
        I: { conditions: [condition('d', 'stale')] },
      },
    };
    expect(away(spec)).toEqual([
      { item: 'A', cause: 'condition.G.c' },
      { item: 'B', cause: 'condition.I.d' },
    ]);
  });

  it('is nobody who waits for what itself waits', () => {
    const items: PlanSpec['items'] = {
      A: { state: 'ready' },
      P: { state: 'blocked', waitsFor: 'A' },
      B: { state: 'blocked', parent: 'P' },
    };
    expect(away({ items })).toEqual([{ item: 'P', cause: 'item.A' }]);
  });
});
