import { describe, expect, it } from 'vitest';
import type {
  AuthorisationDefinition,
  AuthorisationDemand,
  AuthorisationRecord,
  AuthorisationRule,
} from '../model/governance.ts';
import {
  authorisationRecordId,
  authorisationRuleId,
  conditionId,
  definitionId,
  evidenceId,
  itemId,
  roleId,
} from '../model/ids.ts';
import type { Role } from '../model/plan.ts';
import {
  condition,
  DAY,
  declared,
  evidence,
  findingCodes,
  gate,
  item,
  itemResult,
  judgeGolden,
  judgePlan,
  type Parts,
} from './testing/builders.ts';

const s1 = itemId('s1');
const m1 = authorisationRuleId('M-1');
const sovereign = roleId('sovereign');
const council = roleId('council');

const roles: readonly Role[] = [
  { id: sovereign, title: 'Sovereign', level: 4 },
  { id: council, title: 'Council', level: 2 },
  { id: roleId('agent'), title: 'Agent', advisory: true },
];

function definition(
  demands: readonly AuthorisationDemand[],
  more: Partial<AuthorisationDefinition> = {},
): AuthorisationDefinition {
  return {
    id: definitionId('D1'),
    title: 'First',
    from: '2026-01-01T00:00:00Z',
    demands,
    ...more,
  };
}

function rule(more: Partial<AuthorisationRule> = {}): AuthorisationRule {
  return {
    id: m1,
    title: 'Master',
    perStep: true,
    definitions: [definition([{ role: sovereign }])],
    ...more,
  };
}

function record(id: string, more: Partial<AuthorisationRecord> = {}): AuthorisationRecord {
  return {
    id: authorisationRecordId(id),
    rule: m1,
    role: sovereign,
    form: 'approval-row',
    steps: [s1],
    decision: 'granted',
    scope: 'commit',
    at: '2026-06-01T00:00:00Z',
    ...more,
  };
}

interface Given {
  readonly rules?: readonly AuthorisationRule[];
  readonly records?: readonly AuthorisationRecord[];
  readonly step?: string | null;
  readonly parts?: Parts;
}

function ask({ rules = [rule()], records = [], step = 's1', parts = {} }: Given) {
  return judgeGolden(
    { kind: 'authorisation', rule: m1, ...(step === null ? {} : { step: itemId(step) }) },
    {
      items: [item('s1', { kind: 'step' }), item('s2', { kind: 'step' })],
      roles,
      authorisationRules: rules,
      authorisations: records,
      evidence: [
        evidence('minutes'),
        evidence('chat', { producer: { id: 'gpt', advisory: true } }),
      ],
      ...parts,
    },
  );
}

const demanding = (demand: Partial<AuthorisationDemand>) => [
  rule({ definitions: [definition([{ role: sovereign, ...demand }])] }),
];
const early = { at: '2026-05-01T00:00:00Z' };

interface Case extends Given {
  readonly when: string;
  readonly gives: string;
  readonly because: string;
}

