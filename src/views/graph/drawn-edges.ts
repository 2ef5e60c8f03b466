import type { EdgeRow, EdgeStatus, PlanSnapshot } from '../../derive/types.ts';
import type { Box, DrawingLayout, Pen, Point } from './drawing-layout.ts';
import type { CurvePen, EdgePaths } from './edge-geometry.ts';
import { type EdgeStanding, edgeStandings, standingOf } from './edge-look.ts';
import type { Focus } from './focus.ts';
import { atOnce } from './in-turn.ts';
import { LaidEdge } from './laid-edge.ts';
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
  /** Written out when first asked for: only a small plan and an export have them as text. */
  readonly paths: EdgePaths;
  /** Around its route, for leaving out what is not in view. */
  readonly box: Box;
  /** How many dependencies it stands for. */
  readonly count: number;
  /** Half-way, for the count. */
  readonly middle: Point;
  /** Draws its route as straight lines. */
  readonly trace: (pen: Pen) => void;
  /** Draws it as it is seen close by: its curve with one pen, its head with the other. */
  readonly traceCurve: (line: CurvePen, head: CurvePen) => void;
}

/**
 * The row of each edge by its key; of two rows for one edge the worse counts.
 *
 * @param edges in the order of the rows as far as they go; they only save making each key anew
 */
export function edgeRows(
  snapshot: Pick<PlanSnapshot, 'edges'> | undefined,
  edges: readonly PlanEdge[] = [],
): ReadonlyMap<string, EdgeRow> {
  const rows = new Map<string, EdgeRow>();
  for (const [at, row] of (snapshot?.edges ?? []).entries()) {
    const edge = edges[at];
    const key =
      edge?.item === row.item && edge.on === row.on ? edge.key : edgeKey(row.item, row.on);
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
export function drawnEdges(...given: DrawnEdgesOf): readonly DrawnEdge[] {
  return atOnce(drawingEdges(...given));
}

type DrawnEdgesOf = readonly [
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
];

/** So many edges are made before the page can answer again. */
const PART = 5_000;

/** {@link drawnEdges}, with pauses. */
export function* drawingEdges(
  ...[graph, layout, rows, shown]: DrawnEdgesOf
): Generator<void, readonly DrawnEdge[]> {
  const drawn: DrawnEdge[] = [];
  const { focus, matching } = shown;
  const known = knownEdges(layout);
  for (const [number, edge] of graph.edges.entries()) {
    if (number % PART === PART - 1) yield;
    if (layout.routes.length(edge.key) < 2) continue;
    const meanings = byMeaning(edge, rows, shown);
    for (const [at, { key, standing, stands }] of meanings.entries()) {
      const aside = (at - (meanings.length - 1) / 2) * APART;
      const { item, on } = edge;
      const isFaded =
        (focus !== undefined && !stands.some((one) => focus.edges.has(one))) ||
        (matching !== undefined && !matching.has(item) && !matching.has(on));
      const count = stands.length;
      const own = { key, item, on, standing, isFaded, count };
      drawn.push(known(own, { layout, key: edge.key, aside }));
    }
  }
  return inPaintingOrder(drawn);
}

type KnownEdges = (...given: ConstructorParameters<typeof LaidEdge>) => LaidEdge;

const edgesOfLayouts = new WeakMap<DrawingLayout, KnownEdges>();

/**
 * The same object for an edge that looks as it did before, so that what was made of it stays: a state
 * that changes makes only those edges anew that it is about.
 */
function knownEdges(layout: DrawingLayout): KnownEdges {
  const given = edgesOfLayouts.get(layout);
  if (given !== undefined) return given;
  const variants = new Map<string, LaidEdge[]>();
  const make: KnownEdges = (own, track) => {
    const known = variants.get(own.key);
    const same = known?.find((edge) => edge.isLike(own, track));
    if (same !== undefined) return same;
    const edge = new LaidEdge(own, track);
    if (known === undefined) variants.set(own.key, [edge]);
    else known.push(edge);
    return edge;
  };
  edgesOfLayouts.set(layout, make);
  return make;
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

interface Meaning {
  readonly key: string;
  readonly standing: EdgeStanding;
  /** Keys of the dependencies. */
  readonly stands: string[];
}

function byMeaning(
  edge: PlanEdge,
  rows: ReadonlyMap<string, EdgeRow>,
  { all, supposed, gone }: Pick<DrawnEdgesOf[3], 'all' | 'supposed' | 'gone'>,
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
