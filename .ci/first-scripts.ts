import type { Plugin } from 'vite';

const overview = '/overview.page.tsx';
const graph = '/graph.page.tsx';
const iconIndex = '/lucide-react/dist/esm/lucide-react.mjs';

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
          if (!ofOverview.has(id)) scripts.set(id, ofOthers.has(id) ? 'both' : 'graph');
        }
        // An icon that others use too must not lead them to the script of the graph.
        const all = [...this.getModuleIds()];
        const codeOf = (id: string): string => this.getModuleInfo(id)?.code ?? '';
        const fileOf = iconFiles(codeOf(all.find((id) => id.endsWith(iconIndex)) ?? ''));
        const used = { byGraph: new Set<string>(), byOthers: new Set<string>() };
        for (const id of all.filter((one) => one.includes('/src/'))) {
          const files = iconsIn(codeOf(id)).map((name) => fileOf.get(name) ?? name);
          if (ofGraph.has(id)) for (const file of files) used.byGraph.add(file);
          if (scripts.get(id) !== 'graph') for (const file of files) used.byOthers.add(file);
        }
        for (const id of all) {
          const file = id.slice(id.lastIndexOf('/icons/') + 1);
          if (used.byGraph.has(file) && used.byOthers.has(file)) scripts.set(id, 'both');
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

/** File by name of everything that the index of the icons exports. */
function iconFiles(index: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [, names = '', file = ''] of index.matchAll(
    /export\s*\{([^}]*)\}\s*from\s*['"]\.\/(icons\/[^'"]+)['"]/g,
  )) {
    for (const [, name = ''] of names.matchAll(/as (\w+)/g)) files.set(name, file);
  }
  return files;
}

/** Names of the icons that a module imports. */
function iconsIn(code: string): readonly string[] {
  return [...code.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"]lucide-react['"]/g)].flatMap(
    ([, names = '']) => names.split(',').map((name) => name.trim().split(/\s+as\s+/)[0] ?? ''),
  );
}
