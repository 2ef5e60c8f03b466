import { describe, expect, it } from 'vitest';
import {
  authorisationRecordId,
  authorisationRuleId,
  conditionId,
  definitionId,
  evidenceId,
  gateId,
  itemId,
  roleId,
} from '../model/ids.ts';
import type { ItemClass, PlanItem } from '../model/plan.ts';
import {
  condition,
  declared,
  evidence,
  findingCodes,
  flag,
  flagged,
  gate,
  item,
  itemResult,
  judgePlan,
  needs,
  type Parts,
  statesOf,
  waits,
} from './testing/builders.ts';
import { golden } from './testing/golden.ts';

const here = evidence('here');
const ok = needs('ok', 'here');
const open = needs('open', 'gone');
const bad = flagged('bad', 'no');
const parts: Parts = { evidence: [here, flag('no', false)] };

const states = (more: Parts) => statesOf(judgePlan({ ...parts, ...more }));
const one = (entry: PlanItem, more: Parts = {}) => {
  const verdicts = judgePlan({ ...parts, ...more, items: [entry, ...(more.items ?? [])] });
  return golden(itemResult(verdicts, entry.id));
};

describe('an item on its own', () => {
  it.each<[string, string, PlanItem, Parts]>([
    ['ready', 'item-ready', item('a'), {}],
    ['in-progress', 'item-in-progress', declared('a', 'in-progress'), {}],
    ['in-progress', 'item-in-progress', declared('a', 'reopened'), {}],
    ['complete', 'item-complete', declared('a', 'complete', ['here']), {}],
    ['contradicted', 'item-without-evidence', declared('a', 'complete'), {}],
    ['contradicted', 'item-evidence-unusable', declared('a', 'complete', ['here', 'gone']), {}],
    ['ready', 'item-ready', declared('a', 'not-started'), {}],
    ['ready', 'item-ready', declared('a', 'unknown'), {}],
    ['failed', 'item-declared', declared('a', 'failed'), {}],
    ['blocked', 'item-declared', declared('a', 'blocked'), {}],
    ['stopped', 'item-declared', declared('a', 'stopped'), {}],
    ['deferred', 'item-deferred', declared('a', 'deferred'), {}],
    ['deferred', 'item-deferred', item('a', { deferred: { reason: 'later' } }), {}],
    ['complete', 'item-proven', item('a'), { gates: [gate('G', { a: 'complete' }, [ok])] }],
    ['ready', 'item-ready', item('a'), { gates: [gate('G', { a: 'complete' }, [open])] }],
    ['failed', 'item-own-gate-failed', item('a'), { gates: [gate('G', { a: 'complete' }, [bad])] }],
    ['failed', 'item-own-gate-failed', item('a'), { gates: [gate('G', { a: 'start' }, [bad])] }],
    ['blocked', 'item-own-gates-open', item('a'), { gates: [gate('G', { a: 'start' }, [open])] }],
    ['ready', 'item-ready', item('a'), { gates: [gate('G', { a: 'start' }, [ok])] }],
    ['ready', 'item-ready', item('a'), { gates: [gate('G', { a: 'advance' }, [bad])] }],
    [
      'contradicted',
      'item-gate-not-passed',
      declared('a', 'complete', ['here']),
      { gates: [gate('G', { a: 'complete' }, [open])] },
    ],
    [
      'contradicted',
      'item-not-startable',
      declared('a', 'complete', ['here']),
      { gates: [gate('G', { a: 'start' }, [open])] },
    ],
    [
      'contradicted',
      'item-not-startable',
      declared('a', 'in-progress'),
      { gates: [gate('G', { a: 'start' }, [open])] },
    ],
    [
      'failed',
      'item-own-gate-failed',
      declared('a', 'in-progress'),
      { gates: [gate('G', { a: 'complete' }, [bad])] },
    ],
    [
      'failed',
      'item-declared',
      declared('a', 'failed'),
      { gates: [gate('G', { a: 'complete' }, [ok])] },
    ],
    [
      'in-progress',
      'item-in-progress',
      declared('a', 'reopened'),
      { gates: [gate('G', { a: 'complete' }, [ok])] },
    ],
    [
      'complete',
      'item-proven',
      declared('a', 'in-progress'),
      { gates: [gate('G', { a: 'complete' }, [ok])] },
    ],
    [
      'complete',
      'item-complete',
      declared('a', 'complete'),
      { gates: [gate('G', { a: 'complete' }, [ok])] },
    ],
    [
      'contradicted',
      'item-gate-not-passed',
      declared('a', 'complete', ['here']),
      { gates: [gate('G', { a: 'complete' }, [])] },
    ],
  ])('is %s with %s', (state, code, entry, more) => {
    expect(one(entry, more)).toMatchObject({ state, reason: { code } });
  });

  it('is not complete by a gate that was only waived', () => {
    const more: Parts = {
      gates: [gate('G', { a: 'complete' }, [open])],
      waivers: [
        {
          id: 'w',
          gate: gateId('G'),
          condition: conditionId('open'),
          reason: 'agreed',
          author: 'ann',
          at: '2026-06-01T00:00:00Z',
          expires: '2026-07-01T00:00:00Z',
        },
      ],
    };
    expect(one(item('a'), more).state).toBe('ready');
    expect(one(declared('a', 'complete'), more)).toMatchObject({
      state: 'contradicted',
      reason: { code: 'item-without-evidence' },
    });
    expect(one(declared('a', 'complete', ['here']), more).state).toBe('complete');
  });

  it('reports a proof beside a declaration of something else', () => {
    const verdicts = judgePlan({
      ...parts,
      items: [declared('a', 'not-started')],
      gates: [gate('G', { a: 'complete' }, [ok])],
    });
    expect(findingCodes(verdicts)).toEqual(['proven-but-declared']);
  });

  it('tells own failure from being held', () => {
    const verdicts = judgePlan({
      ...parts,
      items: [item('a'), item('b'), declared('c', 'failed')],
      dependencies: waits('b', 'a'),
      gates: [gate('G', { a: 'complete' }, [bad]), gate('H', { b: 'start' }, [bad])],
    });
    expect(itemResult(verdicts, 'a')).toMatchObject({ ownFailure: true, held: false });
    expect(itemResult(verdicts, 'b')).toMatchObject({
      state: 'failed',
      ownFailure: true,
      held: true,
      waitsFor: ['a'],
      openGates: ['H'],
    });
    expect(itemResult(verdicts, 'c')).toMatchObject({ ownFailure: true, held: false });
  });

  it('names what it is open for, condition by condition', () => {
    const informative = { ...needs('info', 'gone'), blocking: false };
    const result = one(item('a'), { gates: [gate('G', { a: 'start' }, [ok, open, informative])] });
    expect(result.openGates).toEqual(['G']);
    expect(result.ownCauses).toEqual([{ kind: 'condition', gate: 'G', condition: 'open' }]);
    expect(result.held).toBe(false);
  });
});

