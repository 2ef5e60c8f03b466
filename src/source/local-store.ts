import { createStore, delMany, get, keys, setMany, type UseStore } from 'idb-keyval';
import { err, ok, type Result } from '../lib/result.ts';
import type { DroppedFile } from './dropped-files.ts';
import { sha256Hex } from './sha256.ts';
import type { SourceError } from './types.ts';

/** A bundle that this browser keeps. */
export interface LocalBundle {
  readonly id: string;
  /** Name of the dropped folder or file. */
  readonly name: string;
  /** RFC 3339. */
  readonly addedAt: string;
  /** Bytes of all files. */
  readonly size: number;
  readonly paths: readonly string[];
}

interface StoredHead extends LocalBundle {
  readonly version: 1;
}

let store: UseStore | undefined;

/** Opened on first use, since some browsers refuse it in private windows. */
function bundleStore(): UseStore {
  store ??= createStore('wavegate-local-bundles', 'files');
  return store;
}

function headKey(id: string): IDBValidKey {
  return ['head', id];
}

function fileKey(id: string, path: string): IDBValidKey {
  return ['file', id, path];
}

/**
 * Keeps files under an id that is made of their content, so that the same bundle gets the same
 * address again. The id is 32 hexadecimal digits of SHA-256. `not-stored` when the browser refuses.
 */
export async function keepFiles(
  name: string,
  files: readonly DroppedFile[],
  now: number,
): Promise<Result<LocalBundle, SourceError>> {
  try {
    const read = await Promise.all(
      files.map(async ({ path, file }) => ({
        path,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    const id = await contentId(read);
    const head: StoredHead = {
      version: 1,
      id,
      name,
      addedAt: new Date(now).toISOString(),
      size: read.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
      paths: read.map(({ path }) => path),
    };
    const entries = read.map(({ path, bytes }): [IDBValidKey, unknown] => [
      fileKey(id, path),
      bytes,
    ]);
    await setMany([...entries, [headKey(id), head]], bundleStore());
    return ok(toBundle(head));
  } catch (cause) {
    return err(notStored(name, cause));
  }
}

/** Newest first. */
export async function listKept(): Promise<Result<readonly LocalBundle[], SourceError>> {
  try {
    const all: readonly IDBValidKey[] = await keys(bundleStore());
    const heads = await Promise.all(
      all.filter((key) => Array.isArray(key) && key[0] === 'head').map((key) => read(key)),
    );
    return ok(
      heads
        .filter(isHead)
        .map(toBundle)
        .sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1)),
    );
  } catch (cause) {
    return err(notStored('', cause));
  }
}

export async function findKept(id: string): Promise<Result<LocalBundle, SourceError>> {
  try {
    const head = await read(headKey(id));
    return isHead(head) ? ok(toBundle(head)) : err({ code: 'not-stored', where: id });
  } catch (cause) {
    return err(notStored(id, cause));
  }
}

export async function readKept(id: string, path: string): Promise<Result<Uint8Array, SourceError>> {
  try {
    const bytes = await read(fileKey(id, path));
    // Across realms `instanceof` does not hold, and a view is a view.
    if (ArrayBuffer.isView(bytes)) {
      return ok(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    }
    return err({ code: 'not-found', where: path });
  } catch (cause) {
    return err(notStored(path, cause));
  }
}

/** Removes a bundle and its files; forgetting what is not there is no fault. */
export async function forgetKept(id: string): Promise<Result<undefined, SourceError>> {
  try {
    const all: readonly IDBValidKey[] = await keys(bundleStore());
    await delMany(
      all.filter((key) => Array.isArray(key) && key[1] === id),
      bundleStore(),
    );
    return ok(undefined);
  } catch (cause) {
    return err(notStored(id, cause));
  }
}

async function read(key: IDBValidKey): Promise<unknown> {
  return get<unknown>(key, bundleStore());
}

/** A single file is its own content, whatever it is called; a folder is its names and contents. */
async function contentId(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Promise<string> {
  const digests = await Promise.all(
    files.map(async ({ path, bytes }) => [path, await sha256Hex(bytes)] as const),
  );
  const [only] = digests;
  if (digests.length === 1 && only !== undefined) return only[1].slice(0, 32);
  const sorted = digests.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const whole = await sha256Hex(new TextEncoder().encode(JSON.stringify(sorted)));
  return whole.slice(0, 32);
}

function isHead(value: unknown): value is StoredHead {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === 1 &&
    'id' in value &&
    typeof value.id === 'string' &&
    'name' in value &&
    typeof value.name === 'string' &&
    'addedAt' in value &&
    typeof value.addedAt === 'string' &&
    'size' in value &&
    typeof value.size === 'number' &&
    'paths' in value &&
    Array.isArray(value.paths) &&
    value.paths.every((path: unknown) => typeof path === 'string')
  );
}

function toBundle({ id, name, addedAt, size, paths }: StoredHead): LocalBundle {
  return { id, name, addedAt, size, paths };
}

function notStored(where: string, cause: unknown): SourceError {
  const reason =
    cause instanceof Error && cause.name === 'QuotaExceededError' ? 'quota' : 'refused';
  return { code: 'not-stored', where, params: { reason } };
}
