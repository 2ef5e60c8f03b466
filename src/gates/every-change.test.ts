import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProject } from '../model/build-project.ts';
import type { Condition, EvidenceSelector } from '../model/condition.ts';
import type { DigestState } from '../model/evidence.ts';
import type { StopCondition, Waiver } from '../model/gate.ts';
import type { AuthorisationRecord, AuthorisationRule } from '../model/governance.ts';
import {
  authorisationRecordId,
  authorisationRuleId,
  budgetId,
  conditionId,
  definitionId,
  deliverableId,
  documentId,
  evidenceId,
  invariantId,
  itemId,
  metricId,
  probeId,
  roleId,
  stopConditionId,
} from '../model/ids.ts';
import type { Declared } from '../model/plan.ts';
import type { ProjectContent } from '../model/project.ts';
import type { Assumption } from './assumptions.ts';
import type { PlanChange } from './change.ts';
import { Engine } from './evaluation.ts';
import { arbitraryContent } from './testing/arbitrary-project.ts';
import {
  AS_OF,
  condition,
  contentOf,
  declared,
  evidence,
  flag,
  flagged,
  gate,
  item,
  needs,
  waits,
  withFacts,
  YESTERDAY,
} from './testing/builders.ts';
import { plain } from './testing/law-tools.ts';

/** The plan as it is after a change, made without the engine. */
function changed(content: ProjectContent, change: PlanChange): ProjectContent {
  const patch = <T extends { readonly id: string }>(
    list: readonly T[] | undefined,
    { put = [], remove = [] }: { put?: readonly T[]; remove?: readonly string[] } = {},
  ) => [
    ...(list ?? []).filter(({ id }) => !remove.includes(id) && !put.some((one) => one.id === id)),
    ...put,
  ];
  return {
    ...content,
    evidence: patch(content.evidence, change.evidence),
    authorisations: patch(content.authorisations, change.authorisations),
    waivers: patch(content.waivers, change.waivers),
    items: content.items.map((one) => {
      if (change.declared?.has(one.id) !== true) return one;
      const { declared: _before, ...rest } = one;
      const state = change.declared.get(one.id);
      return state === undefined ? rest : { ...rest, declared: state };
    }),
  };
}

const HEALTH: readonly DigestState[] = ['mismatch', 'match'];
const WORDS: readonly (Declared | undefined)[] = [
  undefined,
  { state: 'complete' },
  { state: 'in-progress' },
  { state: 'failed' },
];

/** Each way to change one thing of a plan. */
function* changesOf(content: ProjectContent): Generator<PlanChange> {
  for (const entry of content.evidence ?? []) {
    yield { evidence: { remove: [entry.id] } };
    const { facts: _facts, ...silent } = entry;
    yield { evidence: { put: [silent] } };
    yield { evidence: { put: [{ ...entry, inadmissible: { reason: 'weak' } }] } };
    for (const state of HEALTH) yield { digests: new Map([[entry.id, state]]) };
  }
  for (const { id } of content.items) {
    for (const word of WORDS) yield { declared: new Map([[id, word]]) };
  }
  for (const record of content.authorisations ?? []) {
    yield { authorisations: { remove: [record.id] } };
    yield { authorisations: { put: [{ ...record, decision: 'refused' }] } };
    yield { authorisations: { put: [{ ...record, evidence: [] }] } };
  }
  for (const waiver of content.waivers ?? []) {
    yield { waivers: { remove: [waiver.id] } };
    yield { waivers: { put: [{ ...waiver, expires: AS_OF }] } };
  }
}

/** `toEqual`, and quick where nothing differs. */
function expectSame(one: unknown, other: unknown, when: () => string): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one, when()).toEqual(other);
}

const judge = (content: ProjectContent, digests: PlanChange['digests'] = new Map()) =>
  plain(new Engine(buildProject(content, { digests }), { asOf: AS_OF }).judgeAll());

