/** What a link to the contract reproduces. */
export interface ContractSearch {
  readonly deliverable?: string | undefined;
  /** Only deliverables of this category. */
  readonly category?: string | undefined;
  /** Only deliverables with this verdict. */
  readonly verdict?: string | undefined;
}
