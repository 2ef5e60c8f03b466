import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';
import { en, type GraphWords } from './words/en.ts';
import { type LayoutWords, layoutEn } from './words/layout-en.ts';

const graph: Catalogues<GraphWords> = {
  en,
  de: later('de', () => import('./words/de.ts').then((module) => module.de)),
};
const layout: Catalogues<LayoutWords> = {
  en: layoutEn,
  de: later('de', () => import('./words/layout-de.ts').then((module) => module.layoutDe)),
};

export function useGraphWords(): GraphWords {
  return useWords(graph);
}

export function useLayoutWords(): LayoutWords {
  return useWords(layout);
}
