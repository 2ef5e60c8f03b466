import { median } from './statistics.ts';

/** Milliseconds that a piece of work takes. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds, sample by sample. */
export interface Comparison {
  readonly own: readonly number[];
  readonly other: readonly number[];
}

/**
 * Times two kinds of work in turns, so that whatever else the machine does hits both alike. Every
 * other round goes the other way round. One round beforehand warms up and is not counted.
 */
export function inTurns(
  work: { readonly own: () => unknown; readonly other: () => unknown },
  samples: number,
): Comparison {
  const own: number[] = [];
  const other: number[] = [];
  timed(work.other);
  timed(work.own);
  for (let round = 0; round < samples; round += 1) {
    if (round % 2 === 0) own.push(timed(work.own));
    other.push(timed(work.other));
    if (round % 2 === 1) own.push(timed(work.own));
  }
  return { own, other };
}

/** How many times as long the own work takes. */
export function ratioOf({ own, other }: Comparison): number {
  return median(own) / median(other);
}