/** Takes each change in, and then takes it back; says how many of them changed a verdict. */
function holdsForEach(content: ProjectContent): number {
  const before = judge(content);
  let moved = 0;
  for (const change of changesOf(content)) {
    const engine = new Engine(buildProject(content), { asOf: AS_OF });
    engine.judgeAll();
    const after = plain(engine.update(change));
    expectSame(after, judge(changed(content, change), change.digests), () =>
      JSON.stringify(change),
    );
    if (JSON.stringify(after) !== JSON.stringify(before)) moved += 1;
    if (change.digests !== undefined) continue;
    const back: PlanChange = {
      evidence: { put: content.evidence ?? [] },
      authorisations: { put: content.authorisations ?? [] },
      waivers: { put: content.waivers ?? [] },
      declared: new Map(content.items.map(({ id, declared: word }) => [id, word])),
    };
    expectSame(plain(engine.update(back)), before, () => `back from ${JSON.stringify(change)}`);
  }
  return moved;
}

const lead = roleId('lead');
const rule = (id: string, more: Partial<AuthorisationRule> = {}): AuthorisationRule => ({
  id: authorisationRuleId(id),
  title: id,
  perStep: true,
  definitions: [
    {
      id: definitionId(`D-${id}`),
      title: id,
      from: '2026-01-01T00:00:00Z',
      demands: [{ role: lead }],
    },
  ],
  ...more,
});
const grant = (id: string, of: string, step: string, by?: string): AuthorisationRecord => ({
  id: authorisationRecordId(id),
  rule: authorisationRuleId(of),
  role: lead,
  form: 'row',
  steps: [itemId(step)],
  decision: 'granted',
  scope: 'commit',
  at: YESTERDAY,
  ...(by === undefined ? {} : { evidence: [evidenceId(by)] }),
});
const by = (id: string, selector: EvidenceSelector): Condition =>
  condition({ kind: 'evidence', id: conditionId(id), evidence: selector });

