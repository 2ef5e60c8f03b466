import { expose, transfer } from 'comlink';
import { layoutGraph } from '../derive/layout/layout.ts';
import type { LayoutInput, LayoutResult } from '../derive/layout/types.ts';

/** What the layout's thread answers. */
export interface LayoutWorker {
  layout(input: LayoutInput): LayoutResult;
}

/** What the thread says of itself while it works: the share that is done, 0–1. */
export interface LayoutProgress {
  readonly layoutProgress: number;
}

/** A share is told when it has grown by so much. */
const TELL_EVERY = 0.04;

const worker: LayoutWorker = {
  layout: (input) => {
    let told = 0;
    const result = layoutGraph(input, undefined, (share) => {
      if (input.draft === true || share - told < TELL_EVERY) return;
      told = share;
      const message: LayoutProgress = { layoutProgress: share };
      postMessage(message);
    });
    const { x, y, groups, routes, reversed, layer } = result;
    const arrays = [x, y, groups.x, groups.y, groups.width, groups.height];
    const buffers = [...arrays, routes.offsets, routes.points, reversed, layer].map(
      ({ buffer }) => buffer,
    );
    return transfer(
      result,
      buffers.filter((buffer) => buffer instanceof ArrayBuffer),
    );
  },
};

expose(worker);

/** Enough of everything for the browser to have made the code fast before the first large plan. */
function warmUp(): void {
  const count = 900;
  const from = Int32Array.from({ length: 2 * count - 60 }, (_, edge) => edge >> 1);
  const to = from.map((node, edge) => Math.min(count - 1, node + 27 + (edge % 5)));
  const group = Int32Array.from({ length: count }, (_, node) => Math.floor(node / 100));
  for (let round = 0; round < 3; round += 1) {
    layoutGraph({
      nodes: {
        width: new Float64Array(count).fill(160),
        height: new Float64Array(count).fill(48),
        group,
      },
      edges: { from, to },
      groups: { parent: new Int32Array(9).fill(-1) },
      direction: 'right',
      draft: true,
    });
  }
}

// What waits already comes first.
setTimeout(warmUp, 0);
