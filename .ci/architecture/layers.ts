/**
 * The import table of the project. Data flows source → bundle → model → gates → derive → queries →
 * views → routes; imports point the other way.
 */

/** One place in the project: which places and which packages it may import. */
export interface Layer {
  /** Places that may be imported besides the own one; `'anything'` lifts the rule. */
  readonly imports: readonly string[] | 'anything';
  /**
   * Packages by name (a scope such as `@fontsource-variable/*` ends in a star), `node:*` for the
   * built-in modules; `'anything'` lifts the rule.
   */
  readonly packages: readonly string[] | 'anything';
}

/** Readers of foreign formats and of the wire format: pure JavaScript, no DOM and no Node. */
const readers = [
  '@noble/curves',
  '@noble/hashes',
  'fflate',
  'htmlparser2',
  'jsonc-parser',
  'papaparse',
  're2js',
  'yaml',
  'zod',
];

const react = ['react', 'react-dom'];
const interfaceKit = [
  ...react,
  '@base-ui/react',
  '@tanstack/react-router',
  '@tanstack/react-virtual',
  'lucide-react',
];
const pictures = ['@xyflow/react', 'pdfjs-dist', 'react-markdown', 'recharts', 'remark-gfm'];

/** Places by path from the root of the project. A file directly in `src/` is a place of its own. */
export const layers: Readonly<Record<string, Layer>> = {
  'src/lib': { imports: [], packages: [] },
  'src/model': { imports: ['src/lib'], packages: [] },
  'src/formats': { imports: ['src/model', 'src/lib'], packages: readers },
  'src/bundle': { imports: ['src/formats', 'src/model', 'src/lib'], packages: readers },
  'src/gates': { imports: ['src/model', 'src/lib'], packages: ['re2js'] },
  'src/derive': { imports: ['src/gates', 'src/model', 'src/lib'], packages: [] },
  // The contract between a server and its readers: types made of docs/api, streams, deltas, addresses.
  'src/api': { imports: ['src/lib'], packages: [] },
  'src/source': {
    imports: ['src/api', 'src/lib'],
    packages: ['@noble/hashes', 'fflate', 'idb-keyval'],
  },
  // Answers the contract over trees of files; the same behind a real server and behind the mocks.
  'src/server': {
    imports: [
      'src/api',
      'src/queries',
      'src/source',
      'src/bundle',
      'src/derive',
      'src/gates',
      'src/model',
      'src/lib',
    ],
    packages: [],
  },
  'src/queries': {
    imports: [
      'src/source',
      'src/bundle',
      'src/derive',
      'src/gates',
      'src/formats',
      'src/model',
      'src/lib',
    ],
    packages: ['@tanstack/react-query', 'comlink', 'react'],
  },
  'src/state': {
    imports: ['src/model', 'src/lib'],
    packages: ['idb-keyval', 'react', 'zod', 'zustand'],
  },
  'src/ui': { imports: ['src/lib'], packages: [...interfaceKit, ...pictures] },
  // What several views share and what knows the product, since a view never imports another view.
  'src/parts': {
    imports: [
      'src/queries',
      'src/state',
      'src/ui',
      'src/derive',
      'src/gates',
      'src/formats',
      'src/model',
      'src/lib',
    ],
    packages: [...interfaceKit, ...pictures, '@tanstack/react-query'],
  },
  'src/views': {
    imports: [
      'src/parts',
      'src/queries',
      'src/state',
      'src/ui',
      'src/derive',
      'src/gates',
      'src/formats',
      'src/model',
      'src/lib',
    ],
    packages: [...interfaceKit, ...pictures, '@tanstack/react-query'],
  },
  'src/routes': {
    imports: ['src/views', 'src/parts', 'src/queries', 'src/state', 'src/ui', 'src/lib'],
    packages: [...interfaceKit, '@tanstack/react-query', 'zod'],
  },
  'src/app': {
    imports: [
      'src/routes',
      'src/views',
      'src/parts',
      'src/ui',
      'src/state',
      'src/queries',
      'src/source',
      'src/derive',
      'src/gates',
      'src/bundle',
      'src/formats',
      'src/model',
      'src/lib',
    ],
    packages: [...interfaceKit, '@fontsource-variable/*', '@tanstack/react-query', 'zod'],
  },
  'src/main.tsx': {
    imports: ['src/app', 'src/ui'],
    packages: [...react, '@fontsource-variable/*'],
  },
  // Opens bundles with the page's own loader and speaks with its sentences (decision 49).
  cli: {
    imports: [
      'src/server',
      'src/api',
      'src/queries',
      'src/source',
      'src/parts/wording',
      'src/bundle',
      'src/formats',
      'src/gates',
      'src/derive',
      'src/model',
      'src/lib',
    ],
    packages: ['node:*', ...readers, 'commander', 'picomatch', 'vite'],
  },
  // The page with a bundle inside, which `wavegate pack --html` fills.
  'cli/page': {
    imports: ['src/app', 'src/ui', 'src/source', 'src/lib'],
    packages: ['node:*', 'vite', '@vitejs/plugin-react'],
  },
  mocks: {
    imports: ['src/server', 'src/api', 'src/source', 'src/bundle', 'src/model', 'src/lib'],
    packages: ['msw', 'fflate', '@noble/hashes'],
  },
  // Writes the sample bundles; runs in Node and never in the page.
  'mocks/samples': {
    imports: ['src/bundle', 'src/formats', 'src/gates', 'src/derive', 'src/model', 'src/lib'],
    packages: ['node:*', '@noble/hashes', 'fflate', 'yaml', 'zod'],
  },
  e2e: {
    imports: ['mocks/faults', 'mocks/fixtures'],
    packages: ['@axe-core/playwright', 'axe-core', '@playwright/test', 'fflate', 'node:*'],
  },
  bench: { imports: 'anything', packages: 'anything' },
  '.ci': {
    // The script for the project's own bundle reads reports, writes a bundle and judges it.
    imports: [
      'mocks/faults',
      'src/server',
      'src/api',
      'src/gates',
      'src/bundle',
      'src/formats',
      'src/model',
      'src/lib',
    ],
    packages: 'anything',
  },
  // Generates the JSON Schema, the validators and the reference from the wire schemas.
  '.ci/schema': { imports: ['src/bundle', 'src/model', 'src/lib'], packages: 'anything' },
  // Packs the command line and writes the schema of its configuration.
  '.ci/cli': { imports: ['cli', 'src/formats', 'src/model', 'src/lib'], packages: 'anything' },
  config: { imports: ['src/lib', '.ci'], packages: 'anything' },
};

/** Places that must be deterministic and free of the platform. */
export const pureLayers: readonly string[] = [
  'src/lib',
  'src/model',
  'src/formats',
  'src/bundle',
  'src/gates',
  'src/derive',
];

/** What may stand at the root of the project: these folders, and files. */
export const topLevelFolders: readonly string[] = [
  '.ci',
  'bench',
  'cli',
  'docs',
  'e2e',
  'mocks',
  'public',
  'src',
];