describe('items that wait', () => {
  it('go on when all that they wait for is complete', () => {
    const items = [declared('a', 'complete', ['here']), item('b'), item('c')];
    expect(states({ items, dependencies: [...waits('b', 'a'), ...waits('c', 'a', 'b')] })).toEqual({
      a: 'complete',
      b: 'ready',
      c: 'blocked',
    });
  });

  it('name all that they wait for, in the order of ids', () => {
    const verdicts = judgePlan({
      items: [item('z'), item('W10'), item('W1'), item('W2')],
      dependencies: waits('z', 'W2', 'W10', 'W1'),
    });
    expect(itemResult(verdicts, 'z')).toMatchObject({
      state: 'blocked',
      held: true,
      reason: { code: 'item-waits', params: { items: 3, gates: 0 } },
      waitsFor: ['W1', 'W10', 'W2'],
    });
  });

  it('wait for a contradicted one as for any that is not complete', () => {
    const items = [declared('a', 'complete'), declared('b', 'complete', ['here'])];
    expect(states({ items, dependencies: waits('b', 'a') })).toEqual({
      a: 'contradicted',
      b: 'contradicted',
    });
  });

  it('never wait for what is optional', () => {
    const dependencies = waits('b', 'a').map((entry) => ({ ...entry, optional: true }));
    expect(states({ items: [item('a'), item('b')], dependencies }).b).toBe('ready');
  });

  it('are blocked by an id that leads nowhere', () => {
    const verdicts = judgePlan({ items: [item('a')], dependencies: waits('a', 'A') });
    expect(itemResult(verdicts, 'a')).toMatchObject({
      state: 'blocked',
      held: true,
      reason: { code: 'item-dangling', params: { on: 'A' } },
      ownCauses: [{ kind: 'dangling', item: 'a', on: 'A' }],
    });
    expect(findingCodes(verdicts)).toEqual(['item-dangling']);
  });

  it('are blocked by a parent that leads nowhere', () => {
    const verdicts = judgePlan({ items: [item('a', { parent: itemId('A') })] });
    expect(itemResult(verdicts, 'a').reason).toEqual({
      code: 'item-dangling',
      params: { on: 'A' },
    });
    expect(findingCodes(verdicts)).toEqual(['parent-unknown']);
  });

  it('report a dependency of an item that there is not', () => {
    const verdicts = judgePlan({ items: [item('a')], dependencies: waits('A', 'a') });
    expect(findingCodes(verdicts)).toEqual(['dependency-of-unknown-item']);
    expect(itemResult(verdicts, 'a').state).toBe('ready');
  });

  const classes: readonly ItemClass[] = [
    { id: 'blocking', title: 'Blocking' },
    { id: 'later', title: 'Later', startsAfter: 'proven' },
  ];
  const proof = { gates: [gate('G', { a: 'complete' }, [ok])] };

  it.each([
    ['ready', 'blocking', {}],
    ['blocked', 'later', {}],
    ['ready', 'later', proof],
    ['blocked', 'nobody', {}],
    ['ready', 'nobody', proof],
  ])('are %s in class %s by what that class asks of others', (state, name, more) => {
    const verdicts = judgePlan({
      ...parts,
      ...more,
      classes,
      items: [declared('a', 'complete', ['here']), item('b', { class: name })],
      dependencies: waits('b', 'a'),
    });
    expect(itemResult(verdicts, 'b').state).toBe(state);
    expect(findingCodes(verdicts)).toEqual(name === 'nobody' ? ['class-unknown'] : []);
  });

  it('take what holds others for proven when all that it holds and is in scope are', () => {
    const inside = { parent: itemId('p') };
    const proven = declared('a', 'complete', ['here'], inside);
    const told = declared('c', 'complete', ['here'], inside);
    const waiting = (own: PlanItem, ...children: readonly PlanItem[]) =>
      states({
        ...proof,
        classes,
        items: [own, ...children, item('b', { class: 'later' })],
        dependencies: waits('b', 'p'),
      }).b;
    const phase = item('p', { kind: 'phase' });
    expect(waiting(phase, proven)).toBe('ready');
    expect(waiting(phase, proven, told)).toBe('blocked');
    expect(waiting(phase, proven, { ...told, deferred: { reason: 'later' } })).toBe('ready');
    expect(waiting(phase, told)).toBe('blocked');
    expect(waiting(declared('p', 'complete', ['here']))).toBe('blocked');
  });

  it('name the one that is complete and not proven as the cause', () => {
    const verdicts = judgePlan({
      ...parts,
      classes,
      items: [declared('a', 'complete', ['here']), item('b', { class: 'later' })],
      dependencies: waits('b', 'a'),
    });
    expect(itemResult(verdicts, 'b').ownCauses).toEqual([{ kind: 'item', item: 'a' }]);
  });
});

