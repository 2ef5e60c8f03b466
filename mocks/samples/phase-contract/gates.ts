import type { Operator, Scalar } from '../../../src/model/common.ts';
import type { Condition } from '../../../src/model/condition.ts';
import type { Gate, Invariant, Waiver } from '../../../src/model/gate.ts';
import {
  budgetId,
  conditionId,
  type EvidenceId,
  gateId,
  invariantId,
} from '../../../src/model/ids.ts';
import { CROSS_CHECKS, DEFINITION_OF_DONE, DELIVERABLE_CHECKS } from './criteria.ts';
import { STATED_BESIDE_MEASURED } from './measurements.ts';
import { METRICS } from './metrics.ts';
import {
  at,
  deliverable,
  GATE_RECORD,
  GRAPH_TESTS,
  PACKAGES,
  type PackageName,
  phase,
  ROUTER_TESTS,
  STATE_TESTS,
  SUMMARY,
  VALIDATION,
  workPackage,
} from './names.ts';

const UNDER: Operator = 'less-than';
const AT_LEAST: Operator = 'at-least';

interface Subsystem {
  readonly name: string;
  readonly title: string;
  readonly proof: string;
  readonly values: readonly (readonly [member: string, operator: Operator, target: Scalar])[];
}

/** The six subsystems of gate G1, with the targets that the document sets for their values. */
const SUBSYSTEMS: readonly Subsystem[] = [
  {
    name: 'state_fabric',
    title: 'State',
    proof: 'metrics/performance/state_cache_latency.csv',
    values: [
      ['redis_latency_p95_ms', UNDER, 50],
      ['postgres_latency_p95_ms', UNDER, 120],
      ['cache_hit_ratio', AT_LEAST, 0.92],
      ['integrity_checks_passed', AT_LEAST, 1000],
    ],
  },
  {
    name: 'orchestration',
    title: 'Orchestration',
    proof: 'tests/integration/test_orchestration.py',
    values: [
      ['graph_execution_latency_ms', UNDER, 1500],
      ['policy_violations', 'equals', 0],
    ],
  },
  {
    name: 'router',
    title: 'Router',
    proof: 'metrics/quality/model_routing_accuracy.csv',
    values: [
      ['routing_latency_p95_ms', UNDER, 120],
      ['routing_accuracy', AT_LEAST, 0.92],
      ['failover_success_rate', AT_LEAST, 0.99],
      ['budget_breaches', 'equals', 0],
    ],
  },
  {
    name: 'finops',
    title: 'Budget',
    proof: 'metrics/cost/budget_report.csv',
    values: [
      ['daily_spend_variance_pct', 'at-most', 5],
      ['alert_lead_time_hours', AT_LEAST, 24],
      ['token_ceiling_enforcement_rate', 'equals', 1],
    ],
  },
  {
    name: 'residency',
    title: 'Residency',
    proof: 'configs/vendor_residency.yaml',
    values: [
      ['eu_compliance_rate', 'equals', 1],
      ['non_eu_requests', 'equals', 0],
      ['vendor_attestations_current', 'equals', true],
    ],
  },
  {
    name: 'packages',
    title: 'Packages',
    proof: 'evidence/pkg_reality_report.md',
    values: [
      ['unverified_dependencies', 'equals', 0],
      ['vulnerabilities_found', 'equals', 0],
      ['execution_time_minutes', UNDER, 8],
    ],
  },
];

function stated(pointer: string, operator: Operator, target: Scalar, title: string): Condition {
  return {
    id: conditionId(`stated-${pointer}`),
    kind: 'value',
    title,
    evidence: GATE_RECORD,
    pointer: { kind: 'json', pointer },
    operator,
    target,
  };
}

/** The proof that a subsystem names: a setting is none, a test file is judged where delivered. */
function proofOf(subsystem: Subsystem): Condition {
  const id = conditionId(`${subsystem.name}-proof`);
  if (subsystem.name === 'orchestration') {
    return {
      id,
      kind: 'deliverable',
      title: 'The tests that it names are delivered',
      deliverable: deliverable(15),
      checks: ['exists'],
    };
  }
  return {
    id,
    kind: 'evidence',
    title:
      subsystem.name === 'residency'
        ? 'The file that it names is a measurement'
        : 'The file that it names is here',
    evidence: {
      path: subsystem.proof,
      ...(subsystem.name === 'residency' ? { kind: 'metrics' } : {}),
    },
  };
}

