import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type FoundFile, fileFacts } from '../files/file-facts.ts';

/** A file that changed this shortly before it was looked at may change again within one tick. */
export const settled = 2000;

/** Files are fingerprinted in parts of this many, so that several threads can do it. */
const filesOfPart = 4096;
/** Below this a thread costs more than it saves. */
const fewFiles = 3 * filesOfPart;

/** One digest over everything that a run depends on; absent while a file may still be changing. */
export function fingerprintOf(
  keys: readonly string[],
  files: readonly FoundFile[],
  now: number,
): string | undefined {
  const parts: (string | undefined)[] = [];
  for (let at = 0; at < files.length; at += filesOfPart) {
    parts.push(partDigest(files.slice(at, at + filesOfPart), now));
  }
  return joined(keys, parts);
}

/** The same from names alone, on all cores. */
export async function fingerprintOfPaths(
  keys: readonly string[],
  root: string,
  paths: readonly string[],
  now: number,
  worthThreads: number = fewFiles,
): Promise<string | undefined> {
  const lists: (readonly string[])[] = [];
  for (let at = 0; at < paths.length; at += filesOfPart) {
    lists.push(paths.slice(at, at + filesOfPart));
  }
  if (paths.length < worthThreads) {
    return joined(
      keys,
      lists.map((list) => pathsDigest(root, list, now)),
    );
  }
  const digests: (string | undefined)[] = new Array(lists.length);
  let next = 0;
  await Promise.all(
    Array.from(
      { length: Math.min(availableParallelism(), lists.length) },
      () =>
        new Promise<void>((resolve, reject) => {
          const worker = startWorker();
          const send = (): void => {
            const part = next;
            const list = lists[part];
            next += 1;
            if (list === undefined) {
              void worker.terminate().then(() => resolve());
              return;
            }
            // One text is handed over faster than a list of them.
            worker.postMessage({ part, root, paths: list.join('\0'), now });
          };
          worker.on('message', ({ part, digest }: { part: number; digest: string }) => {
            digests[part] = digest === '' ? undefined : digest;
            send();
          });
          worker.on('error', reject);
          send();
        }),
    ),
  );
  return joined(keys, digests);
}

function joined(
  keys: readonly string[],
  parts: readonly (string | undefined)[],
): string | undefined {
  const hash = createHash('sha256');
  for (const key of keys) hash.update(`${key.length}:${key}\n`);
  for (const part of parts) {
    if (part === undefined) return undefined;
    hash.update(`${part}\n`);
  }
  return hash.digest('hex');
}

/** Absent when a file is gone, or changed so lately that it may change again within one tick. */
export function pathsDigest(
  root: string,
  paths: readonly string[],
  now: number,
): string | undefined {
  try {
    return partDigest(
      paths.map((path) => fileFacts(root, path)),
      now,
    );
  } catch {
    return undefined;
  }
}

function partDigest(files: readonly FoundFile[], now: number): string | undefined {
  let lines = '';
  for (const { path, size, modified, changed, inode } of files) {
    if (modified > now - settled || changed > now - settled) return undefined;
    lines += `${path}\0${size} ${modified} ${changed} ${inode}\n`;
  }
  return createHash('sha256').update(lines).digest('hex');
}

function startWorker(): Worker {
  const name = import.meta.url.endsWith('.ts') ? './stat-worker.ts' : './stat-worker.js';
  return new Worker(new URL(name, import.meta.url));
}
