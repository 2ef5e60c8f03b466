import type { Pointer } from '../../model/common.ts';
import { type Catalogues, useWords } from '../../ui/wording/language.tsx';
import { later } from '../../ui/wording/later.ts';

export interface PointerWords {
  /** Empty for the whole of it. */
  readonly place: (pointer: Pointer) => string;
}

const en: PointerWords = {
  place: (pointer) => {
    switch (pointer.kind) {
      case 'json':
        return pointer.pointer === '' ? '' : pointer.pointer;
      case 'cell':
        return `row ${pointer.row}, ${pointer.column}`;
      case 'rows': {
        const column = pointer.column === undefined ? '' : `, ${pointer.column}`;
        return `rows ${pointer.from}–${pointer.to}${column}`;
      }
      case 'lines':
        return pointer.from === pointer.to
          ? `line ${pointer.from}`
          : `lines ${pointer.from}–${pointer.to}`;
      case 'test':
        return pointer.line === undefined ? pointer.name : `line ${pointer.line}`;
      case 'whole':
        return '';
    }
  },
};

const catalogues: Catalogues<PointerWords> = {
  en,
  de: later('de', () => import('./pointers-de.ts').then((module) => module.de)),
};

export function usePointerWords(): PointerWords {
  return useWords(catalogues);
}
