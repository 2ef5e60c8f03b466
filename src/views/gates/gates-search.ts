import type { GateVerdict } from '../../gates/types.ts';

export const gateVerdicts: readonly GateVerdict[] = [
  'passed',
  'failed',
  'unknown',
  'stale',
  'missing',
];

export interface GatesSearch {
  readonly gate?: string | undefined;
  readonly condition?: string | undefined;
  readonly q?: string | undefined;
  readonly verdict?: readonly GateVerdict[] | undefined;
}
