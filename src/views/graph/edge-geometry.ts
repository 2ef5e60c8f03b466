import type { Point } from './drawing-layout.ts';
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
 * A curve through the points of a route that leaves and arrives horizontally, and its head at the end.
 * The line stops at the base of a filled head, so that it never shows beyond the tip.
 */
export function edgePaths(route: readonly Point[], head: EdgeLook['head']): EdgePaths | undefined {
  const first = route[0];
  const tip = route.at(-1);
  if (first === undefined || tip === undefined || route.length < 2) return undefined;
  const before = route.at(-2) ?? first;
  const towards = tip.x >= before.x ? 1 : -1;
  const size = headSize[head];
  const isFilled = head === 'small' || head === 'large';
  const end = { x: tip.x - (isFilled ? towards * size * 0.8 : 0), y: tip.y };
  let line = `M${at(first)}`;
  let last = first;
  for (const point of [...route.slice(1, -1), end]) {
    line += last.y === point.y ? `L${at(point)}` : bend(last, point);
    last = point;
  }
  return { line, head: headPath(tip, towards, head, size), headFilled: isFilled };
}

function bend(from: Point, to: Point): string {
  const reach = Math.max(12, Math.abs(to.x - from.x) / 2) * (to.x >= from.x ? 1 : -1);
  return `C${at({ x: from.x + reach, y: from.y })} ${at({ x: to.x - reach, y: to.y })} ${at(to)}`;
}

function headPath(tip: Point, towards: number, head: EdgeLook['head'], size: number): string {
  if (head === 'none') return '';
  const back = tip.x - towards * size;
  const half = size * 0.5;
  const outline = `M${at({ x: back, y: tip.y - half })}L${at(tip)}L${at({ x: back, y: tip.y + half })}`;
  return head === 'open' ? outline : `${outline}Z`;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