describe('items that hold others', () => {
  const phase = (...children: PlanItem[]) => ({
    items: [item('p', { kind: 'phase' }), ...children],
  });
  const child = { parent: itemId('p') };

  it('are complete when their children are, and by them', () => {
    const done = declared('a', 'complete', ['here'], child);
    expect(one(item('p'), { items: [done] })).toMatchObject({
      state: 'complete',
      reason: { code: 'item-proven-by-children', params: { count: 1 } },
    });
    expect(states(phase(done, item('b', child))).p).toBe('in-progress');
    expect(states(phase(item('b', child))).p).toBe('ready');
  });

  it('are contradicted when declared complete before a child is', () => {
    const result = one(declared('p', 'complete', ['here']), { items: [item('a', child)] });
    expect(result).toMatchObject({
      state: 'contradicted',
      reason: { code: 'item-children-open', params: { count: 1 } },
      waitsFor: ['a'],
    });
  });

  it('do not wait for children that are out of scope', () => {
    const out = item('b', { ...child, deferred: { reason: 'later' } });
    const done = declared('a', 'complete', ['here'], child);
    expect(states(phase(done, out))).toEqual({ p: 'complete', a: 'complete', b: 'deferred' });
    expect(states(phase(out)).p).toBe('ready');
  });

  it('take their children out of scope with them', () => {
    const items = [
      item('p', { deferred: { reason: 'later' } }),
      item('a', child),
      item('b', { parent: itemId('a') }),
    ];
    const verdicts = judgePlan({ items });
    expect(statesOf(verdicts)).toEqual({ p: 'deferred', a: 'deferred', b: 'deferred' });
    expect(itemResult(verdicts, 'b').reason).toEqual({
      code: 'item-in-deferred',
      params: { item: 'a' },
    });
  });

  it('hold their children by what holds themselves', () => {
    const verdicts = judgePlan({
      ...parts,
      items: [
        item('p'),
        item('a', child),
        item('b', { parent: itemId('a') }),
        item('q'),
        item('x', { parent: itemId('q') }),
      ],
      dependencies: waits('q', 'p'),
      gates: [gate('G', { p: 'start' }, [open])],
    });
    expect(statesOf(verdicts)).toEqual({
      p: 'blocked',
      a: 'blocked',
      b: 'blocked',
      q: 'blocked',
      x: 'blocked',
    });
    expect(itemResult(verdicts, 'b')).toMatchObject({ held: true, waitsFor: ['a'] });
    expect(itemResult(verdicts, 'x')).toMatchObject({ waitsFor: ['q'] });
    expect(itemResult(verdicts, 'p')).toMatchObject({ held: false, openGates: ['G'] });
  });

  it('are waited for as one', () => {
    const items = [
      item('p'),
      declared('a', 'complete', ['here'], child),
      item('b', child),
      item('c'),
    ];
    expect(states({ items, dependencies: waits('c', 'p') }).c).toBe('blocked');
  });

  it('let nothing past that a gate guards on the way out', () => {
    const items = [
      item('p'),
      declared('a', 'complete', ['here'], child),
      declared('b', 'complete', ['here'], child),
      item('after-phase'),
      item('after-part'),
    ];
    const dependencies = [
      ...waits('after-phase', 'p'),
      ...waits('after-part', 'a'),
      ...waits('b', 'a'),
    ];
    const verdicts = judgePlan({
      ...parts,
      items,
      dependencies,
      gates: [gate('G', { p: 'advance' }, [bad])],
    });
    expect(statesOf(verdicts)).toEqual({
      p: 'complete',
      a: 'complete',
      b: 'complete',
      'after-phase': 'blocked',
      'after-part': 'blocked',
    });
    expect(itemResult(verdicts, 'after-part')).toMatchObject({
      ownFailure: false,
      held: true,
      openGates: ['G'],
      ownCauses: [{ kind: 'condition', gate: 'G', condition: 'bad' }],
      reason: { code: 'item-waits', params: { items: 0, gates: 1 } },
    });
    const passed = { gates: [gate('G', { p: 'advance' }, [ok])] };
    expect(states({ items, dependencies, ...passed })['after-part']).toBe('ready');
  });

  it('guard the way out at every level', () => {
    const items = [
      item('outer'),
      item('p', { parent: itemId('outer') }),
      declared('a', 'complete', ['here'], child),
      item('inside', { parent: itemId('outer') }),
      item('outside'),
    ];
    const dependencies = [...waits('inside', 'a'), ...waits('outside', 'a')];
    const gates = [gate('G', { outer: 'advance' }, [bad])];
    const result = states({ items, dependencies, gates });
    expect(result).toMatchObject({ inside: 'ready', outside: 'blocked' });
  });
});

