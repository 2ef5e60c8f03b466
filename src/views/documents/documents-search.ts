import type { DocumentRemark } from '../../derive/catalogue.ts';

export const documentRemarks: readonly DocumentRemark[] = [
  'missing',
  'lock-broken',
  'number-shared',
  'step-shared',
  'registers-differ',
  'locked-proposed',
  'lock-unchecked',
  'unchecked',
];

export const documentColumns = [
  'number',
  'document',
  'phase',
  'steps',
  'status',
  'owner',
  'there',
  'remarks',
  'lock',
  'register',
] as const;

/** What a link to the documents reproduces. */
export interface DocumentsSearch {
  readonly q?: string | undefined;
  readonly phase?: string | undefined;
  readonly status?: string | undefined;
  readonly ownedBy?: string | undefined;
  readonly problem?: readonly DocumentRemark[] | undefined;
  /** The column that sorts; without it, the order of the list. */
  readonly sort?: (typeof documentColumns)[number] | undefined;
  readonly order?: 'descending' | undefined;
  /** Columns that are left out. */
  readonly without?: readonly string[] | undefined;
}