const G1: Gate = {
  id: gateId('G1'),
  title: 'Architecture approved',
  statement: 'Six subsystems, each with its values and its proof.',
  guards: [
    { item: phase(1), effect: 'complete' },
    { item: phase(1), effect: 'advance' },
  ],
  conditions: SUBSYSTEMS.map(
    (subsystem): Condition => ({
      id: conditionId(subsystem.name),
      kind: 'all',
      title: subsystem.title,
      of: [
        stated(`/subsystems/${subsystem.name}/status`, 'equals', 'PASS', 'Stated as passed'),
        ...subsystem.values.map(([member, operator, target]) =>
          stated(
            `/subsystems/${subsystem.name}/${member}`,
            operator,
            target,
            member.replaceAll('_', ' '),
          ),
        ),
        proofOf(subsystem),
      ],
      owner: 'architecture',
    }),
  ),
  owner: 'architecture',
  declared: {
    verdict: 'passed',
    raw: 'PASS',
    at: '2025-10-01T22:00:00Z',
    by: 'automated_contract_validator',
    evidence: [GATE_RECORD],
  },
  source: at(782),
};

/** Stated as passed in the head of the document; the box for the same fact is still open. */
const G0: Gate = {
  id: gateId('G0'),
  title: 'Foundation',
  statement: 'The files of phase 0 passed their contract.',
  guards: [
    { item: phase(0), effect: 'complete' },
    { item: phase(0), effect: 'advance' },
  ],
  conditions: [
    {
      id: conditionId('phase-0-validation'),
      kind: 'evidence',
      title: 'The validation report of phase 0',
      evidence: { kind: 'validation-report', covers: 'phase-0' },
      owner: 'architecture',
      source: at(953),
    },
  ],
  declared: { verdict: 'passed', raw: 'PASSED ✅', source: at(6, 'PASSED ✅', true) },
  source: at(6, 'PASSED ✅', true),
};

const START: Gate = {
  id: gateId('start-phase-1'),
  title: 'Phase 1 may start',
  guards: [{ item: phase(1), effect: 'start' }],
  conditions: [
    {
      id: conditionId('G0-passed'),
      kind: 'gate',
      title: 'Gate G0 has passed',
      gate: gateId('G0'),
      source: at(6),
    },
  ],
  source: at(6),
};

const REPORTS: Partial<Record<PackageName, readonly [EvidenceId, number]>> = {
  state: [STATE_TESTS, 5],
  orchestration: [GRAPH_TESTS, 5],
  router: [ROUTER_TESTS, 6],
};

/** Budget promises that stand for a metric which no column shows. */
const BUDGETED: Readonly<Record<string, 'daily-cap' | 'alert-lead'>> = {
  'budget-breach-rate': 'daily-cap',
  'alert-lead': 'alert-lead',
};

function targetConditions(name: PackageName): readonly Condition[] {
  return METRICS.filter(
    (metric) => metric.group === 'Measured' && metric.item === workPackage(name),
  ).flatMap((metric): Condition[] => {
    const check = BUDGETED[metric.id];
    const base = {
      id: conditionId(metric.id),
      title: metric.title,
      owner: name,
      ...(metric.source === undefined ? {} : { source: metric.source }),
    };
    if (check !== undefined) {
      return [{ ...base, kind: 'budget', budget: budgetId('phase-1'), check }];
    }
    const target = metric.target;
    return target === undefined
      ? []
      : [
          {
            ...base,
            kind: 'metric',
            metric: metric.id,
            aggregate: target.aggregate,
            operator: target.operator,
            target: target.value,
            unit: metric.unit,
            ...(target.minSamples === undefined ? {} : { minSamples: target.minSamples }),
          },
        ];
  });
}

