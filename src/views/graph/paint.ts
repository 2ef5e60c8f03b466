import { visibleText } from '../../lib/text/visible.ts';
import type { ResolvedColours } from '../../ui/token-reader.ts';
import { NEAR_FROM, TEXT_FROM } from './distance.ts';
import type { Box, Point } from './drawing-layout.ts';
import type { DrawnEdge } from './drawn-edges.ts';
import { isHeadFilled } from './edge-geometry.ts';
import { type EdgeStanding, edgeLooks } from './edge-look.ts';
import { atOnce } from './in-turn.ts';
import type { NodeFace } from './node-face.ts';
import type { NodeMark } from './node-mark.ts';
import { paintMark } from './paint-mark.ts';
import { FADED, paintNearItem, paintNearRim } from './paint-near.ts';
import { shortId } from './short-id.ts';

/** What the canvas paints; edges come batched by {@link batchEdges}. */
export interface Scene {
  readonly groups: readonly SceneNode[];
  readonly items: readonly SceneNode[];
  readonly edges: readonly EdgeBatch[];
}

export interface SceneNode {
  readonly face: NodeFace;
  readonly box: Box;
  readonly isFaded: boolean;
  readonly isSelected: boolean;
  readonly mark: NodeMark | undefined;
}

/**
 * All edges of one look. From afar they are one path of straight lines: a single stroke for thousands
 * of edges. Close by most are out of view, and each of the rest is stroked alone.
 */
export interface EdgeBatch {
  readonly standing: EdgeStanding;
  readonly isFaded: boolean;
  readonly edges: readonly DrawnEdge[];
  /** Built when it is first painted from afar; in parts, each of which is painted in a moment. */
  readonly far: () => readonly Path2D[];
}

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** Below this zoom heads of edges are smaller than a pixel. */
const HEADS_FROM = 0.2;

/** More edges of one look than these are not dashed from afar, where dashes cost more than they tell. */
const MOST_DASHED = 1500;

/** How thick the state stands at the side of a node that shows no glyph, in pixels of the screen. */
const BAR = 4;

/** What a line that others fade around gains from afar, in pixels of the screen. */
const LIT = 0.6;

/** Measuring each text costs more than it shows; a letter is about so much of its size wide. */
const LETTER = 0.6;

/** A curve may leave the box around its route by this much. */
const EDGE_MARGIN = 40;

/**
 * Joins edges that look alike, in painting order.
 *
 * @param before batches of the same layout; those that would be made anew as they were are kept
 */
export function batchEdges(
  edges: readonly DrawnEdge[],
  before: readonly EdgeBatch[] = [],
): readonly EdgeBatch[] {
  const batches = new Map<string, { readonly first: DrawnEdge; readonly edges: DrawnEdge[] }>();
  for (const edge of edges) {
    const key = `${edge.isFaded}${edge.standing}`;
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, { first: edge, edges: [edge] });
    else batch.edges.push(edge);
  }
  return [...batches.values()].map(({ first, edges: alike }) => {
    const same = before.find((batch) => hasSame(batch.edges, alike));
    if (same !== undefined) return same;
    let far: readonly Path2D[] | undefined;
    return {
      standing: first.standing,
      isFaded: first.isFaded,
      edges: alike,
      far: () => {
        far ??= straightLines(alike);
        return far;
      },
    };
  });
}

/** Builds what would be built when the batches are first painted from afar; nothing where nothing is painted. */
export function makePaths(batches: readonly EdgeBatch[]): void {
  if (typeof Path2D === 'undefined') return;
  for (const batch of batches) batch.far();
}

function hasSame(before: readonly DrawnEdge[], now: readonly DrawnEdge[]): boolean {
  return before.length === now.length && now.every((edge, at) => edge === before[at]);
}

/** Edges in one part of what is painted from afar, and nodes that are painted in one step. */
const PART = 4_000;

function straightLines(edges: readonly DrawnEdge[]): readonly Path2D[] {
  const paths: Path2D[] = [];
  for (let from = 0; from < edges.length; from += PART) {
    const path = new Path2D();
    for (const edge of edges.slice(from, from + PART)) edge.trace(path);
    paths.push(path);
  }
  return paths;
}

interface NearPaths {
  readonly line: Path2D;
  readonly head: Path2D;
}

const nearPaths = new WeakMap<DrawnEdge, NearPaths>();

/** Built when the edge first comes into view, and kept as long as the edge. */
function pathsOf(edge: DrawnEdge): NearPaths {
  const known = nearPaths.get(edge);
  if (known !== undefined) return known;
  const paths = { line: new Path2D(), head: new Path2D() };
  edge.traceCurve(paths.line, paths.head);
  nearPaths.set(edge, paths);
  return paths;
}

type Painting = readonly [
  context: CanvasRenderingContext2D,
  scene: Scene,
  view: View,
  colours: ResolvedColours,
  pixelRatio: number,
  isMounted?: (id: string) => boolean,
];

