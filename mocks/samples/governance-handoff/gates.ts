import type { Condition } from '../../../src/model/condition.ts';
import type { Gate, Invariant, StopCondition } from '../../../src/model/gate.ts';
import {
  conditionId,
  evidenceId,
  gateId,
  type ItemId,
  invariantId,
  itemId,
  type ProbeId,
  probeId,
  stopConditionId,
} from '../../../src/model/ids.ts';
import { CORRECTIONS } from './corrections.ts';
import {
  ACTIVATION,
  at,
  BACKFILL_COMMIT,
  BOOTSTRAP,
  COMMITTED,
  DRY_RUN,
  INPUT_TRUST,
  RATIFICATION,
  rule,
  type StepNumber,
  step,
} from './names.ts';
import { CHANGED_BY, LISTED, PROBE_TEXTS, STANDING } from './probes.ts';
import { REPORT_FIELDS } from './report.ts';

/** Statement types of the three attestations. */
export const ATTESTATIONS = [
  { id: 'no-hardcode', title: 'Nothing hard-coded', line: 122 },
  { id: 'no-island', title: 'No island beside the existing spine', line: 123 },
  { id: 'law-unchanged', title: 'Law, version and status unchanged', line: 117 },
] as const;

export function predicateType(id: string): string {
  return `urn:one-roof:attestation:${id}:1`;
}

export const TIMEOUTS = [
  { name: 'statement_timeout', value: '5s' },
  { name: 'lock_timeout', value: '3s' },
  { name: 'idle_in_transaction_session_timeout', value: '15s' },
] as const;

/** Rules that must be recorded before a step may be committed, beside the order of the steps. */
const AND_LISTS: readonly (readonly [ItemId, readonly string[], number])[] = [
  [BOOTSTRAP, [RATIFICATION, 'M-1'], 12],
  [step(1), ['C-2', 'M-1'], 31],
  [step(2), ['C-1', 'M-1'], 33],
  [step(3), ['M-1'], 35],
  [step(4), ['M-1'], 37],
  [step(5), ['M-1'], 39],
  [step(6), ['M-1'], 41],
  [step(7), ['C-7', 'M-1'], 43],
  [BACKFILL_COMMIT, ['C-7.3', 'M-1'], 45],
  [step(9), ['A-9', 'M-1'], 46],
  [ACTIVATION, ['C-7.2'], 99],
  [INPUT_TRUST, ['C-7.1'], 99],
];

function authorised(id: string, item: ItemId, line: number): Condition {
  return {
    id: conditionId(id),
    kind: 'authorisation',
    title: id === RATIFICATION ? 'The model is ratified' : `${id} is recorded for it`,
    rule: rule(id),
    ...(id === RATIFICATION ? {} : { step: item }),
    owner: ['M-1', 'A-9', RATIFICATION].includes(id) ? 'sovereign' : 'council',
    source: at(line),
  };
}

/** Permission: who must have allowed it. Waivers do not reach it. */
const PERMITS: readonly Gate[] = AND_LISTS.map(([item, rules, line]) => ({
  id: gateId(`permit-${item}`),
  title: `Permission: ${item}`,
  statement: 'Every record named for the step is in force.',
  guards: [{ item, effect: 'start' }],
  conditions: rules.map((id) => authorised(id, item, line)),
  nonBypassable: true,
  source: at(line),
}));

function rehearsed(item: ItemId): readonly Condition[] {
  return [
    {
      id: conditionId('rehearsal'),
      kind: 'rehearsal',
      title: 'Rehearsed, and left as it was found',
      step: item,
      owner: 'build-agent',
      source: at(88),
    },
    {
      id: conditionId('timeouts'),
      kind: 'all',
      title: 'The three timeouts are set',
      owner: 'build-agent',
      of: TIMEOUTS.map(({ name, value }) => ({
        id: conditionId(`timeout-${name}`),
        kind: 'value',
        title: name,
        evidence: evidenceId(`rehearsal-${item}`),
        pointer: { kind: 'json', pointer: `/timeouts/${name}` },
        operator: 'equals',
        target: value,
      })),
      source: at(90),
    },
    {
      id: conditionId('rollback'),
      kind: 'evidence',
      title: 'A rollback script is on file',
      evidence: { kind: 'rollback-script', covers: item },
      owner: 'build-agent',
      source: at(91),
    },
    {
      id: conditionId('island-scan'),
      kind: 'evidence',
      title: 'The island scan ran',
      evidence: { kind: 'island-scan', covers: item },
      owner: 'build-agent',
      source: at(123),
    },
  ];
}

