import type { ConditionVerdict, GateVerdict } from '../gates/types.ts';
import type { Scalar } from '../model/common.ts';
import type { GateId, ItemId } from '../model/ids.ts';
import type { Dependency, PlanItem } from '../model/plan.ts';
import type { Project } from '../model/project-index.ts';
import { answers } from './answers.ts';
import type { DeriveContext } from './context.ts';
import { diffEvaluations } from './diff.ts';
import type { EvaluationDiff } from './diff-types.ts';
import { evidenceReferences, leavesOf } from './evidence.ts';
import { metricRows } from './metrics.ts';
import type {
  ConditionFlip,
  DependencyChange,
  DiffSide,
  Direction,
  EvidenceChange,
  FieldChange,
  GateFlip,
  InvariantFlip,
  ItemChange,
  MetricMove,
  RevisionDiff,
  RevokedPass,
  RuleChange,
} from './revision-diff-types.ts';

/**
 * What changed from one revision to another, for a reader who wants to know what got worse, and
 * what was made easier instead of met. Both sides are judged already, each at its own instant.
 */
export function revisionDiff(before: DeriveContext, after: DeriveContext): RevisionDiff {
  const diff = diffEvaluations(before, after);
  const ofContract = ({ of }: { readonly of: string }) => of === 'contract' || of === 'deliverable';
  const loosened = diff.demands.filter(({ kind }) => kind === 'loosened');
  const parts = {
    items: itemChanges(before, after),
    dependencies: dependencyChanges(before.project, after.project),
    gates: gateFlips(diff, before, after),
    conditions: conditionFlips(diff, before, after),
    revoked: revokedPasses(diff, before, after),
    evidence: evidenceChanges(diff, before, after),
    loosened: loosened.filter((demand) => !ofContract(demand)),
    weakened: loosened.filter(ofContract),
    tightened: diff.demands.filter(({ kind }) => kind === 'tightened'),
    altered: diff.demands.filter(({ kind }) => kind === 'changed'),
    rules: ruleChanges(before.project, after.project),
    invariants: invariantFlips(before, after),
    metrics: metricMoves(before, after),
  };
  return {
    before: sideOf(before),
    after: sideOf(after),
    ...parts,
    same: Object.values(parts).every((part) => part.length === 0),
  };
}

function sideOf(context: DeriveContext): DiffSide {
  const { revision } = context.project;
  const { headline, complete, inScope, held } = answers(context);
  return {
    revision: revision.id,
    ...(revision.label === undefined ? {} : { label: revision.label }),
    createdAt: revision.createdAt,
    judgedAt: context.verdicts.asOf,
    headline,
    complete,
    inScope,
    held,
  };
}

function itemChanges(before: DeriveContext, after: DeriveContext): readonly ItemChange[] {
  const old = before.project.index.items;
  const now = after.project.index.items;
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): ItemChange[] => {
    const former = old.get(id);
    const own = now.get(id);
    const states = sides(
      former && before.verdicts.items.get(id)?.state,
      own && after.verdicts.items.get(id)?.state,
    );
    const title = own?.title ?? former?.title ?? id;
    if (former === undefined) return [{ id, title, kind: 'added', ...states, fields: [] }];
    if (own === undefined) return [{ id, title, kind: 'removed', ...states, fields: [] }];
    const fields = fieldChanges(former, own);
    return fields.length === 0 && states.before === states.after
      ? []
      : [{ id, title, kind: 'changed', ...states, fields }];
  });
}

/** What the plan says of an item, in words that a table can show. */
function fieldsOf(item: PlanItem): Readonly<Record<string, Scalar | undefined>> {
  return {
    title: item.title,
    kind: item.kind,
    parent: item.parent,
    class: item.class,
    owner: item.owner,
    order: item.order,
    declared: item.declared?.state,
    estimate: item.estimate && `${item.estimate.value} ${item.estimate.unit}`,
    period: item.period,
    deferred: item.deferred?.reason,
    forbidden: item.forbidden?.reason,
    goal: item.goal,
    output: item.output,
    description: item.description,
  };
}

