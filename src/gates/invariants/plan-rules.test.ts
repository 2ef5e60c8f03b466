import { describe, expect, it } from 'vitest';
import type { Contract, StatedCount } from '../../model/contract.ts';
import type { BuiltInRule } from '../../model/gate.ts';
import {
  authorisationRecordId,
  authorisationRuleId,
  budgetId,
  deliverableId,
  documentId,
  evidenceId,
  invariantId,
  itemId,
  metricId,
  probeId,
  roleId,
} from '../../model/ids.ts';
import {
  AS_OF,
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
  withFacts,
  YESTERDAY,
} from '../testing/builders.ts';
import { countedOf } from './naming-rules.ts';

const here = evidence('here');

function result(rule: BuiltInRule, parts: Parts) {
  const { invariants } = judgePlan({ evidence: [here, flag('no', false)], ...parts });
  const found = invariants.find(({ id }) => id === rule);
  if (found === undefined) throw new Error(rule);
  return found;
}

/** The counterexamples as `items (subject): code`; the verdict where there are none. */
function found(rule: BuiltInRule, parts: Parts): string | readonly string[] {
  const { verdict, counterexamples } = result(rule, parts);
  if (counterexamples.length === 0) return verdict;
  return counterexamples.map(
    ({ items, subject, reason }) => `${items.join(' ')} (${subject ?? ''}): ${reason.code}`,
  );
}

const deliverable = (id: string, category = 'source') => ({
  id: deliverableId(id),
  title: id,
  path: `${id}.ts`,
  category,
  kind: 'source',
});
const k = (more: Partial<Contract>): Contract => ({
  id: 'k',
  title: 'K',
  categories: [],
  deliverables: [],
  ...more,
});

describe('one name, one thing', () => {
  const rule = 'one-name-one-thing';
  const doc = (id: string, number?: string, register?: string) => ({
    id: documentId(id),
    path: `${id}.md`,
    title: id,
    ...(number === undefined ? {} : { number }),
    ...(register === undefined ? {} : { register }),
  });

  it('says of which kind the things are that share an id', () => {
    const twice = <T>(one: T) => [one, one];
    const metric = { id: metricId('m'), title: 'M', unit: 'ms', better: 'lower' } as const;
    const kinds: readonly (readonly [string, Parts])[] = [
      ['evidence', { evidence: twice(evidence('e')) }],
      ['metric', { metrics: twice(metric) }],
      ['budget', { budgets: twice({ id: budgetId('b'), title: 'B', currency: 'EUR' }) }],
      ['role', { roles: twice({ id: roleId('r'), title: 'R' }) }],
      ['probe', { probes: twice({ id: probeId('p'), title: 'P', expectations: [] }) }],
      ['document', { documents: twice(doc('d')) }],
      [
        'rule',
        {
          authorisationRules: twice({
            id: authorisationRuleId('M'),
            title: 'M',
            perStep: true,
            definitions: [],
          }),
        },
      ],
      [
        'record',
        {
          authorisations: twice({
            id: authorisationRecordId('r'),
            rule: authorisationRuleId('M'),
            role: roleId('lead'),
            form: 'row',
            steps: [],
            decision: 'granted',
            scope: 'commit',
            at: YESTERDAY,
          } as const),
        },
      ],
      ['deliverable', { contracts: [k({ deliverables: twice(deliverable('d')) })] }],
      ['item', { items: twice(item('a')) }],
      ['gate', { gates: twice(gate('G', {}, [])) }],
    ];
    for (const [kind, parts] of kinds) {
      const codes = result(rule, parts).counterexamples.map(
        ({ reason }) => reason.params?.['kind'],
      );
      expect(codes).toContain(kind);
    }
  });

  it('holds numbers of documents against each other inside one register', () => {
    const documents = [doc('a', '7', 'specs'), doc('b', '7', 'specs'), doc('c', '7', 'plans')];
    expect(found(rule, { documents })).toEqual([' (7): number-names-several']);
    expect(result(rule, { documents }).counterexamples[0]?.reason.params).toEqual({
      namespace: 'specs',
      number: '7',
      count: 2,
    });
    expect(found(rule, { documents: [doc('a'), doc('b')] })).toBe('holds');
    expect(found(rule, { documents: [doc('a', '7'), doc('b', '8')] })).toBe('holds');
    const bare = [doc('a', '7'), doc('b', '7')];
    expect(result(rule, { documents: bare }).counterexamples[0]?.reason.params?.['namespace']).toBe(
      '',
    );
  });
});