function packageGate(name: PackageName): Gate {
  const tests = REPORTS[name];
  return {
    id: gateId(`done-${name}`),
    title: `Completion: ${name}`,
    statement: 'Its files keep the contract, its tests are green, its targets are reached.',
    guards: [{ item: workPackage(name), effect: 'complete' }],
    conditions: [
      ...DELIVERABLE_CHECKS.filter((check) => check.owner === name),
      ...(tests === undefined
        ? []
        : [
            {
              id: conditionId('tests'),
              kind: 'tests' as const,
              title: 'Its integration tests are green',
              evidence: { ids: [tests[0]] },
              minCases: tests[1],
              maxFailed: 0,
              maxSkipped: 0,
              owner: name,
              source: at(778),
            },
          ]),
      ...targetConditions(name),
    ],
    owner: name,
  };
}

const DONE: Gate = {
  id: gateId('definition-of-done'),
  title: 'Definition of done',
  statement: 'Six criteria, all of them.',
  guards: [{ item: phase(1), effect: 'complete' }],
  conditions: DEFINITION_OF_DONE,
  nonBypassable: true,
  source: at(908),
};

const CROSS_FILE: Gate = {
  id: gateId('cross-file'),
  title: 'Agreement between files',
  guards: [{ item: phase(1), effect: 'complete' }],
  conditions: CROSS_CHECKS,
  source: at(880),
};

const ACCEPTANCE: Gate = {
  id: gateId('acceptance'),
  title: 'Accepted by the validator',
  guards: [{ item: phase(1), effect: 'complete' }],
  conditions: [
    {
      id: conditionId('exit-code'),
      kind: 'value',
      title: 'The validator ended with 0',
      evidence: VALIDATION,
      pointer: { kind: 'json', pointer: '/exit_code' },
      operator: 'equals',
      target: 0,
      owner: 'architecture',
      source: at(30),
    },
  ],
  nonBypassable: true,
  source: at(26),
};

const AGREEMENT: Gate = {
  id: gateId('stated-equals-measured'),
  title: 'What is stated is what was measured',
  guards: [{ item: phase(1), effect: 'complete' }],
  conditions: STATED_BESIDE_MEASURED.map(
    ({ id, title, left, right }): Condition => ({
      id: conditionId(id),
      kind: 'cross-check',
      title,
      left: { evidence: GATE_RECORD, pointer: { kind: 'json', pointer: left } },
      right: { evidence: SUMMARY, pointer: { kind: 'json', pointer: right } },
      owner: 'architecture',
    }),
  ),
};

export const GATES: readonly Gate[] = [
  G0,
  START,
  G1,
  DONE,
  CROSS_FILE,
  ACCEPTANCE,
  AGREEMENT,
  ...PACKAGES.map(packageGate),
];

export const WAIVERS: readonly Waiver[] = [
  {
    id: 'waiver-residency-lines',
    gate: gateId('done-residency'),
    condition: conditionId('D11'),
    reason:
      'What the contract itself prescribes for this file is 32 lines long, its minimum is 40.',
    author: 'architecture-lead',
    at: '2026-11-17T10:00:00Z',
    expires: '2026-12-15T00:00:00Z',
  },
  {
    id: 'waiver-router-lines',
    gate: gateId('done-router'),
    condition: conditionId('D04'),
    reason: 'The router is to be split in two.',
    author: 'architecture-lead',
    at: '2026-10-27T10:00:00Z',
    expires: '2026-11-10T00:00:00Z',
  },
];

const RULES: readonly (readonly [NonNullable<Invariant['rule']>, string])[] = [
  ['complete-needs-evidence', 'What is complete links to evidence'],
  ['complete-after-dependencies', 'No phase before the one that it builds on'],
  ['earlier-phase-blocks-later', 'No later phase while an earlier one is open'],
  ['guarded-close-needs-gate', 'A guarded phase closes with its gate only'],
  ['attempts-within-limit', 'Two attempts at most'],
  ['recorded-equals-recomputed', 'What was recorded is what comes out'],
  ['referenced-file-is-delivered', 'A file that is named is delivered'],
  ['stated-counts-agree', 'Counts that are stated agree'],
  ['stated-numbers-agree', 'Numbers stated twice agree'],
];

export const INVARIANTS: readonly Invariant[] = RULES.map(([rule, title]) => ({
  id: invariantId(rule),
  title,
  rule,
}));
