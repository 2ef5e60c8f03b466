import type { Scalar } from '../../../src/model/common.ts';
import type { Probe, ProbeExpectation } from '../../../src/model/governance.ts';
import { type ProbeId, probeId } from '../../../src/model/ids.ts';
import { at, type StepNumber, step } from './names.ts';

/** A day: the handoff wants counts to be live and states no number, so this is ours. */
const DAY = 86_400;

/** What a probe shows, and what the sample observed at three moments. */
export interface ProbeText {
  readonly id: string;
  readonly title: string;
  readonly query?: string;
  readonly group: string;
  readonly line: number;
  readonly expectations: readonly ProbeExpectation[];
  readonly organicGrowth?: boolean;
  /** Counts at the baseline of 19 October. */
  readonly baseline: Scalar;
  /** Counts at the pre-flight check of 20 November; absent: not asked. */
  readonly preflight?: Scalar;
}

const always = (operator: ProbeExpectation['operator'], value?: Scalar): ProbeExpectation[] => [
  { operator, ...(value === undefined ? {} : { value }) },
];

/** One value until the step is complete, another one from then on. */
const turns = (number: StepNumber, until: Scalar, after: ProbeExpectation): ProbeExpectation[] => [
  { before: step(number), operator: 'equals', value: until },
  { ...after, after: step(number) },
];

function table(name: string, number: StepNumber, line: number): ProbeText {
  return {
    id: `table-${name}`,
    title: `Table ${name}`,
    query: `SELECT to_regclass('public.${name}')`,
    group: 'substrate',
    line,
    expectations: [
      { before: step(number), operator: 'absent' },
      { after: step(number), operator: 'exists' },
    ],
    baseline: null,
    preflight: null,
  };
}

function count(name: string, line: number, value: number, preflight?: number): ProbeText {
  return {
    id: name.replaceAll('_', '-'),
    title: `Rows in ${name}`,
    query: `SELECT count(*) FROM ${name}`,
    group: 'surface',
    line,
    expectations: always('unchanged'),
    baseline: value,
    ...(preflight === undefined ? {} : { preflight }),
  };
}

/** Unchanged until STEP 7 adds its four rows to the sample's baseline. */
function dotTable(name: string, value: number): ProbeText {
  return {
    ...count(name, 78, value, value),
    expectations: [
      { before: step(7), operator: 'unchanged' },
      { after: step(7), operator: 'equals', value: value + 4 },
    ],
  };
}

/** The queries of part 89.4, in its order. */
export const LISTED: readonly ProbeText[] = [
  {
    id: 'approvals',
    title: 'Rows in os_proposal_approvals',
    query: 'SELECT count(*) FROM os_proposal_approvals',
    group: 'master-gate',
    line: 65,
    expectations: always('greater-than', 0),
    baseline: 0,
    preflight: 0,
  },
  table('governance_object_ownership', 2, 67),
  table('governance_responsibility_scope', 2, 67),
  table('governance_ruleset', 3, 68),
  table('gov_worker_cursor', 4, 68),
  table('governance_candidate_state', 5, 69),
  table('candidate_scan_run', 5, 69),
  {
    ...count('apr_action_types', 71, 6, 6),
    group: 'vocabulary',
    expectations: turns(1, 6, { operator: 'equals', value: 10 }),
  },
  {
    id: 'governance-action-codes',
    title: 'The four governance action codes',
    query:
      "SELECT count(*) FROM apr_action_types WHERE action_code IN ('assign_governance_owner','grant_governance_exception','delegate_authority','assign_axis_owner')",
    group: 'vocabulary',
    line: 72,
    expectations: turns(1, 0, { operator: 'equals', value: 4 }),
    baseline: 0,
    preflight: 0,
  },
  {
    id: 'birth-rows-action-types',
    title: 'Birth rows of apr_action_types',
    query: "SELECT count(*) FROM birth_registry WHERE collection_name='apr_action_types'",
    group: 'vocabulary',
    line: 73,
    expectations: turns(1, 0, { operator: 'at-least', value: 1 }),
    baseline: 0,
    preflight: 0,
  },
  { ...count('approval_requests', 74, 214, 214), group: 'vocabulary' },
  { ...count('apr_approvals', 74, 97, 97), group: 'vocabulary' },
  {
    id: 'governance-event-types',
    title: 'Event types of the governance domain',
    query: "SELECT count(*) FROM event_type_registry WHERE event_domain='governance'",
    group: 'surface',
    line: 76,
    expectations: turns(6, 0, { operator: 'equals', value: 5 }),
    baseline: 0,
    preflight: 0,
  },
  {
    id: 'governance-outbox',
    title: 'Governance events in the outbox',
    query: "SELECT count(*) FROM event_outbox WHERE event_domain='governance'",
    group: 'surface',
    line: 77,
    expectations: always('equals', 0),
    baseline: 0,
    preflight: 0,
  },
  dotTable('dot_domains', 11),
  dotTable('dot_tools', 37),
  dotTable('dot_coverage_required', 29),
  count('normative_registry', 79, 53),
  count('law_catalog', 79, 41, 41),
  {
    id: 'idle-in-transaction',
    title: 'Sessions idle in a transaction',
    query:
      "SELECT count(*) FROM pg_stat_activity WHERE datname='directus' AND state='idle in transaction'",
    group: 'hygiene',
    line: 81,
    expectations: always('equals', 0),
    baseline: 0,
    preflight: 0,
  },
];

