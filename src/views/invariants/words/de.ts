import { countIn } from '../../../lib/format/list.ts';
import { de as ruleTitles } from '../../../parts/wording/rules-de.ts';
import type { InvariantsWords } from './en.ts';

const n = countIn('de');

export const de: InvariantsWords = {
  question: 'Welche Regeln des Plans sind erfüllt?',
  none: 'Dieser Plan nennt keine Regel für das Ganze',
  noneWhy: 'Seine Gates urteilen Vorgang für Vorgang.',
  allHold: (count) =>
    count === 1 ? 'Die eine Regel ist erfüllt.' : `Alle ${count} Regeln sind erfüllt.`,
  violated: (count) => n(count, 'Regel ist verletzt', 'Regeln sind verletzt'),
  notEvaluated: (count) => `${count} nicht beurteilbar`,
  holdOf: (holding, total) => `${holding} von ${total} erfüllt.`,
  verdict: { holds: 'Erfüllt', violated: 'Verletzt', 'not-evaluated': 'Nicht beurteilbar' },
  byVerdict: 'Regeln nach Urteil zeigen',
  nothingMatches: 'Keine Regel hat dieses Urteil',
  rules: 'Regeln',
  findings: 'Außerdem aufgefallen',
  findingsHint: 'Widersprüche und Unklarheiten, von denen keine Regel des Plans handelt.',
  counterexamples: (count) => n(count, 'Gegenbeispiel', 'Gegenbeispiele'),
  onGraph: 'Diese im Graphen zeigen',
  idle: (count) => `${n(count, 'Regel hat', 'Regeln haben')} in diesem Plan nichts zu beurteilen`,
  builtIn: new Map(Object.entries(ruleTitles)),
  more: (count) => `${count} weitere`,
};
