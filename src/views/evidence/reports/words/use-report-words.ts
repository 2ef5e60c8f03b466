import { type Catalogues, useWords } from '../../../../ui/wording/language.tsx';
import { en, type ReportWords } from './en.ts';

const catalogues: Catalogues<ReportWords> = { en };

/** The words of the report viewers in the language in use. */
export function useReportWords(): ReportWords {
  return useWords(catalogues);
}
