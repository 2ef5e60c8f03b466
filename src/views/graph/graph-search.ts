import type { ItemState } from '../../gates/types.ts';

export const graphTabs = ['why', 'gates', 'evidence', 'links'] as const;
export const graphShapes = ['graph', 'table'] as const;
export const graphFocuses = ['why', 'upstream', 'downstream', 'path', 'critical'] as const;
export const directions = ['right', 'down'] as const;
/** Columns of the table twin that can be left out. */
export const itemColumns = [
  'state',
  'mark',
  'title',
  'conditions',
  'waits',
  'holds',
  'slack',
  'declared',
  'inside',
  'class',
  'kind',
  'owner',
] as const;
/** What the table twin can be sorted by; a minus before it means the other way round. */
export const itemSorts: readonly string[] = ['id', ...itemColumns].flatMap((column) => [
  column,
  `-${column}`,
]);
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
  readonly item?: string | undefined;
  readonly tab?: (typeof graphTabs)[number] | undefined;
  /** Drawing or table twin; absent: by the width of the window. */
  readonly show?: (typeof graphShapes)[number] | undefined;
  /** Columns of the table that are left out. Of a name of its own: it is kept from link to link. */
  readonly leftOut?: readonly string[] | undefined;
  /** Column that the table is sorted by, with a minus the other way round; absent: as in the plan. */
  readonly sortBy?: string | undefined;
  readonly q?: string | undefined;
  /** The match that was gone to. */
  readonly hit?: string | undefined;
  readonly state?: readonly ItemState[] | undefined;
  readonly owner?: readonly string[] | undefined;
  /** Groups to whose inside the plan is filtered. */
  readonly group?: readonly string[] | undefined;
  readonly focus?: (typeof graphFocuses)[number] | undefined;
  /** Other end of the path. */
  readonly to?: string | undefined;
  /** How many dependencies in a row upstream and downstream go; absent: all. */
  readonly depth?: number | undefined;
  /** A rule over the plan whose counterexamples are lit. */
  readonly rule?: string | undefined;
  /** Also draw dependencies that follow from others. */
  readonly edges?: 'all' | undefined;
  /** Assumptions of a scenario, as `scenario/assumption-link.ts` writes them. */
  readonly assume?: readonly string[] | undefined;
  /** The revision that this one is compared with. */
  readonly against?: string | undefined;
  /** Which way the drawing leads; absent: the way in which more of it can be read. */
  readonly towards?: (typeof directions)[number] | undefined;
  /** Groups that are closed. */
  readonly closed?: readonly string[] | undefined;
}
