import { describe, expect, it } from 'vitest';
import { createEvaluation } from '../gates/evaluate.ts';
import { AS_OF, evidence, item, needs, waits } from '../gates/testing/builders.ts';
import { buildProject } from '../model/build-project.ts';
import type { AuthorisationCondition } from '../model/condition.ts';
import type { Gate } from '../model/gate.ts';
import type {
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
  gateId,
  itemId,
  probeId,
  projectId,
  revisionId,
  roleId,
  stopConditionId,
} from '../model/ids.ts';
import type { ProjectContent } from '../model/project.ts';
import { stepAuthorisation } from './authorisation-step.ts';
import { authorisationsOf, leavesOf, withParts } from './authorisations.ts';
import type { DeriveContext } from './context.ts';

const chair = roleId('chair');
const s1 = itemId('s1');
const build = authorisationRuleId('build');

const rule = (id: string, own: Partial<AuthorisationRule> = {}): AuthorisationRule => ({
  id: authorisationRuleId(id),
  title: id,
  perStep: true,
  definitions: [
    {
      id: definitionId(`${id}.1`),
      title: 'First',
      from: '2026-01-01T00:00:00Z',
      demands: [{ role: chair }],
    },
  ],
  ...own,
});

const demanding = (id: string, ...demands: readonly AuthorisationDemand[]): AuthorisationRule =>
  rule(id, {
    definitions: [
      { id: definitionId(`${id}.1`), title: 'First', from: '2026-01-01T00:00:00Z', demands },
    ],
  });

const record = (id: string, own: Partial<AuthorisationRecord> = {}): AuthorisationRecord => ({
  id: authorisationRecordId(id),
  rule: build,
  role: chair,
  person: `person of ${id}`,
  form: 'approval-row',
  steps: [s1],
  decision: 'granted',
  scope: 'commit',
  at: '2026-05-01T00:00:00Z',
  ...own,
});

const leave = (id: string, of: string, step?: string): AuthorisationCondition => ({
  kind: 'authorisation',
  id: conditionId(id),
  title: id,
  rule: authorisationRuleId(of),
  ...(step === undefined ? {} : { step: itemId(step) }),
});

/** A gate before the start of each step. */
const gateOf = (step: string, ...conditions: Gate['conditions']): Gate => ({
  id: gateId(`gate of ${step}`),
  title: step,
  guards: [{ item: itemId(step), effect: 'start' }],
  conditions,
});

function contextOf(parts: Partial<ProjectContent>): DeriveContext {
  const project = buildProject({
    project: { id: projectId('plan'), title: 'Plan' },
    revision: { id: revisionId('1'), createdAt: AS_OF },
    items: [item('s1', { kind: 'step' })],
    dependencies: [],
    roles: [
      { id: chair, title: 'Chair' },
      { id: roleId('clerk'), title: 'Clerk' },
      { id: roleId('agent'), title: 'Agent', advisory: true },
    ],
    authorisationRules: [rule('build')],
    gates: [gateOf('s1', leave('c', 'build', 's1'))],
    ...parts,
  });
  const evaluation = createEvaluation(project, { asOf: AS_OF });
  return { project, verdicts: evaluation.verdicts, evaluation };
}

const stateOf = (parts: Partial<ProjectContent>) =>
  leavesOf(contextOf(parts), s1).map(({ state }) => state);

