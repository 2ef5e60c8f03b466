import type { EvidenceSource, SourceNews, SourceRef } from '../source/types.ts';
import type { LiveSession, NewsBatch } from './live-types.ts';

/** So much news waits for a page that does not ask. */
const keptNews = 200;

export interface LiveSources {
  /** Made once, and kept with who asks and what it knows of the server. */
  readonly open: (ref: SourceRef) => EvidenceSource;
  /** Forgets what was loaded of a project. */
  readonly drop: (ref: SourceRef, project: string) => void;
}

interface Followed {
  readonly log: { readonly at: number; readonly news: SourceNews }[];
  readonly waiting: Set<() => void>;
  readonly stop: () => void;
  last: number;
}

/** Follows servers and hands their news on, batch by batch: functions do not cross to the page. */
export function liveSession({ open, drop }: LiveSources): LiveSession {
  const followed = new Map<string, Followed>();
  const begin = (ref: SourceRef): Followed | undefined => {
    const key = JSON.stringify(ref);
    const known = followed.get(key);
    if (known !== undefined) return known;
    const { live } = open(ref);
    if (live === undefined) return undefined;
    const log: Followed['log'] = [];
    const waiting = new Set<() => void>();
    const entry: Followed = { log, waiting, last: 0, stop: () => stop() };
    followed.set(key, entry);
    const stop = live.follow((news) => {
      entry.last += 1;
      log.push({ at: entry.last, news });
      if (log.length > keptNews) log.shift();
      wake(entry);
    });
    return entry;
  };
  return {
    news: async (source, after) => {
      const entry = begin(source);
      if (entry === undefined) return undefined;
      if (entry.last <= after) {
        await new Promise<void>((resolve) => {
          entry.waiting.add(resolve);
        });
      }
      return batchOf(entry, after);
    },
    unfollow: async (source) => {
      const key = JSON.stringify(source);
      const entry = followed.get(key);
      followed.delete(key);
      entry?.stop();
      if (entry !== undefined) wake(entry);
    },
    signIn: async (source, token) => open(source).live?.signIn(token),
    moveOn: async (source, project) => {
      open(source).live?.moveOn(project);
      drop(source, project);
    },
    leave: async (source, project) => open(source).live?.leave(project),
  };
}

function wake({ waiting }: Followed): void {
  for (const resolve of waiting) resolve();
  waiting.clear();
}

function batchOf({ log, last }: Followed, after: number): NewsBatch {
  return { last, news: log.filter(({ at }) => at > after).map(({ news }) => news) };
}