const CASES: readonly Case[] = [
  { when: 'granted', gives: 'passed', because: 'authorised', records: [record('r')] },
  { when: 'nobody decided', gives: 'missing', because: 'authorisation-none' },
  {
    when: 'granted later than the instant of judgement',
    gives: 'missing',
    because: 'authorisation-none',
    records: [record('r', { at: '2026-06-02T00:00:01Z' })],
  },
  {
    when: 'granted for another step',
    gives: 'missing',
    because: 'authorisation-none',
    records: [record('r', { steps: [itemId('s2')] })],
  },
  {
    when: 'granted for no step',
    gives: 'missing',
    because: 'authorisation-none',
    records: [record('r', { steps: [] })],
  },
  {
    when: 'granted for several steps at once',
    gives: 'missing',
    because: 'authorisation-covers-several',
    records: [record('r', { steps: [s1, itemId('s2')] })],
  },
  {
    when: 'granted for the same step named twice',
    gives: 'passed',
    because: 'authorised',
    records: [record('r', { steps: [s1, s1] })],
  },
  {
    when: 'granted by a lower role',
    gives: 'missing',
    because: 'authorisation-other-role',
    records: [record('r', { role: council }), record('q', { role: council })],
  },
  {
    when: 'granted by an adviser',
    gives: 'missing',
    because: 'authorisation-advisory-only',
    records: [record('r', { role: roleId('agent') })],
  },
  {
    when: 'granted in the name of the role as advice',
    gives: 'missing',
    because: 'authorisation-advisory-only',
    records: [record('r', { advisory: true })],
  },
  {
    when: 'granted for a rehearsal',
    gives: 'missing',
    because: 'authorisation-rehearsal-only',
    records: [record('r', { scope: 'rehearsal' })],
  },
  {
    when: 'granted in another form',
    gives: 'missing',
    because: 'authorisation-form',
    rules: demanding({ forms: ['e-signature'] }),
    records: [record('r')],
  },
  {
    when: 'granted in an accepted form',
    gives: 'passed',
    because: 'authorised',
    rules: demanding({ forms: ['e-signature', 'approval-row'] }),
    records: [record('r')],
  },
  {
    when: 'refused',
    gives: 'failed',
    because: 'authorisation-refused',
    records: [record('r', { decision: 'refused' })],
  },
  {
    when: 'granted and later withdrawn',
    gives: 'failed',
    because: 'authorisation-withdrawn',
    records: [record('r', early), record('w', { decision: 'withdrawn' })],
  },
  {
    when: 'granted and withdrawn at one instant',
    gives: 'failed',
    because: 'authorisation-withdrawn',
    records: [record('r'), record('w', { decision: 'withdrawn' })],
  },
  {
    when: 'withdrawn together with other steps',
    gives: 'failed',
    because: 'authorisation-withdrawn',
    records: [
      record('r', early),
      record('w', { decision: 'withdrawn', steps: [s1, itemId('s2')] }),
    ],
  },
  {
    when: 'refused first and granted later',
    gives: 'passed',
    because: 'authorised',
    records: [record('f', { ...early, decision: 'refused' }), record('r')],
  },
  {
    when: 'refused first and granted later for a rehearsal only',
    gives: 'failed',
    because: 'authorisation-refused',
    records: [record('f', { ...early, decision: 'refused' }), record('r', { scope: 'rehearsal' })],
  },
  {
    when: 'refused first and granted later for several steps at once',
    gives: 'failed',
    because: 'authorisation-refused',
    records: [
      record('f', { ...early, decision: 'refused' }),
      record('r', { steps: [s1, itemId('s2')] }),
    ],
  },
  {
    when: 'refused first and granted later for a time that has passed',
    gives: 'stale',
    because: 'authorisation-expired',
    records: [
      record('f', { ...early, decision: 'refused' }),
      record('r', { expires: '2026-06-01T12:00:00Z' }),
    ],
  },
  {
    when: 'refused by one person and granted by another',
    gives: 'passed',
    because: 'authorised',
    records: [record('r', { person: 'a' }), record('f', { person: 'b', decision: 'refused' })],
  },
  {
    when: 'withdrawn by nobody in particular',
    gives: 'failed',
    because: 'authorisation-withdrawn',
    records: [record('r', { ...early, person: 'a' }), record('w', { decision: 'withdrawn' })],
  },
  {
    when: 'expired',
    gives: 'stale',
    because: 'authorisation-expired',
    records: [record('r', { expires: '2026-06-02T00:00:00Z' })],
  },
  {
    when: 'about to expire',
    gives: 'passed',
    because: 'authorised',
    records: [record('r', { expires: '2026-06-02T00:00:01Z' })],
  },
  {
    when: 'valid for a time that has passed',
    gives: 'stale',
    because: 'authorisation-expired',
    rules: demanding({ validity: DAY }),
    records: [record('r')],
  },
  {
    when: 'valid for a little longer',
    gives: 'passed',
    because: 'authorised',
    rules: demanding({ validity: DAY + 1 }),
    records: [record('r')],
  },
  {
    when: 'given at an instant that cannot be read',
    gives: 'unknown',
    because: 'authorisation-record-unreadable',
    records: [record('r', { at: 'then' })],
  },
  {
    when: 'limited to an instant that cannot be read',
    gives: 'unknown',
    because: 'authorisation-record-unreadable',
    records: [record('r', { expires: 'then' })],
  },
  {
    when: 'fewer than the quorum granted',
    gives: 'missing',
    because: 'authorisation-quorum',
    rules: demanding({ quorum: 2 }),
    records: [record('r', { person: 'a' })],
  },
  {
    when: 'the same person granted twice',
    gives: 'missing',
    because: 'authorisation-quorum',
    rules: demanding({ quorum: 2 }),
    records: [record('r', { person: 'a' }), record('q', { person: 'a' })],
  },
  {
    when: 'two people granted',
    gives: 'passed',
    because: 'authorised',
    rules: demanding({ quorum: 2 }),
    records: [record('r', { person: 'a' }), record('q', { person: 'b' })],
  },
  {
    when: 'two records name nobody',
    gives: 'missing',
    because: 'authorisation-quorum',
    rules: demanding({ quorum: 2 }),
    records: [record('r'), record('q')],
  },
  {
    when: 'one record names nobody beside a named one',
    gives: 'missing',
    because: 'authorisation-quorum',
    rules: demanding({ quorum: 2 }),
    records: [record('r', { person: 'a' }), record('q')],
  },
  {
    when: 'persons need not differ',
    gives: 'passed',
    because: 'authorised',
    rules: demanding({ quorum: 2, distinctPersons: false }),
    records: [record('r', { person: 'a' }), record('q', { person: 'a' })],
  },
  {
    when: 'the quorum is nothing',
    gives: 'unknown',
    because: 'not-a-number',
    rules: demanding({ quorum: 0 }),
  },
  {
    when: 'nothing is demanded',
    gives: 'unknown',
    because: 'authorisation-no-demand',
    rules: [rule({ definitions: [definition([])] })],
  },
  {
    when: 'no definition is in force yet',
    gives: 'unknown',
    because: 'authorisation-no-definition',
    rules: [
      rule({ definitions: [definition([{ role: sovereign }], { from: '2027-01-01T00:00:00Z' })] }),
    ],
    records: [record('r')],
  },
  {
    when: 'the only definition has ended',
    gives: 'unknown',
    because: 'authorisation-no-definition',
    rules: [
      rule({
        definitions: [definition([{ role: sovereign }], { until: '2026-06-02T00:00:00Z' })],
      }),
    ],
    records: [record('r')],
  },
  { when: 'nobody knows the rule', gives: 'unknown', because: 'unknown-reference', rules: [] },
  {
    when: 'nobody knows the role',
    gives: 'unknown',
    because: 'unknown-reference',
    rules: demanding({ role: roleId('x') }),
  },
  {
    when: 'an adviser is to decide',
    gives: 'unknown',
    because: 'authorisation-role-advisory',
    rules: demanding({ role: roleId('agent') }),
    records: [record('r', { role: roleId('agent') })],
  },
  {
    when: 'no step is named and each needs its own',
    gives: 'unknown',
    because: 'authorisation-step-unnamed',
    step: null,
    records: [record('r')],
  },
  {
    when: 'one grant serves the plan',
    gives: 'passed',
    because: 'authorised',
    rules: [rule({ perStep: false })],
    step: null,
    records: [record('r', { steps: [] })],
  },
  {
    when: 'a grant for one step is to serve the plan',
    gives: 'missing',
    because: 'authorisation-other-step',
    rules: [rule({ perStep: false })],
    step: null,
    records: [record('r')],
  },
  {
    when: 'evidence backs the record',
    gives: 'passed',
    because: 'authorised',
    records: [record('r', { evidence: [evidenceId('minutes')] })],
  },
  {
    when: 'the evidence of the record is not there',
    gives: 'missing',
    because: 'evidence-not-found',
    records: [record('r', { evidence: [evidenceId('lost')] })],
  },
  {
    when: 'only an adviser vouches for the record',
    gives: 'missing',
    because: 'authorisation-advisory-only',
    records: [record('r', { evidence: [evidenceId('chat')] })],
  },
  {
    when: 'an adviser vouches beside others',
    gives: 'passed',
    because: 'authorised',
    records: [record('r', { evidence: [evidenceId('chat'), evidenceId('minutes')] })],
  },
  {
    when: 'the evidence of the record was rejected',
    gives: 'missing',
    because: 'authorisation-unsupported',
    records: [record('r', { evidence: [evidenceId('bad')] })],
    parts: { evidence: [evidence('bad', { inadmissible: { reason: 'forged' } })] },
  },
  {
    when: 'it was given under a definition that has been replaced',
    gives: 'missing',
    because: 'authorisation-superseded',
    records: [record('r', { definition: definitionId('D0') })],
  },
  {
    when: 'it was given before the definition came into force',
    gives: 'missing',
    because: 'authorisation-superseded',
    records: [record('r', { at: '2025-12-31T23:59:59Z' })],
  },
  {
    when: 'a holder of the role granted',
    gives: 'passed',
    because: 'authorised',
    records: [record('r', { person: 'ann' })],
    parts: { roles: [{ id: sovereign, title: 'S', holders: ['ann'] }] },
  },
  {
    when: 'somebody granted who does not hold the role',
    gives: 'missing',
    because: 'authorisation-not-holder',
    records: [record('r', { person: 'bob' })],
    parts: { roles: [{ id: sovereign, title: 'S', holders: ['ann'] }] },
  },
  {
    when: 'nobody is named and the holders are',
    gives: 'missing',
    because: 'authorisation-not-holder',
    records: [record('r')],
    parts: { roles: [{ id: sovereign, title: 'S', holders: ['ann'] }] },
  },
];

