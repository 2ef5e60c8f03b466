/** What a link to the contract reproduces. */
export interface ContractSearch {
  readonly deliverable?: string | undefined;
}
