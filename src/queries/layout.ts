import { queryOptions, skipToken } from '@tanstack/react-query';
import type { LayoutInput, LayoutResult } from '../derive/layout/types.ts';
import type { LayoutProgress, LayoutWorker } from './layout-worker.ts';
import layoutWorkerUrl from './layout-worker.ts?worker&url';
import { ownScriptUrl } from './script-url.ts';
import { type WorkerHost, workerHost } from './worker-host.ts';

/** Arranges graphs. Rejects when the signal aborts. */
export interface LayoutEngine {
  readonly layout: (
    input: LayoutInput,
    signal: AbortSignal,
    watch?: LayoutWatch,
  ) => Promise<LayoutResult>;
}

/** What there is to see before a layout is done. */
export interface LayoutWatch {
  /** The rough picture of the same input, where one is worth its time. */
  readonly onDraft: (draft: LayoutResult) => void;
  /** The share that is done, 0–1. */
  readonly onProgress: (share: number) => void;
}

/** From so many nodes on a draft comes first: below, the whole takes hardly longer. */
export const DRAFT_FROM = 1_500;

interface Thread {
  readonly host: WorkerHost<LayoutWorker>;
  watch: LayoutWatch | undefined;
}

/** One thread for each layout under way; the last one idle is kept for the next. */
export function connectLayout(
  start: () => Worker = () =>
    new Worker(ownScriptUrl(layoutWorkerUrl), { type: 'module', name: 'wavegate-layout' }),
): LayoutEngine {
  let idle: Thread | undefined;
  return {
    layout: async (input, signal, watch) => {
      signal.throwIfAborted();
      const thread = idle ?? newThread(start);
      const { host } = thread;
      idle = undefined;
      thread.watch = watch;
      const stop = (): void => host.stop();
      signal.addEventListener('abort', stop);
      try {
        const isLarge = input.nodes.width.length >= DRAFT_FROM;
        if (isLarge && watch !== undefined && input.previous === undefined) {
          // The thread answers in turn. What ends the draft ends the layout too, which says so.
          host
            .call((remote) => remote.layout({ ...input, draft: true }))
            .then(watch.onDraft, () => undefined);
        }
        return await host.call((remote) => remote.layout(input));
      } finally {
        signal.removeEventListener('abort', stop);
        thread.watch = undefined;
        if (idle === undefined) idle = thread;
        else host.stop();
      }
    },
  };
}

function newThread(start: () => Worker): Thread {
  const thread: Thread = {
    watch: undefined,
    host: workerHost<LayoutWorker>(() => {
      const worker = start();
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isProgress(data)) thread.watch?.onProgress(data.layoutProgress);
      });
      return worker;
    }),
  };
  return thread;
}

function isProgress(data: unknown): data is LayoutProgress {
  return typeof data === 'object' && data !== null && 'layoutProgress' in data;
}

/**
 * The layout of a graph, kept as long as its structure is the same: a state that changes asks for no
 * new one. Where the nodes were before is a hint and no part of the key. A draft that comes first,
 * and how far the work has come, are found under {@link layoutDraftQuery} and
 * {@link layoutProgressQuery}.
 */
export function layoutQuery(engine: LayoutEngine, input: LayoutInput) {
  return queryOptions({
    queryKey: ['layout', layoutKey(input)],
    queryFn: ({ signal, client }) =>
      engine.layout(input, signal, {
        onDraft: (draft) => client.setQueryData(draftKey(input), draft),
        onProgress: (share) => client.setQueryData(progressKey(input), share),
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10 * 60_000,
    structuralSharing: false,
  });
}

/** The draft of a layout that is under way; never asked for by itself. */
export function layoutDraftQuery(input: LayoutInput) {
  return queryOptions<LayoutResult>({
    queryKey: draftKey(input),
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    structuralSharing: false,
  });
}

/** How far a layout has come, 0–1; never asked for by itself. */
export function layoutProgressQuery(input: LayoutInput) {
  return queryOptions<number>({ queryKey: progressKey(input), queryFn: skipToken, gcTime: 30_000 });
}

function draftKey(input: LayoutInput) {
  return ['layout-draft', layoutKey(input)] as const;
}

function progressKey(input: LayoutInput) {
  return ['layout-progress', layoutKey(input)] as const;
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

function computedKey({ nodes, edges, groups, direction, fold, spacing }: LayoutInput): string {
  const arrays = [nodes.width, nodes.height, nodes.group, edges.from, edges.to, groups?.parent];
  const digests = arrays.map((array) =>
    array === undefined ? '' : `${array.length}:${digestOf(array)}`,
  );
  const spaces = Object.entries(spacing ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([direction, fold === true, digests, spaces]);
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
