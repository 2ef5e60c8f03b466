import type { Direction, Pen, Point } from './drawing-layout.ts';
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

/** What a curved edge can be drawn on; a `Path2D` is one. */
export interface CurvePen extends Pen {
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void;
  closePath(): void;
}

/** {@link traceEdge} as text; nothing where the route leads nowhere. */
export function edgePaths(
  route: readonly Point[],
  head: EdgeLook['head'],
  direction: Direction,
): EdgePaths | undefined {
  if (route.length < 2) return undefined;
  const [line, tip] = [new TextPen(), new TextPen()];
  traceEdge(route, head, direction, { line, head: tip });
  return { line: line.text, head: tip.text, headFilled: isHeadFilled(head) };
}

/**
 * A curve through the points of a route that leaves and arrives along the direction of the layout, and
 * its head at the end. The line stops at the base of a filled head, so that it never shows beyond the
 * tip.
 */
export function traceEdge(
  route: readonly Point[],
  head: EdgeLook['head'],
  direction: Direction,
  pens: { readonly line: CurvePen; readonly head: CurvePen },
): void {
  const isTurned = direction === 'down';
  // Drawn to the right, and turned over the diagonal where the layout leads down.
  const points = isTurned ? route.map(({ x, y }) => ({ x: y, y: x })) : route;
  const [first, tip, before] = [points[0], points.at(-1), points.at(-2)];
  if (first === undefined || tip === undefined || before === undefined) return;
  const line = isTurned ? turned(pens.line) : pens.line;
  const towards = tip.x >= before.x ? 1 : -1;
  const base = isHeadFilled(head) ? towards * headSize[head] * 0.8 : 0;
  line.moveTo(first.x, first.y);
  let last = first;
  for (const [at, point] of points.entries()) {
    if (at === 0) continue;
    const x = at === points.length - 1 ? point.x - base : point.x;
    const { y } = point;
    if (last.y === y) line.lineTo(x, y);
    else {
      const reach = Math.max(12, Math.abs(x - last.x) / 2) * (x >= last.x ? 1 : -1);
      line.bezierCurveTo(last.x + reach, last.y, x - reach, y, x, y);
    }
    last = point;
  }
  traceHead(tip, towards, head, isTurned ? turned(pens.head) : pens.head);
}

/** A head is filled, or only outlined. */
export function isHeadFilled(head: EdgeLook['head']): boolean {
  return head === 'small' || head === 'large';
}

function traceHead(tip: Point, towards: number, head: EdgeLook['head'], pen: CurvePen): void {
  if (head === 'none') return;
  const back = tip.x - towards * headSize[head];
  const half = headSize[head] * 0.5;
  pen.moveTo(back, tip.y - half);
  pen.lineTo(tip.x, tip.y);
  pen.lineTo(back, tip.y + half);
  if (head !== 'open') pen.closePath();
}

/** A pen over the diagonal. */
function turned(pen: CurvePen): CurvePen {
  return {
    moveTo: (x, y) => pen.moveTo(y, x),
    lineTo: (x, y) => pen.lineTo(y, x),
    bezierCurveTo: (ax, ay, bx, by, x, y) => pen.bezierCurveTo(ay, ax, by, bx, y, x),
    closePath: () => pen.closePath(),
  };
}

/** Writes down what it is to draw, in SVG syntax. */
class TextPen implements CurvePen {
  text = '';

  moveTo(x: number, y: number): void {
    this.text += `M${at(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.text += `L${at(x, y)}`;
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.text += `C${at(ax, ay)} ${at(bx, by)} ${at(x, y)}`;
  }

  closePath(): void {
    this.text += 'Z';
  }
}

function at(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