describe('authorisation', () => {
  it.each(CASES)('is $gives when $when', ({ gives, because, ...given }) => {
    const result = ask(given);
    const { verdict, reason } = result;
    expect({ verdict, code: reason.code }).toEqual({ verdict: gives, code: because });
  });

  it('needs council and sovereign where both are demanded', () => {
    const both = [rule({ definitions: [definition([{ role: council }, { role: sovereign }])] })];
    const byCouncil = record('c', { role: council, evidence: [evidenceId('minutes')] });
    expect(ask({ rules: both, records: [record('r')] }).verdict).toBe('missing');
    expect(ask({ rules: both, records: [byCouncil] }).verdict).toBe('missing');
    const granted = ask({ rules: both, records: [byCouncil, record('r')] });
    expect(granted).toMatchObject({ verdict: 'passed', uses: [{ evidence: 'minutes' }] });
  });

  it('says how many of how many', () => {
    const result = ask({
      rules: demanding({ quorum: 3 }),
      records: [record('r', { person: 'a' })],
    });
    expect(result).toMatchObject({
      expected: { value: 3, of: 'grants' },
      actual: { value: 1, of: 'grants' },
    });
  });

  it('is unknown when its record or its rule cannot be trusted', () => {
    const parts = {
      items: [item('s1')],
      roles,
      authorisationRules: [rule()],
      authorisations: [record('r')],
    };
    const asked = { kind: 'authorisation', rule: m1, step: s1 } as const;
    for (const id of ['r', 'M-1']) {
      const problems = [{ code: 'x', severity: 'error', affects: [id] }] as const;
      expect(judgeGolden(asked, parts, { problems })).toMatchObject({
        verdict: 'unknown',
        reason: { code: 'reading-problem', params: { id } },
      });
    }
  });

  it('keeps what was granted when the step was carried out', () => {
    const day = { expires: '2026-05-02T00:00:00Z', ...early };
    const carriedOut = (at: string): Parts => ({
      items: [declared('s1', 'complete', [], { declared: { state: 'complete', at } })],
    });
    const asked = (at: string, records: readonly AuthorisationRecord[]) =>
      ask({ records, parts: carriedOut(at) });
    expect(asked('2026-05-01T12:00:00Z', [record('r', day)])).toMatchObject({
      verdict: 'passed',
      reason: { code: 'authorised-when-done' },
    });
    expect(asked('2026-05-03T00:00:00Z', [record('r', day)]).verdict).toBe('stale');
    expect(asked('2026-04-30T00:00:00Z', [record('r', day)]).verdict).toBe('missing');
    const withdrawn = [record('r', day), record('w', { decision: 'withdrawn' })];
    expect(asked('2026-05-01T12:00:00Z', withdrawn).verdict).toBe('failed');
  });

  describe('redefined', () => {
    const second = (more: Partial<AuthorisationDefinition> = {}) =>
      definition([{ role: council }], {
        id: definitionId('D2'),
        from: '2026-03-01T00:00:00Z',
        ...more,
      });
    const byBoth = [record('r'), record('c', { role: council })];
    const redefined = (more: Partial<AuthorisationDefinition> = {}) => [
      rule({ definitions: [definition([{ role: sovereign }]), second(more)] }),
    ];

    it('must hold under both definitions when both claim to be in force', () => {
      expect(ask({ rules: redefined(), records: [record('r')] }).verdict).toBe('missing');
      expect(ask({ rules: redefined(), records: byBoth }).verdict).toBe('passed');
      const verdicts = judgePlan({ roles, authorisationRules: redefined() });
      expect(findingCodes(verdicts)).toContain('two-definitions');
    });

    it('is judged by the newer one when that supersedes the older one', () => {
      const rules = redefined({ supersedes: [definitionId('D1')] });
      expect(ask({ rules, records: [record('r')] }).verdict).toBe('missing');
      expect(ask({ rules, records: [record('c', { role: council })] }).verdict).toBe('passed');
      const verdicts = judgePlan({ roles, authorisationRules: rules });
      expect(findingCodes(verdicts)).not.toContain('two-definitions');
    });

    it('was judged by the older one before the newer one came', () => {
      const rules = redefined({ supersedes: [definitionId('D1')] });
      const verdicts = (asOf: string) =>
        judgePlan(
          {
            items: [item('s1', { kind: 'step' })],
            roles,
            authorisationRules: rules,
            authorisations: [record('r', { at: '2026-02-01T00:00:00Z' })],
            gates: [
              gate('G', { s1: 'start' }, [
                condition({ kind: 'authorisation', rule: m1, step: s1 }),
              ]),
            ],
          },
          {},
          { asOf },
        );
      expect(itemResult(verdicts('2026-02-02T00:00:00Z'), 's1').permission).toBe('authorised');
      expect(itemResult(verdicts('2026-03-02T00:00:00Z'), 's1').permission).toBe('not-authorised');
    });

    it('has none in force when each supersedes the other', () => {
      const rules = [
        rule({
          definitions: [
            definition([{ role: sovereign }], { supersedes: [definitionId('D2')] }),
            second({ supersedes: [definitionId('D1')] }),
          ],
        }),
      ];
      expect(ask({ rules, records: byBoth }).verdict).toBe('unknown');
    });
  });

  describe('umbrella', () => {
    const part = (id: string, partOf = m1) =>
      rule({ id: authorisationRuleId(id), partOf, definitions: [definition([{ role: council }])] });
    const forPart = (id: string) =>
      record(`of-${id}`, { rule: authorisationRuleId(id), role: council });
    const bare = rule({ definitions: [] });

    it('holds when all of its parts hold', () => {
      const rules = [bare, part('C-7.1'), part('C-7.2')];
      expect(ask({ rules, records: [forPart('C-7.1'), forPart('C-7.2')] }).verdict).toBe('passed');
      expect(ask({ rules, records: [forPart('C-7.2')] })).toMatchObject({
        verdict: 'missing',
        reason: { code: 'authorisation-part', params: { rule: 'M-1', part: 'C-7.1' } },
      });
    });

    it('needs its own demands beside its parts, and its record stands in for none', () => {
      const rules = [rule(), part('C-7.1')];
      expect(ask({ rules, records: [record('r')] }).verdict).toBe('missing');
      expect(ask({ rules, records: [forPart('C-7.1')] }).verdict).toBe('missing');
      expect(ask({ rules, records: [forPart('C-7.1'), record('r')] }).verdict).toBe('passed');
    });

    it('ends when rules are parts of each other', () => {
      const a = rule({ partOf: authorisationRuleId('C') });
      const rules = [a, part('C')];
      expect(ask({ rules, records: [forPart('C'), record('r')] }).verdict).toBe('unknown');
    });
  });

  describe('as an axis of its own', () => {
    const rehearsed = condition({ kind: 'evidence', evidence: { ids: [evidenceId('minutes')] } });
    const allowed = condition({ kind: 'authorisation', rule: m1, step: s1 });
    const plan = (records: readonly AuthorisationRecord[], more: Parts = {}) =>
      judgePlan({
        items: [item('s1', { kind: 'step' })],
        roles,
        authorisationRules: [rule()],
        authorisations: records,
        evidence: [evidence('minutes')],
        gates: [
          gate('G', { s1: 'start' }, [
            { ...rehearsed, id: conditionId('x') },
            { ...allowed, id: conditionId('y') },
          ]),
        ],
        ...more,
      });

    it.each([
      ['not-authorised', []],
      ['authorised', [record('r')]],
      ['expired', [record('r', { expires: '2026-06-01T12:00:00Z' })]],
    ] as const)('is %s while it is proven', (permission, records) => {
      expect(itemResult(plan(records), 's1')).toMatchObject({ readiness: 'proven', permission });
    });

    it('does not take a waiver for an authorisation', () => {
      const verdicts = plan([], {
        waivers: [
          {
            id: 'w',
            gate: gate('G', {}, []).id,
            condition: conditionId('y'),
            reason: 'emergency',
            author: 'ann',
            at: '2026-06-01T00:00:00Z',
            expires: '2026-07-01T00:00:00Z',
          },
        ],
      });
      expect(itemResult(verdicts, 's1')).toMatchObject({
        state: 'ready',
        permission: 'not-authorised',
      });
    });

    it('asks the rules that stand first of every step, and of nothing else', () => {
      const parts = (kind: string): Parts => ({
        items: [item('s1', { kind })],
        roles,
        authorisationRules: [rule({ master: true })],
      });
      expect(itemResult(judgePlan(parts('step')), 's1').permission).toBe('not-authorised');
      expect(itemResult(judgePlan(parts('wave')), 's1').permission).toBe('not-required');
    });
  });
});