/** Readiness: what must be proven before anybody is asked for permission. */
const REHEARSALS: readonly Gate[] = COMMITTED.map((item) => ({
  id: gateId(`ready-${item}`),
  title: `Readiness: ${item}`,
  statement: 'Rehearsed with equal counts before and after, and undoable.',
  guards: [{ item, effect: 'start' }],
  conditions: rehearsed(item),
  source: at(86),
}));

const BACKFILL_REHEARSED: Gate = {
  id: gateId('ready-step-8'),
  title: 'Readiness: backfill',
  statement: 'The computation was tried without writing.',
  guards: [{ item: DRY_RUN, effect: 'complete' }],
  conditions: [
    {
      id: conditionId('rehearsal'),
      kind: 'rehearsal',
      title: 'Computed, and left as it was found',
      step: DRY_RUN,
      owner: 'build-agent',
    },
  ],
  source: at(45),
};

const observed = (probe: ProbeId, item: ItemId): Condition => ({
  id: conditionId(`after-${probe}`),
  kind: 'probe',
  title: PROBE_TEXTS.find((text) => text.id === probe)?.title ?? probe,
  probe,
  step: item,
  moment: 'after',
  owner: 'build-agent',
  source: at(91),
});

/** Completion: the counts afterwards, the dump, the report and the attestations. */
function completion(item: ItemId, changed: readonly ProbeId[]): Gate {
  return {
    id: gateId(`done-${item}`),
    title: `Completion: ${item}`,
    statement: 'Committed, seen, reported and attested.',
    guards: [{ item, effect: 'complete' }],
    conditions: [
      ...[...changed, ...STANDING.filter((probe) => !changed.includes(probe))].map((probe) =>
        observed(probe, item),
      ),
      {
        id: conditionId('dump'),
        kind: 'evidence',
        title: 'A dump of the seven reused tables',
        evidence: { kind: 'dump-manifest', covers: item },
        owner: 'build-agent',
        source: at(89),
      },
      {
        id: conditionId('report'),
        kind: 'evidence',
        title: 'The report with its fourteen fields',
        evidence: { kind: 'step-report', covers: item },
        owner: 'build-agent',
        source: at(117),
      },
      ...ATTESTATIONS.map(
        ({ id, title, line }): Condition => ({
          id: conditionId(id),
          kind: 'attestation',
          title,
          predicateType: predicateType(id),
          subject: item,
          signers: ['build-agent'],
          owner: 'build-agent',
          source: at(line),
        }),
      ),
    ],
    source: at(91),
  };
}

const NUMBERED: readonly StepNumber[] = [1, 2, 3, 4, 5, 6, 7];

const PREFLIGHT: Gate = {
  id: gateId('done-step-0'),
  title: 'Pre-flight check',
  statement: 'The master gate is open and every live count is what the built steps predict.',
  guards: [{ item: step(0), effect: 'complete' }],
  conditions: [
    ...LISTED.map(
      (text): Condition => ({
        id: conditionId(text.id),
        kind: 'probe',
        title: text.title,
        probe: probeId(text.id),
        moment: 'latest',
        owner: text.id === 'approvals' ? 'sovereign' : 'build-agent',
        source: at(text.line),
      }),
    ),
    {
      id: conditionId('report'),
      kind: 'all',
      title: 'The report has its fourteen fields',
      owner: 'build-agent',
      of: REPORT_FIELDS.map((field) => ({
        id: conditionId(`report-${field.id}`),
        kind: 'value',
        title: field.title,
        evidence: evidenceId('report-step-0'),
        pointer: { kind: 'json', pointer: `/fields/${field.id}` },
        operator: 'exists',
      })),
      source: at(117),
    },
    {
      id: conditionId('no-events'),
      kind: 'value',
      title: 'No event was emitted',
      evidence: evidenceId('report-step-0'),
      pointer: { kind: 'json', pointer: '/fields/eventsEmitted' },
      operator: 'equals',
      target: 0,
      owner: 'build-agent',
      source: at(117),
    },
  ],
  source: at(62),
};

const FOLDED_IN: readonly Gate[] = CORRECTIONS.map((text) => ({
  id: gateId(`done-${text.id}`),
  title: `Folded in: ${text.id}`,
  guards: [{ item: itemId(text.id), effect: 'complete' }],
  conditions: [
    {
      id: conditionId('checked'),
      kind: 'evidence',
      title: 'The correction is shown in the rehearsed script',
      evidence: { kind: 'correction-check', covers: text.id },
      owner: 'build-agent',
      source: at(text.line, text.raw),
    },
  ],
  source: at(text.line, text.raw),
}));