/** What looks at things in every way there is; each is kept by a gate, a stop, a rule or an item. */
const everything: ProjectContent = contentOf({
  roles: [{ id: lead, title: 'Lead', level: 2 }],
  items: [
    declared('done', 'complete', ['link']),
    item('word', { declared: { state: 'complete', evidence: [evidenceId('own-link')] } }),
    item('by-kind'),
    item('by-path'),
    item('by-cover'),
    item('probed'),
    item('after-done'),
    item('rehearsed'),
    item('attested'),
    item('reviewed'),
    item('delivered'),
    item('measured'),
    item('in-budget'),
    item('documented'),
    item('compared'),
    item('allowed'),
    item('master', { kind: 'step' }),
    item('forbidden', { forbidden: { reason: 'no', unless: 'F' } }),
    item('deferred', { deferred: { reason: 'later', reactivatedWhen: needs('back', 'return') } }),
    item('needs-deferred'),
    item('stopped'),
    item('lifted'),
    item('waived'),
    item('second'),
    item('late'),
  ],
  dependencies: [
    ...waits('after-done', 'done'),
    ...waits('needs-deferred', 'deferred'),
    ...waits('late', 'second', 'waived', 'probed'),
  ],
  gates: [
    gate('kind', { 'by-kind': 'complete' }, [by('k', { kind: 'report' })]),
    gate('path', { 'by-path': 'complete' }, [by('p', { path: 'a.json' })]),
    gate('cover', { 'by-cover': 'complete' }, [by('c', { covers: 'A-1' })]),
    gate('probe', { probed: 'complete' }, [condition({ kind: 'probe', probe: probeId('p') })]),
    gate('rehearsal', { rehearsed: 'start' }, [
      condition({ kind: 'rehearsal', step: itemId('rehearsed') }),
    ]),
    gate('attestation', { attested: 'complete' }, [
      condition({ kind: 'attestation', predicateType: 't' }),
    ]),
    gate('review', { reviewed: 'complete' }, [
      condition({ kind: 'review', role: lead, subject: 'reviewed' }),
    ]),
    gate('delivery', { delivered: 'complete' }, [
      condition({ kind: 'deliverable', deliverable: deliverableId('d') }),
    ]),
    gate('metric', { measured: 'complete' }, [
      condition({
        kind: 'metric',
        metric: metricId('m'),
        aggregate: 'max',
        operator: 'at-most',
        target: 5,
        unit: 'ms',
      }),
    ]),
    gate('budget', { 'in-budget': 'complete' }, [
      condition({ kind: 'budget', budget: budgetId('b'), check: 'consistent' }),
    ]),
    gate('document', { documented: 'complete' }, [
      condition({ kind: 'document', document: documentId('doc') }),
    ]),
    gate('compare', { compared: 'complete' }, [
      condition({
        kind: 'cross-check',
        left: { evidence: evidenceId('yes'), pointer: { kind: 'json', pointer: '/ok' } },
        right: { evidence: evidenceId('also'), pointer: { kind: 'json', pointer: '/ok' } },
      }),
    ]),
    gate('permit', { allowed: 'start' }, [
      condition({ kind: 'authorisation', rule: authorisationRuleId('A'), step: itemId('allowed') }),
    ]),
    gate('waiver', { waived: 'start' }, [flagged('no', 'no')]),
    gate('first', { second: 'start' }, [flagged('yes', 'yes')]),
    gate('chain', { second: 'complete' }, [
      condition({ kind: 'gate', gate: 'first' as never }),
      { ...needs('informative', 'report'), blocking: false },
    ]),
  ],
  waivers: [
    {
      id: 'w',
      gate: 'waiver' as Waiver['gate'],
      condition: conditionId('no'),
      reason: 'later',
      author: 'ada',
      at: YESTERDAY,
      expires: '2027-01-01T00:00:00Z',
      evidence: [evidenceId('waiver')],
    },
  ],
  authorisationRules: [rule('A'), rule('F'), rule('M', { master: true }), rule('S')],
  authorisations: [
    grant('a', 'A', 'allowed', 'minutes'),
    grant('f', 'F', 'forbidden', 'exception'),
    grant('m', 'M', 'master', 'signature'),
    { ...grant('s', 'S', 'lifted', 'new-leave'), at: '2026-06-01T12:00:00Z' },
  ],
  stopConditions: [
    {
      id: stopConditionId('safe'),
      title: 'S',
      items: [itemId('stopped')],
      safeWhile: flagged('s', 'yes'),
    },
    {
      id: stopConditionId('raised'),
      title: 'R',
      items: [itemId('lifted')],
      events: [
        {
          item: itemId('lifted'),
          at: '2026-06-01T06:00:00Z',
          clearedAt: '2026-06-01T18:00:00Z',
          finding: evidenceId('finding'),
          authorisation: authorisationRecordId('s'),
        },
      ],
    } satisfies StopCondition,
  ],
  invariants: [{ id: invariantId('own'), title: 'Own', condition: needs('rule', 'own-rule') }],
  probes: [
    {
      id: probeId('p'),
      title: 'P',
      expectations: [
        { operator: 'equals', value: 0, before: itemId('done') },
        { operator: 'equals', value: 1, after: itemId('done') },
      ],
    },
  ],
  metrics: [
    {
      id: metricId('m'),
      title: 'M',
      unit: 'ms',
      better: 'lower',
      seriesFile: { path: 'm.csv', timeColumn: 't', valueColumn: 'v' },
      series: { t: [Date.parse(YESTERDAY)], v: [1] },
    },
  ],
  budgets: [
    {
      id: budgetId('b'),
      title: 'B',
      currency: 'EUR',
      dailyCap: 5,
      statedIn: [{ source: { path: 'b.md' }, evidence: evidenceId('stated'), dailyCap: 5 }],
    },
  ],
  documents: [
    {
      id: documentId('doc'),
      path: 'd.md',
      title: 'D',
      exists: true,
      evidence: [evidenceId('doc')],
    },
  ],
  contracts: [
    {
      id: 'k',
      title: 'K',
      categories: [],
      deliverables: [
        { id: deliverableId('d'), title: 'D', path: 'd.ts', category: 'c', kind: 'source' },
      ],
    },
  ],
  evidence: [
    ...['link', 'own-link', 'minutes', 'exception', 'signature', 'new-leave', 'finding'].map((id) =>
      evidence(id, id === 'finding' ? { collectedAt: '2026-06-01T07:00:00Z' } : {}),
    ),
    ...['waiver', 'own-rule', 'stated', 'doc', 'return'].map((id) => evidence(id)),
    evidence('report', { kind: 'report' }),
    evidence('path', { path: 'a.json', kind: 'file' }),
    evidence('cover', { covers: ['A-1'] }),
    withFacts('observation', [
      { type: 'observation', probe: probeId('p'), value: 1, at: YESTERDAY },
    ]),
    withFacts('rehearsal', [
      {
        type: 'rehearsal',
        step: itemId('rehearsed'),
        at: YESTERDAY,
        entry: { rows: 1 },
        exit: { rows: 1 },
      },
    ]),
    withFacts('attestation', [
      { type: 'attestation', predicateType: 't', subjects: [{ name: 'x' }] },
    ]),
    withFacts('reviewing', [
      {
        type: 'review',
        role: lead,
        person: 'ann',
        subject: 'reviewed',
        decision: 'accepted',
        at: YESTERDAY,
      },
    ]),
    withFacts('file', [{ type: 'file', path: 'd.ts', exists: true, lines: 3 }]),
    evidence('series', { path: 'm.csv' }),
    flag('yes', true),
    flag('also', true),
    flag('no', false),
  ],
});

