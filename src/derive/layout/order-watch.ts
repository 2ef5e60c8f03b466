/** Which layers changed their order since somebody looked, for each of those who look. */
export class OrderWatch {
  /** By layer: its order is not the one that transposition has left. */
  readonly untransposed: Uint8Array;
  /** By layer: the crossings between it and the next one were not counted since. */
  readonly uncounted: Uint8Array;

  constructor(layerCount: number) {
    this.untransposed = new Uint8Array(layerCount).fill(1);
    this.uncounted = new Uint8Array(layerCount).fill(1);
  }

  /** The order of the layer has changed: it, and those beside it, have to be looked at again. */
  touch(layer: number): void {
    this.untransposed[Math.max(0, layer - 1)] = 1;
    this.untransposed[layer] = 1;
    // Beyond the last layer nothing is written: that is what typed arrays do.
    this.untransposed[layer + 1] = 1;
    this.uncount(layer);
  }

  /** The same, but transposition knows of it. */
  uncount(layer: number): void {
    this.uncounted[Math.max(0, layer - 1)] = 1;
    this.uncounted[layer] = 1;
  }
}