describe('a leave', () => {
  it.each<[string, readonly AuthorisationRecord[]]>([
    ['obtained', [record('r')]],
    ['missing', []],
    ['expired', [record('r', { expires: '2026-05-02T00:00:00Z' })]],
    ['refused', [record('r', { decision: 'refused' })]],
    ['covers-several', [record('r', { steps: [s1, itemId('s2')] })]],
    ['advisory-only', [record('r', { advisory: true })]],
    ['rehearsal-only', [record('r', { scope: 'rehearsal' })]],
    ['other-role', [record('r', { role: roleId('clerk') })]],
  ])('is %s as its records say', (state, authorisations) => {
    expect(stateOf({ authorisations })).toEqual([state]);
  });

  it('is partly there when some of what is demanded is', () => {
    const two = [demanding('build', { role: chair, quorum: 2 })];
    expect(stateOf({ authorisationRules: two, authorisations: [record('r')] })).toEqual(['partly']);
    const both = [demanding('build', { role: chair }, { role: roleId('clerk') })];
    expect(stateOf({ authorisationRules: both, authorisations: [record('r')] })).toEqual([
      'partly',
    ]);
  });

  it('of one person twice lacks a person', () => {
    const authorisationRules = [demanding('build', { role: chair, quorum: 2 })];
    const same = [record('r', { person: 'A' }), record('q', { person: 'A' })];
    expect(stateOf({ authorisationRules, authorisations: same })).toEqual(['same-person']);
    const other = [record('r', { person: 'A' }), record('q', { person: 'B' })];
    expect(stateOf({ authorisationRules, authorisations: other })).toEqual(['obtained']);
  });

  it('that need not be, or that nothing can be said of, says so', () => {
    const notApplicable = { ...leave('c', 'build', 's1'), notApplicable: { reason: 'no commit' } };
    expect(stateOf({ gates: [gateOf('s1', notApplicable)] })).toEqual(['not-applicable']);
    expect(stateOf({ gates: [gateOf('s1', leave('c', 'nowhere', 's1'))] })).toEqual(['unknown']);
  });

  it('is the worst of those that several conditions ask for', () => {
    const fine = { ...leave('a', 'build', 's1'), notApplicable: { reason: 'no commit' } };
    for (const conditions of [
      [fine, leave('b', 'build', 's1')],
      [leave('b', 'build', 's1'), fine],
    ]) {
      const [cell, ...others] = leavesOf(contextOf({ gates: [gateOf('s1', ...conditions)] }), s1);
      expect(cell).toMatchObject({
        rule: 'build',
        state: 'missing',
        verdict: 'missing',
        gate: 'gate of s1',
        condition: 'b',
      });
      expect(others).toEqual([]);
    }
  });

  it('without a step of its own is needed by every item of the gate, once', () => {
    const own: Gate = {
      ...gateOf('s1', leave('c', 'build')),
      guards: [
        { item: s1, effect: 'start' },
        { item: s1, effect: 'complete' },
        { item: itemId('s2'), effect: 'start' },
      ],
    };
    const context = contextOf({
      items: [item('s1', { kind: 'step' }), item('s2', { kind: 'step' })],
      authorisationRules: [rule('build', { perStep: false })],
      gates: [own],
    });
    expect(leavesOf(context, s1)).toHaveLength(1);
    expect(leavesOf(context, itemId('s2'))).toHaveLength(1);
    expect(leavesOf(context, itemId('s3'))).toEqual([]);
  });
});

describe('the parts of a rule', () => {
  it('are all that stand under it, each once, even in a ring', () => {
    const { project, verdicts } = contextOf({
      authorisationRules: [
        rule('all', { partOf: authorisationRuleId('half') }),
        rule('half', { partOf: authorisationRuleId('all') }),
        rule('third', { partOf: authorisationRuleId('all') }),
        rule('other'),
      ],
    });
    expect(withParts({ project, verdicts }, authorisationRuleId('all'))).toEqual([
      'all',
      'half',
      'third',
    ]);
    expect(withParts({ project, verdicts }, authorisationRuleId('other'))).toEqual(['other']);
  });
});

