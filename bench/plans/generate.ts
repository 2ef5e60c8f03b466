import type { Gate } from '../../src/model/gate.ts';
import type { AuthorisationRecord } from '../../src/model/governance.ts';
import {
  authorisationRecordId,
  authorisationRuleId,
  definitionId,
  gateId,
  invariantId,
  itemId,
  metricId,
  projectId,
  revisionId,
  roleId,
} from '../../src/model/ids.ts';
import type { Metric } from '../../src/model/metric.ts';
import type { Declared, Dependency, PlanItem } from '../../src/model/plan.ts';
import type { ProjectContent } from '../../src/model/project.ts';
import { pick, type Random, randomFrom, wholeBelow } from '../support/random.ts';
import { ConditionMaker, rules } from './conditions.ts';
import { evidenceOf, hex, idOfEvidence } from './evidence.ts';
import { phasedPairs } from './graph.ts';

/** How large a plan is to be; everything is met exactly. */
export interface PlanSize {
  /** Phases included: about one for every hundred. */
  readonly items: number;
  readonly dependencies: number;
  readonly gates: number;
  /** With the parts of composite ones. */
  readonly conditions: number;
  readonly evidence: number;
  /** Test cases that each test report lists. */
  readonly cases?: number;
}

/** The plan by which the speed of the engine is stated. */
export const referenceSize: PlanSize = {
  items: 10_000,
  dependencies: 20_000,
  gates: 5_000,
  conditions: 50_000,
  evidence: 100_000,
};

/** The same proportions for another number of items. */
export function scaled(items: number, evidencePerItem = 10): PlanSize {
  return {
    items,
    dependencies: 2 * items,
    gates: Math.round(items / 2),
    conditions: 5 * items,
    evidence: evidencePerItem * items,
  };
}

export const createdAt = '2026-06-02T00:00:00Z';
export const revisionCommit = hex(randomFrom(7), 40);
const perPhase = 100;
const metricsPerItem = 1 / 20;
const roles = ['owner', 'council', 'assistant'] as const;

/**
 * A made-up plan in the proportions of a real one: phases that hold items, dependencies mostly on the
 * step before, gates with conditions of the usual kinds about evidence that mostly passes. The same
 * size and seed give the same plan.
 */
