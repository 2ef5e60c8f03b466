import type {
  CauseRef,
  ConditionResult,
  ConditionVerdict,
  GateResult,
  GateVerdict,
  InvariantResult,
  ItemResult,
  ItemState,
} from '../../gates/types.ts';
import { buildProject } from '../../model/build-project.ts';
import type { Condition } from '../../model/condition.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Gate, Guard } from '../../model/gate.ts';
import { conditionId, gateId, itemId, projectId, revisionId } from '../../model/ids.ts';
import type { PlanItem } from '../../model/plan.ts';
import type { ProjectContent } from '../../model/project.ts';
import type { Reading } from '../../model/project-index.ts';
import type { DeriveContext } from '../context.ts';

export interface ItemSpec {
  readonly state: ItemState;
  /** Ids, divided by spaces. */
  readonly waitsFor?: string;
  readonly dependsOn?: string;
  readonly parent?: string;
  readonly causes?: readonly CauseRef[];
  readonly item?: Partial<PlanItem>;
  readonly result?: Partial<ItemResult>;
}

export interface GateSpec {
  readonly verdict?: GateVerdict;
  /** The item and what is guarded, for example `A complete`. */
  readonly guards?: readonly string[];
  readonly conditions: readonly ConditionResult[];
  readonly gate?: Partial<Gate>;
  readonly result?: Partial<GateResult>;
}

export interface PlanSpec {
  readonly items: Readonly<Record<string, ItemSpec>>;
  readonly gates?: Readonly<Record<string, GateSpec>>;
  readonly evidence?: readonly Evidence[];
  readonly content?: Partial<ProjectContent>;
  readonly reading?: Partial<Reading>;
  readonly invariants?: readonly InvariantResult[];
}

/** A plan with verdicts written by hand, so that a test says exactly what is derived from what. */
export function planOf(spec: PlanSpec): DeriveContext {
  const items = Object.entries(spec.items);
  const project = buildProject(
    {
      project: { id: projectId('plan'), title: 'Plan' },
      revision: { id: revisionId('1'), createdAt: '2026-06-01T00:00:00Z' },
      items: items.map(([id, own]) => ({
        id: itemId(id),
        kind: 'wave',
        title: `Title of ${id}`,
        ...(own.parent === undefined ? {} : { parent: itemId(own.parent) }),
        ...own.item,
      })),
      dependencies: items.flatMap(([id, own]) =>
        words(own.dependsOn ?? own.waitsFor).map((on) => ({ item: itemId(id), on: itemId(on) })),
      ),
      gates: Object.entries(spec.gates ?? {}).map(([id, own]) => ({
        id: gateId(id),
        title: `Gate ${id}`,
        guards: (own.guards ?? []).map(guardOf),
        conditions: own.conditions.map(conditionOf),
        ...own.gate,
      })),
      evidence: spec.evidence ?? [],
      ...spec.content,
    },
    spec.reading,
  );
  return {
    project,
    verdicts: {
      asOf: '2026-06-02T00:00:00Z',
      items: new Map(items.map(([id, own]) => [itemId(id), itemResultOf(id, own)])),
      gates: new Map(
        Object.entries(spec.gates ?? {}).map(([id, own]) => [gateId(id), gateResultOf(id, own)]),
      ),
      invariants: spec.invariants ?? [],
      findings: [],
    },
  };
}

function words(text: string | undefined): readonly string[] {
  return (text ?? '').split(' ').filter((word) => word !== '');
}

function guardOf(text: string): Guard {
  const [item = '', effect = ''] = text.split(' ');
  if (effect !== 'start' && effect !== 'complete' && effect !== 'advance') {
    throw new Error(`No guard: ${text}`);
  }
  return { item: itemId(item), effect };
}

function itemResultOf(id: string, own: ItemSpec): ItemResult {
  return {
    id: itemId(id),
    state: own.state,
    declared: own.item?.declared?.state,
    ownFailure: own.state === 'failed' || own.state === 'stopped',
    held: own.state === 'blocked',
    readiness: 'not-required',
    permission: 'not-required',
    reason: { code: 'item-declared', params: { state: own.state } },
    waitsFor: words(own.waitsFor).map(itemId),
    openGates: [],
    ownCauses: own.causes ?? [],
    ...own.result,
  };
}

function gateResultOf(id: string, own: GateSpec): GateResult {
  return {
    id: gateId(id),
    verdict: own.verdict ?? 'failed',
    reason: { code: 'gate-open' },
    conditions: own.conditions,
    contradicts: false,
    ...own.result,
  };
}

/** The model's side of a result that was written by hand. */
function conditionOf(result: ConditionResult): Condition {
  const base = { id: result.id, title: result.title };
  const of = (result.parts ?? []).map(conditionOf);
  switch (result.kind) {
    case 'all':
      return { ...base, kind: 'all', of };
    case 'any':
      return { ...base, kind: 'any', of };
    case 'at-least':
      return { ...base, kind: 'at-least', of, count: Number(result.expected?.value) };
    default:
      return { ...base, kind: 'evidence', evidence: {} };
  }
}

export function condition(
  id: string,
  verdict: ConditionVerdict,
  own: Partial<ConditionResult> = {},
): ConditionResult {
  return {
    id: conditionId(id),
    kind: 'evidence',
    title: `Condition ${id}`,
    blocking: true,
    verdict,
    reason: { code: 'evidence-none' },
    uses: [],
    ...own,
  };
}

export function conditionCause(gate: string, own: string): CauseRef {
  return { kind: 'condition', gate: gateId(gate), condition: conditionId(own) };
}