describe('items out of scope', () => {
  const later = (rule?: ReturnType<typeof needs>) =>
    item('a', {
      deferred: { reason: 'later', ...(rule === undefined ? {} : { reactivatedWhen: rule }) },
    });

  it('block nothing until something in scope waits for them, which is reported', () => {
    const verdicts = judgePlan({ items: [later(), item('b')], dependencies: waits('b', 'a') });
    expect(statesOf(verdicts)).toEqual({ a: 'deferred', b: 'blocked' });
    expect(findingCodes(verdicts)).toEqual(['deferred-but-needed']);
    expect(itemResult(verdicts, 'b').ownCauses).toEqual([{ kind: 'item', item: 'a' }]);
  });

  it('come back when their rule passes', () => {
    expect(one(later(ok)).state).toBe('ready');
    expect(one(later(open)).state).toBe('deferred');
    expect(one(later(bad)).state).toBe('deferred');
  });

  it('neither leave nor begin while a fault hides what their rule would say', () => {
    const verdicts = judgePlan(
      { ...parts, items: [later(ok), item('p'), item('b')], dependencies: waits('b', 'a') },
      { digests: new Map([[evidenceId('here'), 'mismatch']]) },
    );
    expect(itemResult(verdicts, 'a')).toMatchObject({
      state: 'blocked',
      reason: { code: 'item-scope-in-doubt' },
      ownCauses: [{ kind: 'item', item: 'a' }],
    });
  });

  it('are reported when somebody works on them all the same', () => {
    const deferred = { deferred: { reason: 'later' } };
    const verdicts = judgePlan({ items: [declared('a', 'in-progress', [], deferred)] });
    expect(findingCodes(verdicts)).toEqual(['deferred-but-declared']);
    expect(itemResult(verdicts, 'a')).toMatchObject({ state: 'deferred', ownFailure: false });
  });
});

