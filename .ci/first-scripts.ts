import type { Plugin } from 'vite';

const overview = '/overview.page.tsx';
const graph = '/graph.page.tsx';

/**
 * Which script a module of ours belongs into; absent where the bundler may choose. What the graph alone
 * needs for its first picture is one script too, though parts of it are used by what comes later.
 */
export const firstScriptNames = [
  'both',
  'overview-and-others',
  'graph-and-others',
  'graph',
] as const;
export type FirstScript = (typeof firstScriptNames)[number];

/**
 * Finds what the pages that links lead to first have in common with each other and with other pages,
 * so that each asks for few scripts. Left alone, the bundler makes one for every set of pages that share
 * something: dozens of a few hundred bytes, which compress badly and come one after the other.
 */
export function firstScripts(): {
  readonly plugin: Plugin;
  readonly scriptOf: (id: string) => FirstScript | undefined;
} {
  const scripts = new Map<string, FirstScript>();
  return {
    scriptOf: (id) => scripts.get(id),
    plugin: {
      name: 'wavegate:first-scripts',
      apply: 'build',
      buildEnd() {
        const pages = [...this.getModuleIds()].filter((id) => id.endsWith('.page.tsx'));
        // Only our own files: a library's index imports what nobody asked for.
        const importsOf = (id: string): readonly string[] =>
          this.getModuleInfo(id)?.importedIds.filter((next) => next.includes('/src/')) ?? [];
        const from = (isMeant: (id: string) => boolean) =>
          reached(pages.filter(isMeant), importsOf);
        const ofOverview = from((id) => id.endsWith(overview));
        const ofGraph = from((id) => id.endsWith(graph));
        const ofOthers = from((id) => !id.endsWith(overview) && !id.endsWith(graph));
        for (const id of ofOverview) {
          if (ofGraph.has(id)) scripts.set(id, 'both');
          else if (ofOthers.has(id)) scripts.set(id, 'overview-and-others');
        }
        for (const id of ofGraph) {
          if (ofOthers.has(id) && !ofOverview.has(id)) scripts.set(id, 'graph-and-others');
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
