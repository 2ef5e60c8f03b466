import { formatCount } from '../../lib/format/list.ts';
import type { ShellWords } from './en.ts';

export const de: ShellWords = {
  skip: 'Zur Seite springen',
  pages: 'Seiten',
  find: 'Finden oder ausführen',
  allProjects: 'Alle Projekte',
  overview: 'Übersicht',
  graph: 'Graph',
  gates: 'Gates',
  evidence: 'Nachweise',
  metrics: 'Kennzahlen',
  bundle: 'Bündel',
  authorisations: 'Freigaben',
  contract: 'Vertrag',
  documents: 'Dokumente',
  invariants: 'Regeln',
  history: 'Verlauf',
  more: 'Mehr',
  violated: (count) => `${count} verletzt`,
  sample: 'Beispieldaten',
  sampleHint: 'Der Plan ist echt, seine Nachweise sind erfunden.',
  asOf: (time) => `Stand: ${time}`,
  asOfTitle: 'Beurteilt zum Zeitpunkt',
  asOfExplained: {
    chosen:
      'Diesen Zeitpunkt haben Sie gewählt. Er entscheidet, ob Nachweise frisch oder veraltet und Freigaben gültig oder abgelaufen sind.',
    sample:
      'Beispieldaten werden zum Zeitpunkt ihrer Revision beurteilt, damit sie nicht veralten.',
    now: 'Der Augenblick, in dem Sie diese Seite geöffnet haben.',
  },
  asOfField: 'Zeitpunkt (UTC)',
  asOfApply: 'Zu diesem Zeitpunkt beurteilen',
  asOfReset: 'Zurück zur Vorgabe',
  share: 'Teilen',
  shared: 'Link kopiert. Er zeigt, was Sie jetzt sehen.',
  shareLocal: 'Link kopiert. Er gilt nur in diesem Browser, weil das Bündel hier abgelegt wurde.',
  shareFailed: 'Der Browser hat das Kopieren abgelehnt. In der Adresszeile steht derselbe Link.',
  appearance: 'Darstellung und Sprache',
  theme: 'Darstellung',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel', contrast: 'Hoher Kontrast' },
  language: 'Sprache',
  languageSystem: 'Wie der Browser',
  languageFailed:
    'Die Wörter dieser Sprache konnten nicht geladen werden. Prüfen Sie die Verbindung und wählen Sie sie noch einmal.',
  notPassed: (count) => `${count} nicht bestanden`,
  problems: (count) => formatCount(count, { one: 'Problem', other: 'Probleme' }, 'de'),
  integrity: 'Unversehrtheit',
  claims: {
    intact: 'Unversehrt',
    complete: 'Vollständig',
    authentic: 'Echt',
    recomputed: 'Nachgerechnet',
  },
  notChecked: 'noch nicht geprüft',
  claimStates: {
    complete: {
      holds: 'genau die aufgeführten Dateien',
      broken: 'andere Dateien als aufgeführt',
      unknown: 'nicht feststellbar',
      unclaimed: 'es führt keine Dateien auf',
    },
    authentic: {
      holds: 'mit einem Schlüssel signiert, dem Sie vertrauen',
      broken: 'eine Signatur gilt nicht',
      unknown: 'mit keinem Schlüssel signiert, dem Sie vertrauen',
      unclaimed: 'nichts ist signiert',
    },
  },
  digests: (match, total) => `${match} von ${total} Dateien stimmen`,
  digestsBroken: (count) =>
    `${formatCount(count, { one: 'Datei stimmt', other: 'Dateien stimmen' }, 'de')} nicht`,
  digestsUnread: (count) =>
    count === 1 ? '1 Datei ist nicht lesbar' : `${count} Dateien sind nicht lesbar`,
  digestsNone: 'noch keine Datei verglichen',
  withOwnKeys: (keys) =>
    `beurteilt mit ${keys === 1 ? 'einem Schlüssel' : `${keys} Schlüsseln`} nach Wahl des Betrachters`,
  recordedNone: 'kein Urteil aufgezeichnet',
  recomputedAgrees: 'aufgezeichnete Urteile stimmen',
  recomputedDiffers: (count) =>
    formatCount(
      count,
      { one: 'aufgezeichnetes Urteil weicht ab', other: 'aufgezeichnete Urteile weichen ab' },
      'de',
    ),
  bundleOf: (id) => `Bündel ${id}: was geprüft wurde`,
  loading: 'Das Bündel wird gelesen',
  loadingLong: 'Es wird noch gelesen. Langsame Verbindungen und große Pläne brauchen eine Weile.',
  notFound: 'Diese Seite gibt es nicht',
  notFoundRemedy:
    'Vielleicht ist der Link abgeschnitten. Von der Liste der Projekte aus geht es sicher weiter.',
  notFoundHome: 'Alle Projekte zeigen',
  crashed: 'Diese Seite ist gescheitert',
  crashedRemedy:
    'Laden Sie sie neu. Scheitert sie wieder, helfen die Einzelheiten unten dem, der sie repariert.',
  tryAgain: 'Noch einmal versuchen',
  printBundle: (id) => `Bündel ${id}`,
  dropHere: 'Bündel ablegen: ein Ordner, bundle.json oder ein .zip',
};