describe('cycles', () => {
  it('hold every member, told as a ring from the smallest id', () => {
    const verdicts = judgePlan({
      items: [item('c'), item('a'), item('b'), item('d'), declared('e', 'complete')],
      dependencies: [
        ...waits('a', 'b'),
        ...waits('b', 'c'),
        ...waits('c', 'a'),
        ...waits('d', 'a'),
        ...waits('e', 'e'),
      ],
    });
    expect(itemResult(verdicts, 'b')).toMatchObject({
      state: 'blocked',
      held: true,
      reason: { code: 'item-in-cycle', params: { members: 'a, b, c', count: 3 } },
      ownCauses: [{ kind: 'cycle', members: ['a', 'b', 'c'] }],
    });
    expect(itemResult(verdicts, 'd')).toMatchObject({ state: 'blocked', ownCauses: [] });
    expect(itemResult(verdicts, 'e')).toMatchObject({
      state: 'contradicted',
      ownCauses: [{ kind: 'cycle', members: ['e'] }],
    });
    expect(verdicts.findings.map(({ items }) => items)).toEqual([['a', 'b', 'c'], ['e']]);
  });

  it('are one cause, also where reading has found them first', () => {
    const content = {
      items: [item('a'), item('b'), item('c')],
      dependencies: [...waits('a', 'b'), ...waits('b', 'a'), ...waits('c', 'a')],
    };
    const found = (code: string, ...affects: string[]) => ({
      code,
      severity: 'error' as const,
      affects,
    });
    const circle = found('dependency-cycle', 'a', 'b');
    const ring = { kind: 'cycle', members: ['a', 'b'] };
    const read = judgePlan(content, { problems: [circle] });
    expect(itemResult(read, 'b')).toEqual(itemResult(judgePlan(content), 'b'));
    expect(itemResult(read, 'b')).toMatchObject({ state: 'blocked', ownCauses: [ring] });

    const doubted = judgePlan(content, { problems: [circle, found('x', 'b')] });
    expect(itemResult(doubted, 'a')).toMatchObject({ ownCauses: [ring] });
    expect(itemResult(doubted, 'b')).toMatchObject({
      reason: { code: 'reading-problem' },
      ownCauses: [ring, { kind: 'item', item: 'b' }],
    });
    // Nothing is excused by a circle that is not there.
    const claimed = judgePlan(content, { problems: [found('dependency-cycle', 'c')] });
    expect(itemResult(claimed, 'c')).toMatchObject({
      reason: { code: 'reading-problem' },
      ownCauses: [{ kind: 'item', item: 'c' }],
    });
  });

  it('arise when a part waits for its whole, or the whole for its part', () => {
    const items = [item('p'), item('a', { parent: itemId('p') })];
    expect(states({ items, dependencies: waits('a', 'p') })).toEqual({
      p: 'blocked',
      a: 'blocked',
    });
    expect(states({ items, dependencies: waits('p', 'a') })).toEqual({
      p: 'blocked',
      a: 'blocked',
    });
  });

  it('arise among parents', () => {
    const items = [item('a', { parent: itemId('b') }), item('b', { parent: itemId('a') })];
    expect(states({ items })).toEqual({ a: 'blocked', b: 'blocked' });
  });

  it('arise among gates, which are unknown then, unless one has failed', () => {
    const asks = (id: string) =>
      condition({ kind: 'gate', id: conditionId(`asks-${id}`), gate: gateId(id) });
    const verdicts = judgePlan({
      ...parts,
      items: [item('x')],
      gates: [
        gate('A', { x: 'start' }, [asks('B')]),
        gate('B', {}, [asks('C'), bad]),
        gate('C', {}, [condition({ kind: 'any', id: conditionId('any'), of: [asks('A'), ok] })]),
        gate('D', {}, [asks('D')]),
        gate('E', {}, [asks('A'), ok]),
      ],
    });
    const gates = Object.fromEntries(
      [...verdicts.gates].map(([id, g]) => [id, `${g.verdict}: ${g.reason.code}`]),
    );
    expect(gates).toEqual({
      A: 'unknown: gate-cycle',
      B: 'failed: gate-open',
      C: 'unknown: gate-cycle',
      D: 'unknown: gate-cycle',
      E: 'unknown: gate-open',
    });
    expect(verdicts.gates.get(gateId('A'))?.reason.params).toEqual({
      gate: 'A',
      members: 'A, B, C',
      count: 3,
    });
    expect(itemResult(verdicts, 'x').state).toBe('blocked');
  });

  it('of an expectation and the step that it speaks of are cut by what is declared', () => {
    const observed = (value: number) =>
      evidence('o', {
        facts: [{ type: 'observation', probe: 'p' as never, value, at: '2026-06-01T00:00:00Z' }],
      });
    const plan = (state: 'complete' | 'not-started', value: number) =>
      one(declared('s', state, ['here']), {
        evidence: [here, observed(value)],
        probes: [
          {
            id: 'p' as never,
            title: 'p',
            expectations: [
              { before: itemId('s'), operator: 'equals', value: 6 },
              { after: itemId('s'), operator: 'equals', value: 10 },
            ],
          },
        ],
        gates: [gate('G', { s: 'start' }, [condition({ kind: 'probe', probe: 'p' as never })])],
      }).state;
    expect(plan('not-started', 6)).toBe('ready');
    expect(plan('not-started', 10)).toBe('failed');
    expect(plan('complete', 10)).toBe('complete');
    expect(plan('complete', 6)).toBe('contradicted');
  });
});

