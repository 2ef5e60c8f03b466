import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { type InspectorWords, inspectorEn } from './words/inspector-en.ts';

const inspector: Catalogues<InspectorWords> = {
  en: inspectorEn,
  de: later('de', () => import('./words/inspector-de.ts').then((module) => module.inspectorDe)),
};

/** The words of what is told beside the drawing. */
export function useInspectorWords(): InspectorWords {
  return useWords(inspector);
}