export const GATES: readonly Gate[] = [
  PREFLIGHT,
  ...PERMITS,
  ...REHEARSALS,
  BACKFILL_REHEARSED,
  completion(BOOTSTRAP, []),
  ...NUMBERED.map((number) => completion(step(number), CHANGED_BY[number])),
  completion(BACKFILL_COMMIT, []),
  ...FOLDED_IN,
];

function probesHold(id: string, probes: readonly string[]): Condition {
  return {
    id: conditionId(id),
    kind: 'all',
    title: 'Seen as expected',
    of: probes.map((probe) => ({
      id: conditionId(`${id}-${probe}`),
      kind: 'probe',
      title: PROBE_TEXTS.find((text) => text.id === probe)?.title ?? probe,
      probe: probeId(probe),
      moment: 'latest',
    })),
  };
}

/** Part 89.7, in its order. */
export const STOPS: readonly StopCondition[] = [
  {
    id: stopConditionId('no-approval'),
    title: 'No row in os_proposal_approvals',
    statement: 'Judged at the pre-flight check, which holds back every other step.',
    items: [step(0)],
    safeWhile: probesHold('approved', ['approvals']),
    source: at(108),
  },
  {
    id: stopConditionId('no-council-record'),
    title: 'A record of the council is absent',
    statement:
      'Held by the permission gate of each step; a stop is entered here when one was tried.',
    source: at(109, 'C-1/C-2/C-7.x'),
  },
  {
    id: stopConditionId('correction-not-folded-in'),
    title: 'A correction is not folded in and the script fails',
    statement: 'To be reported, never to be worked around.',
    source: at(110, 'F-83-1/F-57-x/F-R7-1'),
  },
  {
    id: stopConditionId('forbidden-effect'),
    title: 'A forbidden effect without A-9',
    safeWhile: probesHold('harmless', [
      'relations-check',
      'handler-refs-flipped',
      'active-governance-event-types',
      'governance-outbox',
      'apply-dot',
    ]),
    source: at(111),
  },
  {
    id: stopConditionId('residue'),
    title: 'The rehearsal left something behind, or a session is open',
    statement:
      'Roll back and investigate. Raised for the step in whose rehearsal it was seen; idle sessions are counted again at the pre-flight check.',
    items: COMMITTED,
    events: [
      {
        item: step(4),
        at: '2026-11-12T13:42:10Z',
        reason: 'One session idle in a transaction during the rehearsal of STEP 4.',
        evidence: [evidenceId('probe-run-step-4')],
      },
    ],
    source: at(112),
  },
  {
    id: stopConditionId('drift'),
    title: 'Live counts that only somebody else can have caused',
    statement: 'Reconcile, overwrite nothing.',
    safeWhile: probesHold('undisturbed', [
      'approval-requests',
      'apr-approvals',
      'law-catalog',
      'birth-registry',
      'event-outbox',
    ]),
    source: at(113),
  },
];

export const INVARIANTS: readonly Invariant[] = [
  builtIn('step-needs-own-authorisation', 'No step is committed without its own leave', 27),
  builtIn('one-authorisation-one-step', 'One leave covers one step', 48),
  builtIn('re-verified-between-steps', 'Between two steps the counts are read again', 48),
  builtIn('advisory-authorises-nothing', 'Advice is no leave', 103),
  builtIn('forbidden-effects-absent', 'Forbidden effects are absent', 51),
  builtIn('complete-after-dependencies', 'No step before what it needs', 27),
  builtIn('complete-needs-evidence', 'What is complete links to evidence', 117),
  builtIn('one-name-one-thing', 'A number names one step', 12),
  {
    id: invariantId('G-APPLY'),
    title: 'The apply tool does not exist',
    statement: 'dot_governance_assignment_apply must not be there.',
    condition: {
      id: conditionId('no-apply-tool'),
      kind: 'probe',
      title: 'The tool dot_governance_assignment_apply',
      probe: probeId('apply-dot'),
      moment: 'latest',
    },
    source: at(44, 'G-APPLY'),
  },
];

function builtIn(name: NonNullable<Invariant['rule']>, title: string, line: number): Invariant {
  return { id: invariantId(name), title, rule: name, source: at(line) };
}
