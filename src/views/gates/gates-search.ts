import type { GateVerdict } from '../../gates/types.ts';

export const gateVerdicts: readonly GateVerdict[] = [
  'passed',
  'failed',
  'unknown',
  'stale',
  'missing',
];

export interface GatesSearch {
  readonly gate?: string;
  readonly condition?: string;
  readonly q?: string;
  readonly verdict?: readonly GateVerdict[];
}
