import { describe, expect, it } from 'vitest';
import { flag, flagged, gate, item, needs, waits } from '../gates/testing/builders.ts';
import { gateId, itemId, projectId, revisionId, stopConditionId } from '../model/ids.ts';
import type { ProjectContent } from '../model/project.ts';
import type { DeriveContext } from './context.ts';
import { causeTable } from './root-causes.ts';
import { judged } from './testing/generated.ts';
import { condition, conditionCause, planOf } from './testing/plan.ts';
import { assumeCleared, whatIf } from './what-if.ts';

function contextOf(parts: Partial<ProjectContent>): DeriveContext {
  return judged({
    project: { id: projectId('plan'), title: 'Plan' },
    revision: { id: revisionId('1'), createdAt: '2026-06-01T00:00:00Z' },
    items: [],
    dependencies: [],
    ...parts,
  });
}

/** Every cause of the plan, cleared. */
const cleared = (context: DeriveContext) =>
  assumeCleared(
    context,
    causeTable(context).obstacles.causes.map(({ key }) => key),
  );

describe('under assumptions', () => {
  it('items wait no longer, and everything else is as it was', () => {
    const context = contextOf({
      items: [item('A'), item('B'), item('C')],
      dependencies: [...waits('B', 'A'), ...waits('C', 'B')],
    });
    const answer = whatIf(context, [{ kind: 'item', item: itemId('A') }]);
    expect(answer.released).toEqual(['B']);
    expect(answer.caught).toEqual([]);
    expect(answer.diff.items.map(({ id, after }) => [id, after])).toEqual([
      ['A', 'complete'],
      ['B', 'ready'],
    ]);
    expect(answer.context.verdicts.items.get(itemId('B'))?.state).toBe('ready');
    expect(context.verdicts.items.get(itemId('B'))?.state).toBe('blocked');
  });

  it('items may begin to wait', () => {
    const context = contextOf({
      items: [item('A'), item('B')],
      dependencies: waits('B', 'A'),
      gates: [gate('G', { A: 'complete' }, [needs('c', 'there')])],
      evidence: [flag('there', true)],
    });
    const answer = whatIf(context, [{ kind: 'gate', gate: gateId('G'), verdict: 'failed' }]);
    expect(answer.caught).toEqual(['B']);
    expect(answer.released).toEqual([]);
    expect(answer.diff.gates).toMatchObject([{ id: 'G', before: 'passed', after: 'failed' }]);
  });
});

describe('a cleared cause', () => {
  it('that is a condition passes', () => {
    const context = planOf({
      items: { A: { state: 'failed', causes: [conditionCause('G', 'c')] } },
      gates: { G: { guards: ['A complete'], conditions: [condition('c', 'failed')] } },
    });
    expect(cleared(context)).toEqual([
      { kind: 'condition', gate: 'G', condition: 'c', verdict: 'passed' },
    ]);
    expect(assumeCleared(context, ['condition.G.other'])).toEqual([]);
  });

  it('that is a condition on a gate lets that gate pass as well', () => {
    const asks = (id: string, other: string) =>
      condition(id, 'failed', { kind: 'gate', gate: gateId(other) });
    const context = planOf({
      items: { A: { state: 'blocked', causes: [conditionCause('G', 'c')] } },
      gates: {
        G: { guards: ['A start'], conditions: [asks('c', 'H')] },
        H: { conditions: [asks('d', 'G')] },
      },
    });
    const found = assumeCleared(context, ['condition.G.c']);
    expect(found).toEqual([
      { kind: 'condition', gate: 'G', condition: 'c', verdict: 'passed' },
      { kind: 'gate', gate: 'H', verdict: 'passed' },
    ]);
  });

  it('that is an item completes it, with those of its gates that name no condition', () => {
    const context = planOf({
      items: {
        A: {
          state: 'blocked',
          causes: [{ kind: 'item', item: itemId('A') }],
          result: { openGates: ['mute', 'speaks', 'gone', 'aside'].map(gateId) },
        },
      },
      gates: {
        mute: { guards: ['A start'], conditions: [] },
        speaks: { guards: ['A start'], conditions: [condition('c', 'failed')] },
        aside: {
          guards: ['A start'],
          conditions: [condition('d', 'failed', { blocking: false }), condition('e', 'passed')],
        },
      },
    });
    expect(assumeCleared(context, ['item.A'])).toEqual([
      { kind: 'item', item: 'A' },
      { kind: 'gate', gate: 'mute', verdict: 'passed' },
      { kind: 'gate', gate: 'gone', verdict: 'passed' },
      { kind: 'gate', gate: 'aside', verdict: 'passed' },
    ]);
  });

  it('that is a cycle completes its members, and a lost id the item that waits for it', () => {
    const cycle = contextOf({
      items: [item('A'), item('B')],
      dependencies: [...waits('A', 'B'), ...waits('B', 'A')],
    });
    expect(cleared(cycle)).toEqual([
      { kind: 'item', item: 'A' },
      { kind: 'item', item: 'B' },
    ]);
    const lost = contextOf({ items: [item('A')], dependencies: waits('A', 'nowhere') });
    expect(cleared(lost)).toEqual([{ kind: 'item', item: 'A' }]);
  });

  it('that is a stop lifts it, and a broken rule of the plan stays', () => {
    const stop = { kind: 'stop', stop: stopConditionId('S'), item: itemId('A') } as const;
    const stopped = planOf({ items: { A: { state: 'stopped', causes: [stop] } } });
    expect(cleared(stopped)).toEqual([{ kind: 'stop', stop: 'S' }]);
    const live = contextOf({
      items: [item('A', { kind: 'step' })],
      stopConditions: [{ id: stopConditionId('S'), title: 'S', safeWhile: flagged('f', 'safe') }],
      evidence: [flag('safe', false)],
    });
    expect(live.verdicts.items.get(itemId('A'))?.state).toBe('stopped');
    const { context } = whatIf(live, cleared(live));
    expect(context.verdicts.items.get(itemId('A'))?.state).toBe('ready');
  });
});
