import type { Columns } from './columns.ts';

/** A sample, with its position among the points up to the instant of judgement. */
export interface Sample {
  readonly at: number;
  readonly t: number;
  readonly v: number;
}

/** Samples beyond the target that follow one another. */
export interface BreachRun {
  readonly from: number;
  readonly to: number;
  readonly samples: number;
  /** The furthest beyond. */
  readonly worst: Sample;
}

export interface Breaches {
  readonly count: number;
  readonly first?: Sample;
  /** By time; of several as long as each other the one with more samples, then the earliest. */
  readonly longest?: BreachRun;
  /** Since when the newest samples have been on the side that they are on. */
  readonly since?: { readonly t: number; readonly isBeyond: boolean };
}

/**
 * Samples on the wrong side of the target. A run ends with a sample on the right side and with
 * nothing else: a gap does not show that things were well meanwhile.
 */
export function breachesOf(
  { t, v }: Columns,
  breaches: (value: number) => boolean,
  better: 'lower' | 'higher',
): Breaches {
  let count = 0;
  let first: Sample | undefined;
  let longest: BreachRun | undefined;
  let run: BreachRun | undefined;
  let since: Breaches['since'];
  for (let at = 0; at < t.length; at += 1) {
    const value = v[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const sample: Sample = { at, t: t[at] ?? 0, v: value };
    const isBeyond = breaches(value);
    if (since?.isBeyond !== isBeyond) since = { t: sample.t, isBeyond };
    if (!isBeyond) {
      run = undefined;
      continue;
    }
    count += 1;
    first ??= sample;
    run = extended(run, sample, better);
    if (isLonger(run, longest)) longest = run;
  }
  return {
    count,
    ...(first === undefined ? {} : { first }),
    ...(longest === undefined ? {} : { longest }),
    ...(since === undefined ? {} : { since }),
  };
}

function extended(
  run: BreachRun | undefined,
  sample: Sample,
  better: 'lower' | 'higher',
): BreachRun {
  if (run === undefined) return { from: sample.t, to: sample.t, samples: 1, worst: sample };
  const isWorse = better === 'lower' ? sample.v > run.worst.v : sample.v < run.worst.v;
  return {
    from: run.from,
    to: sample.t,
    samples: run.samples + 1,
    worst: isWorse ? sample : run.worst,
  };
}

function isLonger(run: BreachRun, than: BreachRun | undefined): boolean {
  if (than === undefined) return true;
  const difference = run.to - run.from - (than.to - than.from);
  return difference > 0 || (difference === 0 && run.samples > than.samples);
}