describe('a file that is named is delivered', () => {
  const rule = 'referenced-file-is-delivered';

  it('names the item of the contract or of the metric', () => {
    const named = (more: Partial<Contract>): Parts => ({
      items: [item('a')],
      contracts: [k({ file: 'lost.md', ...more })],
    });
    expect(found(rule, named({ item: itemId('a') }))).toEqual(['a (lost.md): file-not-delivered']);
    expect(found(rule, named({}))).toEqual([' (lost.md): file-not-delivered']);
    const series = (more: object): Parts => ({
      items: [item('a')],
      metrics: [
        {
          id: metricId('m'),
          title: 'M',
          unit: 'ms',
          better: 'lower',
          seriesFile: { path: 'lost.csv', timeColumn: 't', valueColumn: 'v' },
          ...more,
        },
      ],
    });
    expect(found(rule, series({ item: itemId('a') }))).toEqual([
      'a (lost.csv): file-not-delivered',
    ]);
    expect(found(rule, series({}))).toEqual([' (lost.csv): file-not-delivered']);
  });
});

describe('counts that are stated agree', () => {
  const rule = 'stated-counts-agree';

  it('counts a category by what belongs to it, for the item of the contract', () => {
    const counted = (count: number, more: Partial<Contract> = {}): Parts => ({
      items: [item('a')],
      contracts: [
        k({
          categories: [{ id: 'source', title: 'S', count }],
          deliverables: [deliverable('x'), deliverable('y', 'test')],
          ...more,
        }),
      ],
    });
    expect(found(rule, counted(1))).toBe('holds');
    expect(found(rule, counted(2))).toEqual([' (source): count-differs']);
    expect(found(rule, counted(2, { item: itemId('a') }))).toEqual(['a (source): count-differs']);
  });

  const target = (id: string, statedIn: 'summary' | 'section') => ({
    id,
    title: id,
    operator: 'at-most' as const,
    value: 1,
    unit: 'ms',
    statedIn,
  });
  const contract = k({
    deliverables: [deliverable('x'), deliverable('y', 'test'), deliverable('z', 'test')],
    targets: [target('t', 'summary'), target('u', 'section'), target('v', 'section')],
  });
  const box = (id: string) => ({ id, text: id, checked: false });
  const content = {
    project: { id: 'p' as never, title: 'P' },
    revision: { id: 'r' as never, createdAt: AS_OF },
    dependencies: [],
    items: [item('a'), item('b', { kind: 'phase' }), item('c', { kind: 'phase' })],
    documents: [
      { id: documentId('d'), path: 'd', title: 'D', register: 'specs' },
      { id: documentId('e'), path: 'e', title: 'E' },
      { id: documentId('f'), path: 'f', title: 'F' },
    ],
    checklists: [
      { id: 'l', title: 'L', groups: [{ title: 'G', boxes: [box('1'), box('2')] }] },
      {
        id: 'm',
        title: 'M',
        groups: [
          { title: 'G', boxes: [box('3')] },
          { title: 'H', boxes: [box('4'), box('5')] },
        ],
      },
    ],
  };

  it.each<[StatedCount['of'], string | undefined, number]>([
    ['deliverables', undefined, 3],
    ['deliverables', 'test', 2],
    ['items', undefined, 3],
    ['items', 'phase', 2],
    ['documents', undefined, 3],
    ['documents', 'specs', 1],
    ['targets', undefined, 3],
    ['targets', 'section', 2],
    ['checkboxes', undefined, 5],
    ['checkboxes', 'l', 2],
    ['checkboxes', 'm', 3],
    [undefined, undefined, 9],
  ])('counts %s of %s', (of, category, count) => {
    const stated = {
      id: 'c',
      title: 'C',
      stated: 0,
      counted: 9,
      ...(of === undefined ? {} : { of }),
      ...(category === undefined ? {} : { category }),
    };
    expect(countedOf(content, contract, stated)).toBe(count);
  });

  it('counts nothing in a plan that has none, and knows no other sort', () => {
    const bare = {
      project: content.project,
      revision: content.revision,
      items: [],
      dependencies: [],
    };
    for (const sort of ['deliverables', 'items', 'documents', 'targets', 'checkboxes'] as const) {
      expect(countedOf(bare, k({}), { id: 'c', title: 'C', stated: 0, of: sort })).toBe(0);
    }
    const odd = { id: 'c', title: 'C', stated: 0, counted: 1, of: 'lines' as never };
    expect(countedOf(content, contract, odd)).toBeUndefined();
  });
});

