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
  /** The state whose colour it takes; neutral without one. */
  readonly tone: StateTone | undefined;
}

/** `unjudged`: drawn from the structure, before anything was judged. */
export type EdgeStanding = EdgeStatus | 'unjudged';

export const edgeLooks: Readonly<Record<EdgeStanding, EdgeLook>> = {
  satisfied: { dash: [], width: 1.25, head: 'small', tone: 'passed' },
  waiting: { dash: [5, 4], width: 1.25, head: 'open', tone: undefined },
  blocking: { dash: [], width: 2, head: 'large', tone: 'failed' },
  optional: { dash: [1, 4], width: 1.5, head: 'none', tone: undefined },
  unjudged: { dash: [], width: 1.25, head: 'open', tone: undefined },
};

/** In the order of the legend and of painting: what matters most lies on top. */
export const edgeStandings: readonly EdgeStanding[] = [
  'unjudged',
  'optional',
  'satisfied',
  'waiting',
  'blocking',
];

/** What is known of an edge; before the snapshot is there it is unjudged. */
export function standingOf(row: EdgeRow | undefined): EdgeStanding {
  return row === undefined ? 'unjudged' : row.status;
}