/**
 * Paints the part of the scene that is in view, without what stands there as an element: items, and
 * the titles of groups. The ground of a group lies under the edges, so it is always painted.
 */
export function paint(...painting: Painting): void {
  atOnce(paintSteps(...painting));
}

/** {@link paint} in steps, none of which takes as long as a frame; between them the canvas is half painted. */
export function* paintSteps(
  ...[context, scene, view, colours, pixelRatio, isMounted = () => false]: Painting
): Generator<void, void> {
  const isPainted = ({ box, face }: SceneNode) => isInView(box, view) && !isMounted(face.id);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.setLineDash([]);
  context.clearRect(0, 0, view.width * pixelRatio, view.height * pixelRatio);
  const scale = view.zoom * pixelRatio;
  context.setTransform(scale, 0, 0, scale, view.x * pixelRatio, view.y * pixelRatio);
  for (const node of scene.groups) {
    if (isInView(node.box, view)) paintGroup(context, node, view, colours, isMounted);
  }
  yield;
  const isLit = scene.edges.some(({ isFaded }) => isFaded);
  for (const batch of scene.edges) {
    yield* paintEdges(context, batch, view, colours, pixelRatio, isLit);
  }
  context.setLineDash([]);
  for (const [at, node] of scene.items.entries()) {
    if (isPainted(node)) paintItem(context, node, view, colours);
    if (at % PART === PART - 1) yield;
  }
  context.globalAlpha = 1;
}

/** Whether any of the box shows. */
export function isInView(box: Box, view: View, margin = 0): boolean {
  const left = box.x * view.zoom + view.x;
  const top = box.y * view.zoom + view.y;
  return (
    left + box.width * view.zoom >= -margin &&
    top + box.height * view.zoom >= -margin &&
    left <= view.width + margin &&
    top <= view.height + margin
  );
}

function paintGroup(
  context: CanvasRenderingContext2D,
  { face, box, isFaded, isSelected }: SceneNode,
  view: View,
  colours: ResolvedColours,
  isMounted: (id: string) => boolean,
): void {
  const { tokens } = colours;
  context.globalAlpha = isFaded ? 0.3 : 1;
  context.fillStyle = tokens.sunken;
  context.strokeStyle = isSelected ? tokens.accent : tokens['line-strong'];
  context.lineWidth = Math.max(1, 1 / view.zoom);
  outline(context, box, 10);
  context.globalAlpha *= 0.55;
  context.fill();
  context.globalAlpha = isFaded ? 0.3 : 1;
  context.stroke();
  if (isMounted(face.id)) return;
  if (view.zoom >= NEAR_FROM) {
    paintNearRim(context, face, box, colours);
    return;
  }
  const size = Math.min(40, Math.max(12, 11 / view.zoom));
  if (box.width * view.zoom < 60) return;
  context.fillStyle = tokens.text;
  write(context, `${face.id} ${face.title}`, box.x + 12, box.y + 4 + size, box.width - 24, size);
}

function* paintEdges(
  context: CanvasRenderingContext2D,
  batch: EdgeBatch,
  view: View,
  colours: ResolvedColours,
  pixelRatio: number,
  isLit: boolean,
): Generator<void, void> {
  const look = edgeLooks[batch.standing];
  const colour =
    look.tone === undefined ? colours.tokens['text-faint'] : colours.states[look.tone].fg;
  const isFar = view.zoom < HEADS_FROM;
  const strength = batch.isFaded ? 0.08 : isLit ? 1 : isFar ? 0.4 : 0.8;
  // From afar hundreds lie on each other, and veils upon veils would make a wall of them.
  const pale = isFar ? mixed(colour, colours.tokens.ground, strength) : undefined;
  context.globalAlpha = pale === undefined ? strength : 1;
  context.strokeStyle = pale ?? colour;
  context.fillStyle = colour;
  // Hairlines at a distance: a line thinner than a pixel only costs time.
  const isMeant = isLit && !batch.isFaded;
  context.lineWidth = Math.max(look.width, (isMeant ? 0.6 + 2 * LIT : 0.6) / view.zoom);
  if (isFar) {
    const isDashed = batch.edges.length <= MOST_DASHED;
    context.setLineDash(isDashed ? look.dash.map((length) => length / view.zoom) : []);
    const width = isMeant ? look.far + LIT : look.far;
    for (const part of batch.far()) {
      strokeInHairlines(context, part, width, view.zoom, pixelRatio);
      yield;
    }
    return;
  }
  const inView = batch.edges.filter(({ box }) => isInView(box, view, EDGE_MARGIN));
  context.setLineDash([...look.dash]);
  for (const edge of inView) context.stroke(pathsOf(edge).line);
  context.setLineDash([]);
  const isFilled = isHeadFilled(look.head);
  for (const edge of inView) {
    const { head } = pathsOf(edge);
    if (isFilled) context.fill(head);
    else context.stroke(head);
  }
  const counted = inView.filter(({ count }) => count > 1);
  if (counted.length === 0) return;
  context.save();
  for (const { count, middle } of counted) paintCount(context, count, middle, colours);
  context.restore();
}

