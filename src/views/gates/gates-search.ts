import type { GateVerdict } from '../../gates/types.ts';

export const gateVerdicts: readonly GateVerdict[] = [
  'passed',
  'failed',
  'unknown',
  'stale',
  'missing',
];

export const gateColumns = ['gate', 'conditions', 'verdict', 'open', 'declared'] as const;

export interface GatesSearch {
  readonly gate?: string | undefined;
  readonly condition?: string | undefined;
  readonly q?: string | undefined;
  readonly verdict?: readonly GateVerdict[] | undefined;
  /** The column that sorts; without it, the order of the plan. */
  readonly sort?: (typeof gateColumns)[number] | undefined;
  readonly order?: 'descending' | undefined;
  /** Columns that are left out, and optional ones that show. */
  readonly without?: readonly string[] | undefined;
  readonly also?: readonly string[] | undefined;
}