describe('numbers that are stated twice agree', () => {
  it('names the item of the budget or of the contract', () => {
    const rule = 'stated-numbers-agree';
    const stated = (more: object): Parts => ({
      items: [item('a')],
      budgets: [
        {
          id: budgetId('b'),
          title: 'B',
          currency: 'EUR',
          dailyCap: 5,
          statedIn: [{ source: { path: 'b.md' }, dailyCap: 6 }],
          ...more,
        },
      ],
    });
    expect(found(rule, stated({ item: itemId('a') }))).toEqual(['a (b.md): number-differs']);
    expect(found(rule, stated({}))).toEqual([' (b.md): number-differs']);
    const checked = (more: Partial<Contract>): Parts => ({
      items: [item('a')],
      contracts: [k({ crossChecks: [flagged('bad', 'no')], ...more })],
    });
    expect(found(rule, checked({ item: itemId('a') }))).toEqual(['a (bad): condition-violated']);
    expect(found(rule, checked({}))).toEqual([' (bad): condition-violated']);
  });
});

describe('what is recorded is what comes out', () => {
  const rule = 'recorded-equals-recomputed';
  const ok = needs('ok', 'here');

  it('takes no recorded verdict for one that nobody could give', () => {
    const recorded = (verdict: 'passed' | 'failed' | 'unknown') => ({
      gates: [gate('G', {}, [ok], { declared: { verdict } })],
    });
    expect(found(rule, recorded('unknown'))).toBe('not-evaluated');
    expect(found(rule, recorded('passed'))).toBe('holds');
    expect(found(rule, recorded('failed'))).toEqual([' (G): gate-recorded-otherwise']);
  });

  it('holds a stop against what was recorded as complete, and not against what is under way', () => {
    const stopped = (state: 'complete' | 'in-progress' | 'not-started'): Parts => ({
      items: [declared('a', state, ['here'])],
      stopConditions: [
        {
          id: 's' as never,
          title: 'S',
          items: [itemId('a')],
          events: [{ item: itemId('a'), at: '2026-05-20T00:00:00Z' }],
        },
      ],
    });
    expect(found(rule, stopped('complete'))).toEqual(['a (): item-recorded-otherwise']);
    expect(found(rule, stopped('in-progress'))).toBe('holds');
    expect(found(rule, stopped('not-started'))).toBe('not-evaluated');
  });

  it('holds what comes out contradicted against any record that it is on its way', () => {
    const items = [item('p'), declared('a', 'in-progress')];
    expect(found(rule, { items, dependencies: waits('a', 'p') })).toEqual([
      'a (): item-recorded-otherwise',
    ]);
  });

  it('holds the verdict on an attempt against the exit code that the contract accepts', () => {
    const attempt = (more: object, contract: Partial<Contract> = {}): Parts => ({
      items: [item('a')],
      contracts: [
        k({
          validator: { command: 'check', acceptedExitCode: 0 },
          attempts: [{ number: 1, verdict: 'accepted', exitCode: 0, ...more }],
          ...contract,
        }),
      ],
    });
    expect(found(rule, attempt({}))).toBe('holds');
    expect(found(rule, attempt({ verdict: 'rejected', exitCode: 1 }))).toBe('holds');
    expect(found(rule, attempt({ exitCode: 1 }))).toEqual([' (k): attempt-recorded-otherwise']);
    expect(found(rule, attempt({ exitCode: 1 }, { item: itemId('a') }))).toEqual([
      'a (k): attempt-recorded-otherwise',
    ]);
    expect(found(rule, attempt({ verdict: 'pending', exitCode: 1 }))).toBe('not-evaluated');
    expect(found(rule, attempt({ exitCode: undefined }))).toBe('not-evaluated');
    expect(
      found(rule, {
        contracts: [k({ attempts: [{ number: 1, verdict: 'accepted', exitCode: 1 }] })],
      }),
    ).toBe('not-evaluated');
  });
});

describe('records of what is allowed', () => {
  const record = (at: string, more = {}): Parts => ({
    authorisations: [
      {
        id: authorisationRecordId('r'),
        rule: authorisationRuleId('M'),
        role: roleId('lead'),
        form: 'row',
        steps: [itemId('a'), itemId('b')],
        decision: 'granted',
        scope: 'commit',
        advisory: true,
        at,
        ...more,
      },
    ],
  });

  it.each(['one-authorisation-one-step', 'advisory-authorises-nothing'] as const)(
    '%s: judges what was said until the instant of judgement',
    (rule) => {
      expect(result(rule, record(AS_OF)).verdict).toBe('violated');
      expect(result(rule, record('2026-06-02T00:00:01Z')).verdict).toBe('not-evaluated');
    },
  );
});

