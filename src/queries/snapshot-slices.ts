import type { PlanSnapshot } from '../derive/types.ts';
import type { Opened, OpenRequest } from './session-types.ts';

/** The lists of a snapshot that may be long. */
const long = ['items', 'edges', 'gates', 'metrics', 'invariants', 'findings'] as const;
type Long = (typeof long)[number];

/** What crosses between the threads in one message: the page can breathe between two of them. */
const SLICE = 500;
/** Rules hold their counterexamples, so that a few of them may be as long as all items. */
const sliceOf: Readonly<Record<Long, number>> = {
  items: SLICE,
  edges: 2 * SLICE,
  gates: SLICE,
  metrics: SLICE,
  invariants: 2,
  findings: SLICE,
};

/** A snapshot without its long lists, and the ticket for which those are handed out. */
export interface SnapshotHead extends Omit<PlanSnapshot, Long> {
  readonly ticket: number;
  readonly counts: Readonly<Record<Long, number>>;
}

/** The next rows of one list; what is `left` counts those of all lists. */
export interface SnapshotRows {
  readonly rows: Pick<PlanSnapshot, Long>;
  readonly left: number;
}

/** The engine's side. */
export interface SnapshotSlices {
  snapshotHead(request: OpenRequest): Promise<Opened<SnapshotHead>>;
  /** The next rows; nothing when the ticket is used up. */
  snapshotRows(ticket: number): Promise<SnapshotRows | undefined>;
}

const none: Pick<PlanSnapshot, Long> = {
  items: [],
  edges: [],
  gates: [],
  metrics: [],
  invariants: [],
  findings: [],
};

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
      const { items, edges, gates, metrics, invariants, findings, ...head } = opened.value;
      const lists = { items, edges, gates, metrics, invariants, findings };
      const counts = {
        items: items.length,
        edges: edges.length,
        gates: gates.length,
        metrics: metrics.length,
        invariants: invariants.length,
        findings: findings.length,
      };
      tickets += 1;
      open.set(tickets, slicesOf(lists));
      return { ok: true, value: { ...head, ticket: tickets, counts } };
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

function* slicesOf(lists: Pick<PlanSnapshot, Long>): Generator<SnapshotRows> {
  let left = long.reduce((sum, member) => sum + lists[member].length, 0);
  for (const member of long) {
    const step = sliceOf[member];
    for (let from = 0; from < lists[member].length; from += step) {
      const rows = lists[member].slice(from, from + step);
      left -= rows.length;
      yield { rows: { ...none, [member]: rows }, left };
    }
  }
}

/** The page's side: the whole snapshot again. */
export async function gatherSnapshot(
  request: OpenRequest,
  { snapshotHead, snapshotRows }: SnapshotSlices,
): Promise<Opened<PlanSnapshot>> {
  const opened = await snapshotHead(request);
  if (!opened.ok) return opened;
  const { ticket, counts, ...head } = opened.value;
  const gathered = {
    items: [...none.items],
    edges: [...none.edges],
    gates: [...none.gates],
    metrics: [...none.metrics],
    invariants: [...none.invariants],
    findings: [...none.findings],
  };
  let left = long.reduce((sum, member) => sum + counts[member], 0);
  while (left > 0) {
    const slice = await snapshotRows(ticket);
    if (slice === undefined) throw new RangeError('The engine has lost a snapshot half-way.');
    const { rows } = slice;
    gathered.items.push(...rows.items);
    gathered.edges.push(...rows.edges);
    gathered.gates.push(...rows.gates);
    gathered.metrics.push(...rows.metrics);
    gathered.invariants.push(...rows.invariants);
    gathered.findings.push(...rows.findings);
    left = slice.left;
  }
  return { ok: true, value: { ...head, ...gathered } };
}
