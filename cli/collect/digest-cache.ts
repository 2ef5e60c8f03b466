import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundFile } from '../files/file-facts.ts';
import { settled } from './fingerprint.ts';

export const stateFolder = '.wavegate';
const cacheFile = 'digests.json';
const stateFile = 'last.json';

type Entry = readonly [
  size: number,
  modified: number,
  changed: number,
  inode: number,
  sha256: string,
];

/**
 * Digests of an earlier run, by everything that changes when a file does: size, both times (the second
 * one cannot be set back by a program) and the inode.
 */
export class DigestCache {
  readonly #entries: Map<string, Entry>;

  constructor(entries: Map<string, Entry> = new Map()) {
    this.#entries = entries;
  }

  static async read(root: string): Promise<DigestCache> {
    try {
      const parsed: unknown = JSON.parse(
        await readFile(join(root, stateFolder, cacheFile), 'utf8'),
      );
      return new DigestCache(new Map(Array.isArray(parsed) ? parsed.filter(isEntry) : []));
    } catch {
      return new DigestCache();
    }
  }

  get({ path, size, modified, changed, inode }: FoundFile): string | undefined {
    const entry = this.#entries.get(path);
    return entry !== undefined &&
      entry[0] === size &&
      entry[1] === modified &&
      entry[2] === changed &&
      entry[3] === inode
      ? entry[4]
      : undefined;
  }

  /** Keeps what was hashed at `now`; what had just changed is hashed again next time. */
  static async write(
    root: string,
    files: readonly FoundFile[],
    digests: ReadonlyMap<string, string>,
    now: number,
  ): Promise<void> {
    const entries = files.flatMap((file) => {
      const sha256 = digests.get(file.path);
      return sha256 === undefined || file.changed > now - settled || file.modified > now - settled
        ? []
        : [[file.path, [file.size, file.modified, file.changed, file.inode, sha256]] as const];
    });
    await writeState(root, cacheFile, JSON.stringify(entries));
  }
}

function isEntry(value: unknown): value is [string, Entry] {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return false;
  const entry: unknown = value[1];
  return (
    Array.isArray(entry) &&
    entry.length === 5 &&
    entry.slice(0, 4).every((part) => typeof part === 'number') &&
    typeof entry[4] === 'string' &&
    /^[0-9a-f]{64}$/.test(entry[4])
  );
}

/** What the last run saw and made. */
export interface LastRun {
  readonly fingerprint: string;
  readonly output: string;
  readonly bundleId: string;
  /** What was left out while looking. */
  readonly exclude: readonly string[];
  /** How many things were not understood. */
  readonly losses: number;
}

export async function readLastRun(root: string): Promise<LastRun | undefined> {
  try {
    const parsed: unknown = JSON.parse(await readFile(join(root, stateFolder, stateFile), 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const { fingerprint, output, bundleId, exclude, losses } = parsed as Record<string, unknown>;
    return typeof fingerprint === 'string' &&
      typeof output === 'string' &&
      typeof bundleId === 'string' &&
      typeof losses === 'number' &&
      Array.isArray(exclude)
      ? { fingerprint, output, bundleId, losses, exclude: exclude.map(String) }
      : undefined;
  } catch {
    return undefined;
  }
}

export async function writeLastRun(root: string, run: LastRun): Promise<void> {
  await writeState(root, stateFile, JSON.stringify(run));
}

async function writeState(root: string, name: string, text: string): Promise<void> {
  const folder = join(root, stateFolder);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.gitignore'), '*\n');
  const temporary = join(folder, `${name}.${process.pid}`);
  await writeFile(temporary, text);
  await rename(temporary, join(folder, name));
}
