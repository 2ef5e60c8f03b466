export const metricVerdicts = [
  'passed',
  'failed',
  'missing',
  'stale',
  'unknown',
  'no-target',
] as const;

export interface MetricsSearch {
  readonly metric?: string | undefined;
  readonly q?: string | undefined;
  readonly verdict?: readonly (typeof metricVerdicts)[number][] | undefined;
}
