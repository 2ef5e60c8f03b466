import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FoundFile } from '../files/file-facts.ts';
import { hashFile } from './hash-file.ts';

/** Below this a thread costs more than it saves. */
const fewFiles = 200;
const fewBytes = 32 * 1024 * 1024;
const filesOfBatch = 256;
const bytesOfBatch = 16 * 1024 * 1024;

/**
 * SHA-256 of many files on all cores. Each thread holds one buffer, so that memory does not grow with
 * the files. A file that cannot be read has no digest.
 */
export async function hashFiles(
  root: string,
  files: readonly FoundFile[],
  onProgress: (done: number, total: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length < fewFiles && bytes < fewBytes) {
    for (const { path } of files) {
      const digest = hashFile(join(root, path));
      if (digest !== undefined) digests.set(path, digest);
    }
    onProgress(files.length, files.length);
    return digests;
  }
  const batches = inBatches(files);
  const workers = Math.min(availableParallelism(), batches.length);
  let next = 0;
  let done = 0;
  await Promise.all(
    Array.from(
      { length: workers },
      () =>
        new Promise<void>((resolve, reject) => {
          const worker = startWorker();
          const send = (): void => {
            const batch = next;
            const paths = batches[batch];
            next += 1;
            if (paths === undefined || signal?.aborted === true) {
              void worker.terminate().then(() => resolve());
              return;
            }
            worker.postMessage({ batch, paths: paths.map(({ path }) => join(root, path)) });
          };
          worker.on('message', (answer: { batch: number; digests: readonly string[] }) => {
            for (const [index, digest] of answer.digests.entries()) {
              const path = batches[answer.batch]?.[index]?.path;
              if (path !== undefined && digest !== '') digests.set(path, digest);
            }
            done += answer.digests.length;
            onProgress(done, files.length);
            send();
          });
          worker.on('error', reject);
          send();
        }),
    ),
  );
  return digests;
}

/** Beside this file, whether it runs from source or built. */
function startWorker(): Worker {
  const name = import.meta.url.endsWith('.ts') ? './hash-worker.ts' : './hash-worker.js';
  return new Worker(new URL(name, import.meta.url));
}

function inBatches(files: readonly FoundFile[]): readonly (readonly FoundFile[])[] {
  const batches: FoundFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = batches.at(-1);
    if (last === undefined || last.length >= filesOfBatch || bytes + file.size > bytesOfBatch) {
      batches.push([file]);
      bytes = file.size;
    } else {
      last.push(file);
      bytes += file.size;
    }
  }
  return batches;
}
