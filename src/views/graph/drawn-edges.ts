import type { EdgeRow, PlanSnapshot } from '../../derive/types.ts';
import type { Box, DrawingLayout, Point } from './drawing-layout.ts';
import { type EdgePaths, edgePaths } from './edge-geometry.ts';
import { type EdgeStanding, edgeLooks, edgeStandings, standingOf } from './edge-look.ts';
import type { Focus } from './focus.ts';
import { edgeKey, type PlanGraph } from './plan-graph.ts';

/** An edge ready to be painted. */
export interface DrawnEdge {
  readonly key: string;
  readonly standing: EdgeStanding;
  readonly isFaded: boolean;
  readonly paths: EdgePaths;
  /** Around its route, for leaving out what is not in view. */
  readonly box: Box;
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

/**
 * The edges to paint, what matters most last. A redundant edge is left out unless it is asked for:
 * the edges that it follows from tell the same.
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
  },
): readonly DrawnEdge[] {
  const drawn: DrawnEdge[] = [];
  for (const { key, item, on } of graph.edges) {
    const row = rows.get(key);
    if (row?.redundant === true && !shown.all) continue;
    const route = layout.routes.get(key);
    const standing = standingOf(row);
    if (route === undefined) continue;
    const paths = edgePaths(route, edgeLooks[standing].head, layout.direction);
    if (paths === undefined) continue;
    const { focus, matching } = shown;
    const isFaded =
      (focus !== undefined && !focus.edges.has(key)) ||
      (matching !== undefined && !matching.has(item) && !matching.has(on));
    drawn.push({ key, standing, isFaded, paths, box: boxAround(route) });
  }
  return drawn.sort(
    (a, b) =>
      Number(b.isFaded) - Number(a.isFaded) ||
      edgeStandings.indexOf(a.standing) - edgeStandings.indexOf(b.standing),
  );
}

function boxAround(route: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of route) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
