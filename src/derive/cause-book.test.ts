import { describe, expect, it } from 'vitest';
import { createEvaluation } from '../gates/evaluate.ts';
import {
  AS_OF,
  condition,
  contentOf,
  evidence,
  gate,
  item,
  needs,
  type Parts,
  waits,
} from '../gates/testing/builders.ts';
import { goldenLines } from '../gates/testing/golden.ts';
import type { InvariantResult } from '../gates/types.ts';
import { buildProject } from '../model/build-project.ts';
import type { Condition } from '../model/condition.ts';
import {
  conditionId,
  evidenceId,
  gateId,
  invariantId,
  itemId,
  stopConditionId,
} from '../model/ids.ts';
import { listedCauses } from './root-causes.ts';
import { planOf } from './testing/plan.ts';
import { unblockingItem } from './unblocking.ts';

const lost = (id: string): Condition => needs(id, `lost-${id}`);
const here = needs('here', 'here');
const group = (kind: 'all' | 'any', id: string, ...of: readonly Condition[]): Condition =>
  condition({ kind, id: conditionId(id), of });
const some = (count: number, id: string, ...of: readonly Condition[]): Condition =>
  condition({ kind: 'at-least', id: conditionId(id), count, of });
const asks = (id: string, of: string): Condition =>
  condition({ kind: 'gate', id: conditionId(id), gate: gateId(of) });

function contextOf(parts: Parts) {
  const project = buildProject(contentOf({ evidence: [evidence('here')], ...parts }));
  const evaluation = createEvaluation(project, { asOf: AS_OF });
  return { project, verdicts: evaluation.verdicts, evaluation };
}

/** What a gate with these conditions in front of x needs at the least, by key. */
function release(conditions: readonly Condition[], more: Parts = {}): readonly string[] {
  const context = contextOf({
    items: [item('x')],
    ...more,
    gates: [gate('G', { x: 'start' }, conditions), ...(more.gates ?? [])],
  });
  return unblockingItem(context, itemId('x'))
    .causes.map(({ key }) => key)
    .toSorted();
}
const keys = (...ids: readonly string[]) => ids.map((id) => `condition.G.${id}`).toSorted();

describe('the causes behind a condition', () => {
  it('are all of its parts, one of them, or as many as are asked for', () => {
    expect(release([group('all', 'g', lost('a'), lost('b'), here)])).toEqual(keys('a', 'b'));
    expect(release([group('any', 'g', lost('a'), lost('b'))])).toHaveLength(1);
    expect(release([some(2, 'g', lost('a'), lost('b'), lost('c'))])).toHaveLength(2);
    expect(release([some(2, 'g', lost('a'), lost('b'), here)])).toHaveLength(1);
    expect(release([some(3, 'g', lost('a'), lost('b'), here)])).toEqual(keys('a', 'b'));
  });

  it('are found through parts of parts, each by its own count', () => {
    const inner = some(2, 'inner', lost('a'), lost('b'), lost('c'));
    expect(release([group('all', 'g', inner, lost('d'))])).toHaveLength(3);
    expect(release([group('any', 'g', inner, lost('d'))])).toEqual(keys('d'));
    expect(release([some(1, 'g', inner, group('all', 'both', lost('d'), lost('e')))])).toHaveLength(
      2,
    );
  });

  it('are the condition itself where it asks for more than there is', () => {
    expect(release([some(4, 'g', lost('a'), lost('b'))])).toEqual(keys('g'));
  });

  it('are those of the gate that it asks for, and of what that asks for', () => {
    const others = [
      gate('H', {}, [lost('h'), asks('on', 'I'), { ...lost('no'), blocking: false }, here]),
      gate('I', {}, [lost('i')]),
    ];
    expect(release([asks('h', 'H')], { gates: others })).toEqual([
      'condition.H.h',
      'condition.I.i',
    ]);
    expect(release([asks('h', 'nowhere')])).toEqual(keys('h'));
  });

  it('end where gates ask for each other', () => {
    const ring = [gate('H', {}, [asks('back', 'G'), lost('h')])];
    expect(release([asks('h', 'H'), lost('a')], { gates: ring }).length).toBeGreaterThan(0);
  });
});

it('names of each cause what it is, whose it is, and what it looked at', () => {
  const context = contextOf({
    items: [
      item('x', { owner: 'xenia' }),
      item('failed', { owner: 'fritz', declared: { state: 'failed' } }),
      item('waits-for-failed'),
      item('ring-1', { owner: 'rita' }),
      item('ring-2'),
      item('stopped', { owner: 'stan' }),
      item('dangling', { owner: 'dan' }),
      item('unowned', { declared: { state: 'blocked' } }),
    ],
    dependencies: [
      ...waits('waits-for-failed', 'failed'),
      ...waits('ring-1', 'ring-2'),
      ...waits('ring-2', 'ring-1'),
      ...waits('dangling', 'nowhere'),
    ],
    gates: [
      gate('G', { x: 'start' }, [{ ...lost('a'), owner: 'anna' }, lost('b')], {
        owner: 'gate-keeper',
      }),
      gate('H', { x: 'complete' }, [lost('c')]),
      gate('free', {}, [lost('d')]),
    ],
    stopConditions: [
      {
        id: stopConditionId('raised'),
        title: 'Raised',
        items: [itemId('stopped')],
        events: [{ item: itemId('stopped'), at: '2026-05-20T00:00:00Z' }],
      },
    ],
  });
  const rows = listedCauses(context);
  goldenLines(rows);
  const owners = Object.fromEntries(rows.map(({ key, owner }) => [key, owner]));
  expect(owners).toMatchObject({
    'condition.G.a': 'anna',
    'condition.G.b': 'gate-keeper',
    'item.failed': 'fritz',
  });
});

describe('a rule of the plan as a cause', () => {
  const rule = invariantId('rule');
  const said = (verdict: 'violated' | 'not-evaluated' | undefined, owner?: string) => {
    const invariants: readonly InvariantResult[] =
      verdict === undefined
        ? []
        : [
            {
              id: rule,
              title: 'The rule',
              verdict,
              reason: { code: 'invariant-violated', params: { count: 1 } },
              counterexamples: [
                {
                  items: [itemId('A')],
                  reason: { code: 'not-judged' },
                  uses: [{ evidence: evidenceId('e') }],
                },
                { items: [], reason: { code: 'not-judged' } },
              ],
            },
          ];
    const spec = { state: 'blocked', causes: [{ kind: 'invariant', invariant: rule }] } as const;
    const content = {
      items: [
        { id: itemId('A'), kind: 'wave', title: 'A', ...(owner === undefined ? {} : { owner }) },
      ],
    };
    const context = planOf({ items: { A: spec }, invariants, content });
    return listedCauses(context)[0];
  };

  it('is told with its title, what it looked at, and who owns the item', () => {
    expect(said('violated', 'ann')).toMatchObject({
      key: 'invariant.rule',
      title: 'The rule',
      verdict: 'failed',
      item: 'A',
      owner: 'ann',
    });
    expect(said('not-evaluated')).toMatchObject({ title: 'The rule', verdict: 'unknown' });
    expect(said('not-evaluated')).not.toHaveProperty('owner');
    expect(said(undefined)).toMatchObject({ title: 'rule', verdict: 'unknown' });
    goldenLines(said('violated', 'ann'));
    goldenLines(said(undefined));
  });
});
