/** Upper left corners of nodes, and the milliseconds that the layout took. */
export interface Placed {
  readonly ms: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}
