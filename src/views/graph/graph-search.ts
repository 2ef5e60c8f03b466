import type { ItemState } from '../../gates/types.ts';

export const graphTabs = ['why', 'gates', 'evidence', 'links'] as const;
export const graphShapes = ['graph', 'table'] as const;
export const graphFocuses = ['why', 'upstream', 'downstream'] as const;
export const itemStates: readonly ItemState[] = [
  'complete',
  'contradicted',
  'stopped',
  'failed',
  'in-progress',
  'ready',
  'blocked',
  'deferred',
];

/** What a link to the graph reproduces. */
export interface GraphSearch {
  readonly item?: string;
  readonly tab?: (typeof graphTabs)[number];
  /** Drawing or table twin; absent: by the width of the window. */
  readonly show?: (typeof graphShapes)[number];
  readonly q?: string;
  readonly state?: readonly ItemState[];
  readonly focus?: (typeof graphFocuses)[number];
  /** Also draw dependencies that follow from others. */
  readonly edges?: 'all';
}
