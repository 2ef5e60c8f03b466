import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type FoundFile, fileFacts } from '../files/file-facts.ts';
import { folderLister, type Listed } from '../files/walk.ts';

/** A file that changed this shortly before it was looked at may change again within one tick. */
export const settled = 2000;

/** With fewer files than this a thread costs more than it saves. */
const fewFiles = 4096;
/** Folders that a thread is given at a time, at most. */
const mostFolders = 32;

/** By folder; a folder without files of its own has none. Absent while a file may still be changing. */
type FolderDigests = ReadonlyMap<string, string> | undefined;

/** One digest over everything that a run depends on; absent while a file may still be changing. */
export function fingerprintOf(
  keys: readonly string[],
  files: readonly FoundFile[],
  now: number,
): string | undefined {
  const byFolder = Map.groupBy(files, ({ path }) => folderOf(path));
  const digests = new Map<string, string>();
  for (const [folder, list] of byFolder) {
    const paths = list.map(({ path }) => path);
    const digest = factsDigest(paths, (at) => list[at], now);
    if (digest === undefined) return undefined;
    digests.set(folder, digest);
  }
  return joined(keys, digests);
}

/** What {@link fingerprintOfFolder} is asked. */
export interface FingerprintRequest {
  readonly keys: readonly string[];
  readonly root: string;
  readonly exclude: readonly string[];
  /** A file at the root without which there is no answer. */
  readonly needs: string;
  readonly now: number;
  /** For tests: from how many files on threads are worth it. */
  readonly worthThreads?: number;
}

/** The same from the folder itself, on all cores; absent as well when something is gone meanwhile. */
export async function fingerprintOfFolder({
  keys,
  root,
  exclude,
  needs,
  now,
  worthThreads = fewFiles,
}: FingerprintRequest): Promise<string | undefined> {
  const list = folderLister(root, exclude);
  const digests = new Map<string, string>();
  const pending: string[] = [];
  let seen = 0;
  const take = (folder: string, listed: Listed): boolean => {
    seen += listed.files.length;
    for (const inner of listed.folders) pending.push(inner);
    const digest = folderDigest(root, folder, listed.files, now);
    if (digest === undefined) return false;
    if (digest !== '') digests.set(folder, digest);
    return true;
  };
  const top = list('');
  if (!top.files.includes(needs) || !take('', top)) return undefined;
  while (seen < worthThreads) {
    const folder = pending.pop();
    if (folder === undefined) return joined(keys, digests);
    if (!take(folder, list(folder))) return undefined;
  }
  const rest = await onThreads({ root, exclude, now }, list, pending);
  return rest === undefined ? undefined : joined(keys, new Map([...digests, ...rest]));
}

/** What a thread is started with. */
export interface StatSetup {
  readonly root: string;
  readonly exclude: readonly string[];
  readonly now: number;
}

/** What a thread found in the folders it was given; no digests: something is changing or gone. */
export interface StatAnswer {
  readonly digests?: readonly (readonly [folder: string, digest: string])[];
  readonly inner: readonly string[];
}

const nothing: StatAnswer = { digests: [], inner: [] };

/** Looks into folders, for a thread. */
export function statFolders(
  { root, now }: StatSetup,
  list: (folder: string) => Listed,
  folders: readonly string[],
): StatAnswer {
  const digests: [string, string][] = [];
  const inner: string[] = [];
  for (const folder of folders) {
    const listed = list(folder);
    inner.push(...listed.folders);
    const digest = folderDigest(root, folder, listed.files, now);
    if (digest === undefined) return { inner: [] };
    if (digest !== '') digests.push([folder, digest]);
  }
  return { digests, inner };
}

/**
 * Hands folders to threads until there are none left, those that turn up on the way included. This thread
 * takes its share: there is much to do before another one has started.
 */
function onThreads(
  setup: StatSetup,
  list: (folder: string) => Listed,
  first: readonly string[],
): Promise<FolderDigests> {
  const pending = [...first];
  const digests = new Map<string, string>();
  const count = Math.max(1, availableParallelism() - 1);
  const idle: Worker[] = [];
  const workers: Worker[] = [];
  return new Promise<FolderDigests>((resolve, reject) => {
    let busy = 0;
    let isOver = false;
    let turn: NodeJS.Immediate | undefined;
    const end = (found: FolderDigests): void => {
      isOver = true;
      for (const worker of workers) void worker.terminate();
      resolve(found);
    };
    const take = ({ digests: found, inner }: StatAnswer): void => {
      if (isOver) return;
      if (found === undefined) {
        end(undefined);
        return;
      }
      for (const [folder, digest] of found) digests.set(folder, digest);
      pending.push(...inner);
      while (idle.length > 0 && pending.length > 0) {
        // Small parts near the end, so that no thread waits long for the last one.
        const size = Math.min(mostFolders, Math.ceil(pending.length / (2 * count)));
        busy += 1;
        idle.pop()?.postMessage(pending.splice(-size));
      }
      // In between the threads are heard.
      if (pending.length > 0) turn ??= setImmediate(work);
      else if (busy === 0 && turn === undefined) end(digests);
    };
    const work = (): void => {
      turn = undefined;
      const folder = pending.pop();
      take(folder === undefined ? nothing : statFolders(setup, list, [folder]));
    };
    for (let thread = 0; thread < count; thread += 1) {
      const worker = startWorker(setup);
      worker.on('error', reject);
      worker.on('message', (answer: StatAnswer) => {
        busy -= 1;
        idle.push(worker);
        take(answer);
      });
      // Until it has started, its folders would only wait.
      worker.on('online', () => {
        idle.push(worker);
        take(nothing);
      });
      workers.push(worker);
    }
    work();
  });
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function joined(keys: readonly string[], digests: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const key of keys) hash.update(`${key.length}:${key}\n`);
  const sorted = [...digests].sort(([a], [b]) => (a < b ? -1 : 1));
  hash.update(sorted.map(([folder, digest]) => `${folder}\0${digest}\n`).join(''));
  return hash.digest('hex');
}

/** Empty for a folder without files; absent when a file is gone, or may change again within one tick. */
function folderDigest(
  root: string,
  folder: string,
  names: readonly string[],
  now: number,
): string | undefined {
  if (names.length === 0) return '';
  const inner = folder === '' ? '' : `${folder}/`;
  const paths = names.map((name) => `${inner}${name}`);
  try {
    return factsDigest(paths, (at) => fileFacts(root, paths[at] ?? ''), now);
  } catch {
    return undefined;
  }
}

/**
 * Of the files of one folder. Numbers go in as they lie in memory: writing them out took longer than
 * asking for them.
 */
function factsDigest(
  paths: readonly string[],
  factsOf: (at: number) => Omit<FoundFile, 'path'> | undefined,
  now: number,
): string | undefined {
  const facts = new Float64Array(paths.length * 4);
  for (let at = 0; at < paths.length; at += 1) {
    const found = factsOf(at);
    if (found === undefined) return undefined;
    const { size, modified, changed, inode } = found;
    if (modified > now - settled || changed > now - settled) return undefined;
    facts[at * 4] = size;
    facts[at * 4 + 1] = modified;
    facts[at * 4 + 2] = changed;
    facts[at * 4 + 3] = inode;
  }
  return createHash('sha256')
    .update(paths.join('\0'))
    .update('\0\0')
    .update(facts)
    .digest('base64');
}

function startWorker(workerData: StatSetup): Worker {
  const name = import.meta.url.endsWith('.ts') ? './stat-worker.ts' : './stat-worker.js';
  return new Worker(new URL(name, import.meta.url), { workerData });
}
