import type { PointerWords } from './pointers-en.ts';

export const de: PointerWords = {
  place: (pointer) => {
    switch (pointer.kind) {
      case 'json':
        return pointer.pointer;
      case 'cell':
        return `Zeile ${pointer.row}, ${pointer.column}`;
      case 'rows': {
        const column = pointer.column === undefined ? '' : `, ${pointer.column}`;
        return `Zeilen ${pointer.from}–${pointer.to}${column}`;
      }
      case 'lines':
        return pointer.from === pointer.to
          ? `Zeile ${pointer.from}`
          : `Zeilen ${pointer.from}–${pointer.to}`;
      case 'test':
        return pointer.line === undefined ? pointer.name : `Zeile ${pointer.line}`;
      case 'whole':
        return '';
    }
  },
};
