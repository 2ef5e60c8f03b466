/** Rows of numbers; unlike in a graph, a number may be negative. */
export interface Rows {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

/** Visits one row. */
export function eachOf(rowsOf: Rows, at: number, visit: (target: number) => void): void {
  const end = rowsOf.offsets[at + 1] ?? 0;
  for (let slot = rowsOf.offsets[at] ?? 0; slot < end; slot += 1) visit(rowsOf.targets[slot] ?? 0);
}
