/** Centres of nodes and edges between them: what every layout engine gives. */
export interface StraightDrawing {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/**
 * How many pairs of edges cross when every edge is a straight line between the centres of its ends.
 * The plane is cut at every `x` that a node has; inside a slice the edges are straight, so two of
 * them cross there exactly when their order changes from one side to the other. Counted by merge
 * sort: O(S log S) for S pieces of edges. Vertical edges and touching ends are not counted.
 */
export function countStraightCrossings(drawing: StraightDrawing): number {
  const cuts = [...new Set(Array.from(drawing.x))].sort((a, b) => a - b);
  const cutOf = new Map(cuts.map((x, at) => [x, at]));
  const edges: { readonly first: number; readonly last: number; readonly edge: number }[] = [];
  for (let edge = 0; edge < drawing.from.length; edge += 1) {
    const a = cutOf.get(drawing.x[drawing.from[edge] ?? 0] ?? 0) ?? 0;
    const b = cutOf.get(drawing.x[drawing.to[edge] ?? 0] ?? 0) ?? 0;
    if (a !== b) edges.push({ first: Math.min(a, b), last: Math.max(a, b), edge });
  }
  edges.sort((a, b) => a.first - b.first);
  let crossings = 0;
  let next = 0;
  let active: typeof edges = [];
  for (let cut = 0; cut + 1 < cuts.length; cut += 1) {
    active = active.filter((piece) => piece.last > cut);
    for (; next < edges.length && edges[next]?.first === cut; next += 1) {
      const piece = edges[next];
      if (piece !== undefined) active.push(piece);
    }
    const left = cuts[cut] ?? 0;
    const right = cuts[cut + 1] ?? 0;
    const pieces = active.map(({ edge }) => ({
      before: heightAt(drawing, edge, left),
      after: heightAt(drawing, edge, right),
    }));
    pieces.sort((a, b) => a.before - b.before || a.after - b.after);
    crossings += inversions(Float64Array.from(pieces, (piece) => piece.after));
  }
  return crossings;
}

function heightAt(drawing: StraightDrawing, edge: number, x: number): number {
  const from = drawing.from[edge] ?? 0;
  const to = drawing.to[edge] ?? 0;
  const x0 = drawing.x[from] ?? 0;
  const x1 = drawing.x[to] ?? 0;
  const y0 = drawing.y[from] ?? 0;
  const y1 = drawing.y[to] ?? 0;
  if (x === x0) return y0;
  if (x === x1) return y1;
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** Pairs in which an earlier number is greater than a later one. The array is sorted meanwhile. */
export function inversions(values: Float64Array): number {
  const other = new Float64Array(values.length);
  let count = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start + width < values.length; start += 2 * width) {
      const middle = start + width;
      const end = Math.min(values.length, start + 2 * width);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at += 1) {
        const takeLeft =
          right >= end || (left < middle && (values[left] ?? 0) <= (values[right] ?? 0));
        if (takeLeft) {
          other[at] = values[left] ?? 0;
          left += 1;
        } else {
          other[at] = values[right] ?? 0;
          count += middle - left;
          right += 1;
        }
      }
      values.set(other.subarray(start, end), start);
    }
  }
  return count;
}

/** The sum of the lengths of all edges as straight lines between the centres of their ends. */
export function totalEdgeLength(drawing: StraightDrawing): number {
  let total = 0;
  for (let edge = 0; edge < drawing.from.length; edge += 1) {
    const from = drawing.from[edge] ?? 0;
    const to = drawing.to[edge] ?? 0;
    total += Math.hypot(
      (drawing.x[to] ?? 0) - (drawing.x[from] ?? 0),
      (drawing.y[to] ?? 0) - (drawing.y[from] ?? 0),
    );
  }
  return total;
}
