import { describe, expect, it } from 'vitest';
import type { Contract } from '../../model/contract.ts';
import type { BuiltInRule } from '../../model/gate.ts';
import type { AuthorisationRecord, Reverification } from '../../model/governance.ts';
import {
  authorisationRecordId,
  authorisationRuleId,
  budgetId,
  conditionId,
  deliverableId,
  documentId,
  evidenceId,
  invariantId,
  itemId,
  metricId,
  probeId,
  roleId,
} from '../../model/ids.ts';
import type { Checkbox, PlanItem } from '../../model/plan.ts';
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
  withFacts,
} from '../testing/builders.ts';
import { golden } from '../testing/golden.ts';
import { RULES } from './invariants.ts';

const here = evidence('here');
const ok = needs('ok', 'here');
const bad = flagged('bad', 'no');

function judge(rule: BuiltInRule, parts: Parts) {
  const verdicts = judgePlan({ evidence: [here, flag('no', false)], ...parts });
  const result = verdicts.invariants.find(({ id }) => id === rule);
  if (result === undefined) throw new Error(`No result for ${rule}`);
  golden(result);
  return {
    verdict: result.verdict,
    code: result.reason.code,
    examples: result.counterexamples.map(({ reason }) => reason.code),
    items: result.counterexamples.map(({ items }) => items.join(' ')),
    result,
  };
}

const done = (id: string, more: Partial<PlanItem> = {}) => declared(id, 'complete', ['here'], more);

function record(id: string, more: Partial<AuthorisationRecord> = {}): AuthorisationRecord {
  return {
    id: authorisationRecordId(id),
    rule: authorisationRuleId('M'),
    role: roleId('lead'),
    form: 'row',
    steps: [itemId('a')],
    decision: 'granted',
    scope: 'commit',
    at: '2026-05-01T00:00:00Z',
    ...more,
  };
}

function contract(more: Partial<Contract>): Parts {
  return { contracts: [{ id: 'k', title: 'K', categories: [], deliverables: [], ...more }] };
}

function boxes(...list: readonly Partial<Checkbox>[]): Parts {
  return {
    checklists: [
      {
        id: 'l',
        title: 'L',
        groups: [
          {
            title: 'G',
            boxes: list.map((box, at) => ({ id: `b${at}`, text: 'B', checked: true, ...box })),
          },
        ],
      },
    ],
  };
}

type Row = readonly [
  verdict: 'holds' | 'violated' | 'not-evaluated',
  rule: BuiltInRule,
  examples: readonly string[],
  parts: Parts,
];

const deliverable = (id: string, more = {}) => ({
  id: deliverableId(id),
  title: id,
  path: `${id}.ts`,
  category: 'source',
  kind: 'source',
  ...more,
});

const again = (more: Partial<Reverification> = {}): Reverification => ({
  after: itemId('a'),
  at: '2026-05-15T00:00:00Z',
  result: 'passed',
  ...more,
});
/** Every step of the plan needs leave. */
const leave: NonNullable<Parts['authorisationRules']> = [
  { id: authorisationRuleId('M'), title: 'M', perStep: true, master: true, definitions: [] },
];
const closed = (id: string, day: string, kind = 'step') =>
  done(id, { kind, declared: { state: 'complete', at: `2026-05-${day}T00:00:00Z` } });
const stepped = (...reverifications: readonly Reverification[]): Parts => ({
  items: [closed('a', '10'), closed('b', '20')],
  dependencies: waits('b', 'a'),
  authorisationRules: leave,
  reverifications,
});

const effect = (probe: string | undefined) =>
  item('a', {
    effects: [
      { id: 'x', text: 'X', kind: 'forbidden', ...(probe === undefined ? {} : { probe }) },
      { id: 'y', text: 'Y', kind: 'allowed' },
    ],
  });
const observed = (value: number): Parts => ({
  probes: [{ id: probeId('p'), title: 'P', expectations: [{ operator: 'equals', value: 0 }] }],
  evidence: [
    withFacts('o', [
      { type: 'observation', probe: probeId('p'), value, at: '2026-06-01T00:00:00Z' },
    ]),
  ],
});

