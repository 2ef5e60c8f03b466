import { evidenceId } from '../../../src/model/ids.ts';
import type { ItemNumber, PlanItem, Rollback } from '../../../src/model/plan.ts';
import { effectsOf } from './effects.ts';
import {
  at,
  BACKFILL_COMMIT,
  BOOTSTRAP,
  BUILDER,
  DRY_RUN,
  type StepNumber,
  step,
} from './names.ts';
import { reportOwed } from './report.ts';

interface StepText {
  readonly number: StepNumber;
  readonly component?: string;
  readonly letter?: string;
  readonly line: number;
  readonly title: string;
  readonly description: string;
  readonly output?: string;
  readonly attributes?: PlanItem['attributes'];
}

const TEXTS: readonly StepText[] = [
  {
    number: 1,
    component: 'SB-1',
    letter: 'A',
    line: 30,
    title: 'Governance action types',
    description:
      'Corrects the argument of the birth trigger on apr_action_types, then adds the four governance action types, high risk and without a handler.',
    output: '4 rows in apr_action_types',
    attributes: { rows: 4, riskLevel: 'high', handler: 'unimplemented' },
  },
  {
    number: 2,
    component: 'SB-2',
    line: 32,
    title: 'Responsibility scopes and object ownership',
    description:
      'Two new tables without triggers, one partial unique index and two views that resolve who is responsible.',
    output:
      'governance_responsibility_scope with 6 seeded scopes, governance_object_ownership with 20 columns, 2 views',
    attributes: { tables: 2, seededScopes: 6, ownershipColumns: 20, views: 2 },
  },
  {
    number: 3,
    component: 'SB-12',
    line: 34,
    title: 'Ruleset, as a draft',
    description:
      'The table governance_ruleset in draft state, with a row reused from evolution_snapshots. Switching it on is another decision.',
    output: 'governance_ruleset, draft',
    attributes: { tables: 1, rulesetStatus: 'draft' },
  },
  {
    number: 4,
    component: 'SB-13',
    line: 36,
    title: 'Worker cursor',
    description: 'The table gov_worker_cursor, whose watermark is text; queue_heartbeat is reused.',
    output: 'gov_worker_cursor',
    attributes: { tables: 1, watermark: 'text' },
  },
  {
    number: 5,
    component: 'SB-10',
    line: 38,
    title: 'Candidate state and scan runs',
    description:
      'governance_candidate_state and candidate_scan_run, with an object table as an option. A foreign key leads to governance_ruleset.',
    output: 'governance_candidate_state, candidate_scan_run',
    attributes: { tables: 2 },
  },
  {
    number: 6,
    component: 'SB-11',
    line: 40,
    title: 'Governance event types, switched off',
    description: 'Registers five event types of the governance domain, each of them inactive.',
    output: '5 rows in event_type_registry, active = false',
    attributes: { eventTypes: 5, active: false },
  },
  {
    number: 7,
    component: 'T6/T7',
    line: 42,
    title: 'Read and propose tools',
    description:
      'Domains first, then tools of tier A that read and propose, then their coverage. The tool that would apply changes is left out.',
    output: '4 rows each in dot_domains, dot_tools and dot_coverage_required',
    attributes: { domainRows: 4, toolRows: 4, coverageRows: 4 },
  },
  {
    number: 8,
    component: 'backfill',
    line: 45,
    title: 'Backfill of existing objects',
    description: 'A computation that may always be tried, and a commit that needs its own record.',
  },
  {
    number: 9,
    component: 'Phase-B',
    letter: 'B',
    line: 46,
    title: 'Handler and apply path',
    description: 'Everything that would let the system change owners by itself. Not to be built.',
  },
];

