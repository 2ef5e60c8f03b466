import { describe, expect, it } from 'vitest';
import type { BuiltInRule } from '../../model/gate.ts';
import {
  authorisationRecordId,
  authorisationRuleId,
  definitionId,
  evidenceId,
  itemId,
  roleId,
} from '../../model/ids.ts';
import type { PlanItem } from '../../model/plan.ts';
import {
  condition,
  declared,
  evidence,
  flag,
  flagged,
  gate,
  item,
  judgePlan,
  needs,
  type Parts,
  waits,
} from '../testing/builders.ts';

const here = evidence('here');
const ok = needs('ok', 'here');
const bad = flagged('bad', 'no');
const outside: Partial<PlanItem> = { deferred: { reason: 'later' } };

/** The counterexamples as `items: code`; the verdict where there are none. */
function found(rule: BuiltInRule, parts: Parts): string | readonly string[] {
  const { invariants } = judgePlan({ evidence: [here, flag('no', false)], ...parts });
  const result = invariants.find(({ id }) => id === rule);
  const examples = result?.counterexamples ?? [];
  if (examples.length === 0) return result?.verdict ?? 'not there';
  return examples.map(({ items, reason }) => `${items.join(' ')}: ${reason.code}`);
}

const done = (id: string, more: Partial<PlanItem> = {}) => declared(id, 'complete', ['here'], more);
const said = (id: string, more: Partial<PlanItem> = {}) => declared(id, 'complete', [], more);

describe('complete needs linked evidence', () => {
  const rule = 'complete-needs-evidence';
  /** An item that is held by another one, so that only what is linked speaks for it. */
  const held = (own: PlanItem, more: Parts = {}): Parts => ({
    ...more,
    items: [item('open'), own, ...(more.items ?? [])],
    dependencies: waits(own.id, 'open'),
  });

  it('asks nothing of what is outside the scope, or not declared complete', () => {
    expect(found(rule, { items: [said('a', outside)] })).toBe('not-evaluated');
    expect(found(rule, { items: [declared('a', 'in-progress')] })).toBe('not-evaluated');
  });

  it('takes what the item links and what its declaration links', () => {
    const own = (ids: readonly string[]) =>
      item('a', { declared: { state: 'complete', evidence: ids.map(evidenceId) } });
    expect(found(rule, held(done('a')))).toBe('holds');
    expect(found(rule, held(own(['here'])))).toBe('holds');
    expect(found(rule, held(own([])))).toEqual(['a: complete-without-evidence']);
  });

  it('takes no link that leads nowhere, whatever else speaks for the item', () => {
    const own = declared('a', 'complete', ['here', 'gone']);
    const gates = [gate('G', { a: 'complete' }, [ok])];
    expect(found(rule, held(own, { gates }))).toEqual(['a: complete-without-evidence']);
  });

  it('takes a completing gate that proves something in place of a link', () => {
    const by = (shown: typeof ok) =>
      held(said('a'), { gates: [gate('G', { a: 'complete' }, [shown])] });
    expect(found(rule, by(ok))).toBe('holds');
    expect(found(rule, by(bad))).toEqual(['a: complete-without-evidence']);
  });

  it('takes parts in scope in place of a link', () => {
    const part = (more: Partial<PlanItem>) =>
      held(said('a'), { items: [item('part', { parent: itemId('a'), ...more })] });
    expect(found(rule, part({}))).toBe('holds');
    expect(found(rule, part(outside))).toEqual(['a: complete-without-evidence']);
  });

  it('names the item of a checklist with the box', () => {
    const list = (more: object): Parts => ({
      items: [item('a')],
      checklists: [
        {
          id: 'l',
          title: 'L',
          groups: [{ title: 'G', boxes: [{ id: 'b', text: 'B', checked: true }] }],
          ...more,
        },
      ],
    });
    expect(found(rule, list({ item: itemId('a') }))).toEqual(['a: box-without-evidence']);
    expect(found(rule, list({}))).toEqual([': box-without-evidence']);
  });
});

describe('complete after dependencies', () => {
  const rule = 'complete-after-dependencies';

  it('asks nothing of what is outside the scope, or not declared complete', () => {
    const waiting = (own: PlanItem) => ({ items: [item('b'), own], dependencies: waits('a', 'b') });
    expect(found(rule, waiting(done('a', outside)))).toBe('not-evaluated');
    expect(found(rule, waiting(declared('a', 'in-progress')))).toBe('not-evaluated');
    expect(found(rule, waiting(done('a')))).toEqual(['a b: complete-before-dependency']);
  });

  it('names only the dependencies that are open', () => {
    const parts = { items: [done('a'), done('b'), item('c')], dependencies: waits('a', 'b', 'c') };
    expect(found(rule, parts)).toEqual(['a c: complete-before-dependency']);
  });
});

