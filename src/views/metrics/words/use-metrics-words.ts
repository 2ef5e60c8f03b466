import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { later } from '../../../ui/wording/later.ts';
import { en, type MetricsWords } from './en.tsx';

const catalogues: Catalogues<MetricsWords> = {
  en,
  de: later('de', () => import('./de.tsx').then((module) => module.de)),
};

export function useMetricsWords(): MetricsWords {
  return useWords(catalogues);
}