/** The ten numbered steps, the step inserted by the addendum, and the two halves of STEP 8. */
export const STEPS: readonly PlanItem[] = [
  {
    id: BOOTSTRAP,
    kind: 'step',
    title: 'Build authorisation and axis registry (SB-0)',
    description:
      'Brings the tables in which grants for single steps are kept (governance_build_authorization) and the axis tables axis_registry and axis_assignment. Put in front of the build order by the addendum.',
    output: 'governance_build_authorization, axis_registry, axis_assignment',
    order: 0,
    numbers: numbersOf(0, 'SB-0', undefined, 12),
    owner: BUILDER,
    declared: { state: 'not-started', raw: 'REHEARSED-GREEN', source: at(12) },
    effects: effectsOf('sb-0'),
    rollback: rollbackOf('sb-0'),
    report: reportOwed(),
    source: at(12),
  },
  {
    id: step(0),
    kind: 'step',
    title: 'Pre-flight check of the live system',
    description: 'Reads every live count again and compares it with what the built steps predict.',
    output: 'A record of all live counts',
    order: 1,
    numbers: numbersOf(0, undefined, undefined, 29),
    owner: BUILDER,
    declared: { state: 'stopped', raw: 'STOP', at: '2026-11-20T06:20:00Z', source: at(29) },
    effects: effectsOf('step-0'),
    report: reportOwed(['report-step-0']),
    source: at(29),
  },
  ...TEXTS.map(stepItem),
  {
    id: DRY_RUN,
    kind: 'substep',
    title: 'Backfill: computation only',
    description: 'Works out what would be onboarded and writes nothing.',
    parent: step(8),
    order: 0,
    owner: BUILDER,
    declared: {
      state: 'complete',
      raw: 'DRY-RUN',
      at: '2026-11-16T13:40:00Z',
      evidence: [evidenceId('rehearsal-step-8-dry-run')],
    },
    source: at(45),
  },
  {
    id: BACKFILL_COMMIT,
    kind: 'substep',
    title: 'Backfill: commit of the onboarding rows',
    parent: step(8),
    order: 1,
    owner: BUILDER,
    declared: { state: 'not-started' },
    rollback: rollbackOf('step-8'),
    report: reportOwed(),
    source: at(45),
  },
];

function stepItem(text: StepText): PlanItem {
  const committed = text.number < 8;
  return {
    id: step(text.number),
    kind: 'step',
    title: text.title,
    description: text.description,
    ...(text.output === undefined ? {} : { output: text.output }),
    order: text.number + 1,
    numbers: numbersOf(text.number, text.component, text.letter, text.line),
    owner: BUILDER,
    declared: { state: 'not-started', ...(committed ? { raw: 'rehearsed-green' } : {}) },
    effects: effectsOf(`step-${text.number}`),
    ...(committed ? { rollback: rollbackOf(`step-${text.number}`), report: reportOwed() } : {}),
    ...(text.number === 9
      ? { forbidden: { reason: 'No handler and no apply path may be built.', unless: 'A-9' } }
      : {}),
    ...(text.attributes === undefined ? {} : { attributes: text.attributes }),
    source: at(text.line),
  };
}

/** STEP 0 occurs twice on purpose: the addendum inserts a second one into the same order. */
function numbersOf(
  number: StepNumber,
  component: string | undefined,
  letter: string | undefined,
  line: number,
): readonly ItemNumber[] {
  return [
    { namespace: 'build-order', value: `STEP ${number}`, source: at(line) },
    ...(component === undefined ? [] : [{ namespace: 'component', value: component }]),
    ...(letter === undefined ? [] : [{ namespace: 'phase-letter', value: letter }]),
  ];
}

/** The four demands of the handoff's part 89.5, for one step. */
function rollbackOf(id: string): readonly Rollback[] {
  return [
    {
      text: 'Rehearsed inside a transaction that is rolled back, with equal counts before and after.',
      state: id === 'step-8' ? 'missing' : 'on-file',
    },
    { text: 'A dump of the seven reused tables, taken right before the commit.', state: 'missing' },
    {
      text: 'One reviewed transaction that sets the three timeouts itself.',
      state: id === 'step-8' ? 'missing' : 'on-file',
    },
    {
      text: 'Counts read again after the commit, and a script on file that undoes it.',
      state: id === 'step-8' ? 'missing' : 'on-file',
    },
  ];
}
