import { countIn } from '../../../lib/format/list.ts';
import type { GatesWords } from './en.tsx';

const n = countIn('de');

export const de: GatesWords = {
  question: 'Was muss erfüllt sein, und ist es das?',
  none: 'Dieser Plan hat keine Gates',
  noneWhy: 'Seine Vorgänge hängen voneinander ab und von nichts anderem.',
  allPass: (total) =>
    total === 1
      ? 'Das einzige Gate ist bestanden.'
      : `Alle ${n(total, 'Gate', 'Gates')} sind bestanden.`,
  somePass: (passed, total, wrap) => (
    <>
      {wrap(n(total - passed, 'Gate', 'Gates'))} von {total} {total - passed === 1 ? 'ist' : 'sind'}{' '}
      nicht bestanden.
    </>
  ),
  filter: 'Gate oder Bedingung finden',
  byVerdict: 'Gates zeigen, die',
  nothingMatches: 'Kein Gate passt zum Filter',
  showAll: 'Alle Gates zeigen',
  list: 'Gates',
  column: {
    gate: 'Gate',
    conditions: 'Bedingungen',
    verdict: 'Urteil',
    open: 'Offen',
    declared: 'Laut Plan',
  },
  conditionsSort: 'Sortiert nach den Bedingungen, die blockieren und nicht erfüllt sind',
  legend: 'Jedes Quadrat ist eine Bedingung, in der Reihenfolge, in der das Gate sie nennt.',
  chooseHint:
    'Ein gewähltes Gate öffnet sich neben der Liste, jede Bedingung mit dem, was sie entscheidet.',
  unknownGate: (id) => `Der Plan hat kein Gate ${id}`,
  guards: {
    start: 'bewacht den Beginn von',
    complete: 'bewacht den Abschluss von',
    advance: 'bewacht das Weitergehen nach',
  },
  cannotBeWaived: 'ohne Ausnahmen',
  review: 'Dieses Gate mit seinen Nachweisen durchsehen',
  holding: (met, total) => `${met} von ${total} Bedingungen erfüllt.`,
  recorded: (verdict) => `Aufgezeichnet als: ${verdict}`,
  recordedAt: 'am',
  recordedBy: (name) => `von ${name}`,
  recomputed: (verdict) => `nachgerechnet: ${verdict}`,
  differs: 'Aufzeichnung und Nachweise widersprechen sich.',
  blocking: 'Bedingungen',
  informative: 'Nur zur Kenntnis',
  conditionsOf: (gate) => `Bedingungen von ${gate}`,
  back: 'Alle Gates',
  history: 'Dieses Gate über die Revisionen',
  everyRevision: 'jede Revision, beurteilt, als sie entstand',
  onlyRevision: 'die einzige Revision',
  notJudged: { absent: 'hatte dieses Gate nicht', unreadable: 'war nicht lesbar' },
  historyFailed: 'Frühere Revisionen konnten nicht gelesen werden.',
  historyRetry: 'Noch einmal lesen',
  waivers: 'Ausnahmen',
  waiverStanding: {
    counts: 'In Kraft',
    unneeded: 'Nicht nötig',
    expired: 'Abgelaufen',
    refused: 'Abgelehnt: Dieses Gate lässt keine zu',
    ignored: 'Zählt nicht',
  },
  waivedBy: (author) => `Erteilt von ${author} am`,
  waivedUntil: 'bis',
  openFailing: 'Den entscheidenden Nachweis öffnen',
  noCondition: 'Dieses Gate nennt keine Bedingung, also kann nichts es nachweisen.',
};
