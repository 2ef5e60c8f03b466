import { Worker } from 'node:worker_threads';
import type { LayoutInput } from '../../src/derive/layout/types.ts';
import type { Placed } from './placed.ts';

/** Another engine, as both are asked. */
export type OtherLayout = (input: LayoutInput, boxMs: number) => Promise<Placed | undefined>;

export const elkLayout: OtherLayout = (input, boxMs) =>
  layoutInThread(new URL('./elk-worker.ts', import.meta.url), input, boxMs);

export const dotLayout: OtherLayout = (input, boxMs) =>
  layoutInThread(new URL('./dot-worker.ts', import.meta.url), input, boxMs);

/**
 * Lays a graph out with another engine in a thread of its own, so that it can be stopped.
 *
 * @param boxMs after so long the thread is ended
 * @returns nothing when the time was not enough
 */
async function layoutInThread(
  script: URL,
  input: LayoutInput,
  boxMs: number,
): Promise<Placed | undefined> {
  const worker = new Worker(script, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: 6_000, stackSizeMb: 64 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Placed | undefined>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      timer = setTimeout(() => resolve(undefined), boxMs);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
