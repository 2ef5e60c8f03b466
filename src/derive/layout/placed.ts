import type { Hierarchy } from './hierarchy.ts';
import type { LevelResult } from './level.ts';
import type { LayoutSpacing } from './types.ts';

/** Positions of everything inside what holds it. */
export interface Placed {
  readonly hierarchy: Hierarchy;
  readonly spacing: LayoutSpacing;
  readonly down: boolean;
  readonly results: readonly LevelResult[];
  /** By node and group: size and, from the corner of the drawing, position. */
  readonly alongSize: Float64Array;
  readonly acrossSize: Float64Array;
  readonly along: Float64Array;
  readonly across: Float64Array;
}