describe('every change of one thing', () => {
  it('is taken in as if the changed plan were judged, and taken back', () => {
    const moved = holdsForEach(everything);
    // Almost everything in this plan carries something.
    expect(moved).toBeGreaterThan(100);
  });

  it('each piece of evidence of that plan carries a verdict', () => {
    const before = JSON.stringify(judge(everything));
    const idle = (everything.evidence ?? []).filter(({ id }) => {
      const left = (everything.evidence ?? []).filter((entry) => entry.id !== id);
      return JSON.stringify(judge({ ...everything, evidence: left })) === before;
    });
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  it.each(
    fc
      .sample(arbitraryContent({ tangled: true, turning: true, stops: true }), {
        numRuns: 12,
        seed: 3,
      })
      .map((content, at) => [at, content] as const),
  )('is taken in alike by a generated plan, number %i', (_at, content) => {
    holdsForEach(content);
  });
});

describe('every assumption about one thing', () => {
  function* assumptionsOf(content: ProjectContent): Generator<Assumption> {
    for (const { id } of content.items) yield { kind: 'item', item: id };
    for (const { id } of content.stopConditions ?? []) yield { kind: 'stop', stop: id };
    for (const { id, conditions } of content.gates ?? []) {
      for (const verdict of ['passed', 'failed', 'missing'] as const) {
        yield { kind: 'gate', gate: id, verdict };
        for (const entry of conditions) {
          yield { kind: 'condition', gate: id, condition: entry.id, verdict };
        }
      }
    }
  }

  it.each([
    ['the plan that looks at everything', everything] as const,
    ...fc
      .sample(arbitraryContent({ tangled: true, stops: true }), { numRuns: 12, seed: 5 })
      .map((content, at) => [`a generated plan, number ${at}`, content] as const),
  ])('is what judging all under it gives, and is forgotten: %s', (_name, content) => {
    const engine = new Engine(buildProject(content), { asOf: AS_OF });
    const before = plain(engine.judgeAll());
    for (const assumption of assumptionsOf(content)) {
      const fresh = new Engine(buildProject(content), { asOf: AS_OF }).judgeAll([assumption]);
      const supposed = plain(engine.suppose([assumption]));
      expectSame(supposed, plain(fresh), () => JSON.stringify(assumption));
      expectSame(plain(engine.verdicts()), before, () => 'afterwards');
    }
  });
});
