import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { browserStorage, storedMember } from './browser-storage.ts';

/** A source that was opened in this browser. */
export interface RecentSource {
  /** As it is written in a link. */
  readonly source: string;
  readonly title: string;
  /** RFC 3339. */
  readonly openedAt: string;
}

export const maxRecentSources = 8;

interface RecentState {
  /** Last opened first, each source once. */
  readonly recent: readonly RecentSource[];
  readonly remember: (source: RecentSource) => void;
  readonly forget: (source: string) => void;
}

export const useRecentSources = create<RecentState>()(
  persist(
    (set) => ({
      recent: [],
      remember: (opened) =>
        set(({ recent }) => ({
          recent: [opened, ...recent.filter(({ source }) => source !== opened.source)].slice(
            0,
            maxRecentSources,
          ),
        })),
      forget: (source) =>
        set(({ recent }) => ({ recent: recent.filter((entry) => entry.source !== source) })),
    }),
    {
      name: 'wavegate.recent-sources',
      version: 1,
      storage: browserStorage,
      partialize: ({ recent }) => ({ recent }),
      migrate: (stored) => stored,
      merge: (stored, initial) => {
        const recent = storedMember(stored, 'recent');
        return Array.isArray(recent)
          ? { ...initial, recent: recent.flatMap(toRecent).slice(0, maxRecentSources) }
          : initial;
      },
    },
  ),
);

function toRecent(stored: unknown): RecentSource[] {
  const source = storedMember(stored, 'source');
  const title = storedMember(stored, 'title');
  const openedAt = storedMember(stored, 'openedAt');
  return typeof source === 'string' && typeof title === 'string' && typeof openedAt === 'string'
    ? [{ source, title, openedAt }]
    : [];
}
