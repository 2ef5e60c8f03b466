import type { EdgeRow, EdgeStatus, PlanSnapshot } from '../../derive/types.ts';
import type { Box, Direction, DrawingLayout, Point } from './drawing-layout.ts';
import { type EdgePaths, edgePaths } from './edge-geometry.ts';
import { type EdgeStanding, edgeLooks, edgeStandings, standingOf } from './edge-look.ts';
import type { Focus } from './focus.ts';
import { edgeKey, type PlanEdge, type PlanGraph } from './plan-graph.ts';

/** An edge ready to be painted. */
export interface DrawnEdge {
  readonly key: string;
  /** The ends as they are drawn: what waits, and what it waits for. */
  readonly item: string;
  readonly on: string;
  readonly standing: EdgeStanding;
  readonly isFaded: boolean;
  readonly route: readonly Point[];
  /** Written out when first asked for: in a large plan most edges are never seen close by. */
  readonly paths: EdgePaths;
  /** Around its route, for leaving out what is not in view. */
  readonly box: Box;
  /** How many dependencies it stands for. */
  readonly count: number;
  /** Half-way, for the count. */
  readonly middle: Point;
}

/** The row of each edge by its key; of two rows for one edge the worse counts. */
export function edgeRows(snapshot: PlanSnapshot | undefined): ReadonlyMap<string, EdgeRow> {
  const rows = new Map<string, EdgeRow>();
  for (const row of snapshot?.edges ?? []) {
    const key = edgeKey(row.item, row.on);
    const known = rows.get(key);
    if (known === undefined || rank(row) > rank(known)) rows.set(key, row);
  }
  return rows;
}

function rank(row: EdgeRow): number {
  return edgeStandings.indexOf(row.status);
}

/** Between edges that join the same two nodes and do not mean the same, in pixels. */
const APART = 8;

/**
 * The edges to paint, what matters most last. A redundant edge is left out unless it is asked for:
 * the edges that it follows from tell the same. Dependencies that closed groups bring together become
 * one line only where they mean the same: the same status, origin and condition.
 */
export function drawnEdges(
  graph: PlanGraph,
  layout: DrawingLayout,
  rows: ReadonlyMap<string, EdgeRow>,
  shown: {
    readonly all: boolean;
    readonly focus: Focus | undefined;
    /** Ids that a filter lets through; an edge fades when neither of its ends is one of them. */
    readonly matching?: ReadonlySet<string> | undefined;
    /** How dependencies would stand in a scenario, by key. */
    readonly supposed?: ReadonlyMap<string, EdgeStatus> | undefined;
    /** Keys of dependencies that only an earlier revision has. */
    readonly gone?: ReadonlySet<string> | undefined;
  },
): readonly DrawnEdge[] {
  const drawn: DrawnEdge[] = [];
  const { focus, matching } = shown;
  for (const edge of graph.edges) {
    const route = layout.routes.get(edge.key);
    if (route === undefined) continue;
    const meanings = byMeaning(edge, rows, shown);
    for (const [at, { key, standing, stands }] of meanings.entries()) {
      const aside = (at - (meanings.length - 1) / 2) * APART;
      const way = aside === 0 ? route : route.map((point) => moved(point, aside, layout.direction));
      if (way.length < 2) continue;
      const { item, on } = edge;
      const isFaded =
        (focus !== undefined && !stands.some((one) => focus.edges.has(one))) ||
        (matching !== undefined && !matching.has(item) && !matching.has(on));
      let written: EdgePaths | undefined;
      drawn.push({
        key,
        item,
        on,
        standing,
        isFaded,
        route: way,
        get paths() {
          written ??= edgePaths(way, edgeLooks[standing].head, layout.direction);
          return written ?? noPaths;
        },
        box: boxAround(way),
        count: stands.length,
        middle: middleOf(way),
      });
    }
  }
  return inPaintingOrder(drawn);
}

/** Faded ones first, then by standing; else in the order of the plan. */
function inPaintingOrder(drawn: readonly DrawnEdge[]): readonly DrawnEdge[] {
  const faded = edgeStandings.map((): DrawnEdge[] => []);
  const clear = edgeStandings.map((): DrawnEdge[] => []);
  for (const edge of drawn) {
    (edge.isFaded ? faded : clear)[edgeStandings.indexOf(edge.standing)]?.push(edge);
  }
  return [...faded, ...clear].flat();
}

const noPaths: EdgePaths = { line: '', head: '', headFilled: false };

interface Meaning {
  readonly key: string;
  readonly standing: EdgeStanding;
  /** Keys of the dependencies. */
  readonly stands: string[];
}

function byMeaning(
  edge: PlanEdge,
  rows: ReadonlyMap<string, EdgeRow>,
  { all, supposed, gone }: Pick<Parameters<typeof drawnEdges>[3], 'all' | 'supposed' | 'gone'>,
): readonly Meaning[] {
  const standing = (key: string, row: EdgeRow | undefined): EdgeStanding =>
    standingOf(row, { supposed: supposed?.get(key), isGone: gone?.has(key) === true });
  if (edge.standsFor === undefined) {
    const { key } = edge;
    const row = rows.get(key);
    if (row?.redundant === true && !all) return [];
    return [{ key, standing: standing(key, row), stands: [key] }];
  }
  const meanings = new Map<string, Meaning>();
  for (const key of edge.standsFor) {
    const row = rows.get(key);
    if (row?.redundant === true && !all) continue;
    const own = standing(key, row);
    const meaning = JSON.stringify([own, row?.origin, row?.condition]);
    const known = meanings.get(meaning);
    if (known === undefined) {
      meanings.set(meaning, {
        key: JSON.stringify([edge.key, meaning]),
        standing: own,
        stands: [key],
      });
    } else known.stands.push(key);
  }
  return [...meanings.values()];
}

function moved({ x, y }: Point, aside: number, direction: Direction): Point {
  return direction === 'right' ? { x, y: y + aside } : { x: x + aside, y };
}

function middleOf(route: readonly Point[]): Point {
  const a = route[Math.ceil(route.length / 2) - 1] ?? { x: 0, y: 0 };
  const b = route[Math.floor(route.length / 2)] ?? a;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function boxAround(route: readonly Point[]): Box {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y } of route) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