function fieldChanges(before: PlanItem, after: PlanItem): readonly FieldChange[] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  return Object.keys(now).flatMap((field) =>
    old[field] === now[field] ? [] : [{ field, ...sides(old[field], now[field]) }],
  );
}

function dependencyChanges(before: Project, after: Project): readonly DependencyChange[] {
  const key = ({ item, on }: Dependency) => JSON.stringify([item, on]);
  const old = new Map(before.dependencies.map((entry) => [key(entry), entry]));
  const now = new Map(after.dependencies.map((entry) => [key(entry), entry]));
  const only = (
    kind: DependencyChange['kind'],
    own: ReadonlyMap<string, { readonly item: ItemId; readonly on: ItemId }>,
    other: ReadonlyMap<string, unknown>,
  ) =>
    [...own].flatMap(([name, { item, on }]): DependencyChange[] =>
      other.has(name) ? [] : [{ kind, item, on }],
    );
  return [...only('added', now, old), ...only('removed', old, now)];
}

/** Only a pass is better than the rest, and a failure that was seen is worse than a doubt. */
const rank: Readonly<Record<ConditionVerdict | GateVerdict, number>> = {
  passed: 2,
  waived: 2,
  'not-applicable': 2,
  missing: 1,
  stale: 1,
  unknown: 1,
  failed: 0,
};

function directionOf(
  before: ConditionVerdict | undefined,
  after: ConditionVerdict | undefined,
): Direction {
  if (before === undefined || after === undefined || rank[before] === rank[after]) return 'neither';
  return rank[after] > rank[before] ? 'better' : 'worse';
}

function gateFlips(
  diff: EvaluationDiff,
  before: DeriveContext,
  after: DeriveContext,
): readonly GateFlip[] {
  return diff.gates.map(({ id, title, before: old, after: now }) => {
    const reasonBefore = before.verdicts.gates.get(id)?.reason;
    const reasonAfter = after.verdicts.gates.get(id)?.reason;
    return {
      id,
      title,
      kind: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
      direction: directionOf(old, now),
      ...sides(old, now),
      ...(reasonBefore === undefined ? {} : { reasonBefore }),
      ...(reasonAfter === undefined ? {} : { reasonAfter }),
    };
  });
}

function conditionFlips(
  diff: EvaluationDiff,
  before: DeriveContext,
  after: DeriveContext,
): readonly ConditionFlip[] {
  return diff.conditions.map(({ gate, id, title, before: old, after: now }) => {
    const reason = leafOf(after, gate, id)?.reason;
    return {
      gate,
      gateTitle: gateTitle(gate, before, after),
      id,
      title,
      direction: directionOf(old, now),
      ...sides(old, now),
      ...(reason === undefined ? {} : { reasonAfter: reason }),
    };
  });
}

/**
 * Gates whose pass is gone, then conditions. A pass that became a waiver is revoked too: what was
 * proven is now excused.
 */
function revokedPasses(
  diff: EvaluationDiff,
  before: DeriveContext,
  after: DeriveContext,
): readonly RevokedPass[] {
  const gates = diff.gates.flatMap(({ id, title, revoked, after: now }): RevokedPass[] => {
    if (!revoked) return [];
    const reason = after.verdicts.gates.get(id)?.reason;
    return [
      {
        gate: id,
        gateTitle: title,
        title,
        ...(now === undefined ? {} : { after: now }),
        ...(reason === undefined ? {} : { reason }),
      },
    ];
  });
  const conditions = diff.conditions.flatMap(
    ({ gate, id, title, before: old, after: now }): RevokedPass[] => {
      if (old !== 'passed') return [];
      const reason = leafOf(after, gate, id)?.reason;
      return [
        {
          gate,
          gateTitle: gateTitle(gate, before, after),
          condition: id,
          title,
          ...(now === undefined ? {} : { after: now }),
          ...(reason === undefined ? {} : { reason }),
        },
      ];
    },
  );
  return [...gates, ...conditions];
}

