import { countIn, formatList } from '../../../../lib/format/list.ts';
import type { ScenarioWords } from './en.ts';

const n = countIn('de');

export const de: ScenarioWords = {
  scenario: 'Szenario',
  notRecorded: 'Ein Szenario: Nichts davon wird aufgezeichnet.',
  thinking: 'Die Folgen werden berechnet.',
  failed: 'Die Folgen konnten nicht berechnet werden.',
  retry: 'Noch einmal versuchen',
  nothing: 'Nichts würde sich ändern.',
  released: (items) => `Gelöst würden: ${items}.`,
  caught: (items) => `Zu warten begännen: ${items}.`,
  startable: (ids, more) => `Dann könnten beginnen: ${someOf(ids, more)}.`,
  turned: (items) => `Einen anderen Zustand hätten: ${items}.`,
  list: 'Annahmen',
  clear: 'Szenario leeren',
  remove: (what) => `Annahme entfernen: ${what}`,
  more: (count) => `${count} weitere`,
  unknown: 'nicht in diesem Plan, ändert nichts',
  idle: 'ist schon so',
  really: (word) => `wirklich: ${word}`,
  assumption: {
    condition: (id, word) => `${id}: ${word}`,
    gate: (id, word) => `${id}: ${word}`,
    item: (id, word) => `${id}: ${word}`,
    stop: (id, word) => `${id}: ${word}`,
  },
  lifted: 'Aufgehoben',
  assume: 'Annehmen',
  assumed: (word) => `Angenommen: ${word}`,
  assumeOf: (seen, what) => `${seen}: ${what}`,
  assumeComplete: (id) => `Annehmen, dass ${id} abgeschlossen ist`,
  assumeGate: (id) => `Annehmen, dass das Gate ${id} bestanden ist`,
  assumeCause: 'Annehmen, dass diese behoben sind',
  assumeSmallest: (count) =>
    count === 1
      ? 'Annehmen, dass die eine nötige Ursache behoben ist'
      : `Annehmen, dass die ${n(count, 'nötige Ursache', 'nötigen Ursachen')} behoben sind`,
  takeBack: 'Wie berechnet',
  wouldBe: (state) => `Im Szenario wäre es ${state}.`,
  wouldStay: 'Das Szenario ändert daran nichts.',
  remark: (assumptions) => `SZENARIO, nicht aufgezeichnet. Angenommen: ${assumptions}.`,
  remarkMore: (count) => `und ${count} weitere`,
  legend: 'Zeichen des Szenarios',
};

function someOf(names: readonly string[], more: number): string {
  return formatList(more > 0 ? [...names, `${more} weitere`] : names, 'de');
}
