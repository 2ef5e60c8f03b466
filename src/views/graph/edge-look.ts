import type { EdgeRow, EdgeStatus } from '../../derive/types.ts';
import type { StateTone } from '../../ui/state.ts';

/**
 * How an edge looks. Each standing differs in its line and in its head, so that it reads without
 * colour; the drawing, the canvas and the legend share this one table.
 */
export interface EdgeLook {
  /** Lengths of dashes and gaps; empty for a solid line. */
  readonly dash: readonly number[];
  readonly width: number;
  readonly head: 'small' | 'open' | 'large' | 'none';
  /** Its width in pixels of the screen from afar, where heads are too small to tell. */
  readonly far: number;
  /** The state whose colour it takes; neutral without one. */
  readonly tone: StateTone | undefined;
}

/** `unjudged`: drawn from the structure, before anything was judged. */
export type EdgeStanding =
  | EdgeStatus
  | 'unjudged'
  /** How it would stand in a scenario. */
  | 'supposed-satisfied'
  | 'supposed-waiting'
  | 'supposed-blocking'
  /** An earlier revision has it and this one has not. */
  | 'removed';

export const edgeLooks: Readonly<Record<EdgeStanding, EdgeLook>> = {
  satisfied: { dash: [], width: 1.25, head: 'small', far: 0.6, tone: 'passed' },
  waiting: { dash: [5, 4], width: 1.25, head: 'open', far: 0.6, tone: undefined },
  blocking: { dash: [], width: 2, head: 'large', far: 1.5, tone: 'failed' },
  optional: { dash: [1, 4], width: 1.5, head: 'none', far: 0.6, tone: undefined },
  unjudged: { dash: [], width: 1.25, head: 'open', far: 0.6, tone: undefined },
  'supposed-satisfied': { dash: [12, 4], width: 1.75, head: 'small', far: 1.2, tone: 'passed' },
  'supposed-waiting': { dash: [12, 4], width: 1.5, head: 'open', far: 1.2, tone: undefined },
  'supposed-blocking': { dash: [12, 4], width: 1.75, head: 'large', far: 1.8, tone: 'failed' },
  removed: { dash: [8, 3, 2, 3], width: 1.25, head: 'none', far: 0.8, tone: undefined },
};

/** In the order of the legend and of painting: what matters most lies on top. */
export const edgeStandings: readonly EdgeStanding[] = [
  'removed',
  'unjudged',
  'optional',
  'satisfied',
  'waiting',
  'blocking',
  'supposed-waiting',
  'supposed-blocking',
  'supposed-satisfied',
];

/** What is known of an edge; before the snapshot is there it is unjudged. */
export function standingOf(
  row: EdgeRow | undefined,
  more: { readonly supposed?: EdgeStatus | undefined; readonly isGone?: boolean } = {},
): EdgeStanding {
  if (row === undefined) return more.isGone === true ? 'removed' : 'unjudged';
  if (more.supposed === undefined || more.supposed === 'optional') return row.status;
  return supposedStanding[more.supposed];
}

const supposedStanding: Readonly<Record<Exclude<EdgeStatus, 'optional'>, EdgeStanding>> = {
  satisfied: 'supposed-satisfied',
  waiting: 'supposed-waiting',
  blocking: 'supposed-blocking',
};
