import type { Severity } from '../../model/problem.ts';

export const severities: readonly Severity[] = ['fatal', 'error', 'warning'];

export interface BundleSearch {
  readonly severity?: Severity | undefined;
}
