/** What a picture must say of itself, because it does not show the plan as it is recorded. */
export interface ExportNote {
  readonly lines: readonly string[];
  /** A scenario: nothing of what is marked is recorded. */
  readonly isSupposed: boolean;
}