const ROWS: readonly Row[] = [
  ['not-evaluated', 'complete-needs-evidence', [], { items: [item('a')] }],
  ['holds', 'complete-needs-evidence', [], { items: [done('a')] }],
  [
    'violated',
    'complete-needs-evidence',
    ['complete-without-evidence'],
    { items: [declared('a', 'complete')] },
  ],
  [
    'violated',
    'complete-needs-evidence',
    ['complete-without-evidence'],
    { items: [declared('a', 'complete', ['here', 'gone'])] },
  ],
  [
    'holds',
    'complete-needs-evidence',
    [],
    { items: [declared('a', 'complete')], gates: [gate('G', { a: 'complete' }, [ok])] },
  ],
  ['holds', 'complete-needs-evidence', [], boxes({ evidence: [evidenceId('here')] })],
  ['holds', 'complete-needs-evidence', [], boxes({ links: [{ href: 'x', exists: true }] })],
  ['not-evaluated', 'complete-needs-evidence', [], boxes({ checked: false })],
  ['violated', 'complete-needs-evidence', ['box-without-evidence'], boxes({})],
  [
    'violated',
    'complete-needs-evidence',
    ['box-without-evidence'],
    boxes({ evidence: [evidenceId('gone')] }),
  ],
  [
    'violated',
    'complete-needs-evidence',
    ['box-link-broken'],
    boxes({ links: [{ href: 'x', exists: false }], evidence: [evidenceId('here')] }),
  ],
  [
    'violated',
    'complete-after-dependencies',
    ['complete-before-dependency'],
    { items: [item('a'), done('b')], dependencies: waits('b', 'a') },
  ],
  [
    'violated',
    'complete-after-dependencies',
    ['complete-before-dependency'],
    { items: [done('b')], dependencies: waits('b', 'nowhere') },
  ],
  [
    'holds',
    'complete-after-dependencies',
    [],
    { items: [done('a'), done('b')], dependencies: waits('b', 'a') },
  ],
  [
    'violated',
    'earlier-phase-blocks-later',
    ['phase-before-phase'],
    {
      items: [
        item('p1', { kind: 'phase' }),
        item('p2', { kind: 'phase' }),
        declared('w', 'in-progress', [], { parent: itemId('p2') }),
      ],
      dependencies: waits('p2', 'p1'),
    },
  ],
  [
    'violated',
    'earlier-phase-blocks-later',
    ['phase-before-phase'],
    {
      items: [done('p1', { kind: 'phase' }), declared('p2', 'in-progress', [], { kind: 'phase' })],
      dependencies: waits('p2', 'p1'),
      gates: [gate('G', { p1: 'advance' }, [bad])],
    },
  ],
  [
    'holds',
    'earlier-phase-blocks-later',
    [],
    {
      items: [item('p1', { kind: 'phase' }), item('p2', { kind: 'phase' })],
      dependencies: waits('p2', 'p1'),
    },
  ],
  [
    'not-evaluated',
    'earlier-phase-blocks-later',
    [],
    { items: [item('a'), declared('b', 'in-progress')], dependencies: waits('b', 'a') },
  ],
  [
    'violated',
    'guarded-close-needs-gate',
    ['closed-without-gate'],
    { items: [done('a')], gates: [gate('G', { a: 'complete' }, [bad])] },
  ],
  [
    'holds',
    'guarded-close-needs-gate',
    [],
    { items: [done('a')], gates: [gate('G', { a: 'complete' }, [ok])] },
  ],
  [
    'not-evaluated',
    'guarded-close-needs-gate',
    [],
    { items: [item('a')], gates: [gate('G', { a: 'complete' }, [bad])] },
  ],
  [
    'violated',
    'step-needs-own-authorisation',
    ['step-without-authorisation'],
    {
      items: [done('a', { kind: 'step' })],
      authorisationRules: leave,
    },
  ],
  ['not-evaluated', 'step-needs-own-authorisation', [], { items: [done('a', { kind: 'step' })] }],
  ['holds', 'one-authorisation-one-step', [], { authorisations: [record('r')] }],
  [
    'violated',
    'one-authorisation-one-step',
    ['one-record-many-steps'],
    { authorisations: [record('r', { steps: [itemId('a'), itemId('b')] })] },
  ],
  [
    'not-evaluated',
    'one-authorisation-one-step',
    [],
    { authorisations: [record('r', { at: '2027-01-01T00:00:00Z' })] },
  ],
  ['holds', 're-verified-between-steps', [], stepped(again())],
  ['violated', 're-verified-between-steps', ['not-re-verified'], stepped()],
  [
    'violated',
    're-verified-between-steps',
    ['not-re-verified'],
    stepped(again({ at: '2026-05-21T00:00:00Z' })),
  ],
  [
    'violated',
    're-verified-between-steps',
    ['not-re-verified'],
    stepped(again({ at: '2026-05-09T00:00:00Z' })),
  ],
  [
    'violated',
    're-verified-between-steps',
    ['not-re-verified'],
    stepped(again({ evidence: [evidenceId('gone')] })),
  ],
  [
    'violated',
    're-verified-between-steps',
    ['re-verification-failed'],
    stepped(again(), again({ result: 'failed' })),
  ],
  [
    'not-evaluated',
    're-verified-between-steps',
    [],
    { items: [done('a'), done('b')], dependencies: waits('b', 'a') },
  ],
  [
    'violated',
    'advisory-authorises-nothing',
    ['advisory-grant'],
    { authorisations: [record('r', { advisory: true })] },
  ],
  [
    'violated',
    'advisory-authorises-nothing',
    ['advisory-grant'],
    {
      roles: [{ id: roleId('lead'), title: 'Bot', advisory: true }],
      authorisations: [record('r')],
    },
  ],
  [
    'holds',
    'advisory-authorises-nothing',
    [],
    {
      authorisations: [
        record('r', { advisory: true, scope: 'rehearsal' }),
        record('q', { advisory: true, decision: 'refused' }),
      ],
    },
  ],
  [
    'holds',
    'attempts-within-limit',
    [],
    contract({ attemptLimit: 2, attempts: [{ number: 2, verdict: 'accepted' }] }),
  ],
  [
    'violated',
    'attempts-within-limit',
    ['attempts-over-limit'],
    contract({ attemptLimit: 2, attempts: [{ number: 3, verdict: 'accepted' }] }),
  ],
  [
    'violated',
    'attempts-within-limit',
    ['attempts-over-limit'],
    contract({
      attemptLimit: 1,
      attempts: [
        { number: 0, verdict: 'rejected' },
        { number: 1, verdict: 'accepted' },
      ],
    }),
  ],
  ['not-evaluated', 'attempts-within-limit', [], contract({})],
  ['holds', 'forbidden-effects-absent', [], { items: [effect('p')], ...observed(0) }],
  [
    'violated',
    'forbidden-effects-absent',
    ['forbidden-effect'],
    { items: [effect('p')], ...observed(1) },
  ],
  ['not-evaluated', 'forbidden-effects-absent', [], { items: [effect('p')] }],
  ['not-evaluated', 'forbidden-effects-absent', [], { items: [effect(undefined)] }],
  [
    'violated',
    'recorded-equals-recomputed',
    ['gate-recorded-otherwise'],
    { gates: [gate('G', {}, [bad], { declared: { verdict: 'passed' } })] },
  ],
  [
    'holds',
    'recorded-equals-recomputed',
    [],
    { gates: [gate('G', {}, [bad], { declared: { verdict: 'failed' } })] },
  ],
  [
    'violated',
    'recorded-equals-recomputed',
    ['item-recorded-otherwise'],
    { items: [declared('a', 'complete')] },
  ],
  ['holds', 'recorded-equals-recomputed', [], { items: [declared('a', 'in-progress')] }],
  [
    'violated',
    'recorded-equals-recomputed',
    ['attempt-recorded-otherwise'],
    contract({
      validator: { command: 'x', acceptedExitCode: 0 },
      attempts: [{ number: 1, verdict: 'accepted', exitCode: 1 }],
    }),
  ],
  [
    'holds',
    'recorded-equals-recomputed',
    [],
    contract({
      validator: { command: 'x', acceptedExitCode: 0 },
      attempts: [
        { number: 1, verdict: 'rejected', exitCode: 1 },
        { number: 2, verdict: 'accepted', exitCode: 0 },
        { number: 3, verdict: 'pending', exitCode: 0 },
      ],
    }),
  ],
  [
    'violated',
    'one-name-one-thing',
    ['number-names-several'],
    {
      items: [
        item('a', { numbers: [{ namespace: 'step', value: '0' }] }),
        item('b', { numbers: [{ namespace: 'step', value: '0' }] }),
      ],
    },
  ],
  [
    'holds',
    'one-name-one-thing',
    [],
    {
      items: [
        item('a', { numbers: [{ namespace: 'step', value: '0' }] }),
        item('b', { numbers: [{ namespace: 'stage', value: '0' }] }),
      ],
    },
  ],
  ['violated', 'one-name-one-thing', ['id-names-several'], { items: [item('a'), item('a')] }],
  [
    'violated',
    'one-name-one-thing',
    ['number-names-several'],
    {
      documents: [
        { id: documentId('x'), path: '20_x', title: 'X', register: 'r', number: '20' },
        { id: documentId('y'), path: '20_y', title: 'Y', register: 'r', number: '20' },
        { id: documentId('z'), path: '20_z', title: 'Z', register: 's', number: '20' },
      ],
    },
  ],
  [
    'violated',
    'referenced-file-is-delivered',
    ['file-not-delivered'],
    contract({
      targets: [
        {
          id: 't',
          title: 'T',
          operator: 'at-most',
          value: 1,
          unit: 'ms',
          evidencePath: 'm.csv',
          statedIn: 'summary',
        },
      ],
    }),
  ],
  [
    'violated',
    'referenced-file-is-delivered',
    ['file-not-delivered', 'file-not-delivered', 'file-not-delivered', 'file-not-delivered'],
    {
      ...contract({
        file: 'contract.json',
        reportPath: 'report.json',
        mentionedPaths: [{ path: 'x.csv', why: 'produced' }],
      }),
      metrics: [
        {
          id: metricId('m'),
          title: 'M',
          unit: 'ms',
          better: 'lower',
          seriesFile: { path: 'm.csv', timeColumn: 't', valueColumn: 'v' },
        },
      ],
    },
  ],
  [
    'holds',
    'referenced-file-is-delivered',
    [],
    {
      ...contract({ file: 'd.ts', reportPath: 'e.json', deliverables: [deliverable('d')] }),
      evidence: [evidence('e', { path: 'e.json' })],
    },
  ],
  [
    'violated',
    'stated-counts-agree',
    ['count-differs'],
    contract({
      categories: [{ id: 'source', title: 'S', count: 2 }],
      deliverables: [deliverable('d')],
    }),
  ],
  [
    'holds',
    'stated-counts-agree',
    [],
    contract({
      categories: [{ id: 'source', title: 'S', count: 1 }],
      totals: { files: 1 },
      deliverables: [deliverable('d')],
      counts: [
        { id: 'n', title: 'N', stated: 1, of: 'deliverables' },
        { id: 'm', title: 'M', stated: 0, of: 'deliverables', category: 'tests' },
        { id: 'o', title: 'O', stated: 5, counted: 5 },
        { id: 'p', title: 'P', stated: 0, of: 'targets' },
        { id: 'q', title: 'Q', stated: 0, of: 'checkboxes' },
        { id: 'r', title: 'R', stated: 0, of: 'documents' },
        { id: 's', title: 'S', stated: 0, of: 'items' },
      ],
    }),
  ],
  [
    'violated',
    'stated-counts-agree',
    ['count-differs'],
    contract({ totals: { files: 2 }, deliverables: [deliverable('d')] }),
  ],
  [
    'violated',
    'stated-counts-agree',
    ['count-differs', 'count-differs', 'count-differs'],
    {
      ...contract({
        counts: [
          { id: 'c', title: 'C', stated: 9, of: 'checkboxes' },
          { id: 'd', title: 'D', stated: 9, of: 'items', category: 'wave' },
          { id: 'e', title: 'E', stated: 9, counted: 8 },
        ],
      }),
      ...boxes({ checked: false }),
      items: [item('a')],
    },
  ],
  [
    'not-evaluated',
    'stated-counts-agree',
    [],
    contract({ counts: [{ id: 'c', title: 'C', stated: 9 }] }),
  ],
  [
    'violated',
    'stated-numbers-agree',
    ['number-differs'],
    {
      budgets: [
        {
          id: budgetId('b'),
          title: 'B',
          currency: 'EUR',
          dailyCap: 450,
          statedIn: [
            { source: { path: 'p' }, dailyCap: 450 },
            { source: { path: 'q' }, dailyCap: 500 },
          ],
        },
      ],
    },
  ],
  [
    'holds',
    'stated-numbers-agree',
    [],
    {
      budgets: [
        {
          id: budgetId('b'),
          title: 'B',
          currency: 'EUR',
          monthlyCap: 1,
          statedIn: [{ source: { path: 'p' }, monthlyCap: 1 }],
        },
      ],
    },
  ],
  ['violated', 'stated-numbers-agree', ['condition-violated'], contract({ crossChecks: [bad] })],
  ['holds', 'stated-numbers-agree', [], contract({ crossChecks: [ok] })],
  ['not-evaluated', 'stated-numbers-agree', [], contract({ crossChecks: [needs('open', 'gone')] })],
];

