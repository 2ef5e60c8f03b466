import { describe, expect, it } from 'vitest';
import { gateId, itemId } from '../model/ids.ts';
import type { PlanItem } from '../model/plan.ts';
import { edgeRows, gateRows, itemRows } from './rows.ts';
import { condition, planOf } from './testing/plan.ts';

describe('the row of an item', () => {
  it('has nothing that is not given', () => {
    const row = itemRows(planOf({ items: { A: { state: 'ready' } } })).get(itemId('A'));
    expect(row).toStrictEqual({
      id: 'A',
      kind: 'wave',
      title: 'Title of A',
      state: 'ready',
      ownFailure: false,
      held: false,
      readiness: 'not-required',
      permission: 'not-required',
      reason: { code: 'item-declared', params: { state: 'ready' } },
      pips: [],
      numbers: [],
      hasChildren: false,
    });
  });

  it('names its class, with the title where the plan describes it', () => {
    const rows = itemRows(
      planOf({
        items: {
          A: { state: 'ready', item: { class: 'core' } },
          B: { state: 'ready', item: { class: 'unknown', declared: { state: 'complete' } } },
        },
        content: { classes: [{ id: 'core', title: 'Core' }] },
      }),
    );
    expect(rows.get(itemId('A'))).toMatchObject({ class: 'core', classTitle: 'Core' });
    const other = rows.get(itemId('B'));
    expect(other).toMatchObject({ class: 'unknown', declared: 'complete' });
    expect(other).not.toHaveProperty('classTitle');
    expect(other).not.toHaveProperty('declaredRaw');
  });

  it('is the first of two equal ids, and one of many', () => {
    const twin = (title: string): PlanItem => ({ id: itemId('A'), kind: 'wave', title });
    const rows = itemRows(
      planOf({
        items: {},
        content: { items: [twin('first'), twin('second'), { ...twin('b'), id: itemId('B') }] },
      }),
    );
    expect([...rows.values()].map(({ title }) => title)).toEqual(['first', 'b']);
  });

  it('shows blocking conditions of its gates, and none of gates that nobody judged', () => {
    const own = planOf({
      items: { A: { state: 'blocked' } },
      gates: {
        G: {
          guards: ['A start'],
          conditions: [
            condition('1', 'passed'),
            condition('2', 'stale', { blocking: false }),
            condition('3', 'missing'),
          ],
        },
        H: { guards: ['A complete'], conditions: [condition('4', 'waived')] },
      },
    });
    expect(itemRows(own).get(itemId('A'))?.pips).toEqual(['passed', 'missing', 'waived']);
    const gates = new Map(own.verdicts.gates);
    gates.delete(gateId('G'));
    const part = { ...own, verdicts: { ...own.verdicts, gates } };
    expect(itemRows(part).get(itemId('A'))?.pips).toEqual(['waived']);
  });
});

describe('the row of a dependency', () => {
  it.each([
    ['complete', 'satisfied'],
    ['ready', 'waiting'],
    ['in-progress', 'waiting'],
    ['blocked', 'waiting'],
    ['failed', 'blocking'],
    ['contradicted', 'blocking'],
    ['stopped', 'blocking'],
  ] as const)('on an item that is %s is %s', (state, status) => {
    const plan = planOf({
      items: {
        // Work that somebody can do stands before what is only blocked.
        0: { state: 'ready' },
        A: { state, ...(state === 'blocked' ? { waitsFor: '0' } : {}) },
        B: { state: 'blocked', waitsFor: 'A' },
      },
    });
    expect(edgeRows(plan).find(({ on }) => on === 'A')).toStrictEqual({
      item: 'B',
      on: 'A',
      status,
      origin: 'explicit',
      redundant: false,
      dangling: false,
    });
  });

  it('blocks when either end is not there, or was not judged', () => {
    const plan = planOf({
      items: { A: { state: 'complete' }, B: { state: 'blocked' } },
      content: {
        dependencies: [
          { item: itemId('B'), on: itemId('nowhere') },
          { item: itemId('nobody'), on: itemId('A') },
          { item: itemId('B'), on: itemId('A') },
        ],
      },
    });
    const of = (own: typeof plan) =>
      edgeRows(own).map(({ status, dangling, redundant }) => [status, dangling, redundant]);
    expect(of(plan)).toEqual([
      ['blocking', true, false],
      ['blocking', true, false],
      ['satisfied', false, false],
    ]);
    const silent = { ...plan, verdicts: { ...plan.verdicts, items: new Map() } };
    expect(of(silent)[2]).toEqual(['blocking', false, false]);
  });
});

describe('the row of a gate', () => {
  it('has nothing that is not given', () => {
    const plan = planOf({
      items: {},
      gates: { G: { verdict: 'passed', conditions: [condition('c', 'passed')] } },
    });
    expect(gateRows(plan)).toStrictEqual([
      {
        id: 'G',
        title: 'Gate G',
        verdict: 'passed',
        reason: { code: 'gate-open' },
        guards: [],
        nonBypassable: false,
        contradicts: false,
        conditions: [{ id: 'c', title: 'Condition c', verdict: 'passed', blocking: true }],
      },
    ]);
  });
});