describe('what may not be', () => {
  const council = {
    roles: [{ id: roleId('council'), title: 'Council' }],
    authorisationRules: [
      {
        id: authorisationRuleId('A-9'),
        title: 'A-9',
        perStep: true,
        definitions: [
          {
            id: definitionId('D'),
            title: 'D',
            from: '2026-01-01T00:00:00Z',
            demands: [{ role: roleId('council') }],
          },
        ],
      },
    ],
  };
  const granted = {
    authorisations: [
      {
        id: authorisationRecordId('r'),
        rule: authorisationRuleId('A-9'),
        role: roleId('council'),
        form: 'row',
        steps: [itemId('a')],
        decision: 'granted' as const,
        scope: 'commit' as const,
        at: '2026-06-01T00:00:00Z',
      },
    ],
  };

  it('is blocked, and contradicted when it was done', () => {
    const forbidden = { forbidden: { reason: 'never' } };
    expect(one(item('a', forbidden))).toMatchObject({
      state: 'blocked',
      permission: 'forbidden',
      reason: { code: 'item-forbidden', params: { text: 'never' } },
      ownCauses: [{ kind: 'item', item: 'a' }],
    });
    expect(one(declared('a', 'complete', ['here'], forbidden)).state).toBe('contradicted');
  });

  it('may be when the one rule allows it that can', () => {
    const forbidden = { forbidden: { reason: 'never', unless: 'A-9' } };
    expect(one(item('a', forbidden), council).permission).toBe('forbidden');
    expect(one(item('a', forbidden), { ...council, ...granted })).toMatchObject({
      state: 'ready',
      permission: 'authorised',
    });
    const lost = { forbidden: { reason: 'never', unless: 'A-10' } };
    expect(one(item('a', lost), { ...council, ...granted }).permission).toBe('forbidden');
  });
});

