import { useCallback, useSyncExternalStore } from 'react';
import type { SourceHealth, SourceRef } from '../source/types.ts';
import type { LiveSession, NewsBatch } from './live-types.ts';

/** What is at the server and not on the page yet; the last word about a project. */
export interface ProjectUpdate {
  readonly revision: string;
  readonly label?: string;
  readonly change: 'added' | 'changed' | 'removed';
}

/** What a source told since somebody looks at it. */
export interface SourceState {
  readonly health: SourceHealth | undefined;
  /** It was stale or refused and is there again; what is shown may lack what could not be had. */
  readonly isBack: boolean;
  readonly updates: ReadonlyMap<string, ProjectUpdate>;
  readonly projectsChanged: boolean;
}

const nothing: SourceState = {
  health: undefined,
  isBack: false,
  updates: new Map(),
  projectsChanged: false,
};

/** Pages come and go while the stream stays. Milliseconds. */
const lingering = 3000;

interface Board {
  readonly state: () => SourceState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly settle: (project: string | undefined) => void;
}

const boards = new WeakMap<LiveSession, Map<string, Board>>();

function boardOf(session: LiveSession, source: SourceRef): Board {
  const own = boards.get(session) ?? new Map<string, Board>();
  boards.set(session, own);
  const key = JSON.stringify(source);
  const board = own.get(key) ?? makeBoard(session, source);
  own.set(key, board);
  return board;
}

function makeBoard(session: LiveSession, source: SourceRef): Board {
  const listeners = new Set<() => void>();
  let state = nothing;
  let running: { isOver: boolean } | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const become = (next: SourceState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const loop = async (own: { isOver: boolean }): Promise<void> => {
    for (let last = 0; !own.isOver; ) {
      const batch = await session.news(source, last);
      if (batch === undefined || own.isOver) return;
      last = batch.last;
      if (batch.news.length > 0) become(takenIn(state, batch));
    }
  };
  const stop = (): void => {
    if (running === undefined) return;
    running.isOver = true;
    running = undefined;
    session.unfollow(source).catch(() => undefined);
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      clearTimeout(leaving);
      listeners.add(listener);
      if (running === undefined) {
        running = { isOver: false };
        // When the engine's thread is gone, the pages say so; there is no news from it.
        loop(running).catch(() => undefined);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) leaving = setTimeout(stop, lingering);
      };
    },
    settle: (project) => {
      const updates = new Map(state.updates);
      if (project !== undefined) updates.delete(project);
      become({
        ...state,
        updates,
        isBack: project === undefined ? state.isBack : false,
        projectsChanged: project === undefined ? false : state.projectsChanged,
      });
    },
  };
}

function takenIn(state: SourceState, { news }: NewsBatch): SourceState {
  let { health, isBack, projectsChanged } = state;
  const updates = new Map(state.updates);
  for (const entry of news) {
    if (entry.kind === 'projects') projectsChanged = true;
    else if (entry.kind === 'health') {
      isBack =
        entry.health.state === 'fresh' && (isBack || (health ?? entry.health).state !== 'fresh');
      health = entry.health;
    } else {
      const { project, revision, change, label } = entry;
      const before = updates.get(project);
      // That the shown one changed goes on counting beside a newer one that came.
      if (before?.change === 'added' && change === 'changed') continue;
      updates.set(project, { revision, change, ...(label === undefined ? {} : { label }) });
    }
  }
  return { health, isBack, updates, projectsChanged };
}

/** What a server, or the host of a folder, tells while somebody looks on; nothing for dropped files. */
export function useSourceNews(session: LiveSession, source: SourceRef): SourceState {
  const board = boardOf(session, source);
  const isRemote = source.kind !== 'local';
  const subscribe = useCallback(
    (listener: () => void) => (isRemote ? board.subscribe(listener) : () => undefined),
    [board, isRemote],
  );
  return useSyncExternalStore(subscribe, board.state);
}

/** Takes an announcement down; without a project, the one about the list of projects. */
export function settleNews(session: LiveSession, source: SourceRef, project?: string): void {
  boardOf(session, source).settle(project);
}
