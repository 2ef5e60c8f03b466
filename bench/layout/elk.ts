import { Worker } from 'node:worker_threads';
import type { LayoutInput } from '../../src/derive/layout/types.ts';
import type { Placed } from './placed.ts';

/**
 * Lays a graph out with elkjs in a thread of its own, so that it can be stopped.
 *
 * @param boxMs after so long the thread is ended
 * @returns nothing when the time was not enough
 */
export async function elkLayout(input: LayoutInput, boxMs: number): Promise<Placed | undefined> {
  const worker = new Worker(new URL('./elk-worker.ts', import.meta.url), {
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