describe('the table of leaves', () => {
  const items = [
    item('s3', { kind: 'step', parent: itemId('P') }),
    item('s2', { kind: 'step', parent: itemId('P'), order: 2 }),
    item('s1', { kind: 'step', parent: itemId('P'), order: 1, forbidden: { reason: 'no' } }),
    item('s0', { kind: 'step', parent: itemId('nowhere') }),
    item('P', { kind: 'phase' }),
  ];
  const notes = (['conflict', 'lesson', 'open-question'] as const).map((kind) => ({
    id: kind,
    kind,
    text: kind,
  }));
  const context = () =>
    contextOf({
      items,
      notes,
      authorisationRules: [
        rule('late'),
        rule('build'),
        rule('first', {
          master: true,
          definitions: [
            {
              id: definitionId('old'),
              title: 'Old',
              from: '2025-01-01T00:00:00Z',
              until: '2026-01-01T00:00:00Z',
              demands: [{ role: chair }],
            },
            {
              id: definitionId('new'),
              title: 'New',
              from: '2026-01-01T00:00:00Z',
              demands: [{ role: chair }],
            },
          ],
        }),
      ],
      gates: [
        gateOf('s1', leave('a', 'build', 's1'), leave('b', 'first', 's1'), needs('n', 'x')),
        gateOf('s2', leave('a', 'build', 's2')),
      ],
      authorisations: [
        record('r', { steps: [itemId('s2')] }),
        record('refused', { decision: 'refused' }),
        record('lost', { rule: authorisationRuleId('nowhere') }),
        record('elsewhere', { steps: [] }),
        record('late', { expires: '2026-05-02T00:00:00Z' }),
      ],
    });

  it('lists every item of a kind that needs leave, in the order of the plan', () => {
    const { steps, required, authorised } = authorisationsOf(context());
    expect(steps.map((step) => [step.item, step.forbidden, step.cells.length])).toEqual([
      ['s0', false, 0],
      ['s1', true, 2],
      ['s2', false, 1],
      ['s3', false, 0],
    ]);
    expect(steps[1]).toMatchObject({ title: 's1', state: 'failed', permission: 'forbidden' });
    expect({ required, authorised }).toEqual({ required: 2, authorised: 1 });
  });

  it('has the rules that stand first first, with what is in force and obtained', () => {
    const { rules } = authorisationsOf(context());
    expect(rules.map((own) => [own.rule.id, own.inForce, own.required, own.obtained])).toEqual([
      ['first', ['new'], 1, 0],
      ['late', ['late.1'], 0, 0],
      ['build', ['build.1'], 2, 1],
    ]);
  });

  it('says of every record how it counts', () => {
    const { records } = authorisationsOf(context());
    expect(records.map((own) => [own.record.id, own.standing, own.why?.code])).toEqual([
      ['r', 'granted', undefined],
      ['refused', 'against', 'authorisation-refused'],
      ['lost', 'rejected', 'unknown-reference'],
      ['elsewhere', 'rejected', undefined],
      ['late', 'expired', 'authorisation-expired'],
    ]);
    expect(records[0]).not.toHaveProperty('why');
  });

  it('brings the notes on conflicts and questions, and the roles', () => {
    const own = authorisationsOf(context());
    expect(own.notes.map(({ id }) => id)).toEqual(['conflict', 'open-question']);
    expect(own.roles.map(({ id }) => id)).toEqual(['chair', 'clerk', 'agent']);
  });

  it('of a plan without any is empty', () => {
    const bare = contextOf({ gates: [], authorisationRules: [], roles: [] });
    expect(authorisationsOf(bare)).toEqual({
      rules: [],
      steps: [],
      records: [],
      roles: [],
      required: 0,
      authorised: 0,
      notes: [],
    });
  });

  it('counts what was waived as obtained, and one leave of two as not all', () => {
    const of = (...authorisations: readonly AuthorisationRecord[]) =>
      authorisationsOf(
        contextOf({
          authorisationRules: [rule('build'), rule('late')],
          gates: [
            gateOf(
              's1',
              { ...leave('a', 'late', 's1'), notApplicable: { reason: 'no commit' } },
              leave('b', 'build', 's1'),
            ),
          ],
          authorisations,
        }),
      ).authorised;
    expect(of()).toBe(0);
    expect(of(record('r'))).toBe(1);
  });
});

