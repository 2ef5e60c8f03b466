import type { Pointer } from '../../model/common.ts';

export interface PointerWords {
  /** Empty for the whole of it. */
  readonly place: (pointer: Pointer) => string;
}

export const en: PointerWords = {
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