describe('the rules over a whole plan', () => {
  it.each(ROWS)('%s: %s with %j', (verdict, rule, examples, parts) => {
    const found = judge(rule, parts);
    expect({ verdict: found.verdict, examples: found.examples }).toEqual({ verdict, examples });
  });

  describe('re-verified between steps', () => {
    const pairs = (parts: Parts) =>
      judge('re-verified-between-steps', parts).result.counterexamples.map(
        ({ items, reason }) => `${items.join(' then ')}: ${reason.code}`,
      );
    const permit = (...ids: readonly string[]) => ({
      gates: ids.map((id) =>
        gate(`G-${id}`, { [id]: 'start' }, [
          condition({ kind: 'authorisation', rule: authorisationRuleId('M') }),
        ]),
      ),
    });

    it("asks nothing of items that need nobody's leave, whatever their kind is called", () => {
      const { authorisationRules: _, ...plain } = stepped();
      expect(judge('re-verified-between-steps', plain).verdict).toBe('not-evaluated');
      expect(
        judge('re-verified-between-steps', { ...plain, ...permit('b') }).verdict,
        'one step, and an item before it',
      ).toBe('not-evaluated');
    });

    it('asks it of whatever needs leave, also where its kind is another word', () => {
      const items = [closed('a', '10', 'stage'), closed('b', '20', 'substep')];
      const parts = { ...permit('a', 'b'), items, dependencies: waits('b', 'a') };
      expect(pairs(parts)).toEqual(['a then b: not-re-verified']);
      expect(pairs({ ...parts, reverifications: [again()] })).toEqual([]);
    });

    it('asks it of each step and the one closed before it, without a dependency between them', () => {
      const items = [closed('c', '25'), closed('a', '10'), closed('b', '20')];
      const parts = { items, authorisationRules: leave };
      expect(pairs(parts)).toEqual(['a then b: not-re-verified', 'b then c: not-re-verified']);
      expect(pairs({ ...parts, reverifications: [again()] })).toEqual([
        'b then c: not-re-verified',
      ]);
    });

    it('does not order steps of which nobody says when they were closed', () => {
      const open = done('b', { kind: 'step', declared: { state: 'in-progress' } });
      const items = [closed('a', '10'), open];
      expect(judge('re-verified-between-steps', { items, authorisationRules: leave }).verdict).toBe(
        'not-evaluated',
      );
      const parts = { items, authorisationRules: leave, dependencies: waits('b', 'a') };
      expect(pairs(parts)).toEqual(['a then b: not-re-verified']);
      expect(pairs({ ...parts, reverifications: [again()] })).toEqual([]);
    });

    it('takes a record for the step that it names and for no other', () => {
      expect(pairs(stepped(again({ before: itemId('b') })))).toEqual([]);
      expect(pairs(stepped(again({ before: itemId('c') })))).toEqual(['a then b: not-re-verified']);
      expect(
        pairs(stepped(again(), again({ before: itemId('c'), result: 'failed' }))),
        'what was found is not well for anybody',
      ).toEqual(['a then b: re-verification-failed']);
    });
  });

  it('are all judged, whether a plan states them or not, in the order of ids', () => {
    const found = judgePlan({}).invariants.map(({ id }) => id);
    expect(found).toEqual(Object.keys(RULES).sort());
  });

  it('stand under the name that the plan gives them', () => {
    const verdicts = judgePlan({
      invariants: [{ id: invariantId('mine'), title: 'Mine', rule: 'complete-needs-evidence' }],
      items: [declared('a', 'complete')],
    });
    const ids = verdicts.invariants.map(({ id }) => id);
    expect(ids).toContain('mine');
    expect(ids).not.toContain('complete-needs-evidence');
    expect(verdicts.invariants.find(({ id }) => id === 'mine')).toMatchObject({
      title: 'Mine',
      verdict: 'violated',
    });
  });

  it('may be restricted to some items', () => {
    const judged = (items: readonly string[]) =>
      judgePlan({
        invariants: [
          {
            id: invariantId('mine'),
            title: 'Mine',
            rule: 'complete-needs-evidence',
            items: items.map(itemId),
          },
        ],
        items: [declared('a', 'complete'), done('b')],
        evidence: [here],
      }).invariants.find(({ id }) => id === 'mine')?.verdict;
    expect(judged(['a'])).toBe('violated');
    expect(judged(['b'])).toBe('holds');
  });

  it('say of a rule that this version does not know that it was not judged', () => {
    const rule = 'no-such-rule' as BuiltInRule;
    const verdicts = judgePlan({ invariants: [{ id: invariantId('x'), title: 'X', rule }] });
    expect(verdicts.invariants.find(({ id }) => id === 'x')).toMatchObject({
      verdict: 'not-evaluated',
      reason: { code: 'invariant-unknown-rule' },
    });
  });

  it.each([
    ['holds', ok],
    ['violated', bad],
    ['not-evaluated', needs('open', 'gone')],
    ['not-evaluated', { ...ok, notApplicable: { reason: 'r' } }],
  ] as const)('%s as the condition of the plan does', (verdict, rule) => {
    const verdicts = judgePlan({
      invariants: [
        {
          id: invariantId('x'),
          title: 'X',
          condition: condition({ ...rule, id: conditionId('rule') }),
          items: [itemId('a')],
        },
      ],
      evidence: [here, flag('no', false)],
    });
    const found = verdicts.invariants.find(({ id }) => id === 'x');
    expect(found?.verdict).toBe(verdict);
    if (verdict === 'violated') {
      expect(found?.counterexamples).toEqual([
        expect.objectContaining({ items: ['a'], subject: 'rule' }),
      ]);
    }
  });

  it('tell counterexamples in one order', () => {
    const items = ['c', 'a', 'b'].map((id) => declared(id, 'complete'));
    expect(judge('complete-needs-evidence', { items }).items).toEqual(['a', 'b', 'c']);
  });

  it('are not said to hold while something that was written could not be read', () => {
    const verdicts = judgePlan(
      { items: [done('a')], evidence: [here] },
      { problems: [{ code: 'x', severity: 'error', isLoss: true, path: '/items/3' }] },
    );
    for (const { verdict } of verdicts.invariants) expect(verdict).not.toBe('holds');
  });
});

