import type { Condition } from '../../src/model/condition.ts';
import type { Gate } from '../../src/model/gate.ts';
import { conditionId, evidenceId, gateId, type ItemId, itemId } from '../../src/model/ids.ts';
import type { DeclaredState, Dependency, PlanItem } from '../../src/model/plan.ts';

/** Wavegate's own plan: what is built in which order, and how far it is declared to be. */

interface Wave {
  readonly id: string;
  readonly title: string;
  readonly phase: string;
  readonly declared: DeclaredState;
  readonly needs: readonly string[];
  readonly output: string;
  /** Benchmarks whose goals belong to it. */
  readonly benchmarks?: readonly string[];
}

const phases = [
  { id: 'base', title: 'Foundations' },
  { id: 'pages', title: 'Pages in depth' },
  { id: 'reach', title: 'Reach' },
] as const;

const waves: readonly Wave[] = [
  {
    id: 'open',
    title: 'Open a bundle and see the plan',
    phase: 'base',
    declared: 'complete',
    needs: [],
    output: 'Six bundles open; every page is thin and whole.',
  },
  {
    id: 'engine',
    title: 'The verdict engine, complete',
    phase: 'base',
    declared: 'complete',
    needs: ['open'],
    output: 'Every condition, rule and derived answer, exact and fast.',
    benchmarks: ['engine'],
  },
  {
    id: 'graph',
    title: 'The dependency graph, at any size',
    phase: 'pages',
    declared: 'in-progress',
    needs: ['open'],
    output: 'Ten thousand items are drawn, moved and explained.',
    benchmarks: ['open', 'layout', 'frames'],
  },
  {
    id: 'answers',
    title: 'Answers and the shell around them',
    phase: 'pages',
    declared: 'complete',
    needs: ['open'],
    output: 'A stranger understands each plan from its pages.',
  },
  {
    id: 'evidence',
    title: 'Evidence: read, trust, review',
    phase: 'pages',
    declared: 'in-progress',
    needs: ['open'],
    output: 'From a claim to the deciding line, verified in the browser.',
    benchmarks: ['evidence'],
  },
  {
    id: 'metrics',
    title: 'Metrics: targets, budgets, trends',
    phase: 'pages',
    declared: 'complete',
    needs: ['open'],
    output: 'A million points, and no breach smoothed away.',
    benchmarks: ['metrics'],
  },
  {
    id: 'api',
    title: 'Remote API, live updates, revisions',
    phase: 'reach',
    declared: 'complete',
    needs: ['open'],
    output: 'The same pages over a server that may misbehave.',
    benchmarks: ['api'],
  },
  {
    id: 'cli',
    title: 'From a repository to a bundle',
    phase: 'reach',
    declared: 'in-progress',
    needs: ['open'],
    output: 'One command collects, judges and packs.',
    benchmarks: ['collect'],
  },
];

export const planItems: readonly PlanItem[] = [
  ...phases.map(
    (phase, index): PlanItem => ({
      id: itemId(phase.id),
      kind: 'phase',
      title: phase.title,
      order: index + 1,
    }),
  ),
  ...waves.map(
    (wave, index): PlanItem => ({
      id: itemId(wave.id),
      kind: 'wave',
      title: wave.title,
      parent: itemId(wave.phase),
      order: index + 1,
      output: wave.output,
      declared: { state: wave.declared },
    }),
  ),
];

export const planDependencies: readonly Dependency[] = waves.flatMap((wave) =>
  wave.needs.map(
    (on): Dependency => ({ item: itemId(wave.id), on: itemId(on), origin: 'explicit' }),
  ),
);

/** One measurement of the benchmark report that has a goal. */
export interface Goal {
  readonly id: string;
  readonly title: string;
  readonly pointer: string;
  readonly better: 'lower' | 'higher';
  readonly goal: number;
  readonly measured: number;
  readonly unit: string;
}

/** One run of the benchmarks. `when` is an RFC 3339 instant. */
export interface Measured {
  readonly when: string;
  readonly goals: readonly Goal[];
}

/** The wave that a measurement speaks of: `layout.speed` of the one with the benchmark `layout`. */
export function waveOf({ id }: Goal): ItemId | undefined {
  const [benchmark = ''] = id.split(/[.-]/);
  const wave = waves.find(({ benchmarks = [] }) => benchmarks.includes(benchmark));
  return wave === undefined ? undefined : itemId(wave.id);
}

const tests = (id: string, title: string, evidence: string, minCases: number): Condition => ({
  id: conditionId(id),
  title,
  kind: 'tests',
  evidence: { ids: [evidenceId(evidence)] },
  minCases,
  maxFailed: 0,
  maxFlaky: 0,
  commit: 'revision',
});

/** The gates of the project's own test command; speed only where it was measured, as its report has the goals. */
export function planGates(goals: readonly Goal[]): readonly Gate[] {
  const gates: Gate[] = [
    {
      id: gateId('tests'),
      title: 'The test command passes',
      statement: 'No wave is complete while a test fails, flickers or is missing.',
      // A wave that has not begun has nothing to test yet.
      guards: waves
        .filter((wave) => wave.declared !== 'not-started')
        .map((wave) => ({ item: itemId(wave.id), effect: 'complete' })),
      nonBypassable: true,
      conditions: [
        tests('unit', 'Unit and component tests pass', 'unit-tests', 500),
        tests('e2e', 'End-to-end tests pass over both kinds of source', 'e2e-tests', 20),
        {
          id: conditionId('coverage'),
          title: 'At least 80 % of the lines are covered',
          kind: 'value',
          evidence: evidenceId('coverage'),
          pointer: { kind: 'json', pointer: '/total/lines/pct' },
          operator: 'at-least',
          target: 80,
          unit: '%',
          commit: 'revision',
        },
      ],
    },
    {
      id: gateId('mutation'),
      title: 'Tests of the engine notice changes to it',
      statement: 'Of all mutants of all files of the engine, as they are at this commit.',
      guards: [{ item: itemId('engine'), effect: 'complete' }],
      conditions: [
        {
          id: conditionId('score'),
          title: 'At least 85 % of the mutants are found',
          kind: 'value',
          evidence: evidenceId('mutation'),
          pointer: { kind: 'json', pointer: '/score' },
          operator: 'at-least',
          target: 85,
          unit: '%',
          commit: 'revision',
        },
        {
          id: conditionId('measured'),
          title: 'Every file of the engine was measured as it is',
          kind: 'value',
          evidence: evidenceId('mutation'),
          pointer: { kind: 'json', pointer: '/open' },
          operator: 'equals',
          target: 0,
        },
      ],
    },
  ];
  for (const [wave, measured] of Map.groupBy(goals, waveOf)) {
    if (wave === undefined) {
      throw new Error(`No wave has the benchmark of ${measured.map(({ id }) => id).join(', ')}`);
    }
    gates.push({
      id: gateId(`speed-${wave}`),
      title: 'Measured speed against its goals',
      statement: 'Ratios of one run; a goal that is not reached is shown, not hidden.',
      guards: [{ item: wave, effect: 'complete' }],
      conditions: measured.map(
        (goal): Condition => ({
          id: conditionId(goal.id),
          title: goal.title,
          kind: 'value',
          evidence: evidenceId('benchmarks'),
          pointer: { kind: 'json', pointer: goal.pointer },
          operator: goal.better === 'lower' ? 'at-most' : 'at-least',
          target: goal.goal,
        }),
      ),
    });
  }
  return gates;
}
