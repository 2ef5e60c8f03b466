import type { PlanStructure, StructureItem } from '../../derive/types.ts';

/**
 * The plan as the drawing and its keyboard walk see it: who holds whom, who waits for whom. Built
 * from the structure alone, so that it stays the same object while states arrive and change.
 */
export interface PlanGraph {
  /** In the order of the bundle; of two items with one id the first counts. */
  readonly items: readonly StructureItem[];
  readonly byId: ReadonlyMap<string, StructureItem>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly edges: readonly PlanEdge[];
  /** What the item waits for, and what waits for it. Each id once. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly after: ReadonlyMap<string, readonly string[]>;
  /** Ids that dependencies name and no item has. */
  readonly ghosts: readonly string[];
  /** Groups that stand for what is inside them; they have no children here. */
  readonly closed?: ReadonlySet<string>;
}

export interface PlanEdge {
  readonly key: string;
  /** The item that waits. */
  readonly item: string;
  readonly on: string;
  readonly dangling: boolean;
  readonly optional: boolean;
  /** Keys of the dependencies that it stands for, where closed groups hide their ends. */
  readonly standsFor?: readonly string[];
}

/** Names an edge without ambiguity, whatever its ids contain. */
export function edgeKey(item: string, on: string): string {
  return `${item.length} ${item}${on}`;
}

/** Linear in items and dependencies. */
export function buildPlanGraph(structure: PlanStructure): PlanGraph {
  const byId = new Map<string, StructureItem>();
  for (const item of structure.items) {
    if (!byId.has(item.id)) byId.set(item.id, item);
  }
  const items = [...byId.values()];
  const children = new Map<string, string[]>();
  for (const item of items) {
    const parent = parentOf(item, byId);
    if (parent !== undefined) push(children, parent, item.id);
  }
  const edges = new Map<string, PlanEdge>();
  const ghosts = new Set<string>();
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  for (const { item, on, optional } of structure.dependencies) {
    const key = edgeKey(item, on);
    if (edges.has(key)) continue;
    const dangling = !byId.has(on) || !byId.has(item);
    edges.set(key, { key, item, on, dangling, optional: optional === true });
    for (const id of [item, on]) if (!byId.has(id)) ghosts.add(id);
    push(before, item, on);
    push(after, on, item);
  }
  return { items, byId, children, edges: [...edges.values()], before, after, ghosts: [...ghosts] };
}

const graphs = new WeakMap<PlanStructure, PlanGraph>();

/** The same graph for the same structure, whoever asks. */
export function planGraphOf(structure: PlanStructure): PlanGraph {
  const known = graphs.get(structure) ?? buildPlanGraph(structure);
  graphs.set(structure, known);
  return known;
}

/** The parent, when it exists and does not lead back to the item itself. */
export function parentOf(
  item: StructureItem,
  byId: ReadonlyMap<string, StructureItem>,
): string | undefined {
  if (item.parent === undefined || !byId.has(item.parent)) return undefined;
  return ancestorsOf(item.id, byId).length > 0 ? item.parent : undefined;
}

/** From the parent outwards; empty when the parents form a loop, which no drawing can nest. */
export function ancestorsOf(
  id: string,
  byId: ReadonlyMap<string, StructureItem>,
): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>([id]);
  for (let at = byId.get(id)?.parent; at !== undefined; at = byId.get(at)?.parent) {
    if (seen.has(at)) return [];
    if (!byId.has(at)) break;
    seen.add(at);
    found.push(at);
  }
  return found;
}

/** Everything inside an item, at any depth. */
export function descendantsOf(id: string, children: PlanGraph['children']): readonly string[] {
  const found: string[] = [];
  const open = [...(children.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...(children.get(next) ?? []));
  }
  return found;
}

/** Adds to the list of a key. */
export function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
