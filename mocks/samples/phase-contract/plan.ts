import { budgetId } from '../../../src/model/ids.ts';
import type { Budget } from '../../../src/model/metric.ts';
import type {
  Checklist,
  Dependency,
  PlanItem,
  Relation,
  Workflow,
} from '../../../src/model/plan.ts';
import { DAILY_SPEND } from './metrics.ts';
import { at, measurement, PACKAGES, type PackageName, phase, workPackage } from './names.ts';
import { BUDGET_POLICY } from './settings.ts';
import { ALERT_DAY } from './tables.ts';

const PACKAGE_TITLES: Readonly<Record<PackageName, readonly [title: string, goal: string]>> = {
  state: ['Distributed state', 'Reads from the cache under 50 ms, writes that last under 120 ms.'],
  ledger: ['Session ledger', 'A trail to which entries are only added, in under 80 ms each.'],
  orchestration: ['Agent coordination', 'Five agents and one lawful loop, under 1.5 s a round.'],
  router: ['Model router', 'Several providers, under 120 ms, at least 99 % of failovers succeed.'],
  telemetry: ['Notifications', 'In under 5 s, at least 99.5 % delivered.'],
  finops: ['Budget guardrails', 'EUR 450 a day and 12,000 a month, with a warning at 80 %.'],
  residency: ['Data residency', 'Every request stays in the European Union.'],
  packages: ['Package verification', 'No unverified dependency, in under 8 minutes.'],
};

export const ITEMS: readonly PlanItem[] = [
  {
    id: phase(0),
    kind: 'phase',
    title: 'Foundation',
    order: 0,
    numbers: [{ namespace: 'phase', value: 'Phase 0' }],
    declared: { state: 'complete', raw: 'G0 PASSED ✅', source: at(6, 'G0 PASSED ✅', true) },
    source: at(6),
  },
  {
    id: phase(1),
    kind: 'phase',
    title: 'Core architecture',
    goal: 'An architecture in which agents write code, fit for production.',
    output: '22 files that keep their contract',
    order: 1,
    numbers: [{ namespace: 'phase', value: 'Phase 1', source: at(4) }],
    owner: 'architecture',
    declared: { state: 'in-progress', raw: 'Attempt 1 (Current)', source: at(930) },
    estimate: { value: 120, unit: 'h' },
    period: 'weeks 3–6',
    source: at(4),
  },
  ...PACKAGES.map((name, index): PlanItem => {
    const [title, goal] = PACKAGE_TITLES[name];
    return {
      id: workPackage(name),
      kind: 'objective',
      title,
      goal,
      parent: phase(1),
      order: index,
      numbers: [{ namespace: 'objective', value: String(index + 1), source: at(65 + index) }],
      owner: name,
      source: at(65 + index, undefined, [2, 3, 4, 5].includes(index)),
    };
  }),
  {
    id: phase(2),
    kind: 'phase',
    title: 'Phase 2',
    order: 2,
    numbers: [{ namespace: 'phase', value: 'Phase 2' }],
    declared: { state: 'not-started' },
    source: at(933),
  },
  {
    id: phase(3),
    kind: 'phase',
    title: 'Phase 3',
    description: 'Named by its budget only.',
    order: 3,
    numbers: [{ namespace: 'phase', value: 'Phase 3' }],
    declared: { state: 'not-started' },
    source: at(563),
  },
];

export const DEPENDENCIES: readonly Dependency[] = [
  { item: phase(1), on: phase(0), origin: 'explicit', source: at(6) },
  { item: phase(2), on: phase(1), origin: 'implied', source: at(933) },
  { item: phase(3), on: phase(2), origin: 'positional', source: at(563) },
];

/** Six of eight objectives are subsystems of the gate. */
export const RELATIONS: readonly Relation[] = (
  [
    ['state', 'state_fabric'],
    ['orchestration', 'orchestration'],
    ['router', 'router'],
    ['finops', 'finops'],
    ['residency', 'residency'],
    ['packages', 'packages'],
  ] as const
).map(([name, subsystem]) => ({
  from: workPackage(name),
  to: subsystem,
  kind: 'same-as',
  stated: 'assumed',
  note: 'Named alike in the objectives and in the gate document.',
}));

const CHANNELS = BUDGET_POLICY.alerts.channels;
const ALERT_AT = BUDGET_POLICY.alerts.threshold_percent / 100;

