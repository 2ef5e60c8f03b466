import { queryOptions } from '@tanstack/react-query';
import type { LayoutInput, LayoutResult } from '../derive/layout/types.ts';
import type { LayoutWorker } from './layout-worker.ts';
import layoutWorkerUrl from './layout-worker.ts?worker&url';
import { ownScriptUrl } from './script-url.ts';
import { type WorkerHost, workerHost } from './worker-host.ts';

/** Arranges graphs. Rejects when the signal aborts. */
export interface LayoutEngine {
  readonly layout: (input: LayoutInput, signal: AbortSignal) => Promise<LayoutResult>;
}

/** One thread for each layout under way; the last one idle is kept for the next. */
export function connectLayout(
  start: () => Worker = () =>
    new Worker(ownScriptUrl(layoutWorkerUrl), { type: 'module', name: 'wavegate-layout' }),
): LayoutEngine {
  let idle: WorkerHost<LayoutWorker> | undefined;
  return {
    layout: async (input, signal) => {
      signal.throwIfAborted();
      const host = idle ?? workerHost<LayoutWorker>(start);
      idle = undefined;
      const stop = (): void => host.stop();
      signal.addEventListener('abort', stop);
      try {
        return await host.call((remote) => remote.layout(input));
      } finally {
        signal.removeEventListener('abort', stop);
        if (idle === undefined) idle = host;
        else host.stop();
      }
    },
  };
}

/**
 * The layout of a graph, kept as long as its structure is the same: a state that changes asks for no
 * new one. Where the nodes were before is a hint and no part of the key.
 */
export function layoutQuery(engine: LayoutEngine, input: LayoutInput) {
  return queryOptions({
    queryKey: ['layout', layoutKey(input)],
    queryFn: ({ signal }) => engine.layout(input, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10 * 60_000,
    structuralSharing: false,
  });
}

const keys = new WeakMap<LayoutInput, string>();

/**
 * A text that is the same for the same structure, sizes, direction and spacing. Kept for each input,
 * since every render asks for it and none changes an input.
 */
export function layoutKey(input: LayoutInput): string {
  const known = keys.get(input);
  if (known !== undefined) return known;
  const key = computedKey(input);
  keys.set(input, key);
  return key;
}

function computedKey({ nodes, edges, groups, direction, spacing }: LayoutInput): string {
  const arrays = [nodes.width, nodes.height, nodes.group, edges.from, edges.to, groups?.parent];
  const digests = arrays.map((array) =>
    array === undefined ? '' : `${array.length}:${digestOf(array)}`,
  );
  const spaces = Object.entries(spacing ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([direction, digests, spaces]);
}

/**
 * In the manner of FNV-1a twice over the same words, with different starts: 64 bits are plenty for a
 * cache. What lies high in a word is mixed down, which a plain product never does.
 */
function digestOf(array: Float64Array | Int32Array): string {
  const words = new Int32Array(array.buffer, array.byteOffset, array.byteLength / 4);
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    a = Math.imul(a ^ word, 0x01000193);
    a ^= a >>> 13;
    b = Math.imul(b ^ word ^ (word >>> 16), 0x01000193) ^ (b >>> 15);
  }
  return `${(a >>> 0).toString(16)}${(b >>> 0).toString(16)}`;
}