describe('attempts and forbidden effects', () => {
  it('names the item of the contract that took too many attempts', () => {
    const tried = (more: Partial<Contract>): Parts => ({
      items: [item('a')],
      contracts: [
        k({
          attemptLimit: 1,
          attempts: [
            { number: 1, verdict: 'rejected' },
            { number: 2, verdict: 'pending' },
          ],
          ...more,
        }),
      ],
    });
    const rule = 'attempts-within-limit';
    expect(found(rule, tried({ item: itemId('a') }))).toEqual(['a (k): attempts-over-limit']);
    expect(found(rule, tried({}))).toEqual([' (k): attempts-over-limit']);
    expect(
      found(rule, { contracts: [k({ attempts: [{ number: 9, verdict: 'rejected' }] })] }),
    ).toBe('not-evaluated');
  });

  it('cannot be told of an effect that no probe looks for', () => {
    const rule = 'forbidden-effects-absent';
    const effects = (...probes: readonly (string | undefined)[]): Parts => ({
      items: [
        item('a', {
          effects: probes.map((probe, at) => ({
            id: `e${at}`,
            text: 'E',
            kind: 'forbidden' as const,
            ...(probe === undefined ? {} : { probe }),
          })),
        }),
      ],
      probes: [{ id: probeId('p'), title: 'P', expectations: [{ operator: 'equals', value: 0 }] }],
      evidence: [
        withFacts('o', [{ type: 'observation', probe: probeId('p'), value: 0, at: YESTERDAY }]),
      ],
    });
    expect(found(rule, effects('p'))).toBe('holds');
    expect(found(rule, effects('p', undefined))).toBe('not-evaluated');
    expect(result(rule, effects('p', undefined, undefined)).reason.params).toEqual({
      checked: 3,
      open: 2,
    });
    expect(found(rule, {})).toBe('not-evaluated');
  });
});

describe('between two steps', () => {
  const rule = 're-verified-between-steps';
  const step = (id: string, at: string) =>
    declared(id, 'complete', ['here'], { kind: 'step', declared: { state: 'complete', at } });
  const steps = (at: string, more = {}): Parts => ({
    items: [step('a', '2026-05-10T00:00:00Z'), step('b', '2026-05-20T00:00:00Z')],
    authorisationRules: [
      { id: authorisationRuleId('M'), title: 'M', perStep: true, master: true, definitions: [] },
    ],
    reverifications: [{ after: itemId('a'), at, result: 'passed', ...more }],
  });

  it('counts the instants of both steps as between them', () => {
    expect(found(rule, steps('2026-05-10T00:00:00Z'))).toBe('holds');
    expect(found(rule, steps('2026-05-20T00:00:00Z'))).toBe('holds');
    const outside = ['a b (): not-re-verified'];
    expect(found(rule, steps('2026-05-09T23:59:59Z'))).toEqual(outside);
    expect(found(rule, steps('2026-05-20T00:00:01Z'))).toEqual(outside);
  });

  it('wants the evidence of the record, all of it', () => {
    const by = (...ids: readonly string[]) =>
      found(rule, steps('2026-05-15T00:00:00Z', { evidence: ids.map(evidenceId) }));
    expect(by('here')).toBe('holds');
    expect(by('here', 'lost')).toEqual(['a b (): not-re-verified']);
  });

  it('takes the last of the steps that were closed before', () => {
    const parts = steps('2026-05-15T00:00:00Z');
    const early = step('z', '2026-05-01T00:00:00Z');
    expect(found(rule, { ...parts, items: [...(parts.items ?? []), early] })).toEqual([
      'z a (): not-re-verified',
    ]);
  });

  it('takes the first by its id where two were closed at one instant, in whatever order they are written', () => {
    const [a, b] = [step('a', '2026-05-10T00:00:00Z'), step('b', '2026-05-20T00:00:00Z')];
    const also = step('also', '2026-05-10T00:00:00Z');
    const { authorisationRules = [] } = steps(AS_OF);
    const of = (...items: NonNullable<Parts['items']>) =>
      found(rule, { items, authorisationRules });
    expect(of(a, also, b)).toEqual(['a b (): not-re-verified']);
    expect(of(b, also, a)).toEqual(['a b (): not-re-verified']);
  });

  it('passes over steps of which nobody says when they were closed, and what is under way', () => {
    const { authorisationRules = [] } = steps(AS_OF);
    const onDay = (id: string, day: number) => step(id, `2026-05-${day}T00:00:00Z`);
    const undated = declared('bx', 'complete', ['here'], { kind: 'step' });
    const begun = declared('y', 'in-progress', ['here'], {
      kind: 'step',
      declared: { state: 'in-progress', at: '2026-05-17T00:00:00Z' },
    });
    const items = [onDay('a', 10), onDay('b', 11), undated, begun, onDay('c', 15), onDay('d', 20)];
    expect(found(rule, { items, authorisationRules })).toEqual([
      'a b (): not-re-verified',
      'b c (): not-re-verified',
      'c d (): not-re-verified',
    ]);
  });

  it('asks nothing before a step that was not begun', () => {
    const parts = steps('2026-05-15T00:00:00Z');
    const waiting = item('next', { kind: 'step' });
    const dependencies = waits('next', 'a');
    const items = [...(parts.items ?? []), waiting];
    expect(result(rule, { ...parts, items, dependencies }).reason.params).toEqual(
      result(rule, parts).reason.params,
    );
  });
});

