import type { PlanSnapshot } from '../derive/types.ts';
import type { InvariantResult } from '../gates/types.ts';
import type { DrawnRows, Opened, OpenRequest } from './session-types.ts';

/** The lists of a snapshot that may be long. */
const long = ['items', 'edges', 'gates', 'metrics', 'findings', 'examples'] as const;
type Long = (typeof long)[number];

type Counterexample = InvariantResult['counterexamples'][number];

/** The long lists; counterexamples with the number of the rule that they belong to. */
interface Lists extends Pick<PlanSnapshot, Exclude<Long, 'examples'>> {
  readonly examples: readonly (readonly [rule: number, example: Counterexample])[];
}

/** What crosses between the threads in one message: the page can breathe between two of them. */
const SLICE = 500;
const sliceOf: Readonly<Record<Long, number>> = {
  items: SLICE,
  edges: 2 * SLICE,
  gates: SLICE,
  metrics: SLICE,
  findings: SLICE,
  examples: SLICE,
};

/**
 * A snapshot without its long lists, and the ticket for which those are handed out. Its rules come
 * without counterexamples.
 */
export interface SnapshotHead extends Omit<PlanSnapshot, keyof Lists> {
  readonly ticket: number;
  /** How many rows all of them have together. */
  readonly rows: number;
}

/** The next rows of one list; what is `left` counts those of all lists. */
export interface SnapshotRows {
  readonly rows: Lists;
  readonly left: number;
}

/** The engine's side. */
export interface SnapshotSlices {
  snapshotHead(request: OpenRequest): Promise<Opened<SnapshotHead>>;
  /** The next rows; nothing when the ticket is used up. */
  snapshotRows(ticket: number): Promise<SnapshotRows | undefined>;
}

const none: Lists = { items: [], edges: [], gates: [], metrics: [], findings: [], examples: [] };

/** Hands out snapshots in slices, each from one and the same snapshot however long that takes. */
export function snapshotSlices(
  snapshot: (request: OpenRequest) => Promise<Opened<PlanSnapshot>>,
): SnapshotSlices {
  const open = new Map<number, Iterator<SnapshotRows>>();
  let tickets = 0;
  return {
    snapshotHead: async (request) => {
      const opened = await snapshot(request);
      if (!opened.ok) return opened;
      const { items, edges, gates, metrics, findings, ...head } = opened.value;
      const examples = head.invariants.flatMap(({ counterexamples }, rule) =>
        counterexamples.map((example) => [rule, example] as const),
      );
      const lists: Lists = { items, edges, gates, metrics, findings, examples };
      const invariants = head.invariants.map((rule) => ({ ...rule, counterexamples: [] }));
      tickets += 1;
      open.set(tickets, slicesOf(lists));
      return { ok: true, value: { ...head, invariants, ticket: tickets, rows: rowCount(lists) } };
    },
    snapshotRows: async (ticket) => {
      const next = open.get(ticket)?.next();
      if (next?.done !== false) {
        open.delete(ticket);
        return undefined;
      }
      if (next.value.left === 0) open.delete(ticket);
      return next.value;
    },
  };
}

function rowCount(lists: Lists): number {
  return long.reduce((sum, member) => sum + lists[member].length, 0);
}

function* slicesOf(lists: Lists): Generator<SnapshotRows> {
  let left = rowCount(lists);
  for (const member of long) {
    const step = sliceOf[member];
    for (let from = 0; from < lists[member].length; from += step) {
      const rows = lists[member].slice(from, from + step);
      left -= rows.length;
      yield { rows: { ...none, [member]: rows }, left };
    }
  }
}

/**
 * The page's side: the whole snapshot again.
 *
 * @param onDrawn gets the very lists of the snapshot as soon as these are whole, so that their drawing
 * can be made ready; nothing of it may be shown before the rest is there
 */
export async function gatherSnapshot(
  request: OpenRequest,
  { snapshotHead, snapshotRows }: SnapshotSlices,
  onDrawn?: (rows: DrawnRows) => void,
): Promise<Opened<PlanSnapshot>> {
  const opened = await snapshotHead(request);
  if (!opened.ok) return opened;
  const { ticket, rows: count, invariants, ...head } = opened.value;
  const lists = {
    items: [...none.items],
    edges: [...none.edges],
    gates: [...none.gates],
    metrics: [...none.metrics],
    findings: [...none.findings],
  };
  const examples = invariants.map((): Counterexample[] => []);
  let isDrawnWhole = false;
  for (let left = count; left > 0; ) {
    const slice = await snapshotRows(ticket);
    if (slice === undefined) throw new RangeError('The engine has lost a snapshot half-way.');
    const { rows } = slice;
    lists.items.push(...rows.items);
    lists.edges.push(...rows.edges);
    lists.gates.push(...rows.gates);
    lists.metrics.push(...rows.metrics);
    lists.findings.push(...rows.findings);
    for (const [rule, example] of rows.examples) examples[rule]?.push(example);
    left = slice.left;
    if (isDrawnWhole || rows.items.length + rows.edges.length > 0) continue;
    isDrawnWhole = true;
    onDrawn?.({ items: lists.items, edges: lists.edges });
  }
  const rules = invariants.map((rule, at) => ({ ...rule, counterexamples: examples[at] ?? [] }));
  return { ok: true, value: { ...head, ...lists, invariants: rules } };
}