describe('attempts', () => {
  const attempt = (number: number, verdict: 'accepted' | 'rejected' | 'pending', at?: string) => ({
    number,
    verdict,
    ...(at === undefined ? {} : { at }),
  });
  const contract = (...attempts: readonly ReturnType<typeof attempt>[]): Parts => ({
    contracts: [
      {
        id: 'k',
        title: 'K',
        item: itemId('a'),
        categories: [],
        deliverables: [],
        attemptLimit: 2,
        attempts,
      },
    ],
  });

  it.each([
    ['ready', [attempt(1, 'rejected')]],
    ['failed', [attempt(1, 'rejected'), attempt(2, 'rejected')]],
    ['ready', [attempt(1, 'rejected'), attempt(1, 'rejected')]],
    ['ready', [attempt(1, 'rejected'), attempt(2, 'rejected'), attempt(3, 'accepted')]],
    ['ready', [attempt(1, 'rejected'), attempt(2, 'rejected', '2027-01-01T00:00:00Z')]],
    ['ready', [attempt(1, 'rejected'), attempt(2, 'pending')]],
    // One of this very instant counts, and one of which nobody can say when.
    ['failed', [attempt(1, 'rejected'), attempt(2, 'rejected', '2026-06-02T00:00:00Z')]],
    ['failed', [attempt(1, 'rejected'), attempt(2, 'rejected', 'some day')]],
  ] as const)('leave an item %s', (state, attempts) => {
    const verdicts = judgePlan({ items: [item('a')], ...contract(...attempts) });
    expect(itemResult(verdicts, 'a').state).toBe(state);
    expect(findingCodes(verdicts)).toEqual(state === 'failed' ? ['item-attempts-exhausted'] : []);
  });

  it('hold nobody whom the contract does not name, and nobody without a limit', () => {
    const [used] = contract(attempt(1, 'rejected'), attempt(2, 'rejected')).contracts ?? [];
    if (used === undefined) throw new Error('There is no contract');
    const { item: _item, ...unnamed } = used;
    const { attemptLimit: _limit, ...unlimited } = used;
    for (const entry of [unnamed, unlimited, { ...used, item: itemId('nobody') }]) {
      expect(states({ items: [item('a')], contracts: [entry] })).toEqual({ a: 'ready' });
    }
  });

  it('that are used up hold what was declared complete', () => {
    const verdicts = judgePlan({
      ...parts,
      items: [declared('a', 'complete', ['here']), item('b')],
      dependencies: waits('b', 'a'),
      ...contract(attempt(1, 'rejected'), attempt(2, 'rejected')),
    });
    expect(statesOf(verdicts)).toEqual({ a: 'contradicted', b: 'blocked' });
    expect(itemResult(verdicts, 'a').reason).toEqual({
      code: 'item-attempts-exhausted',
      params: { contract: 'k', limit: 2 },
    });
  });
});

