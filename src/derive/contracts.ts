import { countedOf } from '../gates/invariants/naming-rules.ts';
import type { ConditionResult } from '../gates/types.ts';
import type { Condition, DeliverableCondition, MetricCondition } from '../model/condition.ts';
import type { Contract, Deliverable, PatternRule, StatedCount, Target } from '../model/contract.ts';
import type { FileFact } from '../model/evidence.ts';
import { conditionId, type DeliverableId, type EvidenceId, type MetricId } from '../model/ids.ts';
import { type DeriveContext, evaluationOf, remembered } from './context.ts';
import { type JudgedCondition, judgedConditions } from './judged-conditions.ts';

export type DeliverableCheck = NonNullable<DeliverableCondition['checks']>[number];

/** A pattern that a file must or must not contain, and where it was found. */
export interface PatternCount {
  readonly rule: PatternRule;
  readonly kind: 'required' | 'forbidden';
  /** Absent: nobody counted. */
  readonly count?: number;
  readonly lines?: readonly number[];
  /** Absent where it was not counted. */
  readonly holds?: boolean;
}

export interface DeliverableDetail {
  readonly deliverable: Deliverable;
  readonly result?: ConditionResult;
  /** The same verdict check by check, for the checks that the contract asks for. */
  readonly checks: readonly {
    readonly check: DeliverableCheck;
    readonly result: ConditionResult;
  }[];
  /** The first measurement; when there are several, the verdict takes all of them. */
  readonly measured?: { readonly evidence: EvidenceId; readonly file: FileFact };
  readonly patterns: readonly PatternCount[];
}

export interface TargetDetail {
  readonly target: Target;
  readonly result?: ConditionResult;
  /** The deliverable that is the file named as proof. */
  readonly deliveredBy?: DeliverableId;
  /** The file named as proof, where the bundle has it. */
  readonly evidence?: EvidenceId;
}

/** A condition of a contract with its result; the condition says what the two sides are. */
export interface CheckDetail {
  readonly condition: Condition;
  readonly result: ConditionResult;
}

export interface ContractDetail {
  readonly contract: Contract;
  readonly deliverables: readonly DeliverableDetail[];
  readonly targets: readonly TargetDetail[];
  readonly crossChecks: readonly CheckDetail[];
  readonly definitionOfDone: readonly CheckDetail[];
  readonly counts: readonly { readonly count: StatedCount; readonly counted?: number }[];
  /** Lines: what the files may sum up to by their own limits, and what was measured in how many. */
  readonly lines: {
    readonly least: number;
    readonly most: number;
    readonly measured: number;
    readonly files: number;
  };
  readonly attempts: { readonly made: number; readonly rejected: number };
}

/**
 * Contracts with the results of the gate conditions that judge them: deliverables by the
 * deliverable that a condition names, targets by metric and limit, cross-checks and criteria where a
 * gate asks for the very same. What no gate asks for is judged by the same engine.
 */
export function contractDetails(context: DeriveContext): readonly ContractDetail[] {
  const { project } = context;
  return (project.contracts ?? []).map((contract) => {
    const deliverables = contract.deliverables.map((entry) =>
      deliverableOf(context, contract, entry),
    );
    const attempts = contract.attempts ?? [];
    return {
      contract,
      deliverables,
      targets: (contract.targets ?? []).map((target) => targetOf(context, contract, target)),
      crossChecks: checksOf(context, contract.crossChecks),
      definitionOfDone: checksOf(context, contract.definitionOfDone),
      counts: (contract.counts ?? []).map((count) => {
        const counted = countedOf(project, contract, count);
        return { count, ...(counted === undefined ? {} : { counted }) };
      }),
      lines: linesOf(deliverables),
      attempts: {
        made: attempts.length,
        rejected: attempts.filter(({ verdict }) => verdict === 'rejected').length,
      },
    };
  });
}

function checksOf(
  context: DeriveContext,
  conditions: readonly Condition[] | undefined,
): readonly CheckDetail[] {
  if (conditions === undefined) return [];
  const judged = askedFor(context).byId;
  return conditions.map((condition) => {
    // An id is unique inside its gate only: what else has it may ask for something else.
    const own = judged.get(condition.id)?.find((entry) => isSame(entry.condition, condition));
    return { condition, result: own?.result ?? evaluationOf(context).judge(condition) };
  });
}

function isSame(a: Condition, b: Condition): boolean {
  return a.kind === b.kind && JSON.stringify(a) === JSON.stringify(b);
}

/** The judgements of gates by what they are about; the first of several wins. */
const askedFor = remembered((context) => {
  const byId = new Map<string, JudgedCondition[]>();
  const deliverables = new Map<DeliverableId, ConditionResult>();
  const budgets = new Map<string, ConditionResult>();
  const metrics = new Map<
    MetricId,
    { readonly condition: MetricCondition; readonly result: ConditionResult }[]
  >();
  for (const entry of judgedConditions(context)) {
    const { condition, result } = entry;
    const named = byId.get(condition.id);
    if (named === undefined) byId.set(condition.id, [entry]);
    else named.push(entry);
    if (condition.kind === 'budget' && !budgets.has(condition.id)) {
      budgets.set(condition.id, result);
    }
    // A gate that asks for some of the checks only says less than the contract.
    const isWhole = condition.kind === 'deliverable' && condition.checks === undefined;
    if (isWhole && !deliverables.has(condition.deliverable)) {
      deliverables.set(condition.deliverable, result);
    }
    if (condition.kind !== 'metric') continue;
    const list = metrics.get(condition.metric);
    if (list === undefined) metrics.set(condition.metric, [{ condition, result }]);
    else list.push({ condition, result });
  }
  return { byId, deliverables, budgets, metrics };
});

