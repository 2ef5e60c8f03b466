import { itemDetail } from '../../src/derive/details.ts';
import { diffEvaluations } from '../../src/derive/diff.ts';
import type { DemandChange } from '../../src/derive/diff-types.ts';
import type { Answers, CauseRow, PlanSnapshot } from '../../src/derive/types.ts';
import type {
  ConditionResult,
  ConditionVerdict,
  GateResult,
  GateVerdict,
  InvariantResult,
  ItemResult,
  ItemState,
} from '../../src/gates/types.ts';
import type { SourceRef } from '../../src/model/common.ts';
import { gateId, itemId } from '../../src/model/ids.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { ProjectInfo, Revision } from '../../src/model/project.ts';
import { CliFailure, type ExitCode } from '../core/failure.ts';
import { words } from '../core/words.ts';
import type { OpenedBundle } from '../open/open-bundle.ts';

export interface JudgedGate {
  readonly result: GateResult;
  readonly title: string;
  readonly source?: SourceRef;
  readonly conditions: readonly JudgedCondition[];
}

export interface JudgedCondition {
  readonly result: ConditionResult;
  /** Where the demand is written. */
  readonly source?: SourceRef;
  /** File of the evidence that decides, inside the bundle, or where it was collected from. */
  readonly evidence?: { readonly path: string; readonly line?: number };
}

export interface JudgedItem {
  readonly result: ItemResult;
  readonly title: string;
  readonly causes: readonly CauseRow[];
  readonly source?: SourceRef;
}

/** Something that was better before, or a demand that was made easier to meet. */
export type Worsening =
  | {
      readonly kind: 'gate' | 'condition' | 'item';
      readonly id: string;
      readonly title: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'demand'; readonly change: DemandChange };

/** One judgement, before it is written in any format. */
export interface CheckReport {
  readonly exitCode: ExitCode;
  readonly asOf: string;
  readonly project: ProjectInfo;
  readonly revision: Revision;
  readonly bundleId: string;
  readonly sample: boolean;
  /** Keys that were named and tried on signatures; without them others get other verdicts. */
  readonly keys?: NonNullable<PlanSnapshot['keys']>;
  /** What was asked: the whole plan, or named gates and items. */
  readonly scope: 'plan' | 'named';
  readonly headline: Answers['headline'];
  readonly answers: Answers;
  readonly gates: readonly JudgedGate[];
  readonly items: readonly JudgedItem[];
  readonly causes: readonly CauseRow[];
  readonly invariants: readonly InvariantResult[];
  readonly problems: readonly Problem[];
  readonly worse?: readonly Worsening[];
  /** Loosened demands are told, and do not decide. */
  readonly acceptsLoosened: boolean;
}

export interface CheckScope {
  readonly gates?: readonly string[];
  readonly items?: readonly string[];
  readonly acceptLoosened?: boolean;
}

/**
 * Decides whether the run passes. Without names the question is the overview's: can the next phase
 * start? With a baseline only what got worse decides.
 *
 * @throws CliFailure for a gate or an item that the plan does not have
 */
export function judge(opened: OpenedBundle, scope: CheckScope, before?: OpenedBundle): CheckReport {
  const { snapshot, context, problems } = opened;
  const named = (scope.gates?.length ?? 0) + (scope.items?.length ?? 0) > 0;
  const gates = (scope.gates ?? []).map((id) => namedGate(opened, id));
  const items = (scope.items ?? []).map((id) => namedItem(opened, id));
  const shown = named ? [...gates, ...gatesOf(opened, items)] : allGates(opened);
  const worse = before === undefined ? undefined : whatGotWorse(before, opened, scope);
  const { answers } = snapshot;
  return {
    exitCode:
      worse === undefined
        ? named
          ? worst([...gates.map(gateExit), ...items.map(itemExit)])
          : planExit(answers)
        : worse.some(({ kind }) => kind !== 'demand' || scope.acceptLoosened !== true)
          ? 1
          : 0,
    asOf: context.verdicts.asOf,
    project: snapshot.info,
    revision: snapshot.revision,
    bundleId: snapshot.bundle.bundleId,
    sample: snapshot.sample,
    ...(snapshot.keys && { keys: snapshot.keys }),
    scope: named ? 'named' : 'plan',
    headline: answers.headline,
    answers,
    gates: uniqueGates(shown),
    items,
    causes: named ? uniqueCauses(items.flatMap(({ causes }) => causes)) : answers.causes,
    invariants: context.verdicts.invariants,
    problems,
    acceptsLoosened: scope.acceptLoosened === true,
    ...(worse !== undefined && { worse }),
  };
}

const gateExits: Readonly<Record<GateVerdict, ExitCode>> = {
  passed: 0,
  failed: 1,
  stale: 1,
  missing: 1,
  unknown: 2,
};

const itemExits: Readonly<Record<ItemState, ExitCode>> = {
  complete: 0,
  'in-progress': 0,
  ready: 0,
  blocked: 1,
  contradicted: 1,
  stopped: 1,
  failed: 1,
  deferred: 1,
};

const gateExit = ({ result }: JudgedGate): ExitCode => gateExits[result.verdict];

function itemExit({ result, causes }: JudgedItem): ExitCode {
  const exit = itemExits[result.state];
  return exit === 1 && isOnlyDoubt(causes) ? 2 : exit;
}

/** A "no" that rests on nothing but what could not be read is no verdict. */
const isOnlyDoubt = (causes: readonly CauseRow[]): boolean =>
  causes.length > 0 && causes.every(({ verdict }) => verdict === 'unknown');

