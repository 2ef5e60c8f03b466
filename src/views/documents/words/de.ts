import type { RegisterDifference } from '../../../derive/catalogue.ts';
import { countIn, formatList } from '../../../lib/format/list.ts';
import type { DocumentsWords } from './en.ts';

const n = countIn('de');

const fields: Readonly<Record<RegisterDifference, string>> = {
  phase: 'Phase',
  steps: 'Schritte',
  status: 'Status',
  number: 'Nummer',
};

export const de: DocumentsWords = {
  question: 'Welche Dokumente gibt es, in welchem Zustand, und wer ist zuständig?',
  none: 'Dieser Plan führt keine Dokumente auf',
  noneWhy: 'Ein Bündel kann ein Verzeichnis der Dokumente mitbringen; dieses hat keines.',
  listed: (files, registers) =>
    `${n(files, 'Dokument', 'Dokumente')}${registers > 1 ? ` in ${registers} Verzeichnissen` : ''}`,
  missing: (count) => n(count, 'fehlt', 'fehlen'),
  allThere: 'alle sind vorhanden',
  unchecked: (count) =>
    `niemand hat geprüft, ob es ${count === 1 ? 'eines davon' : `${count} davon`} gibt`,
  filter: 'Ein Dokument finden',
  byPhase: 'Phase',
  byStatus: 'Status',
  byProblem: 'Dokumente zeigen mit',
  any: 'Alle',
  nothingMatches: 'Kein Dokument passt zum Filter',
  catalogue: 'Verzeichnis',
  number: 'Nr.',
  document: 'Dokument',
  phase: 'Phase',
  steps: 'Schritte',
  status: 'Status',
  owner: 'Zuständig',
  register: 'Verzeichnis',
  there: 'Da?',
  isThere: 'Vorhanden',
  isMissing: 'Fehlt',
  isUnchecked: 'Nicht geprüft',
  lock: 'Festschreibung',
  locks: {
    none: 'Nicht festgeschrieben',
    kept: 'Festgeschrieben, unverändert',
    amended: 'Festgeschrieben, ergänzt',
    broken: 'Nach dem Festschreiben geändert',
    unchecked: 'Festgeschrieben, nicht verglichen',
  },
  remarks: 'Bemerkungen',
  remark: {
    missing: 'Fehlt',
    unchecked: 'Nicht geprüft',
    'number-shared': 'Nummer mehrfach',
    'lock-broken': 'Festschreibung verletzt',
    'lock-unchecked': 'Festschreibung nicht verglichen',
    'locked-proposed': 'Festgeschrieben, aber nur Entwurf',
    'step-shared': 'Schritt mehrfach',
    'registers-differ': 'Verzeichnisse weichen ab',
  },
  whole: 'Die Liste als Ganzes',
  collisions: 'Nummern, die mehrere Dokumente bezeichnen',
  collision: (number, count) => `${number} bezeichnet ${count}`,
  gaps: 'Ausgelassene Nummern',
  gapOf: (whose, numbers, count) =>
    count > numbers.length
      ? `${whose}: ${numbers.join(', ')} und ${count - numbers.length} weitere`
      : `${whose}: ${formatList(numbers, 'de')}`,
  uncovered: 'Schritte ohne Dokument',
  shared: 'Schritte mit mehreren Dokumenten',
  sharedStep: (count) => `${count} Dokumente`,
  unlisted: 'Dateien, die kein Verzeichnis aufführt',
  differences: 'Dateien, bei denen die Verzeichnisse abweichen',
  differ: (what) =>
    `Sie weichen ab in: ${formatList(
      what.map((one) => fields[one]),
      'de',
    )}.`,
  nothing: 'Keine.',
};
