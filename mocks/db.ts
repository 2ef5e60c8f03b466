import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { faultFiles } from './faults/fault-bundles.ts';

/** A file as the mocked server has it. */
export interface Resource {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** Strong entity tag, quotes included. */
  readonly etag: string;
}

/** The resource trees of the mocked server, in memory; sample bundles are fetched when asked for. */
export interface Database {
  /** @param path relative to the tree's root */
  readonly find: (tree: Tree, path: string) => Promise<Resource | undefined>;
  /** Puts a file in place of what is there, until {@link Database.reset}. */
  readonly put: (tree: Tree, path: string, text: string) => void;
  readonly remove: (tree: Tree, path: string) => void;
  readonly reset: () => void;
}

/** `samples`: what the static folder holds. `faults`: the sentinel projects. */
export type Tree = 'samples' | 'faults';

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  md: 'text/markdown',
  ndjson: 'application/x-ndjson',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xml: 'application/xml',
};

/** @param readSample reads a file of the static folder; `undefined` where there is none */
export function createDatabase(
  readSample: (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Database {
  const encoder = new TextEncoder();
  const faults = new Map<string, Resource>();
  const changes = new Map<string, Resource | undefined>();
  const keyOf = (tree: Tree, path: string): string => `${tree}:${path}`;
  return {
    find: async (tree, path) => {
      const key = keyOf(tree, path);
      if (changes.has(key)) return changes.get(key);
      if (tree === 'samples') {
        const bytes = await readSample(path);
        return bytes === undefined ? undefined : resource(path, bytes);
      }
      if (faults.size === 0) {
        for (const [name, text] of faultFiles()) {
          faults.set(name, resource(name, encoder.encode(text)));
        }
      }
      return faults.get(path);
    },
    put: (tree, path, text) => {
      changes.set(keyOf(tree, path), resource(path, encoder.encode(text)));
    },
    remove: (tree, path) => {
      changes.set(keyOf(tree, path), undefined);
    },
    reset: () => changes.clear(),
  };
}

function resource(path: string, bytes: Uint8Array<ArrayBuffer>): Resource {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1] ?? '';
  return {
    bytes,
    mediaType: Object.hasOwn(mediaTypes, extension)
      ? (mediaTypes[extension] ?? 'application/octet-stream')
      : 'application/octet-stream',
    etag: `"${bytesToHex(sha256(bytes)).slice(0, 32)}"`,
  };
}
