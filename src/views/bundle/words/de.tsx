import { countIn } from '../../../lib/format/list.ts';
import type { BundleWords } from './en.tsx';

const n = countIn('de');

export const de: BundleWords = {
  question: 'Was sehe ich hier?',
  answer: (title, revision) => `${title}, ${revision}.`,
  sound: 'Es wurde ohne Problem gelesen.',
  withProblems: (count, wrap) => (
    <>
      Beim Lesen {count === 1 ? 'wurde' : 'wurden'} {wrap(n(count, 'Problem', 'Probleme'))}{' '}
      gefunden.
    </>
  ),
  what: 'Dieses Bündel',
  origin: 'Gelesen aus',
  project: 'Projekt',
  revision: 'Revision',
  created: 'Geschrieben',
  commit: 'Commit',
  format: 'Format',
  bundleId: 'Kennung des Bündels',
  size: 'Größe',
  judgedAsOf: 'Beurteilt zum Zeitpunkt',
  evidenceKind: 'Nachweise',
  sample: 'Erfunden, als Beispiel',
  real: 'Wie gesammelt',
  contents: 'Was darin ist',
  counts: {
    items: 'Vorgänge',
    dependencies: 'Abhängigkeiten',
    gates: 'Gates',
    conditions: 'Bedingungen',
    evidence: 'Nachweise',
    metrics: 'Kennzahlen',
    points: 'Messwerte',
    documents: 'Dokumente',
    deliverables: 'Liefergegenstände',
  },
  files: 'Dateien der Nachweise, verglichen mit ihren Prüfsummen',
  filesNote:
    'Unversehrt heißt: Die Bytes sind die aufgezeichneten. Es heißt nicht, dass sie wahr oder die neuesten sind.',
  problems: 'Beim Lesen gefundene Probleme',
  noProblems: 'Keine.',
  noneOfSeverity: 'Keine dieser Schwere.',
  severity: 'Schwere',
  all: 'Alle',
  severities: { fatal: 'Nicht lesbar', error: 'Fehler', warning: 'Warnungen' },
  moreProblems: (count) => `${count} weitere; beheben Sie zuerst diese.`,
  sources: 'Dokumente, aus denen es gelesen wurde',
  reload: 'Noch einmal lesen',
  copy: 'Kennung des Bündels kopieren',
  check: 'Prüfen Sie es selbst',
  checkText:
    'In einem Ordner mit dem Bündel vergleicht „sha256sum -c SHA256SUMS“ jede Datei, und „sha256sum SHA256SUMS“ gibt die Kennung des Bündels aus.',
};