describe('one step', () => {
  it('that is not there has no answer', () => {
    expect(stepAuthorisation(contextOf({}), 'nobody')).toBeUndefined();
  });

  it('without anything around it is bare', () => {
    const own = stepAuthorisation(contextOf({ gates: [] }), 's1');
    expect(own).toMatchObject({
      item: { id: 's1' },
      row: { id: 's1' },
      leaves: [],
      demands: [],
      effects: [],
      probes: [],
      stops: [],
      reverifications: [],
      dependsOn: [],
    });
    expect(own).not.toHaveProperty('rehearsal');
    expect(own).not.toHaveProperty('report');
  });

  it('says what each demand of each rule and its parts has', () => {
    const clerk = roleId('clerk');
    const authorisationRules = [
      demanding('build', { role: chair, quorum: 2 }),
      rule('part', {
        partOf: build,
        perStep: false,
        definitions: [
          {
            id: definitionId('p'),
            title: 'P',
            from: '2026-01-01T00:00:00Z',
            demands: [{ role: clerk }],
          },
        ],
      }),
    ];
    const authorisations = [
      record('r', { person: 'A' }),
      record('q', { person: 'A' }),
      record('p', { rule: authorisationRuleId('part'), role: clerk, steps: [] }),
      record('x', { role: clerk }),
    ];
    const own = stepAuthorisation(contextOf({ authorisationRules, authorisations }), 's1');
    expect(own?.leaves.map(({ state }) => state)).toEqual(['same-person']);
    expect(
      own?.demands.map((entry) => [
        entry.rule,
        entry.verdict,
        entry.granted,
        entry.needed,
        entry.samePerson,
        entry.records.map((one) => [one.record.id, one.standing]),
      ]),
    ).toEqual([
      [
        'build',
        'missing',
        1,
        2,
        true,
        [
          ['q', 'granted'],
          ['r', 'granted'],
          ['x', 'rejected'],
        ],
      ],
      ['part', 'passed', 1, 1, false, [['p', 'granted']]],
    ]);
    expect(own?.demands[0]?.definition.id).toBe('build.1');
    expect(own?.demands[0]?.demand).toEqual({ role: chair, quorum: 2 });
    expect(own?.demands[0]?.records[0]).not.toHaveProperty('why');
    expect(own?.demands[0]?.records[2]?.why?.code).toBe('authorisation-other-role');
  });

  const probe = (id: string, ...expectations: readonly object[]) => ({
    id: probeId(id),
    title: `Probe ${id}`,
    expectations: expectations.map((own) => ({ operator: 'equals' as const, value: 1, ...own })),
  });
  const seen = (id: string, value: number, at: string, own: object = {}) => ({
    type: 'observation' as const,
    probe: probeId(id),
    value,
    at,
    ...own,
  });

  it('has the probes that are asked for there, or expect something of it', () => {
    const s2 = itemId('s2');
    const context = contextOf({
      items: [item('s1', { kind: 'step' }), item('s2', { kind: 'step' })],
      probes: [
        probe('asked', {}),
        probe('step', {}),
        probe('after', { after: s1 }, { before: s2 }, {}),
        probe('before', { before: s1, value: 2 }),
        probe('other', { after: s2 }),
        probe('elsewhere', {}),
      ],
      gates: [
        gateOf('s1', { kind: 'probe', id: conditionId('1'), title: '1', probe: probeId('asked') }),
        gateOf(
          's2',
          {
            kind: 'probe',
            id: conditionId('2'),
            title: '2',
            probe: probeId('step'),
            step: s1,
          },
          { kind: 'probe', id: conditionId('3'), title: '3', probe: probeId('elsewhere') },
        ),
      ],
      evidence: [
        evidence('e', {
          facts: [
            seen('asked', 1, '2026-05-01T00:00:00Z', { step: s1, moment: 'before' }),
            seen('asked', 2, '2026-05-03T00:00:00Z', { step: s1, moment: 'before' }),
            seen('asked', 3, '2026-05-02T00:00:00Z', { step: s1, moment: 'after' }),
            seen('asked', 4, '2026-05-05T00:00:00Z', { step: s2, moment: 'after' }),
            seen('asked', 5, '2026-07-01T00:00:00Z'),
            seen('step', 6, AS_OF, { pointer: { kind: 'json', pointer: '/a' } }),
          ],
        }),
      ],
    });
    const probes = stepAuthorisation(context, 's1')?.probes ?? [];
    expect(
      probes.map((own) => [own.probe.id, own.gate, own.before.length, own.after.length]),
    ).toEqual([
      ['asked', 'gate of s1', 1, 1],
      ['step', 'gate of s2', 1, 1],
      ['after', undefined, 1, 2],
      ['before', undefined, 1, 0],
    ]);
    expect(probes[0]).toMatchObject({
      seenBefore: { value: 2, at: '2026-05-03T00:00:00Z', evidence: 'e' },
      seenAfter: { value: 3 },
      latest: { value: 4 },
      result: { id: '1' },
    });
    expect(probes[0]?.latest).not.toHaveProperty('pointer');
    expect(probes[1]?.latest).toEqual({
      value: 6,
      at: AS_OF,
      evidence: 'e',
      pointer: { kind: 'json', pointer: '/a' },
    });
    expect(probes[1]).not.toHaveProperty('seenBefore');
    expect(probes[2]).not.toHaveProperty('latest');
    expect(probes[2]?.result).toMatchObject({ id: 'after', kind: 'probe', title: 'Probe after' });
  });

  it('has its effects, its stops, its report and what was verified around it', () => {
    const effects = [
      { id: '1', text: 'may', kind: 'allowed' as const },
      { id: '2', text: 'must not', kind: 'forbidden' as const, probe: 'p' },
    ];
    const report = {
      fields: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
        { id: 'c', title: 'C' },
      ],
    };
    const own = (more: Partial<ProjectContent>, evidenceOf?: readonly string[]) =>
      stepAuthorisation(
        contextOf({
          items: [
            item('s1', {
              kind: 'step',
              effects,
              report:
                evidenceOf === undefined
                  ? report
                  : { ...report, evidence: evidenceOf.map(evidenceId) },
            }),
            item('s2', { kind: 'step' }),
          ],
          dependencies: [...waits('s1', 's2'), ...waits('s2', 's9')],
          probes: [probe('p', {})],
          evidence: [
            evidence('first', {
              facts: [
                { type: 'report', step: s1, fields: { a: 1 } },
                { type: 'report', step: itemId('s2'), fields: { c: 9 } },
              ],
            }),
            evidence('second', { facts: [{ type: 'report', step: s1, fields: { a: 2, b: 3 } }] }),
          ],
          ...more,
        }),
        's1',
      );
    const plain = own({});
    expect(plain?.effects.map(({ effect, result }) => [effect.id, result?.title])).toEqual([
      ['1', undefined],
      ['2', 'must not'],
    ]);
    expect(plain?.effects[0]).not.toHaveProperty('result');
    expect(plain?.dependsOn.map(({ on }) => on)).toEqual(['s2']);
    const values = (answer: typeof plain) => answer?.report?.fields.map((field) => field.value);
    expect(plain?.report?.evidence).toBe('first');
    expect(values(plain)).toEqual([2, 3, undefined]);
    expect(plain?.report?.fields[2]).not.toHaveProperty('value');
    const named = own({}, ['second', 'gone']);
    expect(named?.report?.evidence).toBe('second');
    expect(values(named)).toEqual([2, 3, undefined]);
    expect(values(own({}, ['first']))).toEqual([1, undefined, undefined]);
    expect(own({}, [])?.report).not.toHaveProperty('evidence');

    const at = '2026-05-01T00:00:00Z';
    const reverifications = [
      { after: s1, at, result: 'passed' as const },
      { after: itemId('s2'), before: s1, at, result: 'failed' as const },
      { after: itemId('s2'), at, result: 'passed' as const },
    ];
    expect(own({ reverifications })?.reverifications).toEqual(reverifications.slice(0, 2));
  });

  it('is stopped by what holds, and shows what else could stop it', () => {
    const stop = (id: string, own: object = {}) => ({
      id: stopConditionId(id),
      title: `Stop ${id}`,
      ...own,
    });
    const raised = { item: s1, at: '2026-05-01T00:00:00Z', kind: 'raised' as const };
    const stops =
      stepAuthorisation(
        contextOf({
          evidence: [evidence('there')],
          stopConditions: [
            stop('calm', { safeWhile: needs('safe', 'there'), statement: 'all quiet' }),
            stop('loud', { events: [raised, { ...raised, item: itemId('s2') }] }),
            stop('other', { items: [itemId('s2')] }),
          ],
        }),
        's1',
      )?.stops ?? [];
    expect(stops.map(({ id, holds }) => [id, holds])).toEqual([
      ['calm', false],
      ['loud', true],
    ]);
    expect(stops[0]).toMatchObject({ statement: 'all quiet', safe: { verdict: 'passed' } });
    expect(stops[0]?.events).toEqual([]);
    expect(stops[1]).toEqual({ id: 'loud', title: 'Stop loud', holds: true, events: [raised] });
    expect(stops[1]).not.toHaveProperty('safe');
  });

  it('has its rehearsal where a gate asks for one', () => {
    const rehearsed = (step: string) => ({
      type: 'rehearsal' as const,
      step: itemId(step),
      at: '2026-05-01T00:00:00Z',
      entry: { rows: 1 },
      exit: { rows: 1 },
    });
    const ask = (step: string): Gate['conditions'][number] => ({
      kind: 'rehearsal',
      id: conditionId(`rehearse ${step}`),
      title: step,
      step: itemId(step),
    });
    const context = contextOf({
      items: [item('s1', { kind: 'step' }), item('s2', { kind: 'step' }), item('s3')],
      gates: [gateOf('s2', ask('s2')), gateOf('s1', ask('s1')), gateOf('s3', ask('s3'))],
      evidence: [evidence('e', { facts: [rehearsed('s2'), rehearsed('s1')] })],
    });
    expect(stepAuthorisation(context, 's1')?.rehearsal).toMatchObject({
      gate: 'gate of s1',
      result: { verdict: 'passed', title: 's1' },
      fact: rehearsed('s1'),
      evidence: 'e',
    });
    const missing = stepAuthorisation(context, 's3')?.rehearsal;
    expect(missing?.result.verdict).toBe('missing');
    expect(missing).not.toHaveProperty('fact');
  });
});
