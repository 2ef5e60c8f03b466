/**
 * Layered layout of a directed graph on plain numbers. Nodes, edges and groups are numbered from 0;
 * everything is a typed array, so that input and result can be handed between threads as they are.
 * Lengths are in pixels; `x` grows to the right and `y` down.
 */
export interface LayoutInput {
  readonly nodes: {
    readonly width: Float64Array;
    readonly height: Float64Array;
    /** The innermost group of each node, −1 for none. Absent: no node has one. */
    readonly group?: Int32Array;
  };
  /** Edges lead from `from` to `to`, which is drawn further on in the direction of the layout. */
  readonly edges: { readonly from: Int32Array; readonly to: Int32Array };
  /** The group that holds each group, −1 for none. */
  readonly groups?: { readonly parent: Int32Array };
  readonly direction: 'right' | 'down';
  /**
   * Where the nodes were before (upper left corners, `NaN` for new ones). The result stays as close
   * to it as the graph allows, and is found faster.
   */
  readonly previous?: { readonly x: Float64Array; readonly y: Float64Array };
  /** A rough picture at once, to be shown until the thorough one of the same input is there. */
  readonly draft?: boolean;
  /**
   * Long drawings are folded into rows as text is into lines, and over-full layers into columns, where
   * that makes the whole much larger on a screen. An edge then leads back where its row ends.
   */
  readonly fold?: boolean;
  readonly spacing?: Partial<LayoutSpacing>;
}

/**
 * How much is done for a good picture.
 * - `quick`: what can be had in one go, for a draft.
 * - `rough`: enough to start a thorough one from.
 * - `full`: until there is little to gain.
 * - `keep`: the former picture, with as few changes as possible.
 */
export type Effort = 'quick' | 'rough' | 'full' | 'keep';

export interface LayoutSpacing {
  /** Between layers, along the direction. */
  readonly layer: number;
  /** Between nodes of one layer. */
  readonly node: number;
  /** Between an edge that passes and its neighbours. */
  readonly edge: number;
  /** Inside a group, between its border and what it holds. */
  readonly padding: number;
  /** At the top of a group, for its title. */
  readonly title: number;
  /** Between parts that no edge connects. */
  readonly part: number;
}

export interface LayoutResult {
  /** Upper left corners, inside the rectangle from (`left`, `top`). */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly groups: {
    readonly x: Float64Array;
    readonly y: Float64Array;
    readonly width: Float64Array;
    readonly height: Float64Array;
  };
  /**
   * The way of each edge as a polyline from the border of `from` to the border of `to`: points
   * `offsets[e] … offsets[e + 1] − 1`, of which point `p` is `(points[2p], points[2p + 1])`.
   * A loop has no points.
   */
  readonly routes: { readonly offsets: Int32Array; readonly points: Float64Array };
  /** 1 for an edge that closes a cycle and is drawn against the direction. */
  readonly reversed: Uint8Array;
  /** The layer of each node inside its group. */
  readonly layer: Int32Array;
  /** 0, unless the drawing goes on from a former one, of which the nodes keep their places. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An `AbortSignal`, or whatever else can say that nobody waits for the result any longer. */
export interface LayoutSignal {
  readonly aborted: boolean;
}

/** Thrown when the signal asked to stop. */
export class LayoutAborted extends Error {
  constructor() {
    super('The layout was aborted');
    this.name = 'LayoutAborted';
  }
}

/** What a folded drawing shall come to: only what alone is larger than that is folded. */
export interface Shape {
  readonly along: number;
  readonly across: number;
}

export const DEFAULT_SPACING: LayoutSpacing = {
  layer: 64,
  node: 20,
  edge: 10,
  padding: 20,
  title: 28,
  part: 40,
};
