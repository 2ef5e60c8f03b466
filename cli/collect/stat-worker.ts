import { parentPort } from 'node:worker_threads';
import { pathsDigest } from './fingerprint.ts';

interface Part {
  readonly part: number;
  readonly root: string;
  readonly paths: string;
  readonly now: number;
}

/** Fingerprints the files of one part; an empty answer says that they may still be changing. */
parentPort?.on('message', ({ part, root, paths, now }: Part) => {
  const digest = pathsDigest(root, paths.split('\0'), now) ?? '';
  parentPort?.postMessage({ part, digest });
});
