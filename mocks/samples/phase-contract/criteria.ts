import type { Condition, DeliverableCondition } from '../../../src/model/condition.ts';
import { budgetId, conditionId, type EvidenceId, gateId } from '../../../src/model/ids.ts';
import { DELIVERABLES } from './deliverables.ts';
import { MUST_REFERENCE } from './deliverables-shown.ts';
import {
  at,
  deliverable,
  GRAPH_TESTS,
  measurement,
  PACKAGES,
  ROUTER_TESTS,
  STATE_TESTS,
  workPackage,
} from './names.ts';
import { BUDGET_DAYS } from './tables.ts';

/** One condition for each of the 22 files, under the file's own id. */
export const DELIVERABLE_CHECKS: readonly DeliverableCondition[] = DELIVERABLES.map((entry) => ({
  id: conditionId(entry.id),
  kind: 'deliverable',
  title: entry.title,
  deliverable: entry.id,
  owner: PACKAGES.find((name) => workPackage(name) === entry.item) ?? 'architecture',
  ...(entry.source === undefined ? {} : { source: entry.source }),
}));

function each(
  prefix: string,
  checks: NonNullable<DeliverableCondition['checks']>,
): readonly Condition[] {
  return DELIVERABLE_CHECKS.map((check) => ({
    ...check,
    id: conditionId(`${prefix}-${check.deliverable}`),
    checks,
  }));
}

function all(
  id: string,
  title: string,
  line: number,
  of: readonly Condition[],
  repaired = false,
): Condition {
  return {
    id: conditionId(id),
    kind: 'all',
    title,
    of,
    owner: 'architecture',
    source: at(line, undefined, repaired),
  };
}

function capAgrees(row: number, member: 'daily' | 'monthly'): Condition {
  return {
    id: conditionId(`${member}-row-${row}`),
    kind: 'cross-check',
    title: `The ${member} cap in the policy and in row ${row} of the report`,
    left: {
      evidence: measurement(9),
      pointer: { kind: 'json', pointer: `/phases/1/${member}_eur_cap` },
    },
    right: {
      evidence: measurement(21),
      pointer: { kind: 'cell', row, column: `${member}_cap_eur` },
    },
  };
}

const BUDGETS_AGREE = all(
  'budget-consistency',
  'Policy and report state the same caps',
  882,
  [
    ...Array.from({ length: BUDGET_DAYS }, (_, index) => [
      capAgrees(index + 1, 'daily'),
      capAgrees(index + 1, 'monthly'),
    ]).flat(),
    {
      id: conditionId('stated-caps'),
      kind: 'budget',
      title: 'Every place that states a cap agrees',
      budget: budgetId('phase-1'),
      check: 'consistent',
    },
  ],
  true,
);

const EVIDENCE_PATHS = all(
  'evidence-paths',
  'The gate document names five files, and they are here',
  887,
  [
    {
      id: conditionId('named'),
      kind: 'deliverable',
      title: 'All five are named',
      deliverable: deliverable(17),
      checks: ['required'],
      source: at(888),
    },
    ...MUST_REFERENCE.map(
      ({ id, path, line }): Condition => ({
        id: conditionId(`here-${id}`),
        kind: 'evidence',
        title: `${path} is here`,
        evidence: { path },
        source: at(line),
      }),
    ),
  ],
);

const ROUTER_ALIGNED = all(
  'router-alignment',
  'The router names the configured providers and keeps to the budget',
  895,
  [
    {
      id: conditionId('router-providers'),
      kind: 'deliverable',
      title: 'The router names its providers and its budget',
      deliverable: deliverable(4),
      checks: ['required'],
    },
    ...['openai', 'anthropic', 'local'].map(
      (provider): Condition => ({
        id: conditionId(`configured-${provider}`),
        kind: 'value',
        title: `${provider} is configured`,
        evidence: measurement(10),
        pointer: { kind: 'json', pointer: `/providers/${provider}/base_latency_ms` },
        operator: 'exists',
      }),
    ),
  ],
);

/** Module and test file of the three pairs, with the least number of tests. */
export const TEST_PAIRS = [
  { module: 1, test: 14, report: STATE_TESTS, least: 5, line: 900 },
  { module: 3, test: 15, report: GRAPH_TESTS, least: 5, line: 901 },
  { module: 4, test: 16, report: ROUTER_TESTS, least: 6, line: 902 },
] as const;

const TESTS_COVER = all(
  'test-coverage',
  'Each of three modules has its tests',
  898,
  TEST_PAIRS.flatMap((pair): Condition[] => [
    {
      id: conditionId(`module-${pair.module}`),
      kind: 'deliverable',
      title: 'The module is there',
      deliverable: deliverable(pair.module),
      checks: ['exists'],
      source: at(pair.line, undefined, true),
    },
    {
      id: conditionId(`tests-of-${pair.module}`),
      kind: 'deliverable',
      title: 'Its tests are there, and enough of them',
      deliverable: deliverable(pair.test),
      checks: ['exists', 'structure'],
      source: at(pair.line, undefined, true),
    },
  ]),
  true,
);

/** The four rules that tie files to each other. */
export const CROSS_CHECKS: readonly Condition[] = [
  BUDGETS_AGREE,
  EVIDENCE_PATHS,
  ROUTER_ALIGNED,
  TESTS_COVER,
];

function green(report: EvidenceId, least: number): Condition {
  return {
    id: conditionId(`green-${report}`),
    kind: 'tests',
    title: 'Every test passed',
    evidence: { ids: [report] },
    minCases: least,
    maxFailed: 0,
    maxSkipped: 0,
  };
}

/** The six criteria, in their order. */
export const DEFINITION_OF_DONE: readonly Condition[] = [
  all('all-exist', 'All 22 files are there', 910, each('exists', ['exists']), true),
  all(
    'quality',
    'All files keep their limits',
    911,
    each('quality', ['lines', 'required', 'structure']),
    true,
  ),
  {
    id: conditionId('cross-file'),
    kind: 'gate',
    title: 'The files agree with each other',
    gate: gateId('cross-file'),
    owner: 'architecture',
    source: at(912, undefined, true),
  },
  all('no-forbidden', 'No forbidden marker anywhere', 913, each('clean', ['forbidden']), true),
  all(
    'tests-pass',
    'Every integration test passed',
    914,
    TEST_PAIRS.map((pair) => green(pair.report, pair.least)),
    true,
  ),
  {
    id: conditionId('gate-passed'),
    kind: 'gate',
    title: 'Gate G1 has passed on its evidence',
    gate: gateId('G1'),
    owner: 'architecture',
    source: at(915, undefined, true),
  },
];