describe('an earlier phase blocks a later one', () => {
  const rule = 'earlier-phase-blocks-later';
  const phase = (id: string, more: Partial<PlanItem> = {}) => item(id, { kind: 'phase', ...more });
  const inside = (id: string, parent: string, state: 'complete' | 'in-progress' | 'reopened') =>
    declared(id, state, ['here'], { parent: itemId(parent) });

  it.each(['complete', 'in-progress', 'reopened'] as const)(
    'sees that a phase is under way by what is %s deep inside it',
    (state) => {
      const items = [
        phase('p2'),
        phase('p1'),
        item('stage', { parent: itemId('p2') }),
        inside('w', 'stage', state),
      ];
      expect(found(rule, { items, dependencies: waits('p2', 'p1') })).toEqual([
        'p2 p1: phase-before-phase',
      ]);
    },
  );

  it('lets a phase wait, and go on after one that is complete', () => {
    const waiting = [
      phase('p1'),
      phase('p2'),
      declared('w', 'not-started', [], { parent: itemId('p2') }),
    ];
    expect(found(rule, { items: waiting, dependencies: waits('p2', 'p1') })).toBe('holds');
    const after = [done('p1', { kind: 'phase' }), phase('p2'), inside('w', 'p2', 'in-progress')];
    expect(found(rule, { items: after, dependencies: waits('p2', 'p1') })).toBe('holds');
  });

  it('takes whatever holds other items for a phase, and nothing else', () => {
    const items = [
      item('s1', { kind: 'stage' }),
      item('one', { parent: itemId('s1') }),
      item('s2', { kind: 'stage' }),
      inside('two', 's2', 'in-progress'),
    ];
    expect(found(rule, { items, dependencies: waits('s2', 's1') })).toEqual([
      's2 s1: phase-before-phase',
    ]);
    expect(found(rule, { items, dependencies: waits('s2', 'one') })).toBe('not-evaluated');
    expect(found(rule, { items, dependencies: waits('two', 's1') })).toBe('not-evaluated');
  });

  it('holds a phase by the advance gates of the phases that it depends on, each by its own', () => {
    const items = [
      done('p0', { kind: 'phase' }),
      done('p1', { kind: 'phase' }),
      declared('p2', 'in-progress', [], { kind: 'phase' }),
    ];
    const by = (...gates: NonNullable<Parts['gates']>) => ({
      items,
      gates,
      dependencies: waits('p2', 'p0', 'p1'),
    });
    const of0 = ['p2 p0: phase-before-phase'];
    expect(found(rule, by(gate('G', { p0: 'advance' }, [bad])))).toEqual(of0);
    expect(found(rule, by(gate('G', { p0: 'advance' }, [ok])))).toBe('holds');
    const both = [...of0, 'p2 p1: phase-before-phase'];
    expect(found(rule, by(gate('G', { p0: 'advance', p1: 'advance' }, [bad])))).toEqual(both);
    expect(
      found(rule, by(gate('G', { p0: 'advance' }, [bad]), gate('H', { p1: 'advance' }, [ok]))),
    ).toEqual(of0);
  });
});

describe('what a gate guards closes with the gate', () => {
  const rule = 'guarded-close-needs-gate';

  it('asks nothing of what is outside the scope', () => {
    const gates = [gate('G', { a: 'complete' }, [bad])];
    expect(found(rule, { items: [done('a', outside)], gates })).toBe('not-evaluated');
    expect(found(rule, { items: [declared('a', 'in-progress')], gates })).toBe('not-evaluated');
  });

  it('names the gates that are open', () => {
    const gates = [gate('G', { a: 'complete' }, [ok]), gate('H', { a: 'complete' }, [bad])];
    const { invariants } = judgePlan({
      items: [done('a')],
      gates,
      evidence: [here, flag('no', false)],
    });
    const examples = invariants.find(({ id }) => id === rule)?.counterexamples;
    expect(examples?.map(({ subject }) => subject)).toEqual(['H']);
  });
});

describe('no step without its own authorisation', () => {
  const rule = 'step-needs-own-authorisation';
  const M = authorisationRuleId('M');
  const lead = roleId('lead');
  const permit = (granted: boolean): Parts => ({
    roles: [{ id: lead, title: 'Lead', level: 2 }],
    authorisationRules: [
      {
        id: M,
        title: 'M',
        perStep: true,
        definitions: [
          {
            id: definitionId('D'),
            title: 'D',
            from: '2026-01-01T00:00:00Z',
            demands: [{ role: lead }],
          },
        ],
      },
    ],
    authorisations: granted
      ? [
          {
            id: authorisationRecordId('r'),
            rule: M,
            role: lead,
            person: 'ada',
            form: 'row',
            steps: [itemId('a')],
            decision: 'granted',
            scope: 'commit',
            at: '2026-05-01T00:00:00Z',
          },
        ]
      : [],
    gates: [
      gate('G', { a: 'start' }, [condition({ kind: 'authorisation', rule: M, step: itemId('a') })]),
    ],
  });

  it.each(['complete', 'in-progress'] as const)('holds it against what is %s', (state) => {
    const items = [declared('a', state, ['here'])];
    expect(found(rule, { ...permit(false), items })).toEqual(['a: step-without-authorisation']);
    expect(found(rule, { ...permit(true), items })).toBe('holds');
  });

  it('asks nothing of what was not begun, or needs no leave', () => {
    const waiting = [declared('a', 'not-started'), done('b')];
    expect(found(rule, { ...permit(false), items: waiting })).toBe('not-evaluated');
  });
});
