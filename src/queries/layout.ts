import { queryOptions, skipToken } from '@tanstack/react-query';
import { transfer } from 'comlink';
import type { LayoutInput, LayoutResult } from '../derive/layout/types.ts';
import { DRAFT_FROM, layoutKey } from './layout-key.ts';
import { type WorkerHost, workerHost } from './worker-host.ts';

/** Arranges graphs. Rejects when the signal aborts. */
export interface LayoutEngine {
  readonly layout: (
    input: LayoutInput,
    signal: AbortSignal,
    watch?: LayoutWatch,
  ) => Promise<LayoutResult>;
  /**
   * Hands over the end at which a structure may come from the engine's thread without passing through
   * the page. A draft of a large one is begun at once, for whoever asks with the numbers that this
   * tells; nothing of a small one, or when none comes. Absent where no thread lays out.
   */
  readonly draftsFrom?: (port: MessagePort) => Promise<NumberedStructure | undefined>;
}

/** What the layout's thread answers. */
export interface LayoutWorker {
  layout(input: LayoutInput): LayoutResult;
  draftsFrom(port: MessagePort): Promise<NumberedStructure | undefined>;
}

/** A structure in the numbers that its layout is asked with. */
export interface NumberedStructure {
  readonly columns: StructureColumns;
  readonly numbers: LayoutNumbers;
}

/** A structure in numbers: items, and after them what only dependencies name. */
export interface StructureColumns {
  readonly itemCount: number;
  /** By id: what holds it, −1 for nothing. Parents that lead in a circle hold nothing. */
  readonly holder: Int32Array;
  /** By edge: what waits, and what it waits for. Each pair once. */
  readonly item: Int32Array;
  readonly on: Int32Array;
  /** By edge: the number of the first dependency that says so. */
  readonly dependency: Int32Array;
}

/** What the layout works on, and which ids and edges of the plan its numbers stand for. */
export interface LayoutNumbers {
  readonly input: LayoutInput;
  /** Among the ids of the plan: items without children and ghosts, and groups. */
  readonly nodes: Int32Array;
  readonly groups: Int32Array;
  /** Among the edges of the plan. */
  readonly edges: Int32Array;
}

/** What the thread says of itself while it works: the share that is done, 0–1. */
export interface LayoutProgress {
  readonly layoutProgress: number;
}

/** What there is to see before a layout is done. */
export interface LayoutWatch {
  /** The rough picture of the same input, where one is worth its time. */
  readonly onDraft: (draft: LayoutResult) => void;
  /** The share that is done, 0–1. */
  readonly onProgress: (share: number) => void;
}

interface Thread {
  readonly host: WorkerHost<LayoutWorker>;
  watch: LayoutWatch | undefined;
}

/** One thread for each layout under way; the last one idle is kept for the next. */
export function connectLayout(start: () => Worker): LayoutEngine {
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
    draftsFrom: async (port) => {
      idle ??= newThread(start);
      // Without workers nothing is drawn ahead, and whoever asks for a layout is told.
      return idle.host
        .call((remote) => remote.draftsFrom(transfer(port, [port])))
        .catch(() => undefined);
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