function ceilings(
  providers: Readonly<
    Record<string, { readonly max_tokens: number; readonly models?: readonly string[] }>
  >,
): NonNullable<Budget['tokenCeilings']> {
  return Object.entries(providers).map(([provider, limit]) => ({
    provider,
    maxTokens: limit.max_tokens,
    ...(limit.models === undefined ? {} : { models: limit.models }),
  }));
}

/** In every phase, thirty days at the daily cap are more than the month allows. */
export const BUDGETS: readonly Budget[] = (['1', '2', '3'] as const).map((number) => {
  const policy = BUDGET_POLICY.phases[number];
  const current = number === '1';
  return {
    id: budgetId(`phase-${number}`),
    title: `Budget of phase ${number}`,
    item: phase(({ 1: 1, 2: 2, 3: 3 } as const)[number]),
    phase: number,
    currency: 'EUR',
    dailyCap: policy.daily_eur_cap,
    monthlyCap: policy.monthly_eur_cap,
    alertAt: ALERT_AT,
    alertChannels: CHANNELS,
    tokenCeilings: ceilings(policy.providers),
    statedIn: [
      {
        source: { path: 'policies/finops.yaml' },
        evidence: measurement(9),
        dailyCap: policy.daily_eur_cap,
        monthlyCap: policy.monthly_eur_cap,
      },
      ...(current
        ? [
            {
              source: { path: 'metrics/cost/budget_report.csv' },
              evidence: measurement(21),
              dailyCap: 450,
              monthlyCap: 12_000,
            },
          ]
        : []),
    ],
    ...(current
      ? {
          minLead: 86_400,
          maxDailyVariance: 0.05,
          spend: DAILY_SPEND,
          alerts: [{ at: `${ALERT_DAY}T23:30:00Z`, text: '80 % of the monthly cap' }],
        }
      : {}),
    source: at(563),
  };
});

type Box = readonly [line: number, text: string, refs?: readonly string[]];

const GROUPS: readonly (readonly [title: string, boxes: readonly Box[]])[] = [
  [
    'Before the start',
    [
      [1008, 'Phase 0 stands, gate G0 has passed', ['G0', 'phase-0']],
      [1009, 'Contract file read', ['contracts/phase_1_core_architecture.contract.json']],
      [1010, 'Validator at hand', ['scripts/validate_contract.py']],
      [1011, '120 hours set aside'],
    ],
  ],
  [
    'While building',
    [
      [1014, '22 files in their places'],
      [1015, 'Line limits kept'],
      [1016, 'Required patterns there'],
      [1017, 'No forbidden pattern'],
      [1018, 'Agreement between files seen to'],
      [1019, 'Integration tests written and green'],
      [1020, 'Metrics made from real data'],
    ],
  ],
  [
    'Before handing in',
    [
      [1023, 'Validator run', ['contracts/phase_1_core_architecture.contract.json']],
      [1024, 'It ended with 0'],
      [1025, 'Its report read', ['evidence/validation/phase1_contract_validation.json']],
      [1026, 'Gate document complete', ['evidence/gates/g1_architecture.json']],
      [1027, 'Integration tests green', ['tests/integration/']],
    ],
  ],
  [
    'After acceptance',
    [
      [1030, 'Signed tag set', ['v1.0-phase1-complete']],
      [1031, 'Roadmap updated'],
      [1032, 'Validation evidence archived'],
      [1033, 'On to phase 2', ['phase-2']],
    ],
  ],
];

export const CHECKLIST: Checklist = {
  id: 'execution',
  title: 'Checklist of phase 1',
  item: phase(1),
  groups: GROUPS.map(([title, boxes]) => ({
    title,
    boxes: boxes.map(([line, text, refs]) => ({
      id: `box-${line}`,
      text,
      checked: false,
      ...(refs === undefined ? {} : { refs }),
      source: at(line),
    })),
  })),
};

/** The way of the agents. Its loop is lawful and says nothing of the plan. */
export const WORKFLOW: Workflow = {
  id: 'agents',
  title: 'Coordination of the agents',
  nodes: [
    { id: 'planner', title: 'Planner' },
    { id: 'coder', title: 'Coder' },
    { id: 'critic', title: 'Critic' },
    { id: 'qa', title: 'Quality assurance' },
    { id: 'approver', title: 'Approver' },
    { id: 'end', title: 'End' },
  ],
  transitions: [
    { from: 'planner', to: 'coder' },
    { from: 'coder', to: 'critic' },
    { from: 'critic', to: 'coder', when: 'needs_refinement' },
    { from: 'critic', to: 'qa', when: 'not needs_refinement' },
    { from: 'qa', to: 'approver' },
    { from: 'approver', to: 'end' },
  ],
  source: at(226, undefined, true),
};
