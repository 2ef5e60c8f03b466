import type { Plugin } from 'vite';

const firstPage = '/overview.page.tsx';

/**
 * Finds what the first page has in common with other pages, so that it comes in one script. Left
 * alone, the bundler makes one for every set of pages that share something: dozens of a few hundred
 * bytes, which compress badly and come one after the other.
 */
export function firstScripts(): {
  readonly plugin: Plugin;
  readonly isShared: (id: string) => boolean;
} {
  const shared = new Set<string>();
  return {
    isShared: (id) => shared.has(id),
    plugin: {
      name: 'wavegate:first-scripts',
      apply: 'build',
      buildEnd() {
        const pages = [...this.getModuleIds()].filter((id) => id.endsWith('.page.tsx'));
        // Only our own files: a library's index imports what nobody asked for.
        const importsOf = (id: string): readonly string[] =>
          this.getModuleInfo(id)?.importedIds.filter((next) => next.includes('/src/')) ?? [];
        const isFirst = (id: string): boolean => id.endsWith(firstPage);
        const others = reached(
          pages.filter((id) => !isFirst(id)),
          importsOf,
        );
        for (const id of reached(pages.filter(isFirst), importsOf)) {
          if (others.has(id)) shared.add(id);
        }
      },
    },
  };
}

/** The modules, and everything that they import however far down. */
function reached(
  from: readonly string[],
  importsOf: (id: string) => readonly string[],
): ReadonlySet<string> {
  const found = new Set(from);
  for (const id of found) for (const next of importsOf(id)) found.add(next);
  return found;
}
