import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { en, type MetricsWords } from './en.tsx';

const catalogues: Catalogues<MetricsWords> = { en };

export function useMetricsWords(): MetricsWords {
  return useWords(catalogues);
}