describe('findings', () => {
  const codes = (parts: Parts) => judgePlan(parts).findings.map(({ reason }) => reason.code);

  it('name caps of days that go beyond the month', () => {
    const budget = (dailyCap: number): Parts => ({
      budgets: [{ id: budgetId('b'), title: 'B', currency: 'EUR', dailyCap, monthlyCap: 12_000 }],
    });
    expect(codes(budget(450))).toEqual(['daily-cap-beyond-monthly']);
    expect(codes(budget(400))).toEqual([]);
  });

  it('name totals that the parts can miss', () => {
    const total = (min: number, max: number, limits: { min?: number; max?: number }) =>
      codes(
        contract({
          totals: { lines: { min, max } },
          deliverables: [deliverable('d', { lines: { count: 'physical', ...limits } })],
        }),
      );
    expect(total(10, 20, { min: 10, max: 20 })).toEqual([]);
    expect(total(10, 20, { min: 9, max: 20 })).toEqual(['totals-out-of-reach']);
    expect(total(10, 20, { min: 10, max: 21 })).toEqual(['totals-out-of-reach']);
    expect(total(10, 20, { min: 10 })).toEqual(['totals-out-of-reach']);
  });

  it('name targets that nothing measures', () => {
    const target = {
      id: 't',
      title: 'T',
      operator: 'at-most',
      value: 1,
      unit: 'ms',
      statedIn: 'summary',
    } as const;
    expect(codes(contract({ targets: [target] }))).toEqual(['target-without-metric']);
    expect(codes(contract({ targets: [{ ...target, metric: metricId('m') }] }))).toEqual([]);
  });

  it('name documents that changed after their lock', () => {
    const documents = [
      {
        id: documentId('d'),
        path: 'd',
        title: 'D',
        sha256: 'bb',
        lock: { at: '2026-01-01T00:00:00Z', sha256: 'aa' },
      },
    ];
    expect(codes({ documents })).toEqual(['document-lock-broken']);
  });
});
