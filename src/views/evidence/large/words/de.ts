import { countIn, formatWhole } from '../../../../lib/format/list.ts';
import type { LargeWords } from './en.ts';

const n = countIn('de');
const whole = (count: number): string => formatWhole(count, 'de');

export const de: LargeWords = {
  opening: 'Die Datei wird gelesen, ihre Zeilen werden gesucht',
  note: (size) =>
    `${size}. Die Datei bleibt bei der Auswertung; nur was Sie ansehen, kommt auf die Seite.`,
  asLines: 'Bis 16 MiB würde sie aufbereitet; diese steht hier Zeile für Zeile.',
  counting: (percent) => `wird gezählt, bisher ${percent}`,
  lines: (count) => n(count, 'Zeile', 'Zeilen'),
  rows: (count) => n(count, 'Zeile', 'Zeilen'),
  hashing: 'Die Prüfsumme der Datei wird berechnet',
  searching: 'Die Datei wird durchsucht',
  searched: (percent) => `${percent} durchsucht`,
  stop: 'Anhalten',
  stopped: 'Die Suche wurde angehalten',
  row: 'Zeile',
  waiting: 'unterwegs',
  lost: 'nicht lesbar',
  markRow: (row) => `Zeile ${row} markieren`,
  goToRow: 'Zu Zeile',
  hexOf: (name) => `Bytes von ${name}`,
  preparing: 'Das Herunterladen wird vorbereitet',
  readingReport: 'Der Bericht wird gelesen',
  firstEntries: (all) =>
    `Die Summen gelten für das Ganze. Von seinen ${whole(all)} Einträgen stehen die schwersten hier; der Text hat alle.`,
  noReport: 'Darin ist kein lesbarer Bericht. Der Text zeigt, was darin steht.',
  drawing: 'Die Zeilen werden durchgegangen',
  noNumbers: 'In dieser Spalte stehen keine Zahlen, die sich zeichnen lassen.',
};
