import type { ItemRow, PlanSnapshot, StructureItem } from '../../derive/types.ts';
import type { ConditionVerdict, ItemState } from '../../gates/types.ts';
import { conditionTone, itemTone } from '../../parts/tones.ts';
import { type StateTone, stateTones } from '../../ui/state.ts';
import { atOnce } from './in-turn.ts';
import { descendantsOf, type PlanGraph } from './plan-graph.ts';

/** Everything that a node shows, merged from structure and states. */
export interface NodeFace {
  readonly id: string;
  readonly title: string;
  /** `ghost`: a dependency names it and no item has that id. `closed`: a group that hides its inside. */
  readonly kind: 'item' | 'group' | 'closed' | 'ghost';
  /** Absent before the snapshot is there, and for ghosts. */
  readonly state: ItemState | undefined;
  readonly tone: StateTone;
  readonly pips: readonly StateTone[];
  readonly met: number;
  /** For groups: what is inside, each item counted once at any depth. */
  readonly inside: GroupCount | undefined;
  /** For closed groups, once judged. */
  readonly tally: Tally | undefined;
}

/** What a closed group hides. */
export interface Tally {
  /** The worst state of the group itself and of everything inside it, at any depth. */
  readonly worst: ItemState;
  /** The items inside by state, each counted once, the worst first. */
  readonly counts: readonly { readonly state: ItemState; readonly count: number }[];
}

export interface GroupCount {
  readonly complete: number;
  readonly total: number;
  /** Failed, stopped or contradicted. */
  readonly faulty: number;
}

const met: Readonly<Record<ConditionVerdict, boolean>> = {
  passed: true,
  waived: true,
  'not-applicable': true,
  failed: false,
  missing: false,
  stale: false,
  unknown: false,
};

const faulty: Readonly<Record<ItemState, boolean>> = {
  failed: true,
  stopped: true,
  contradicted: true,
  complete: false,
  'in-progress': false,
  ready: false,
  blocked: false,
  deferred: false,
};

/** Conditions of an item's own gates that hold. */
export function countMet(pips: readonly ConditionVerdict[]): number {
  return pips.filter((verdict) => met[verdict]).length;
}

/**
 * One face for each item and ghost, also for those that closed groups hide. Linear in the plan times
 * its depth.
 */
export function nodeFaces(...given: NodeFacesOf): ReadonlyMap<string, NodeFace> {
  return atOnce(makingFaces(...given));
}

type NodeFacesOf = readonly [
  graph: PlanGraph,
  snapshot: Pick<PlanSnapshot, 'items'> | undefined,
  closed?: ReadonlySet<string> | undefined,
];

/** So many faces are made before the page can answer again. */
const PART = 2_500;

/** {@link nodeFaces}, with pauses. */
export function* makingFaces(
  ...[graph, snapshot, closed]: NodeFacesOf
): Generator<void, ReadonlyMap<string, NodeFace>> {
  const rows = new Map<string, ItemRow>(snapshot?.items.map((row) => [row.id, row]));
  const faces = new Map<string, NodeFace>();
  for (const [at, item] of graph.items.entries()) {
    faces.set(item.id, itemFace(item, graph, rows, closed));
    if (at % PART === PART - 1) yield;
  }
  for (const id of graph.ghosts) {
    faces.set(id, { ...blank, id, title: id, kind: 'ghost', tone: 'unknown' });
  }
  return faces;
}

const blank = { state: undefined, pips: [], met: 0, inside: undefined, tally: undefined } as const;

function itemFace(
  item: StructureItem,
  graph: PlanGraph,
  rows: ReadonlyMap<string, ItemRow>,
  closed: ReadonlySet<string> | undefined,
): NodeFace {
  const row = rows.get(item.id);
  const isGroup = graph.children.has(item.id);
  const isClosed = isGroup && closed?.has(item.id) === true;
  const tally = isClosed && row !== undefined ? tallyOf(row, graph, rows) : undefined;
  const shown = tally?.worst ?? row?.state;
  return {
    id: item.id,
    title: item.title,
    kind: isClosed ? 'closed' : isGroup ? 'group' : 'item',
    state: row?.state,
    tone: shown === undefined ? 'not-reached' : itemTone[shown],
    pips: row?.pips.map((verdict) => conditionTone[verdict]) ?? [],
    met: countMet(row?.pips ?? []),
    inside: isGroup && row !== undefined ? countInside(item.id, graph, rows) : undefined,
    tally,
  };
}

function tallyOf(own: ItemRow, graph: PlanGraph, rows: ReadonlyMap<string, ItemRow>): Tally {
  const counts = new Map<ItemState, number>();
  let worst = own.state;
  for (const id of descendantsOf(own.id, graph.children)) {
    const state = rows.get(id)?.state;
    if (state === undefined) continue;
    if (severity(state) < severity(worst)) worst = state;
    if (!graph.children.has(id)) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return {
    worst,
    counts: [...counts]
      .map(([state, count]) => ({ state, count }))
      .sort((a, b) => severity(a.state) - severity(b.state)),
  };
}

/** The lower, the more attention it needs. */
function severity(state: ItemState): number {
  return stateTones.indexOf(itemTone[state]);
}

/** Groups inside count through their items, so nothing is counted twice. Deferred work is left out. */
function countInside(id: string, graph: PlanGraph, rows: ReadonlyMap<string, ItemRow>): GroupCount {
  const states = descendantsOf(id, graph.children)
    .filter((inner) => !graph.children.has(inner))
    .flatMap((inner) => rows.get(inner)?.state ?? [])
    .filter((state) => state !== 'deferred');
  return {
    complete: states.filter((state) => state === 'complete').length,
    total: states.length,
    faulty: states.filter((state) => faulty[state]).length,
  };
}
