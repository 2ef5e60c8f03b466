import type { Effect } from '../../../src/model/plan.ts';
import { at } from './names.ts';

interface EffectText {
  readonly id: string;
  readonly text: string;
  readonly probe?: string;
}

interface Row {
  readonly steps: readonly string[];
  readonly line: number;
  /** The first token of a row that stands for more than one step. */
  readonly raw?: string;
  readonly allowed: readonly EffectText[];
  readonly forbidden: readonly EffectText[];
}

/**
 * Part 89.3. Its table lost the cell borders, so the division into cells is our reading; the row
 * for the steps 3–5 and the row for all steps are applied to each of them.
 */
const ROWS: readonly Row[] = [
  {
    steps: ['step-1'],
    line: 54,
    allowed: [
      { id: 'rewire-birth-trigger', text: 'Re-wire the birth trigger of apr_action_types.' },
      { id: 'insert-action-types', text: 'Add four action types, high risk, unimplemented.' },
    ],
    forbidden: [
      {
        id: 'flip-handler',
        text: 'Point any handler_ref at a real handler.',
        probe: 'handler-refs-flipped',
      },
      {
        id: 'add-request',
        text: 'Create an approval request whose action is add.',
        probe: 'add-requests',
      },
    ],
  },
  {
    steps: ['step-2'],
    line: 55,
    allowed: [
      { id: 'create-ownership', text: 'Create two tables, two views and a partial unique index.' },
      { id: 'seed-scopes', text: 'Seed six scopes.' },
    ],
    forbidden: [
      {
        id: 'widen-relations-check',
        text: 'Alter the check on governance_relations.',
        probe: 'relations-check',
      },
      {
        id: 'add-trigger',
        text: 'Put any trigger on the new tables.',
        probe: 'triggers-on-new-tables',
      },
    ],
  },
  {
    steps: ['step-3', 'step-4', 'step-5'],
    line: 56,
    raw: '3–5',
    allowed: [
      { id: 'create-additive', text: 'Create the additive tables; the ruleset is a draft.' },
    ],
    forbidden: [
      {
        id: 'activate-ruleset',
        text: 'Activate a ruleset; that is C-7.2.',
        probe: 'active-rulesets',
      },
      { id: 'checked-forever', text: 'Write a boolean that says checked for ever.' },
    ],
  },
  {
    steps: ['step-6'],
    line: 57,
    allowed: [{ id: 'insert-event-types', text: 'Add event types, inactive.' }],
    forbidden: [
      {
        id: 'activate-event-type',
        text: 'Switch an event type on.',
        probe: 'active-governance-event-types',
      },
      { id: 'emit-event', text: 'Write to event_outbox.', probe: 'governance-outbox' },
    ],
  },
  {
    steps: ['step-7'],
    line: 58,
    allowed: [
      { id: 'insert-dots', text: 'Add domains, tools that read and propose, and their coverage.' },
    ],
    forbidden: [
      {
        id: 'G-APPLY',
        text: 'Create dot_governance_assignment_apply, the tool that changes things.',
        probe: 'apply-dot',
      },
      { id: 'owner-write', text: 'Write any owner.' },
    ],
  },
  {
    steps: ['step-8'],
    line: 59,
    allowed: [{ id: 'dry-run', text: 'Compute without writing.' }],
    forbidden: [{ id: 'early-onboarding', text: 'Commit onboarding rows before C-7.3.' }],
  },
  {
    steps: [
      'sb-0',
      'step-0',
      'step-1',
      'step-2',
      'step-3',
      'step-4',
      'step-5',
      'step-6',
      'step-7',
      'step-8',
      'step-9',
    ],
    line: 60,
    raw: 'all',
    allowed: [],
    forbidden: [
      { id: 'unauthorised-commit', text: 'Commit without the authorisation row of the step.' },
      { id: 'other-systems', text: 'Change Directus, Qdrant or Nuxt.' },
      { id: 'enact-law', text: 'Enact a law.', probe: 'law-catalog' },
      { id: 'bump', text: 'Raise a version or a status.', probe: 'normative-registry' },
      { id: 'emit-any-event', text: 'Emit an event.', probe: 'governance-outbox' },
      { id: 'self-approval', text: 'Approve oneself.' },
    ],
  },
];

/** What the step may do and must never do. Effect ids are unique inside the step. */
export function effectsOf(step: string): readonly Effect[] {
  return ROWS.filter((row) => row.steps.includes(step)).flatMap((row) => [
    ...row.allowed.map((text) => effect(text, 'allowed', row)),
    ...row.forbidden.map((text) => effect(text, 'forbidden', row)),
  ]);
}

function effect(text: EffectText, kind: Effect['kind'], row: Row): Effect {
  return {
    id: text.id,
    text: text.text,
    kind,
    ...(text.probe === undefined ? {} : { probe: text.probe }),
    source: at(row.line, row.raw),
  };
}