/** Tables whose total may grow through other traffic, by the exemption under the queries. */
export const ORGANIC: readonly ProbeText[] = [
  { ...count('birth_registry', 83, 18_204, 18_961), group: 'organic', organicGrowth: true },
  { ...count('event_outbox', 83, 90_412, 97_377), group: 'organic', organicGrowth: true },
];

/** Probes that we add, so that each forbidden effect and each stated cardinality can be seen. */
export const ADDED: readonly ProbeText[] = [
  derived('handler-refs-flipped', 'Governance actions with a real handler', 54, 'equals', 0, 0),
  derived('add-requests', 'Approval requests whose action is add', 54, 'equals', 0, 0),
  derived('relations-check', 'Check on governance_relations', 55, 'unchanged', undefined, 'v1'),
  derived('triggers-on-new-tables', 'Triggers on the new tables', 55, 'equals', 0, 0),
  derived('active-rulesets', 'Active rulesets', 56, 'equals', 0, 0),
  derived(
    'active-governance-event-types',
    'Active event types of the governance domain',
    57,
    'equals',
    0,
    0,
  ),
  derived('apply-dot', 'The tool dot_governance_assignment_apply', 44, 'equals', 0, 0),
  {
    id: 'scope-rows',
    title: 'Rows in governance_responsibility_scope',
    group: 'added',
    line: 32,
    expectations: [
      { before: step(2), operator: 'absent' },
      { after: step(2), operator: 'equals', value: 6 },
    ],
    baseline: null,
    preflight: null,
  },
  {
    id: 'ownership-columns',
    title: 'Columns of governance_object_ownership',
    group: 'added',
    line: 33,
    expectations: turns(2, 0, { operator: 'equals', value: 20 }),
    baseline: 0,
    preflight: 0,
  },
  {
    id: 'resolution-views',
    title: 'Views that resolve who is responsible',
    group: 'added',
    line: 33,
    expectations: turns(2, 0, { operator: 'equals', value: 2 }),
    baseline: 0,
    preflight: 0,
  },
];

function derived(
  id: string,
  title: string,
  line: number,
  operator: ProbeExpectation['operator'],
  value: Scalar | undefined,
  seen: Scalar,
): ProbeText {
  return {
    id,
    title,
    group: 'added',
    line,
    expectations: always(operator, value),
    baseline: seen,
    preflight: seen,
  };
}

export const PROBE_TEXTS: readonly ProbeText[] = [...LISTED, ...ORGANIC, ...ADDED];

export const PROBES: readonly Probe[] = PROBE_TEXTS.map((text) => ({
  id: probeId(text.id),
  title: text.title,
  ...(text.query === undefined ? {} : { query: text.query }),
  group: text.group,
  ...(typeof text.baseline === 'number' ? { unit: 'count' } : {}),
  ...(text.organicGrowth === true ? { organicGrowth: true } : {}),
  maxAge: DAY,
  expectations: text.expectations,
  source: at(text.line),
}));

/** What each step changes, to be seen after it. */
export const CHANGED_BY: Readonly<Record<StepNumber, readonly ProbeId[]>> = {
  0: [],
  1: ['apr-action-types', 'governance-action-codes', 'birth-rows-action-types'].map(probeId),
  2: [
    'table-governance_object_ownership',
    'table-governance_responsibility_scope',
    'scope-rows',
    'ownership-columns',
    'resolution-views',
  ].map(probeId),
  3: ['table-governance_ruleset', 'active-rulesets'].map(probeId),
  4: ['table-gov_worker_cursor'].map(probeId),
  5: ['table-governance_candidate_state', 'table-candidate_scan_run'].map(probeId),
  6: ['governance-event-types', 'active-governance-event-types'].map(probeId),
  7: ['dot-domains', 'dot-tools', 'dot-coverage-required', 'apply-dot'].map(probeId),
  8: [],
  9: [],
};

/** What every step must leave as it was. */
export const STANDING: readonly ProbeId[] = [
  'governance-outbox',
  'normative-registry',
  'law-catalog',
  'idle-in-transaction',
].map(probeId);
