import { faultFiles } from './faults/fault-bundles.ts';

/** What the database takes; more is refused, so that a test that fills it says so. */
export const databaseLimits = { files: 5000, bytes: 64 * 1024 * 1024 } as const;

/** The resource trees of the mocked server, in memory; sample bundles are fetched when asked for. */
export interface Database {
  /** @param path relative to the tree's root */
  readonly read: (tree: Tree, path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * Puts a file in place of what is there, until {@link Database.reset}.
   *
   * @throws RangeError when the limits are passed
   */
  readonly put: (tree: Tree, path: string, text: string) => void;
  readonly remove: (tree: Tree, path: string) => void;
  readonly reset: () => void;
  /** Grows with every change. */
  readonly version: () => number;
  readonly onChange: (listener: (tree: Tree, project: string, revision: string) => void) => void;
}

/** `samples`: what the static folder holds. `faults`: the sentinel projects. */
export type Tree = 'samples' | 'faults';

/** @param readSample reads a file of the static folder; `undefined` where there is none */
export function createDatabase(
  readSample: (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Database {
  const encoder = new TextEncoder();
  const faults = new Map<string, Uint8Array<ArrayBuffer>>();
  const changes = new Map<string, Uint8Array<ArrayBuffer> | undefined>();
  const listeners: Parameters<Database['onChange']>[0][] = [];
  let version = 0;
  let bytes = 0;
  const keyOf = (tree: Tree, path: string): string => `${tree}:${path}`;
  const change = (tree: Tree, path: string, content: Uint8Array<ArrayBuffer> | undefined): void => {
    const key = keyOf(tree, path);
    const total = bytes - (changes.get(key)?.length ?? 0) + (content?.length ?? 0);
    const count = changes.size + (changes.has(key) ? 0 : 1);
    if (total > databaseLimits.bytes || count > databaseLimits.files) {
      throw new RangeError('The mocked database is full.');
    }
    bytes = total;
    changes.set(key, content);
    version += 1;
    const [, project, revision] = /^projects\/([^/]+)\/([^/]+)\//.exec(path) ?? [];
    if (project === undefined || revision === undefined) return;
    for (const listener of listeners) listener(tree, project, revision);
  };
  return {
    read: async (tree, path) => {
      const key = keyOf(tree, path);
      if (changes.has(key)) return changes.get(key);
      if (tree === 'samples') return readSample(path);
      if (faults.size === 0) {
        for (const [name, text] of faultFiles()) faults.set(name, encoder.encode(text));
      }
      return faults.get(path);
    },
    put: (tree, path, text) => change(tree, path, encoder.encode(text)),
    remove: (tree, path) => change(tree, path, undefined),
    reset: () => {
      changes.clear();
      bytes = 0;
      version += 1;
    },
    version: () => version,
    onChange: (listener) => listeners.push(listener),
  };
}
