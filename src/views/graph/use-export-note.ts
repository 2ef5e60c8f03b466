import { useMemo } from 'react';
import { summary } from './compare/compare-bar.tsx';
import { type Comparison, revisionName } from './compare/use-compare.ts';
import { useCompareWords } from './compare/words.ts';
import type { ExportNote } from './export/export-note.ts';
import type { ScenarioState } from './scenario/scenario-context.ts';
import { useAssumptionText, useScenarioWords } from './scenario/words.ts';

/** More assumptions than these are counted. */
const MOST_NAMED = 12;

/** What every export must say: which assumptions it shows, or what it is compared with. */
export function useExportNoteOf(
  { assumptions }: ScenarioState,
  comparison: Comparison | undefined,
): ExportNote {
  const scenarioWords = useScenarioWords();
  const compareWords = useCompareWords();
  const textOf = useAssumptionText();
  return useMemo(() => {
    if (assumptions.length > 0) {
      const named = assumptions.slice(0, MOST_NAMED).map(textOf);
      const rest = assumptions.length - named.length;
      const all = rest > 0 ? [...named, scenarioWords.remarkMore(rest)] : named;
      return { lines: [scenarioWords.remark(all.join('; '))], isSupposed: true };
    }
    if (comparison?.diff === undefined) return { lines: [], isSupposed: false };
    const { diff, rows, entry, against } = comparison;
    return {
      lines: [compareWords.remark(revisionName(entry, against), summary(diff, rows, compareWords))],
      isSupposed: false,
    };
  }, [assumptions, textOf, scenarioWords, compareWords, comparison]);
}
