import type { LayoutNumbers } from '../../queries/layout.ts';
import type { Direction, DrawingLayout } from './drawing-layout.ts';
import { fitted } from './fitted.ts';
import { layoutNumbers, roughSize } from './layout-numbers.ts';
import type { PlanColumns } from './plan-columns.ts';

/** The pane that the direction is chosen for; a real one would turn the drawing when it is resized. */
const nominalPane = { width: 1000, height: 720 } as const;
/** Below this zoom titles are hardly read. */
const HARDLY_READABLE = 0.5;
/** Turning must gain at least this much. */
export const WORTH_TURNING = 1.15;
/** Breaks and room for the edges between them make a folded drawing so many times as large. */
const FOLDING_COSTS = 1.5;
/** From this many nodes on only one direction is laid out: trying both takes twice as long. */
const DECIDE_FROM = 200;

export function isLargePlan({ ids }: PlanColumns): boolean {
  return ids.length > DECIDE_FROM;
}

/** The plan in numbers, leading the way in which more of it can be read, and folded where little could. */
export function inItsDirection(plan: PlanColumns): LayoutNumbers {
  const right = layoutNumbers(plan, 'right');
  const { ahead, down, isFolded } = roughly(right);
  const zoom = isFolded ? foldedZoom(ahead) : zoomOf(ahead);
  const turned = isFolded ? foldedZoom(down) : zoomOf(down);
  const isTurned = isLargePlan(plan) && turned >= WORTH_TURNING * zoom;
  const numbers = isTurned ? layoutNumbers(plan, 'down') : right;
  return isFolded ? folded(numbers) : numbers;
}

/** The plan in numbers, leading the way that somebody asked for. */
export function inDirection(plan: PlanColumns, direction: Direction): LayoutNumbers {
  const numbers = layoutNumbers(plan, direction);
  return roughly(numbers).isFolded ? folded(numbers) : numbers;
}

function roughly({ input }: Pick<LayoutNumbers, 'input'>): {
  readonly ahead: Size;
  readonly down: Size;
  readonly isFolded: boolean;
} {
  const [ahead, down] = [roughSize(input, 'right'), roughSize(input, 'down')];
  return { ahead, down, isFolded: isWorthFolding(ahead, down) };
}

/** Whichever way it leads, little of it could be read when all of it is shown. */
function isWorthFolding(...sizes: readonly Size[]): boolean {
  return sizes.every((size) => zoomOf(size) < HARDLY_READABLE);
}

export function folded<T extends Pick<LayoutNumbers, 'input'>>(plan: T): T {
  return { ...plan, input: { ...plan.input, fold: true } };
}

/** About how large it is shown when it may be folded to the shape of the pane. */
function foldedZoom(size: Size): number {
  const { width, height } = nominalPane;
  return Math.max(
    zoomOf(size),
    Math.sqrt((width * height) / (FOLDING_COSTS * size.width * size.height)),
  );
}

type Size = Pick<DrawingLayout, 'width' | 'height'>;

/** How large it is shown when all of it is. */
export function zoomOf(layout: Size): number {
  return fitted(layout, nominalPane.width, nominalPane.height).zoom;
}