function leafOf(context: DeriveContext, gate: GateId, condition: string) {
  return leavesOf(context.verdicts.gates.get(gate)?.conditions ?? []).find(
    ({ id }) => id === condition,
  );
}

function gateTitle(gate: GateId, before: DeriveContext, after: DeriveContext): string {
  const own = after.project.index.gates.get(gate) ?? before.project.index.gates.get(gate);
  return own?.title ?? gate;
}

function evidenceChanges(
  diff: EvaluationDiff,
  before: DeriveContext,
  after: DeriveContext,
): readonly EvidenceChange[] {
  const old = evidenceReferences(before);
  const now = evidenceReferences(after);
  return diff.evidence.map((change) => {
    const used = [
      ...((change.after && now.get(change.after)) ?? []),
      ...((change.before && old.get(change.before)) ?? []),
    ];
    const digest = (context: DeriveContext, id: EvidenceChange['before']) =>
      id === undefined ? undefined : context.project.index.evidence.get(id)?.digest?.sha256;
    const sha256Before = digest(before, change.before);
    const sha256After = digest(after, change.after);
    return {
      ...change,
      ...(sha256Before === undefined ? {} : { sha256Before }),
      ...(sha256After === undefined ? {} : { sha256After }),
      gates: [...new Set(used.map(({ gate }) => gate))],
    };
  });
}

function ruleChanges(before: Project, after: Project): readonly RuleChange[] {
  return [
    ...rulesOf('invariant', before.invariants, after.invariants, ({ title }) => title),
    ...rulesOf(
      'authorisation-rule',
      before.authorisationRules,
      after.authorisationRules,
      ({ title }) => title,
    ),
    ...rulesOf('waiver', before.waivers, after.waivers, ({ reason }) => reason),
    ...rulesOf(
      'stop',
      before.stopConditions?.map(withoutEvents),
      after.stopConditions?.map(withoutEvents),
      ({ title }) => title,
    ),
  ];
}

/** What was raised and lifted is history, not the rule. */
function withoutEvents({ events: _, ...rule }: NonNullable<Project['stopConditions']>[number]) {
  return rule;
}

function rulesOf<Rule extends { readonly id: string }>(
  of: RuleChange['of'],
  before: readonly Rule[] = [],
  after: readonly Rule[] = [],
  titleOf: (rule: Rule) => string,
): readonly RuleChange[] {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const now = new Map(after.map((rule) => [rule.id, rule]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id): RuleChange[] => {
    const former = old.get(id);
    const own = now.get(id);
    const rule = own ?? former;
    if (rule === undefined) return [];
    const named = { of, id, title: titleOf(rule) };
    if (former === undefined) return [{ kind: 'added', ...named }];
    if (own === undefined) return [{ kind: 'removed', ...named }];
    return canonical(former) === canonical(own) ? [] : [{ kind: 'changed', ...named }];
  });
}

/** Equal for values that differ only in the order of their members. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([name]) => name !== 'source')
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : inner,
  );
}

function invariantFlips(before: DeriveContext, after: DeriveContext): readonly InvariantFlip[] {
  const old = new Map(before.verdicts.invariants.map((entry) => [entry.id, entry]));
  const now = new Map(after.verdicts.invariants.map((entry) => [entry.id, entry]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const former = old.get(id);
    const own = now.get(id);
    return former?.verdict === own?.verdict
      ? []
      : [{ id, title: own?.title ?? former?.title ?? id, ...sides(former?.verdict, own?.verdict) }];
  });
}

function metricMoves(before: DeriveContext, after: DeriveContext): readonly MetricMove[] {
  const old = metricRows(before);
  const now = metricRows(after);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const former = old.get(id);
    const own = now.get(id);
    const row = own ?? former;
    if (row === undefined || Object.is(former?.value, own?.value)) return [];
    const { title, unit, better } = row;
    return [{ id, title, unit, better, ...sides(former?.value, own?.value) }];
  });
}

function sides<V>(
  before: V | undefined,
  after: V | undefined,
): { readonly before?: V; readonly after?: V } {
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}
