import { expose, transfer } from 'comlink';
import { layoutGraph } from '../derive/layout/layout.ts';
import type { LayoutInput, LayoutResult } from '../derive/layout/types.ts';

/** What the layout's thread answers. */
export interface LayoutWorker {
  layout(input: LayoutInput): LayoutResult;
}

const worker: LayoutWorker = {
  layout: (input) => {
    const result = layoutGraph(input);
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