describe('ids that stand twice and faults of reading', () => {
  it('hold the item that they name', () => {
    const verdicts = judgePlan({
      ...parts,
      items: [item('a'), declared('a', 'complete', ['here'])],
    });
    expect(itemResult(verdicts, 'a')).toMatchObject({
      state: 'blocked',
      reason: { code: 'duplicate-id', params: { kind: 'item', id: 'a' } },
    });
    const problems = [{ code: 'x', severity: 'error', affects: ['a'] }] as const;
    const faulty = judgePlan({ items: [item('a')] }, { problems });
    expect(itemResult(faulty, 'a')).toMatchObject({
      state: 'blocked',
      reason: { code: 'reading-problem', params: { id: 'a' } },
      ownCauses: [{ kind: 'item', item: 'a' }],
    });
  });

  it('hold every item when the plan is not the one that the bundle names: it may lack gates', () => {
    const items = [item('a'), declared('b', 'complete', ['here']), declared('c', 'in-progress')];
    expect(statesOf(judgePlan({ ...parts, items }))).toEqual({
      a: 'ready',
      b: 'complete',
      c: 'in-progress',
    });
    const doubted = judgePlan({ ...parts, items }, { doubtedPlan: 'bundle.json' });
    expect(statesOf(doubted)).toEqual({
      a: 'blocked',
      b: 'contradicted',
      c: 'contradicted',
    });
    expect(itemResult(doubted, 'a')).toMatchObject({
      reason: { code: 'reading-problem', params: { id: 'bundle.json' } },
    });
  });

  it('leave an item blocked whose own gate a fault keeps open', () => {
    const digests = new Map([[evidenceId('here'), 'mismatch' as const]]);
    const plan = (state: 'in-progress' | 'not-started') =>
      judgePlan(
        { ...parts, items: [declared('a', state)], gates: [gate('G', { a: 'complete' }, [ok])] },
        { digests },
      );
    for (const state of ['in-progress', 'not-started'] as const) {
      expect(itemResult(plan(state), 'a')).toMatchObject({
        state: 'blocked',
        reason: { code: 'item-gate-in-doubt', params: { gate: 'G' } },
        ownCauses: [{ kind: 'condition', gate: 'G', condition: 'ok' }],
      });
    }
  });
});

describe('readiness', () => {
  it.each([
    ['proven', [ok]],
    ['failing', [ok, bad]],
    ['unproven', [ok, open]],
    ['not-required', []],
  ] as const)('is %s by the gates of the item', (readiness, conditions) => {
    const gates = [gate('G', { a: 'complete' }, conditions)];
    expect(one(item('a'), { gates }).readiness).toBe(readiness);
  });

  it('is not required without a gate', () => {
    expect(one(item('a')).readiness).toBe('not-required');
  });

  it('follows a gate that another one asks for', () => {
    const asks = condition({ kind: 'gate', gate: gateId('H') });
    const with_ = (conditions: readonly ReturnType<typeof needs>[]) =>
      one(item('a'), { gates: [gate('G', { a: 'complete' }, [asks]), gate('H', {}, conditions)] });
    expect(with_([ok]).readiness).toBe('proven');
    expect(with_([bad]).readiness).toBe('failing');
    expect(with_([]).readiness).toBe('unproven');
  });
});
