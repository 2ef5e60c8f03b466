export interface CompareWords {
  readonly compare: string;
  readonly compareWithMetric: string;
  readonly compareWithRevision: string;
  readonly stopComparing: string;
  readonly noOther: string;
  readonly legend: string;
  readonly showSeries: (title: string) => string;
  readonly revision: (name: string) => string;
  readonly difference: string;
  readonly comparison: (first: string, second: string) => string;
  readonly figures: Readonly<Record<'mean' | 'p50' | 'p95' | 'min' | 'max', string>>;
  readonly absolute: string;
  readonly relative: string;
  readonly unitsDiffer: (one: string, other: string) => string;
  readonly noMetric: string;
  readonly noSamples: string;
  readonly statement: (facts: {
    readonly isDifferent: boolean;
    readonly p: string;
    readonly method: 'exact' | 'normal';
    readonly sizes: readonly [number, number];
    readonly u: string;
    readonly greater: string;
    readonly first: string;
    readonly second: string;
  }) => string;
  readonly shift: (shift: string, low: string | undefined, high: string | undefined) => string;
  readonly assumption: string;
}

export const compareWords: CompareWords = {
  compare: 'Compare',
  compareWithMetric: 'With another metric',
  compareWithRevision: 'With another revision',
  stopComparing: 'Stop comparing',
  noOther: 'Nothing else can be drawn on this axis',
  legend: 'Series',
  showSeries: (title) => `Show ${title}`,
  revision: (name) => `revision ${name}`,
  difference: 'Difference',
  comparison: (first, second) => `${second} against ${first}`,
  figures: {
    mean: 'Mean',
    p50: 'Median (p50)',
    p95: 'p95',
    min: 'Lowest',
    max: 'Highest',
  },
  absolute: 'Absolute',
  relative: 'Relative',
  unitsDiffer: (one, other) => `${one} and ${other} cannot be compared.`,
  noMetric: 'The other revision has no such metric.',
  noSamples: 'One side has no samples in this stretch of time.',
  statement: ({ isDifferent, p, method, sizes, u, greater, first, second }) =>
    `${
      isDifferent
        ? 'The two differ more than chance explains'
        : 'A difference is not shown; that is no proof that there is none'
    }: Mann–Whitney U test, two-sided, ${method === 'exact' ? 'every arrangement counted' : 'normal approximation with ties corrected'}, U = ${u}, p ${p}, n = ${sizes.join(' and ')}. Of pairs with one sample of each, the one of “${second}” is the greater in ${greater} (ties count half; half would be no difference to “${first}”).`,
  shift: (shift, low, high) =>
    `Typical difference ${shift}${low === undefined || high === undefined ? '' : `, 95% interval ${low} to ${high}`} (Hodges–Lehmann, the median of all differences).`,
  assumption:
    'The test takes the samples for independent of one another. Where one depends on the one before, p is too small.',
};

/** `< 0.001` or `= 0.032`, for a sentence. */
export function pText(p: number, format: (value: number) => string | undefined): string {
  return p < 0.001 ? `< ${format(0.001) ?? '0.001'}` : `= ${format(p) ?? p}`;
}
