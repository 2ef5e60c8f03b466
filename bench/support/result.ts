/** One number held against its goal. */
export interface Part {
  /** Unique among all benchmarks, starts with the name of its benchmark: `engine.evaluate`. */
  readonly name: string;
  readonly title: string;
  /** What was measured as a multiple of what it is measured against; for a size, the size. */
  readonly ratio: number;
  readonly goal: number;
  readonly better: 'lower' | 'higher';
  /** How often it was measured; the ratio is one of medians. */
  readonly samples: number;
  /** The unit of `ratio` where it is no ratio. */
  readonly unit?: string;
  /** What must be known to read the number. */
  readonly note?: string;
}

/** Absolute numbers; they depend on the machine and explain the ratios. */
export interface Context {
  readonly [name: string]: Context | number | string | boolean | readonly (Context | number)[];
}

export interface Outcome {
  /** The most important one first. */
  readonly parts: readonly [Part, ...Part[]];
  readonly context: Context;
}

export interface Benchmark {
  readonly name: string;
  readonly title: string;
  readonly run: () => Promise<Outcome>;
}

export function isMet({ ratio, goal, better }: Pick<Part, 'ratio' | 'goal' | 'better'>): boolean {
  return better === 'lower' ? ratio <= goal : ratio >= goal;
}