/** What was measured of files, by path; the evidence that comes first wins. */
const measurements = remembered(({ project }) => {
  const byPath = new Map<string, { readonly evidence: EvidenceId; readonly file: FileFact }[]>();
  for (const evidence of project.index.evidence.values()) {
    for (const file of evidence.facts ?? []) {
      if (file.type !== 'file') continue;
      const list = byPath.get(file.path);
      if (list === undefined) byPath.set(file.path, [{ evidence: evidence.id, file }]);
      else list.push({ evidence: evidence.id, file });
    }
  }
  return byPath;
});

function deliverableOf(
  context: DeriveContext,
  contract: Contract,
  deliverable: Deliverable,
): DeliverableDetail {
  const { id, title } = deliverable;
  const ask = (checks?: readonly DeliverableCheck[]): ConditionResult =>
    evaluationOf(context).judge({
      kind: 'deliverable',
      id: conditionId(id),
      title,
      deliverable: id,
      ...(checks === undefined ? {} : { checks }),
    });
  const asked = askedFor(context).deliverables.get(id);
  const forbidden = [
    ...new Map(
      [...(deliverable.forbidden ?? []), ...(contract.forbidden ?? [])].map((rule) => [
        rule.id,
        rule,
      ]),
    ).values(),
  ];
  const { path, measuredBy } = deliverable;
  const measured = (measurements(context).get(path) ?? []).find(
    ({ evidence }) => measuredBy === undefined || evidence === measuredBy,
  );
  const pattern = (kind: PatternCount['kind']) => (rule: PatternRule) =>
    counted(rule, kind, measured?.file);
  return {
    deliverable,
    result: asked ?? ask(),
    checks: checksWanted(deliverable, forbidden).map((check) => ({ check, result: ask([check]) })),
    ...(measured === undefined ? {} : { measured }),
    patterns: [
      ...(deliverable.required ?? []).map(pattern('required')),
      ...forbidden.map(pattern('forbidden')),
    ],
  };
}

function checksWanted(
  { lines, required, columns, minRows, minCounts, mustContain }: Deliverable,
  forbidden: readonly PatternRule[],
): readonly DeliverableCheck[] {
  const hasStructure =
    (columns ?? []).length > 0 ||
    minRows !== undefined ||
    Object.keys(minCounts ?? {}).length > 0 ||
    (mustContain ?? []).length > 0;
  const wanted: readonly (readonly [DeliverableCheck, boolean])[] = [
    ['exists', true],
    ['lines', lines !== undefined],
    ['required', (required ?? []).length > 0],
    ['forbidden', forbidden.length > 0],
    ['structure', hasStructure],
  ];
  return wanted.filter(([, isWanted]) => isWanted).map(([check]) => check);
}

function counted(
  rule: PatternRule,
  kind: PatternCount['kind'],
  file: FileFact | undefined,
): PatternCount {
  const found = file?.patterns?.find((entry) => entry.rule === rule.id);
  if (found === undefined) return { rule, kind };
  const { count, lines } = found;
  const holds = kind === 'forbidden' ? count === 0 : count >= (rule.minCount ?? 1);
  return { rule, kind, count, holds, ...(lines === undefined ? {} : { lines }) };
}

function targetOf(context: DeriveContext, contract: Contract, target: Target): TargetDetail {
  const { evidencePath } = target;
  const result = resultOfTarget(context, target);
  const deliveredBy = contract.deliverables.find(({ path }) => path === evidencePath)?.id;
  const evidence =
    evidencePath === undefined
      ? undefined
      : context.project.index.evidenceByPath.get(evidencePath)?.[0]?.id;
  return {
    target,
    ...(result === undefined ? {} : { result }),
    ...(deliveredBy === undefined ? {} : { deliveredBy }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/**
 * The gate's own judgement of the target where there is one: the same metric held to the same
 * limit, or a budget condition that a gate knows by the target's name.
 */
function resultOfTarget(context: DeriveContext, target: Target): ConditionResult | undefined {
  const { metric, aggregate, operator, value, unit, minSamples } = target;
  const own = askedFor(context);
  const asked = (metric === undefined ? [] : (own.metrics.get(metric) ?? [])).find(
    ({ condition }) =>
      condition.operator === operator &&
      condition.target === value &&
      condition.unit === unit &&
      (aggregate === undefined || condition.aggregate === aggregate),
  );
  if (asked !== undefined) return asked.result;
  const budget = own.budgets.get(target.id);
  if (budget !== undefined) return budget;
  if (metric === undefined || aggregate === undefined) return undefined;
  return evaluationOf(context).judge({
    kind: 'metric',
    id: conditionId(target.id),
    title: target.title,
    metric,
    aggregate,
    operator,
    target: value,
    unit,
    ...(minSamples === undefined ? {} : { minSamples }),
  });
}

function linesOf(deliverables: readonly DeliverableDetail[]): ContractDetail['lines'] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const measured = deliverables.flatMap(({ measured: found }) => found?.file.lines ?? []);
  return {
    least: sum(
      deliverables.map(({ deliverable }) => deliverable.lines?.min ?? deliverable.minRows ?? 0),
    ),
    most: sum(deliverables.map(({ deliverable }) => deliverable.lines?.max ?? 0)),
    measured: sum(measured),
    files: measured.length,
  };
}
