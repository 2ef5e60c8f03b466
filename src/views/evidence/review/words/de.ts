import { countIn } from '../../../../lib/format/list.ts';
import type { ReviewWords } from './en.ts';

const n = countIn('de');

export const de: ReviewWords = {
  question: (gate) => `Durchsicht von ${gate}`,
  answer: (done, all) =>
    all === 0
      ? 'Das Gate hat keine Bedingungen.'
      : done === all
        ? all === 1
          ? 'Die eine Bedingung ist entschieden.'
          : `Alle ${all} Bedingungen sind entschieden.`
        : `${done} von ${n(all, 'Bedingung', 'Bedingungen')} entschieden.`,
  questioned: (count) => `${count} hinterfragt`,
  reopened: (count) => `${count} wieder offen, weil etwas ersetzt wurde`,
  progress: 'Fortschritt der Durchsicht',
  queue: 'Bedingungen zum Durchsehen',
  step: (at, all) => `Bedingung ${at} von ${all}`,
  leave: 'Durchsicht verlassen',
  allConditions: 'Alle Bedingungen',
  start: 'Ein Gate durchsehen',
  chooseGate: 'Wählen Sie ein Gate zum Durchsehen',
  noGate: (gate) => `Der Plan hat kein Gate ${gate}`,
  noGateWhy: 'Vielleicht stammt der Link aus einer anderen Revision.',
  noSteps: 'Das Gate hat keine Bedingungen',
  noStepsWhy: 'Es gibt nichts durchzusehen.',
  review: 'Durchsicht',
  next: 'Nächste Bedingung',
  previous: 'Vorige Bedingung',
  nextOpen: 'Nächste unentschiedene Bedingung',
  nextPiece: 'Nächster Nachweis dieser Bedingung',
  condition: 'Bedingung',
  piece: 'Nachweis',
  pieces: 'Nachweise dieser Bedingung',
  morePlaces: (count) => `und ${n(count, 'weitere Stelle', 'weitere Stellen')}`,
  noPieces: 'Die Bedingung stützt sich auf keinen Nachweis.',
  ofPiece: 'Den Nachweis markieren',
  ofCondition: 'Die Bedingung markieren',
  marks: {
    open: 'Unentschieden',
    seen: 'Gesehen',
    accepted: 'Annehmen',
    questioned: 'Hinterfragen',
  },
  marked: (what, state) => `${what}: ${state}`,
  states: {
    open: 'Nicht durchgesehen',
    reopened: 'Wieder offen',
    seen: 'Gesehen',
    accepted: 'Angenommen',
    questioned: 'Hinterfragt',
  },
  note: 'Notiz',
  noteOf: (what) => `Notiz zu ${what}`,
  saveNote: 'Notiz sichern',
  by: (name) => `von ${name}`,
  nameless: 'jemand ohne Namen',
  you: 'Sie',
  changes: {
    bytes: (evidence) => `Die Bytes von ${evidence} sind jetzt andere.`,
    added: (evidence) => `Die Bedingung stützt sich jetzt auch auf ${evidence}.`,
    removed: (evidence) => `Die Bedingung stützt sich nicht mehr auf ${evidence}.`,
    verdict: (before, now) => `Das Urteil war „${before}“ und ist jetzt „${now}“.`,
  },
  noLonger: 'gilt nicht mehr',
  unbound: 'Keine Prüfsumme ist aufgezeichnet, eine ersetzte Datei fiele also nicht auf.',
  keys: 'Tasten',
  keysOn: 'Einzelne Tasten markieren und bewegen',
  keyHelp: [
    ['J', 'nächste Bedingung'],
    ['K', 'vorige Bedingung'],
    ['U', 'nächste unentschiedene Bedingung'],
    ['E', 'nächster Nachweis'],
    ['A', 'die Bedingung annehmen'],
    ['Q', 'die Bedingung hinterfragen'],
    ['S', 'als gesehen markieren'],
    ['O', 'die Markierung zurücknehmen'],
    ['N', 'eine Notiz schreiben'],
    ['Umschalt + A, Q, S, O', 'dasselbe für den Nachweis'],
  ],
  name: 'Ihr Name',
  nameHint: 'Er steht neben Ihren Markierungen in Dateien, die Sie ausgeben.',
  more: 'Mehr',
  exportFile: 'Als Datei ausgeben',
  exportStatement: 'Als in-toto-Bescheinigung ausgeben',
  importFile: 'Datei oder Bescheinigung einlesen',
  imported: (count, skipped) =>
    `${n(count, 'Eintrag', 'Einträge')} gelesen${skipped === 0 ? '' : `, ${skipped} nicht verstanden und weggelassen`}. Nichts, was hier war, ging verloren.`,
  importedTitle: 'Die Durchsichten wurden zusammengeführt',
  importFailed: 'Die Datei wurde nicht eingelesen',
  importFaults: {
    'not-json': 'Das ist kein JSON.',
    'not-a-review':
      'Das ist keine Durchsicht, oder eine in einer Version, die diese Seite nicht kennt.',
    'too-large': 'Sie ist größer als 32 MiB.',
  },
  otherProject: (theirs) => `Das ist eine Durchsicht des Projekts ${theirs}.`,
  notKept: 'Der Browser bewahrt nichts auf',
  notKeptWhy:
    'Ihre Markierungen bleiben, solange diese Seite offen ist. Geben Sie sie aus, bevor Sie gehen.',
  kept: 'In diesem Browser aufbewahrt, und nirgends sonst.',
};
