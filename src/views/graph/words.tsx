import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { en, type GraphWords } from './words/en.ts';
import { type InspectorWords, inspectorEn } from './words/inspector-en.ts';

export function useGraphWords(): GraphWords {
  return useWords({ en } satisfies Catalogues<GraphWords>);
}

export function useInspectorWords(): InspectorWords {
  return useWords({ en: inspectorEn } satisfies Catalogues<InspectorWords>);
}
