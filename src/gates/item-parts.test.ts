import { describe, expect, it } from 'vitest';
import { authorisationRuleId, definitionId, evidenceId, itemId, roleId } from '../model/ids.ts';
import type { DeclaredState, PlanItem } from '../model/plan.ts';
import type { Reading } from '../model/project-index.ts';
import {
  condition,
  declared,
  evidence,
  flag,
  flagged,
  gate,
  item,
  itemResult,
  judgePlan,
  needs,
  type Parts,
  waits,
} from './testing/builders.ts';

const ok = needs('ok', 'here');
const open = needs('open', 'lost');
const bad = flagged('bad', 'no');
const M = authorisationRuleId('M');
const leave = condition({ kind: 'authorisation', rule: M, step: itemId('x') });

function x(parts: Parts, reading: Partial<Reading> = {}) {
  const verdicts = judgePlan(
    {
      roles: [{ id: roleId('lead'), title: 'Lead' }],
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
              demands: [{ role: roleId('lead') }],
            },
          ],
        },
      ],
      evidence: [evidence('here'), flag('no', false)],
      ...parts,
    },
    reading,
  );
  return itemResult(verdicts, 'x');
}

describe('what an item waits for', () => {
  const gates = [
    gate('closed', { x: 'complete' }, [open]),
    gate('broken', { x: 'complete' }, [bad]),
    gate('passed', { x: 'complete' }, [ok]),
    gate('shut', { x: 'start' }, [open]),
  ];
  const waitsFor = (parts: Parts) => {
    const { waitsFor: items, openGates, held } = x(parts);
    return { items, gates: openGates, held };
  };

  it('is its start until it may start, and what has failed already', () => {
    const items = [item('x'), item('part', { parent: itemId('x') })];
    expect(waitsFor({ items, gates })).toEqual({
      items: [],
      gates: ['broken', 'shut'],
      held: false,
    });
  });

  it('is its completion from then on', () => {
    const items = [item('x'), item('part', { parent: itemId('x') })];
    expect(waitsFor({ items, gates: gates.slice(0, 3) })).toEqual({
      items: ['part'],
      gates: ['broken', 'closed'],
      held: false,
    });
  });

  it('is everything at once for what was declared complete', () => {
    const items = [
      declared('x', 'complete'),
      item('part', { parent: itemId('x') }),
      item('before'),
    ];
    expect(waitsFor({ items, gates, dependencies: waits('x', 'before') })).toEqual({
      items: ['before', 'part'],
      gates: ['broken', 'closed', 'shut'],
      held: true,
    });
  });

  it('is what it is part of when that may not start, and a gate between the phases', () => {
    const inside = item('x', { parent: itemId('whole') });
    const whole = {
      items: [item('whole'), inside],
      gates: [gate('G', { whole: 'start' }, [open])],
    };
    expect(waitsFor(whole)).toEqual({ items: ['whole'], gates: [], held: true });
    const between = {
      items: [declared('p', 'complete', ['here']), item('x')],
      dependencies: waits('x', 'p'),
      gates: [gate('G', { p: 'advance' }, [open])],
    };
    expect(waitsFor(between)).toEqual({ items: [], gates: ['G'], held: true });
  });

  it('is nothing for what is complete or outside the scope, whatever is open', () => {
    const beside = {
      items: [declared('x', 'complete', ['here'])],
      gates: [gate('G', { x: 'complete' }, [ok])],
    };
    expect(waitsFor(beside)).toEqual({ items: [], gates: [], held: false });
    const outside = { items: [item('x', { deferred: { reason: 'later' } })], gates };
    expect(waitsFor(outside)).toEqual({ items: [], gates: [], held: false });
    expect(x(outside).ownCauses).toEqual([]);
  });

  it('holds it when that does not exist or is in a ring with it', () => {
    expect(waitsFor({ items: [item('x')], dependencies: waits('x', 'nowhere') })).toEqual({
      items: [],
      gates: [],
      held: true,
    });
    expect(waitsFor({ items: [item('x')], dependencies: waits('x', 'x') }).held).toBe(true);
  });
});

