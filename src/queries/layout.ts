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
  /**
   * Has the draft that is under way painted where it is made. It then comes with its picture; without
   * one where this is said too late. Absent where no thread lays out.
   */
  readonly paintFor?: (look: DraftLook) => void;
}

/** A rough picture of a layout that is under way. */
export interface Draft {
  readonly result: LayoutResult;
  readonly picture?: DraftPicture | undefined;
}

/** Made for one look and no other. */
export interface DraftPicture {
  readonly look: DraftLook;
  readonly bitmap: ImageBitmap;
}

/** How and how large a draft is painted. */
export interface DraftLook {
  /** Of the pane, in its own pixels, and how many of the screen's go to each. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly colours: Readonly<Record<'group' | 'rim' | 'edge' | 'node', string>>;
}

/** What the layout's thread answers. */
export interface LayoutWorker {
  layout(input: LayoutInput): LayoutResult;
  /** Of the draft that was answered last; nothing where there is none, or no canvas. */
  picture(look: DraftLook): ImageBitmap | undefined;
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
  readonly onDraft: (draft: Draft) => void;
  /** The share that is done, 0–1. */
  readonly onProgress: (share: number) => void;
}

interface Thread {
  readonly host: WorkerHost<LayoutWorker>;
  watch: LayoutWatch | undefined;
  /** Of the draft that is under way. */
  picture: Promise<DraftPicture | undefined> | undefined;
}

/** One thread for each layout under way; the last one idle is kept for the next. */
export function connectLayout(start: () => Worker): LayoutEngine {
  let idle: Thread | undefined;
  let drafting: Thread | undefined;
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
          drafting = thread;
          const result = await host.call((remote) => remote.layout({ ...input, draft: true }));
          watch.onDraft({ result, picture: await thread.picture });
        }
        return await host.call((remote) => remote.layout(input));
      } finally {
        if (drafting === thread) drafting = undefined;
        thread.picture = undefined;
        signal.removeEventListener('abort', stop);
        thread.watch = undefined;
        if (idle === undefined) idle = thread;
        else host.stop();
      }
    },
    paintFor: (look) => {
      if (drafting === undefined) return;
      drafting.picture = drafting.host
        .call((remote) => remote.picture(look))
        .then((bitmap) => bitmap && { look, bitmap })
        .catch(() => undefined);
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
    picture: undefined,
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
  return queryOptions<Draft>({
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