/** The exit code for the overview's answer. */
export function planExit(answers: Answers): ExitCode {
  switch (answers.headline) {
    case 'all-complete':
    case 'may-advance':
    case 'not-begun':
      return 0;
    case 'empty':
      return 2;
    case 'contradicted':
    case 'halted':
      return 1;
    case 'held':
      return isOnlyDoubt(answers.causes) && answers.causeCount === answers.causes.length ? 2 : 1;
  }
}

/** A failure is certain whatever else could not be judged. */
function worst(exits: readonly ExitCode[]): ExitCode {
  return exits.includes(1) ? 1 : exits.includes(2) ? 2 : 0;
}

function judgedGate(opened: OpenedBundle, result: GateResult): JudgedGate {
  const { project } = opened.context;
  const gate = project.index.gates.get(result.id);
  const sources = new Map((gate?.conditions ?? []).map(({ id, source }) => [id, source]));
  return {
    result,
    title: gate?.title ?? result.id,
    ...(gate?.source && { source: gate.source }),
    conditions: result.conditions.map((condition) => {
      const source = sources.get(condition.id) ?? gate?.source;
      const evidence = decidingFile(opened, condition);
      return { result: condition, ...(source && { source }), ...(evidence && { evidence }) };
    }),
  };
}

function decidingFile(
  { context }: OpenedBundle,
  { uses }: ConditionResult,
): JudgedCondition['evidence'] {
  for (const { evidence, pointer } of uses) {
    const entry = context.project.index.evidence.get(evidence);
    const path = entry?.source?.path ?? entry?.path;
    if (path === undefined) continue;
    const line =
      pointer?.kind === 'lines'
        ? pointer.from
        : pointer?.kind === 'test'
          ? pointer.line
          : undefined;
    return { path, ...(line !== undefined && { line }) };
  }
  return undefined;
}

function allGates(opened: OpenedBundle): readonly JudgedGate[] {
  return [...opened.context.verdicts.gates.values()].map((result) => judgedGate(opened, result));
}

function namedGate(opened: OpenedBundle, id: string): JudgedGate {
  const { gates } = opened.context.verdicts;
  const result = gates.get(gateId(id));
  if (result === undefined) {
    throw new CliFailure('gate-unknown', words.gateUnknown(id, [...gates.keys()]));
  }
  return judgedGate(opened, result);
}

function namedItem({ context }: OpenedBundle, id: string): JudgedItem {
  const found = itemDetail(context, itemId(id));
  const result = context.verdicts.items.get(itemId(id));
  if (found === undefined || result === undefined) {
    throw new CliFailure(
      'item-unknown',
      words.itemUnknown(id, [...context.project.index.items.keys()]),
    );
  }
  const { item, causes } = found;
  return { result, title: item.title, causes, ...(item.source && { source: item.source }) };
}

function gatesOf(opened: OpenedBundle, items: readonly JudgedItem[]): readonly JudgedGate[] {
  const wanted = new Set(items.map(({ result }) => result.id));
  return [...opened.context.project.index.gates.values()].flatMap((gate) => {
    const result = opened.context.verdicts.gates.get(gate.id);
    return result !== undefined && gate.guards.some(({ item }) => wanted.has(item))
      ? [judgedGate(opened, result)]
      : [];
  });
}

function uniqueGates(gates: readonly JudgedGate[]): readonly JudgedGate[] {
  return [...new Map(gates.map((gate) => [gate.result.id, gate])).values()];
}

function uniqueCauses(causes: readonly CauseRow[]): readonly CauseRow[] {
  return [...new Map(causes.map((cause) => [cause.key, cause])).values()];
}

const satisfied: ReadonlySet<ConditionVerdict> = new Set(['passed', 'waived', 'not-applicable']);

const goodness: Readonly<Record<ItemState, number>> = {
  complete: 3,
  'in-progress': 2,
  ready: 2,
  deferred: 1,
  blocked: 1,
  contradicted: 0,
  failed: 0,
  stopped: 0,
};

function whatGotWorse(
  before: OpenedBundle,
  after: OpenedBundle,
  { gates = [], items = [] }: CheckScope,
): readonly Worsening[] {
  const diff = diffEvaluations(before.context, after.context);
  const isNamed = gates.length + items.length > 0;
  const wantsGate = (id: string): boolean => !isNamed || gates.includes(id);
  const worse: Worsening[] = [];
  for (const change of diff.gates) {
    if (change.before !== 'passed' || !wantsGate(change.id)) continue;
    const { id, title, before: was, after: now } = change;
    worse.push({ kind: 'gate', id, title, before: was, after: now ?? 'removed' });
  }
  for (const { gate, id, title, before: was, after: now } of diff.conditions) {
    if (was === undefined || !satisfied.has(was) || !wantsGate(gate)) continue;
    if (now !== undefined && satisfied.has(now)) continue;
    worse.push({
      kind: 'condition',
      id: `${gate} ${id}`,
      title,
      before: was,
      after: now ?? 'removed',
    });
  }
  for (const { id, title, before: was, after: now } of diff.items) {
    if (was === undefined || (isNamed && !items.includes(id))) continue;
    if (now !== undefined && goodness[now] >= goodness[was]) continue;
    worse.push({ kind: 'item', id, title, before: was, after: now ?? 'removed' });
  }
  for (const change of diff.demands) {
    if (change.kind === 'loosened') worse.push({ kind: 'demand', change });
  }
  return worse;
}
