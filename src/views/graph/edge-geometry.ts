import type { Direction, Point } from './drawing-layout.ts';
import type { EdgeLook } from './edge-look.ts';

/** An edge as two paths in SVG syntax, for the drawing and the canvas alike. */
export interface EdgePaths {
  readonly line: string;
  /** Empty where the edge has no head. */
  readonly head: string;
  /** Whether the head is filled or only outlined. */
  readonly headFilled: boolean;
}

const headSize: Readonly<Record<EdgeLook['head'], number>> = {
  none: 0,
  small: 6,
  open: 7,
  large: 10,
};

/**
 * A curve through the points of a route that leaves and arrives along the direction of the layout, and
 * its head at the end. The line stops at the base of a filled head, so that it never shows beyond the
 * tip.
 */
export function edgePaths(
  route: readonly Point[],
  head: EdgeLook['head'],
  direction: Direction,
): EdgePaths | undefined {
  if (route.length < 2) return undefined;
  // Drawn to the right, and turned over the diagonal where the layout leads down.
  const turn = (point: Point): Point =>
    direction === 'right' ? point : { x: point.y, y: point.x };
  const points = route.map(turn);
  const [first, tip, before] = [points[0], points.at(-1), points.at(-2)];
  if (first === undefined || tip === undefined || before === undefined) return undefined;
  const towards = tip.x >= before.x ? 1 : -1;
  const size = headSize[head];
  const isFilled = isHeadFilled(head);
  const end = { x: tip.x - (isFilled ? towards * size * 0.8 : 0), y: tip.y };
  const at = (point: Point): string => text(turn(point));
  let line = `M${at(first)}`;
  let last = first;
  for (const point of [...points.slice(1, -1), end]) {
    line += last.y === point.y ? `L${at(point)}` : bend(last, point, at);
    last = point;
  }
  return { line, head: headPath(tip, towards, head, at), headFilled: isFilled };
}

/** A head is filled, or only outlined. */
export function isHeadFilled(head: EdgeLook['head']): boolean {
  return head === 'small' || head === 'large';
}

function bend(from: Point, to: Point, at: (point: Point) => string): string {
  const reach = Math.max(12, Math.abs(to.x - from.x) / 2) * (to.x >= from.x ? 1 : -1);
  return `C${at({ x: from.x + reach, y: from.y })} ${at({ x: to.x - reach, y: to.y })} ${at(to)}`;
}

function headPath(
  tip: Point,
  towards: number,
  head: EdgeLook['head'],
  at: (point: Point) => string,
): string {
  if (head === 'none') return '';
  const back = tip.x - towards * headSize[head];
  const half = headSize[head] * 0.5;
  const outline = `M${at({ x: back, y: tip.y - half })}L${at(tip)}L${at({ x: back, y: tip.y + half })}`;
  return head === 'open' ? outline : `${outline}Z`;
}

function text({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
