import type { RevisionEntry } from '../../../queries/revision-types.ts';
import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { type CompareWords, en } from './words/en.ts';

export function useCompareWords(): CompareWords {
  return useWords({ en } satisfies Catalogues<CompareWords>);
}

/** What a revision is called: its label, else its id. */
export function revisionName(entry: RevisionEntry | undefined, id: string): string {
  return entry?.label ?? id;
}
