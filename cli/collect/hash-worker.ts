import { parentPort } from 'node:worker_threads';
import { hashFile } from './hash-file.ts';

/** Hashes what it is sent, a batch of paths at a time, and answers in their order. */
parentPort?.on(
  'message',
  ({ batch, paths }: { readonly batch: number; readonly paths: readonly string[] }) => {
    parentPort?.postMessage({ batch, digests: paths.map((path) => hashFile(path) ?? '') });
  },
);
