import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { en, type ProjectsWords } from './en.ts';

const catalogues: Catalogues<ProjectsWords> = { en };

/** The words of these pages in the language in use. */
export function useProjectsWords(): ProjectsWords {
  return useWords(catalogues);
}
