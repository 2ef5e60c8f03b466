import { type Catalogues, useWords } from '../../../../ui/wording/language.tsx';
import { later } from '../../../../ui/wording/later.ts';
import { en, type ReportWords } from './en.ts';

const catalogues: Catalogues<ReportWords> = {
  en,
  de: later('de', () => import('./de.ts').then((module) => module.de)),
};

/** The words of the report viewers in the language in use. */
export function useReportWords(): ReportWords {
  return useWords(catalogues);
}
