export const metricVerdicts = [
  'passed',
  'failed',
  'missing',
  'stale',
  'unknown',
  'no-target',
] as const;

export interface MetricsSearch {
  readonly metric?: string;
  readonly q?: string;
  readonly verdict?: readonly (typeof metricVerdicts)[number][];
}
