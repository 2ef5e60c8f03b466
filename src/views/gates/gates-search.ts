import type { GateVerdict } from '../../gates/types.ts';

export const gateVerdicts: readonly GateVerdict[] = [
  'passed',
  'failed',
  'unknown',
  'stale',
  'missing',
];

export const gateColumns = ['gate', 'conditions'] as const;

export interface GatesSearch {
  readonly gate?: string | undefined;
  readonly condition?: string | undefined;
  readonly q?: string | undefined;
  readonly verdict?: readonly GateVerdict[] | undefined;
  /** The column that sorts; without it, the order of the plan. */
  readonly sort?: (typeof gateColumns)[number] | undefined;
  readonly order?: 'descending' | undefined;
}
