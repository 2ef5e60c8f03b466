import type { LayerEdges } from './layers.ts';
import type { Effort, LayoutSpacing, Shape } from './types.ts';

/** Where edges that leave a group cross its border: a vertex without size before or after all. */
export interface Ports {
  readonly entity: Int32Array;
  /** Where the edge touches the entity, from its centre. */
  readonly offset: Float64Array;
  /** Where the other ends lie across the direction; `NaN` while unknown. */
  readonly hint: Float64Array;
}

/** Something connected that is drawn in layers. Entities are nodes or finished groups. */
export interface PartInput {
  readonly along: Float64Array;
  readonly across: Float64Array;
  readonly rank: Int32Array;
  /** From lower to higher ranks. */
  readonly edges: LayerEdges;
  readonly into: Ports;
  readonly out: Ports;
  /** Former centres across, `NaN` for new entities; absent: there is no former layout. */
  readonly former?: Float64Array;
  /** Former corners along the direction, as `former` is across. */
  readonly formerAlong?: Float64Array;
  /** Of the whole drawing, when it is folded; absent: the part is drawn as long as it is. */
  readonly shape?: Shape;
  readonly effort: Effort;
  readonly spacing: LayoutSpacing;
}
