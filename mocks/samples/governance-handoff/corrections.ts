import type { Condition } from '../../../src/model/condition.ts';
import {
  conditionId,
  type EvidenceId,
  evidenceId,
  type ItemId,
  itemId,
} from '../../../src/model/ids.ts';
import type { Dependency, PlanItem, Relation } from '../../../src/model/plan.ts';
import {
  ACTIVATION,
  at,
  BACKFILL_COMMIT,
  BOOTSTRAP,
  DRY_RUN,
  INPUT_TRUST,
  rule,
  step,
} from './names.ts';

interface CorrectionText {
  readonly id: string;
  readonly step: ItemId;
  readonly title: string;
  readonly line: number;
  /** The token in brackets, from which slash lists were expanded. */
  readonly raw: string;
  readonly applied: boolean;
}

/** Engineering corrections that must be folded in before their step. */
export const CORRECTIONS: readonly CorrectionText[] = [
  {
    id: 'F-83-1',
    step: step(1),
    title: 'Right argument for the birth trigger of the action types',
    line: 30,
    raw: 'F-83-1',
    applied: true,
  },
  {
    id: 'F-57-1',
    step: step(4),
    title: 'Reuse of queue_heartbeat by the worker cursor',
    line: 36,
    raw: 'F-57-1',
    applied: true,
  },
  {
    id: 'F-57-2',
    step: step(6),
    title: 'Event types, second finding of document 57',
    line: 41,
    raw: 'F-57-2/3/4',
    applied: true,
  },
  {
    id: 'F-57-3',
    step: step(6),
    title: 'Event types, third finding of document 57',
    line: 41,
    raw: 'F-57-2/3/4',
    applied: true,
  },
  {
    id: 'F-57-4',
    step: step(6),
    title: 'Event types, fourth finding of document 57',
    line: 41,
    raw: 'F-57-2/3/4',
    applied: false,
  },
  {
    id: 'F-R7-1',
    step: step(7),
    title: 'Order: domains, then tools, then coverage',
    line: 43,
    raw: 'F-R7-1',
    applied: true,
  },
  {
    id: 'F-R7-2',
    step: step(7),
    title: 'Naming of the governance tools',
    line: 43,
    raw: 'F-R7-2',
    applied: true,
  },
];

export function correctionEvidence(id: string): EvidenceId {
  return evidenceId(`correction-${id}`);
}

export const CORRECTION_ITEMS: readonly PlanItem[] = CORRECTIONS.map((text, index) => ({
  id: itemId(text.id),
  kind: 'correction',
  title: text.title,
  order: 100 + index,
  numbers: [{ namespace: 'correction', value: text.id, source: at(text.line, text.raw) }],
  declared: text.applied
    ? {
        state: 'complete',
        raw: 'folded in',
        at: '2026-11-09T15:00:00Z',
        evidence: [correctionEvidence(text.id)],
      }
    : { state: 'not-started' },
  ...(text.applied ? { evidence: [correctionEvidence(text.id)] } : {}),
  source: at(text.line, text.raw),
}));

function recorded(id: string, item: ItemId): Condition {
  return {
    id: conditionId(`reactivated-${id}`),
    kind: 'authorisation',
    title: `${id} is recorded`,
    rule: rule(id),
    step: item,
  };
}

/** Decisions under the umbrella C-7 that come after their step. */
export const FOLLOW_UPS: readonly PlanItem[] = [
  {
    id: ACTIVATION,
    kind: 'follow-up',
    title: 'Activation of the ruleset (SB-12)',
    order: 200,
    declared: { state: 'deferred', raw: 'later' },
    deferred: {
      reason: 'Left for later by the handoff.',
      reactivation: 'C-7.2 is recorded.',
      reactivatedWhen: recorded('C-7.2', ACTIVATION),
    },
    source: at(35),
  },
  {
    id: INPUT_TRUST,
    kind: 'follow-up',
    title: 'Trust in inputs',
    order: 201,
    declared: { state: 'deferred' },
    deferred: {
      reason: 'Named beside activation and backfill, without a step of its own.',
      reactivation: 'C-7.1 is recorded.',
      reactivatedWhen: recorded('C-7.1', INPUT_TRUST),
    },
    source: at(99),
  },
];

const explicit = (item: ItemId, on: ItemId, line: number, raw?: string): Dependency => ({
  item,
  on,
  origin: 'explicit',
  source: at(line, raw),
});

const implied = (item: ItemId, on: ItemId): Dependency => ({
  item,
  on,
  origin: 'implied',
  reason: 'Each step gates the next one.',
  source: at(27),
});

export const DEPENDENCIES: readonly Dependency[] = [
  explicit(step(1), BOOTSTRAP, 12),
  implied(step(1), step(0)),
  implied(step(2), step(1)),
  implied(step(3), step(2)),
  implied(step(4), step(3)),
  { ...explicit(step(5), step(3), 39), reason: 'Foreign key to governance_ruleset.' },
  implied(step(5), step(4)),
  implied(step(6), step(5)),
  explicit(step(7), step(5), 43, 'SB-10..13'),
  explicit(step(7), step(6), 43, 'SB-10..13'),
  explicit(step(7), step(3), 43, 'SB-10..13'),
  explicit(step(7), step(4), 43, 'SB-10..13'),
  implied(BACKFILL_COMMIT, step(7)),
  explicit(BACKFILL_COMMIT, DRY_RUN, 45, 'DRY-RUN only first'),
  implied(step(9), step(8)),
  explicit(ACTIVATION, step(3), 35),
  ...CORRECTIONS.map((text) => explicit(text.step, itemId(text.id), text.line, text.raw)),
];

const COMPONENTS: readonly (readonly [ItemId, string, number])[] = [
  [BOOTSTRAP, 'SB-0', 12],
  [step(1), 'SB-1', 30],
  [step(2), 'SB-2', 32],
  [step(3), 'SB-12', 34],
  [step(4), 'SB-13', 36],
  [step(5), 'SB-10', 38],
  [step(6), 'SB-11', 40],
  [step(7), 'T6/T7', 42],
  [step(8), 'backfill', 45],
  [step(9), 'Phase-B', 46],
];

/** Component numbers are no step numbers: the tie is listed, and nothing is derived from it. */
export const RELATIONS: readonly Relation[] = [
  ...COMPONENTS.map(
    ([from, to, line]): Relation => ({
      from,
      to,
      kind: 'implements',
      stated: 'explicit',
      source: at(line),
    }),
  ),
  ...CORRECTIONS.map(
    (text): Relation => ({
      from: text.id,
      to: text.step,
      kind: 'applies-to',
      stated: 'explicit',
      source: at(text.line, text.raw),
    }),
  ),
  ...(
    [
      ['C-7.2', ACTIVATION],
      ['C-7.3', BACKFILL_COMMIT],
      ['C-7.1', INPUT_TRUST],
    ] as const
  ).map(
    ([from, to]): Relation => ({
      from,
      to,
      kind: 'applies-to',
      stated: 'positional',
      note: 'Two lists of three stand side by side; the order of the numbers is 7.2, 7.3, 7.1.',
      source: at(99, 'C-7.2 / C-7.3 / C-7.1'),
    }),
  ),
];
