import { countIn } from '../../../lib/format/list.ts';
import { formatNumber } from '../../../lib/format/number.ts';
import type { EvidenceWords } from './en.tsx';

const n = countIn('de');
const number = (value: number): string => formatNumber(value, { locale: 'de' }) ?? String(value);
const pieces = (count: number): string => n(count, 'Nachweis', 'Nachweise');
const files = (count: number): string => n(count, 'Datei', 'Dateien');

export const de: EvidenceWords = {
  question: 'Womit ist es nachgewiesen?',
  none: 'Dieses Bündel enthält keine Nachweise',
  noneWhy:
    'Gates, die Nachweise verlangen, können nicht bestehen. Sammeln Sie welche mit der Kommandozeile.',
  pieces,
  relied: (used, orphans, wrap) =>
    orphans === 0 ? (
      <>, und Bedingungen stützen sich auf alle.</>
    ) : used === 0 ? (
      <>, und {wrap('keine Bedingung stützt sich darauf')}.</>
    ) : (
      <>
        : Bedingungen stützen sich auf {number(used)},{' '}
        {wrap(`${number(orphans)} ${orphans === 1 ? 'ist' : 'sind'} unbenutzt`)}.
      </>
    ),
  differ: (count) => `${n(count, 'Datei ist', 'Dateien sind')} nicht wie aufgezeichnet.`,
  lacking: (count) => `${files(count)} nicht zu haben oder nicht lesbar.`,
  notCompared: (count) =>
    `${n(count, 'Datei wurde', 'Dateien wurden')} noch nicht mit der aufgezeichneten Prüfsumme verglichen; das geschieht beim Öffnen.`,
  find: 'Nachweise finden',
  kind: 'Art',
  allKinds: 'Alle Arten',
  item: 'Vorgang',
  allItems: (items) => `Alle ${items}`,
  gate: 'Gate',
  allGates: 'Alle Gates',
  onlyItem: 'nur für',
  onlyGate: 'nur für das Gate',
  use: 'Verwendung',
  anyUse: 'Alle',
  used: 'Verwendet',
  orphan: 'Unbenutzt',
  state: 'Was auffällt',
  allStates: 'Was auch auffällt',
  states: {
    stale: 'Veraltet',
    superseded: 'Ersetzt',
    reused: 'Von mehreren Gates verwendet',
    'same-name': 'Gleicher Name, andere Bytes',
    advisory: 'Beratend',
    remarked: 'Mit Bemerkungen',
  },
  digestState: 'Prüfsumme',
  allDigests: 'Jede Prüfsumme',
  review: 'Ein Gate durchsehen',
  clearFilters: 'Filter leeren',
  nothingMatches: 'Kein Nachweis passt zum Filter',
  nothingMatchesWhy: 'Alle sind wieder da, wenn der Filter geleert ist.',
  shown: (count, total) =>
    count === total ? pieces(total) : `${number(count)} von ${n(total, 'Nachweis', 'Nachweisen')}`,
  list: 'Nachweise',
  detail: 'Gewählter Nachweis',
  columns: {
    integrity: 'Prüfsumme',
    name: 'Name',
    kind: 'Art',
    usedBy: 'Genutzt von',
    collectedAt: 'Gesammelt',
    size: 'Größe',
    producer: 'Erzeugt von',
    path: 'Pfad',
  },
  usedByDescription: 'Wie viele Bedingungen sich darauf stützen',
  usedByGates: (conditions, gates) =>
    `${n(conditions, 'Bedingung', 'Bedingungen')} in ${n(gates, 'Gate', 'Gates')}`,
  advisory: 'beratend',
  warnings: (count) => n(count, 'Warnung', 'Warnungen'),
  failed: 'Die Liste der Nachweise kam nicht zustande.',
  failedRemedy:
    'Versuchen Sie es noch einmal. Scheitert es weiter, lesen Sie das Bündel auf seiner Seite neu.',
  tryAgain: 'Noch einmal versuchen',
};
