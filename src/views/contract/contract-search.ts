export const deliverableColumns = ['deliverable', 'limits', 'measured', 'verdict'] as const;

/** What a link to the contract reproduces. */
export interface ContractSearch {
  readonly deliverable?: string | undefined;
  /** Only deliverables of this category. */
  readonly category?: string | undefined;
  /** Only deliverables with this verdict. */
  readonly verdict?: string | undefined;
  /** The column that sorts within each category; without it, the order of the contract. */
  readonly sort?: (typeof deliverableColumns)[number] | undefined;
  readonly order?: 'descending' | undefined;
  /** Columns that are left out. */
  readonly without?: readonly string[] | undefined;
}
