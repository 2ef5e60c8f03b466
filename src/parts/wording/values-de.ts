import { term } from './terms-de.ts';
import type { ValueWords } from './values-en.ts';

const measured: ReadonlyMap<string, string> = new Map([
  ['acceptance', 'Abnahmen'],
  ['evidence', 'Nachweise'],
  ['failed', 'nicht bestanden'],
  ['gate', 'Gate'],
  ['grants', 'Freigaben'],
  ['parts', 'Teile'],
  ['physical', 'Zeilen'],
  ['rows', 'Datenzeilen'],
  ['spend', 'Ausgaben'],
]);

export const de: ValueWords = {
  operators: {
    contains: 'enthält',
    'one-of': 'eines von',
    matches: 'passt zu',
    exists: 'vorhanden',
    absent: 'nicht vorhanden',
  },
  measured: (of) => measured.get(of) ?? term(of),
  word: term,
};