export function generatePlan(size: PlanSize, seed = 1): ProjectContent {
  const random = randomFrom(seed);
  const phaseCount = size.items < 20 ? 1 : Math.max(1, Math.round(size.items / perPhase));
  const leafCount = size.items - phaseCount;
  const phaseOf = (leaf: number) => Math.floor((leaf * phaseCount) / leafCount);
  const leafId = (leaf: number) => itemId(`W-${leaf + 1}`);
  const phaseId = (phase: number) => itemId(`P-${phase + 1}`);
  const phases = Array.from(
    { length: phaseCount },
    (_, at): PlanItem => ({
      id: phaseId(at),
      kind: 'phase',
      title: `Phase ${at + 1}`,
      order: at,
    }),
  );
  const leaves = Array.from(
    { length: leafCount },
    (_, at): PlanItem => ({
      id: leafId(at),
      kind: 'wave',
      title: `${pick(random, verbs)} ${pick(random, nouns)} ${at + 1}`,
      goal: `${pick(random, nouns)} ${pick(random, nouns)} is in place and its gate has passed`,
      parent: phaseId(phaseOf(at)),
      order: at,
      owner: `team-${wholeBelow(random, 12)}`,
      declared: declaredOf(random, at, at / leafCount),
      source: { path: 'plan/waves.md', line: 10 + at },
    }),
  );
  const dependencies = phasedPairs(leafCount, size.dependencies, phaseCount, random).map(
    ([on, item]): Dependency => ({ item: leafId(item), on: leafId(on), origin: 'explicit' }),
  );
  const metrics = Array.from(
    { length: Math.max(1, Math.round(size.items * metricsPerItem)) },
    (_, at): Metric => metricOf(random, at, size.evidence),
  );
  const maker = new ConditionMaker(random, {
    leafId,
    leafCount,
    evidence: size.evidence,
    metrics: metrics.length,
  });
  const gates: Gate[] = [];
  const authorisations: AuthorisationRecord[] = [];
  for (let at = 0; at < size.gates; at += 1) {
    const leaf = Math.floor((at * leafCount) / size.gates);
    const first = Math.floor((at * size.conditions) / size.gates);
    const count = Math.floor(((at + 1) * size.conditions) / size.gates) - first;
    gates.push({
      id: gateId(`G-${at + 1}`),
      title: `Gate ${at + 1}`,
      statement: `What ${leaves[leaf]?.title ?? ''} must show`,
      guards: [
        at % 50 === 49
          ? { item: phaseId(phaseOf(leaf)), effect: 'advance' }
          : { item: leafId(leaf), effect: at % 5 < 3 ? 'complete' : 'start' },
      ],
      conditions: maker.conditions(count, leaf, at),
      ...(at % 20 === 0 && { nonBypassable: true }),
      source: { path: 'plan/gates.md', line: 10 + at },
    });
    if (at % 25 !== 0) authorisations.push(recordOf(random, at, leafId(leaf)));
  }
  return {
    project: {
      id: projectId(`made-up-${size.items}`),
      title: `A made-up plan of ${size.items} items`,
      itemWord: { one: 'wave', other: 'waves' },
    },
    revision: { id: revisionId('1'), createdAt, commit: revisionCommit },
    sample: true,
    items: [...phases, ...leaves],
    dependencies,
    gates,
    invariants: (['complete-needs-evidence', 'complete-after-dependencies'] as const).map(
      (rule) => ({ id: invariantId(rule), title: rule, rule }),
    ),
    roles: roles.map((id) => ({ id: roleId(id), title: id, advisory: id === 'assistant' })),
    authorisationRules: rules.map((id) => ({
      id: authorisationRuleId(id),
      title: id,
      perStep: true,
      definitions: [
        {
          id: definitionId(`${id}-1`),
          title: id,
          from: '2026-01-01T00:00:00Z',
          demands: [{ role: roleId('council'), forms: ['recorded-decision'] }],
        },
      ],
    })),
    authorisations,
    metrics,
    evidence: evidenceOf(random, {
      count: size.evidence,
      leafCount,
      leafId,
      cases: size.cases ?? 3,
      commit: revisionCommit,
    }),
  };
}

const verbs = ['Move', 'Build', 'Check', 'Split', 'Prove', 'Retire'] as const;
const nouns = ['ledger', 'importer', 'search', 'billing', 'intake', 'archive', 'gateway'] as const;

/** The first half is done, then comes what is under way, then what nobody has begun. */
function declaredOf(random: Random, leaf: number, progress: number): Declared {
  const chance = random();
  if (chance < 0.01) return { state: 'failed', raw: 'FAILED' };
  if (chance < 0.02) return { state: 'unknown', raw: 'see the mail' };
  if (progress < 0.5) {
    const evidence = [idOfEvidence(leaf)];
    return { state: 'complete', raw: 'done', at: '2026-05-20T12:00:00Z', evidence };
  }
  return progress < 0.65 ? { state: 'in-progress', raw: 'wip' } : { state: 'not-started' };
}

function recordOf(random: Random, at: number, step: PlanItem['id']): AuthorisationRecord {
  return {
    id: authorisationRecordId(`A-${at + 1}`),
    rule: authorisationRuleId(rules[at % rules.length] ?? rules[0]),
    role: roleId('council'),
    person: `person-${wholeBelow(random, 9)}`,
    form: 'recorded-decision',
    steps: [step],
    decision: random() < 0.97 ? 'granted' : 'refused',
    scope: 'commit',
    at: '2026-05-10T10:00:00Z',
  };
}

const firstPoint = Date.UTC(2026, 4, 1);
const points = 50;

function metricOf(random: Random, at: number, evidence: number): Metric {
  return {
    id: metricId(`M-${at + 1}`),
    title: `Response time ${at + 1}`,
    unit: 'ms',
    better: 'lower',
    ...(evidence > 0 && { evidence: [idOfEvidence(at % evidence)] }),
    target: { operator: 'at-most', value: 250, aggregate: 'p95', minSamples: 10 },
    series: {
      t: Array.from({ length: points }, (_, point) => firstPoint + point * 43_200_000),
      v: Array.from({ length: points }, () =>
        random() < 0.02 ? null : Math.round(100 + random() * 160),
      ),
    },
  };
}