describe('counterexamples', () => {
  it('stand in the order of what was found, of items and of subjects', () => {
    const items = ['c', 'a', 'b'].map((id) => declared(id, 'complete'));
    expect(found('complete-needs-evidence', { items })).toEqual([
      'a (): complete-without-evidence',
      'b (): complete-without-evidence',
      'c (): complete-without-evidence',
    ]);
    const gates = ['G2', 'G1', 'G3'].map((id) => gate(id, { a: 'complete' }, [flagged('x', 'no')]));
    expect(
      found('guarded-close-needs-gate', { items: [declared('a', 'complete', ['here'])], gates }),
    ).toEqual([
      'a (G1): closed-without-gate',
      'a (G2): closed-without-gate',
      'a (G3): closed-without-gate',
    ]);
    const ring = [declared('b', 'complete', ['here']), item('a'), item('c')];
    expect(
      found('complete-after-dependencies', { items: ring, dependencies: waits('b', 'c', 'a') }),
    ).toEqual(['b a (): complete-before-dependency', 'b c (): complete-before-dependency']);
    const lost = waits('b', 'nowhere', 'a');
    expect(found('complete-after-dependencies', { items: ring, dependencies: lost })).toEqual([
      'b (): complete-before-dependency',
      'b a (): complete-before-dependency',
    ]);
  });

  it('stand in that order whatever the order of the records', () => {
    const record = (id: string, ...steps: readonly string[]) => ({
      id: authorisationRecordId(id),
      rule: authorisationRuleId('M'),
      role: roleId('lead'),
      form: 'row' as const,
      steps: steps.map(itemId),
      decision: 'granted' as const,
      scope: 'commit' as const,
      at: YESTERDAY,
    });
    const authorisations = [
      record('r6', 'b', 'c'),
      record('r5', 'a', 'b', 'c'),
      record('r2', 'a', 'b'),
      record('r4', 'a', 'c'),
      record('r1', 'a', 'b'),
      record('r3', 'a', 'b'),
    ];
    const rule = 'one-authorisation-one-step';
    const inOrder = [
      'a b (r1): one-record-many-steps',
      'a b (r2): one-record-many-steps',
      'a b (r3): one-record-many-steps',
      'a b c (r5): one-record-many-steps',
      'a c (r4): one-record-many-steps',
      'b c (r6): one-record-many-steps',
    ];
    expect(found(rule, { authorisations })).toEqual(inOrder);
    expect(found(rule, { authorisations: authorisations.toReversed() })).toEqual(inOrder);
  });

  it('count for a rule of some items when one of these is in them', () => {
    const of = (...ids: readonly string[]) => {
      const id = invariantId('mine');
      const rule = 'complete-after-dependencies';
      return judgePlan({
        invariants: [{ id, title: 'Mine', rule, items: ids.map(itemId) }],
        items: [declared('b', 'complete', ['here']), item('c'), item('d')],
        dependencies: waits('b', 'c'),
        evidence: [here],
      }).invariants.find((one) => one.id === id)?.verdict;
    };
    expect([of('b'), of('c'), of('d'), of('d', 'c')]).toEqual([
      'violated',
      'violated',
      'holds',
      'violated',
    ]);
  });

  it('are nothing that can be said while something was lost in reading', () => {
    const items = [declared('a', 'complete', ['here'])];
    const lost = (more: object) =>
      judgePlan(
        { items, evidence: [here] },
        { problems: [{ code: 'x', severity: 'error', isLoss: true, ...more }] },
      ).invariants.find(({ id }) => id === 'complete-needs-evidence');
    expect(lost({ path: '/items/3', file: 'bundle.json' })).toMatchObject({
      verdict: 'not-evaluated',
      reason: { code: 'reading-problem', params: { id: '/items/3' } },
    });
    expect(lost({ file: 'bundle.json' })?.reason.params).toEqual({ id: 'bundle.json' });
  });
});
