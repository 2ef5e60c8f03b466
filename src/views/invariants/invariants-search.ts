export const invariantVerdicts = ['violated', 'not-evaluated', 'holds'] as const;

/** What a link to the invariants reproduces. */
export interface InvariantsSearch {
  readonly rule?: string | undefined;
  readonly verdict?: readonly (typeof invariantVerdicts)[number][] | undefined;
}
