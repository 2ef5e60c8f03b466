import type { ItemState } from '../../gates/types.ts';

/**
 * What is said of a node beside its own state: that it was assumed or would change in a scenario, or
 * how it differs from an earlier revision. The state itself stays as it was computed.
 */
export type MarkKind = ScenarioMark | CompareMark | ReadingMark;
export type ScenarioMark = 'assumed' | 'released' | 'caught' | 'turned';
export type CompareMark = 'added' | 'removed' | 'flipped' | 'changed';
/** What a focus says of a node: that it is a root cause, or by how much it can slip. */
export type ReadingMark = 'cause' | 'slack';

export interface NodeMark {
  readonly kind: MarkKind;
  /** The other state: the one that would be, or the one that was. */
  readonly state?: ItemState | undefined;
  /** Said instead of the mark's own word. */
  readonly label?: string | undefined;
}

export const scenarioMarks: readonly ScenarioMark[] = ['assumed', 'released', 'caught', 'turned'];
export const compareMarks: readonly CompareMark[] = ['added', 'removed', 'flipped', 'changed'];
export const readingMarks: readonly ReadingMark[] = ['cause', 'slack'];

/** Marks of a scenario stand for nothing that is recorded; their frames are dashed everywhere. */
export function isSupposed(kind: MarkKind): kind is ScenarioMark {
  return supposed.has(kind);
}

const supposed: ReadonlySet<MarkKind> = new Set(scenarioMarks);

/** Side of the square box in which every path below is written. */
export const markBox = 16;

/**
 * One filled path a mark, by the even-odd rule, for the screen, the canvas and exported pictures. The
 * silhouettes differ from each other and from those of states (measured in node-mark.test.ts).
 */
export const markPaths: Readonly<Record<MarkKind, string>> = {
  // A pin that holds something in its place.
  assumed: 'M5 1L11 1L10.5 2.5L10 6.5L13 9.5L8.9 9.5L8 15L7.1 9.5L3 9.5L6 6.5L5.5 2.5Z',
  // Two arrow heads that lead on.
  released: 'M1 2L7.5 8L1 14L1 10L3.2 8L1 6ZM8 2L14.5 8L8 14L8 10L10.2 8L8 6Z',
  // Two arrow heads that lead back.
  caught: 'M15 2L8.5 8L15 14L15 10L12.8 8L15 6ZM8 2L1.5 8L8 14L8 10L5.8 8L8 6Z',
  // A wave.
  turned: 'M1 9.5C3 4 6 4 8 7.5C10 11 12 10.5 13 6.5L15 7C13.5 13.5 9.5 14 7 9.5C5.5 7 4 7 3 10Z',
  added: 'M6.5 1L9.5 1L9.5 6.5L15 6.5L15 9.5L9.5 9.5L9.5 15L6.5 15L6.5 9.5L1 9.5L1 6.5L6.5 6.5Z',
  removed: 'M1 6.5L15 6.5L15 9.5L1 9.5Z',
  // One arrow there, one back.
  flipped: 'M1 3L9 3L9 0.8L15 4L9 7.2L9 5L1 5ZM15 11L7 11L7 8.8L1 12L7 15.2L7 13L15 13Z',
  // A triangle with a hole.
  // A ring around a point.
  cause:
    'M8 0.5A7.5 7.5 0 1 1 8 15.5A7.5 7.5 0 1 1 8 0.5ZM8 3A5 5 0 1 0 8 13A5 5 0 1 0 8 3ZM8 5.5A2.5 2.5 0 1 1 8 10.5A2.5 2.5 0 1 1 8 5.5Z',
  // A gap between two bars.
  slack: 'M1 2L3.5 2L3.5 6.8L12.5 6.8L12.5 2L15 2L15 14L12.5 14L12.5 9.2L3.5 9.2L3.5 14L1 14Z',
  changed: 'M8 1L15.2 14.5L0.8 14.5ZM8 5.2L4.3 12.3L11.7 12.3Z',
};
