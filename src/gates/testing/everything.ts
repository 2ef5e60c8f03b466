import type { Condition, EvidenceSelector } from '../../model/condition.ts';
import type { StopCondition, Waiver } from '../../model/gate.ts';
import type { AuthorisationRecord, AuthorisationRule } from '../../model/governance.ts';
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
} from '../../model/ids.ts';
import type { ProjectContent } from '../../model/project.ts';
import {
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
} from './builders.ts';

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
export const everything: ProjectContent = contentOf({
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
    item('phase-1', { kind: 'phase' }),
    declared('in-phase-1', 'complete', ['link'], { parent: itemId('phase-1') }),
    item('phase-2', { kind: 'phase' }),
    declared('begun', 'in-progress', [], { parent: itemId('phase-2') }),
    item('not-begun', { parent: itemId('phase-2') }),
    item('ring-1'),
    item('ring-2'),
    item('lost'),
    item('proof-wanted', { class: 'later' }),
    declared('said-failed', 'failed'),
    declared('tried', 'in-progress'),
  ],
  classes: [{ id: 'later', title: 'Later', startsAfter: 'proven' }],
  dependencies: [
    ...waits('after-done', 'done'),
    ...waits('needs-deferred', 'deferred'),
    ...waits('late', 'second', 'waived', 'probed'),
    ...waits('phase-2', 'phase-1'),
    ...waits('ring-1', 'ring-2'),
    ...waits('ring-2', 'ring-1'),
    ...waits('lost', 'nowhere'),
    ...waits('proof-wanted', 'done', 'by-kind'),
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
    gate('advance', { 'phase-1': 'advance' }, [needs('signed', 'sign-off')]),
    gate('recorded', { tried: 'complete' }, [needs('seen', 'also')], {
      declared: { verdict: 'failed' },
    }),
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
      item: itemId('tried'),
      attemptLimit: 2,
      attempts: [{ number: 1, verdict: 'rejected' }],
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
    ...['waiver', 'own-rule', 'stated', 'doc', 'return', 'sign-off'].map((id) => evidence(id)),
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
