import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { en, type GraphWords } from './words/en.ts';
import { type InspectorWords, inspectorEn } from './words/inspector-en.ts';
import { type LayoutWords, layoutEn } from './words/layout-en.ts';

export function useGraphWords(): GraphWords {
  return useWords({ en } satisfies Catalogues<GraphWords>);
}

export function useInspectorWords(): InspectorWords {
  return useWords({ en: inspectorEn } satisfies Catalogues<InspectorWords>);
}

export function useLayoutWords(): LayoutWords {
  return useWords({ en: layoutEn } satisfies Catalogues<LayoutWords>);
}