/** So much of one colour on another, as one that nothing shines through; both as `rgb(1, 2, 3)`. */
function mixed(colour: string, ground: string, share: number): string | undefined {
  const [own, under] = [colour, ground].map((text) =>
    /^rgb\((\d+), (\d+), (\d+)\)$/.exec(text)?.slice(1).map(Number),
  );
  if (own === undefined || under === undefined) return undefined;
  const parts = own.map((part, at) => Math.round(part * share + (under[at] ?? 0) * (1 - share)));
  return `rgb(${parts.join(', ')})`;
}

/**
 * Strokes thousands of lines in a width of the screen. A line of one pixel or less is drawn as it is, a
 * wider one as an outline that is filled: ten times as long for all of a large plan. So wider
 * lines are several of one pixel beside each other.
 */
function strokeInHairlines(
  context: CanvasRenderingContext2D,
  path: Path2D,
  width: number,
  zoom: number,
  pixelRatio: number,
): void {
  const pixels = width * pixelRatio;
  const scale = zoom * pixelRatio;
  context.lineWidth = Math.min(1, pixels) / scale;
  const lines = Math.ceil(pixels);
  const step = lines > 1 ? (pixels - 1) / (lines - 1) / scale : 0;
  const first = (-step * (lines - 1)) / 2;
  for (let line = 0; line < lines; line += 1) {
    const aside = first + line * step;
    context.translate(aside, -aside);
    context.stroke(path);
    context.translate(-aside, aside);
  }
}

/** How many dependencies the line stands for, with a rim that parts it from the line. */
function paintCount(
  context: CanvasRenderingContext2D,
  count: number,
  { x, y }: Point,
  { tokens }: ResolvedColours,
): void {
  context.font = fontOf(11);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 4;
  context.strokeStyle = tokens.ground;
  context.fillStyle = tokens.text;
  context.strokeText(String(count), x, y);
  context.fillText(String(count), x, y);
}

function paintItem(
  context: CanvasRenderingContext2D,
  { face, box, isFaded, isSelected, mark }: SceneNode,
  view: View,
  { tokens, states }: ResolvedColours,
): void {
  const isFar = view.zoom < TEXT_FROM;
  context.globalAlpha = isFar && isFaded ? 0.25 : 1;
  if (isFar) {
    context.fillStyle = states[face.tone].fg;
    context.fillRect(box.x, box.y, box.width, box.height);
  } else {
    context.strokeStyle = isFaded ? tokens.line : tokens['line-strong'];
    context.lineWidth = Math.max(1, 1 / view.zoom);
    if (face.kind === 'closed') {
      context.fillStyle = isFaded ? tokens.ground : tokens.sunken;
      outline(context, { ...box, x: box.x + 4, y: box.y + 4 }, 6);
      context.fill();
      context.stroke();
    }
    context.fillStyle = isFaded ? tokens.ground : tokens.surface;
    outline(context, box, 6);
    context.fill();
    context.stroke();
    if (view.zoom >= NEAR_FROM) paintNearItem(context, { face, box, isFaded }, { tokens, states });
    else {
      const bar = Math.max(6, BAR / view.zoom);
      context.globalAlpha = isFaded ? FADED : 1;
      context.fillStyle = states[face.tone].fg;
      context.fillRect(box.x, box.y + 2, bar, box.height - 4);
      context.globalAlpha = 1;
      context.fillStyle = isFaded ? tokens['text-muted'] : tokens.text;
      const size = Math.max(12, Math.min(18, 9 / view.zoom));
      const left = bar + 8;
      const id = shortId(face.id, (box.width - left - 8) / (size * LETTER));
      write(context, id, box.x + left, box.y + box.height / 2 + size / 3, box.width - left, size);
    }
  }
  // From afar frames around what is not meant would outshine what is.
  if (mark !== undefined && !(isFar && isFaded && mark.kind === 'slack')) {
    paintMark(context, mark, box, view.zoom, { tokens, states });
  }
  if (!isSelected) return;
  context.globalAlpha = 1;
  context.strokeStyle = tokens.accent;
  context.lineWidth = Math.max(3, 2.5 / view.zoom);
  outline(context, box, 6);
  context.stroke();
}

function outline(context: CanvasRenderingContext2D, box: Box, radius: number): void {
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, radius);
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  room: number,
  size: number,
): void {
  context.font = fontOf(size);
  const most = Math.max(1, Math.floor(room / (size * LETTER)));
  const letters = visibleText(text);
  context.fillText(letters.length > most ? `${letters.slice(0, most - 1)}…` : letters, x, y);
}

function fontOf(size: number): string {
  return `600 ${size}px "Inter Variable", system-ui, sans-serif`;
}