describe('what is wrong with an item itself', () => {
  const causes = (own: PlanItem, parts: Parts = {}) =>
    x({ ...parts, items: [own, ...(parts.items ?? [])] }).ownCauses.map((cause) =>
      'condition' in cause ? `${cause.gate}/${cause.condition}` : cause.kind,
    );

  it.each<[DeclaredState, readonly string[]]>([
    ['failed', ['item']],
    ['blocked', ['item']],
    ['stopped', ['item']],
    ['reopened', []],
    ['not-started', []],
    ['in-progress', []],
  ])('is said by whoever declares it %s', (state, found) => {
    const parts = { items: [item('p')], dependencies: waits('x', 'p') };
    expect(causes(declared('x', state), parts)).toEqual(found);
  });

  it('is a link that leads nowhere, where it is declared complete', () => {
    const parts = { items: [item('p')], dependencies: waits('x', 'p') };
    expect(causes(declared('x', 'complete', ['lost']), parts)).toEqual(['item']);
    expect(causes(declared('x', 'complete', ['here']), parts)).toEqual([]);
    expect(causes(declared('x', 'in-progress', ['lost']), parts)).toEqual([]);
  });

  it('are the open conditions of the gates that it waits for, and no others', () => {
    const gates = [
      gate('G', { x: 'start' }, [open, { ...bad, blocking: false }, ok]),
      gate('H', { x: 'complete' }, [open]),
    ];
    expect(causes(item('x'), { gates })).toEqual(['G/open']);
  });

  it('is the item where its gate has nothing to be met', () => {
    expect(causes(item('x'), { gates: [gate('G', { x: 'start' }, [])] })).toEqual(['item']);
  });

  it('is what it depends on where that will not come by itself', () => {
    const out = {
      items: [item('p', { deferred: { reason: 'later' } })],
      dependencies: waits('x', 'p'),
    };
    expect(x({ ...out, items: [item('x'), ...out.items] }).ownCauses).toEqual([
      { kind: 'item', item: 'p' },
    ]);
  });
});

describe('readiness', () => {
  const readiness = (state: DeclaredState | undefined, gates: Parts['gates'], more: Parts = {}) =>
    x({
      ...more,
      gates: gates ?? [],
      items: [state === undefined ? item('x') : declared('x', state), ...(more.items ?? [])],
    }).readiness;
  const start = (...conditions: Parameters<typeof gate>[2]) =>
    gate('S', { x: 'start' }, conditions);
  const end = (...conditions: Parameters<typeof gate>[2]) =>
    gate('E', { x: 'complete' }, conditions);

  it.each([undefined, 'not-started', 'blocked', 'failed'] as const)(
    'is that of what starts it while it is not under way: %s',
    (state) => {
      expect(readiness(state, [start(ok), end(bad)])).toBe('proven');
      expect(readiness(state, [start(open), end(ok)])).toBe('unproven');
      expect(readiness(state, [start(bad), end(ok)])).toBe('failing');
    },
  );

  it.each(['in-progress', 'complete'] as const)(
    'is that of all its gates once it is %s',
    (state) => {
      expect(readiness(state, [start(ok), end(bad)])).toBe('failing');
      expect(readiness(state, [start(ok), end(open)])).toBe('unproven');
      expect(readiness(state, [start(ok), end(ok)])).toBe('proven');
    },
  );

  it('is not what a gate asks that wants only permission, other gates, or nothing that blocks', () => {
    const other = { gates: [gate('other', {}, [ok])] };
    expect(readiness(undefined, [start(leave), end(bad)])).toBe('failing');
    const byGate = condition({ kind: 'gate', gate: 'other' as never });
    expect(readiness(undefined, [start(byGate), end(bad), ...other.gates])).toBe('failing');
    expect(readiness(undefined, [start({ ...ok, blocking: false }, leave), end(bad)])).toBe(
      'failing',
    );
    expect(readiness(undefined, [start(leave, ok), end(bad)])).toBe('proven');
    expect(readiness(undefined, [start(byGate, ok), end(bad), ...other.gates])).toBe('proven');
  });

  it('is the worst of several, and not required where nothing asks for it', () => {
    expect(readiness(undefined, [start(ok), gate('T', { x: 'start' }, [open])])).toBe('unproven');
    expect(readiness(undefined, [])).toBe('not-required');
    expect(readiness(undefined, [start(leave)])).toBe('not-required');
  });
});

describe('permission', () => {
  const permission = (own: PlanItem, parts: Parts = {}) => x({ ...parts, items: [own] }).permission;
  const master: Parts['authorisationRules'] = [
    {
      id: M,
      title: 'M',
      perStep: true,
      master: true,
      definitions: [
        {
          id: definitionId('D'),
          title: 'D',
          from: '2026-01-01T00:00:00Z',
          demands: [{ role: roleId('lead'), validity: 86_400 * 30 }],
        },
      ],
    },
  ];
  const granted = (at: string): Parts => ({
    authorisationRules: master,
    authorisations: [
      {
        id: 'r' as never,
        rule: M,
        role: roleId('lead'),
        form: 'row',
        steps: [itemId('x')],
        decision: 'granted',
        scope: 'commit',
        at,
        evidence: [evidenceId('here')],
      },
    ],
  });
  const step = item('x', { kind: 'step' });

  it('is wanted of every step by the rule that stands first', () => {
    expect(permission(step, { authorisationRules: master })).toBe('not-authorised');
    expect(permission(step, granted('2026-05-20T00:00:00Z'))).toBe('authorised');
    expect(permission(step, granted('2026-04-20T00:00:00Z'))).toBe('expired');
    expect(permission(item('x'), { authorisationRules: master })).toBe('not-required');
  });
});
