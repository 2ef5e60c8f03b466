/** What of the history page a link reproduces. */
export interface RevisionsSearch {
  /** The two revisions that are compared. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** `own`: each side judged when it was made; absent: both at one instant. */
  readonly each?: 'own' | undefined;
}

export const revisionInstants = ['own'] as const;
