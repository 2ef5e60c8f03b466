import { countIn } from '../../../lib/format/list.ts';
import { budgetWords } from './de-budgets.ts';
import { compareWords } from './de-compare.ts';
import type { MetricsWords } from './en.tsx';

const n = countIn('de');
const points = (count: number): string => n(count, 'Messpunkt', 'Messpunkte');
const samples = (count: number): string => n(count, 'Messwert', 'Messwerte');

export const de: MetricsWords = {
  ...budgetWords,
  ...compareWords,
  question: 'Erreichen wir die Zielwerte?',
  none: 'Dieser Plan misst nichts',
  noneWhy: 'Im Bündel steht keine Kennzahl.',
  noTargets: 'Noch hat keine Kennzahl einen Zielwert.',
  allMet: (count) =>
    `Ja. ${count === 1 ? 'Die einzige Kennzahl mit Zielwert erreicht ihn.' : `Alle ${count} Kennzahlen mit Zielwert erreichen ihn.`}`,
  someMet: (open, total, wrap) => (
    <>
      Nein. {wrap(`${open} von ${n(total, 'Zielwert', 'Zielwerten')}`)}{' '}
      {open === 1 ? 'ist' : 'sind'} nicht nachgewiesen.
    </>
  ),
  pages: 'Was zu zeigen ist',
  metricsPage: 'Kennzahlen',
  targetsPage: 'Zielwerte',
  budgetsPage: 'Budgets',
  filter: 'Eine Kennzahl finden',
  byVerdict: 'Kennzahlen zeigen, die',
  byGroup: 'Gruppe',
  allGroups: 'Alle Gruppen',
  sortBy: 'Reihenfolge',
  sorts: { risk: 'Gefährdetste zuerst', name: 'Nach Namen', plan: 'Wie im Plan' },
  nothingMatches: 'Keine Kennzahl passt zum Filter',
  showAll: 'Alle Kennzahlen zeigen',
  ungrouped: 'Andere Kennzahlen',
  groupCount: (open, total) =>
    open === 0 ? `${total}, alle nachgewiesen` : `${open} von ${total} nicht nachgewiesen`,
  target: (text) => `Zielwert ${text}`,
  noTarget: 'kein Zielwert',
  noValue: 'kein Wert',
  samples,
  headroom: (percent) => `${percent} Spielraum`,
  beyond: (percent) => `${percent} darüber hinaus`,
  near: 'nahe an der Grenze',
  trends: {
    better: 'wird besser',
    worse: 'wird schlechter',
    none: 'kein Trend',
    few: 'zu wenige für einen Trend',
  },
  beyondSince: (time) => `Messwerte außerhalb seit ${time}`,
  withinSince: (time) => `Messwerte innerhalb seit ${time}`,
  gapCount: (count) => n(count, 'Lücke', 'Lücken'),
  unknownMetric: (id) => `Der Plan hat keine Kennzahl ${id}`,
  close: 'Schließen',
  view: 'Ansicht',
  views: {
    line: 'Linie',
    area: 'Fläche',
    step: 'Stufen',
    points: 'Punkte',
    histogram: 'Histogramm',
    percentiles: 'Perzentile',
    categories: 'Kategorien',
    table: 'Tabelle',
  },
  logScale: 'Logarithmisch',
  noLogScale: 'Eine logarithmische Skala braucht Werte über 0',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  zoomAll: 'Die ganze Zeit zeigen',
  layers: 'Im Diagramm',
  layerNames: {
    target: 'Zielwertlinie',
    bands: 'Bereiche außerhalb und nahe am Zielwert',
    aggregate: 'Was das Gate nimmt',
    marks: 'Revisionen, Entscheidungen und Warnungen',
    course: 'Was das Gate früher genommen hätte',
    levels: 'Niveaus zwischen Änderungen',
  },
  saveAs: 'Sichern',
  saveCsv: 'Messpunkte als CSV',
  saveSvg: 'Diagramm als SVG',
  savePng: 'Diagramm als PNG',
  saved: (name) => `${name} gesichert`,
  saveFailed: 'Der Browser konnte das Bild nicht zeichnen',
  csvOnly:
    'Das Diagramm über die Zeit lässt sich als Bild sichern; diese Ansicht hat ihre Zahlen in der CSV-Datei',
  summary: ({ title, points: count, low, high, from, to, beyond }) =>
    `${title}: ${points(count)} von ${low} bis ${high}, ${from} bis ${to}${
      beyond === undefined
        ? ''
        : beyond === 0
          ? ', keiner außerhalb des Zielwerts'
          : `, ${beyond} außerhalb des Zielwerts`
    }. Die Tabelle hat jeden Wert.`,
  cursor: 'Zeiger über den Messpunkten',
  cursorNowhere: 'auf keinem Messpunkt',
  cursorAt: (time, value, isBeyond) =>
    `${time}: ${value}${isBeyond ? ', außerhalb des Zielwerts' : ''}`,
  beyondTarget: 'außerhalb des Zielwerts',
  keys: 'Pfeiltasten bewegen den Zeiger, mit Umschalt wählen sie einen Abschnitt, und Eingabe öffnet ihn; + und − vergrößern und verkleinern, 0 zeigt alles. Auch Ziehen wählt einen Abschnitt (den Finger zuerst halten); das Mausrad mit Strg und zwei Finger vergrößern und verkleinern.',
  painted: 'gemalt',
  downsampled: (shown, total) =>
    `${n(shown, 'Messpunkt', 'Messpunkte')} von ${n(total, 'Messpunkt', 'Messpunkten')} sind gezeichnet: aus jedem Abschnitt der erste, der letzte, beide Extreme, der erste außerhalb des Zielwerts und die erste Lücke.`,
  laterPoints: (count) =>
    `${points(count)} nach dem Zeitpunkt des Urteils ${count === 1 ? 'ist' : 'sind'} weggelassen.`,
  noPoints: 'Es gibt keine Messpunkte',
  noPointsWhy: 'Nichts wurde gemessen, oder die Datei, die sie enthalten soll, fehlt.',
  noPointsStated:
    'Nichts wurde gemessen: Der Plan gibt keine Punkte an und nennt keine Datei dafür.',
  pointsFileMissing: (path) => `Die Datei ${path} soll sie enthalten und ist nicht im Bündel.`,
  pointsFileUnreadable: (path) =>
    `Die Datei ${path} soll sie enthalten und lässt sich nicht lesen.`,
  pointsFileUnusable: (path) =>
    `Die Datei ${path} ist da, aber nicht zu gebrauchen: Die Anmerkungen zum Bündel sagen, warum.`,
  pointsFileEmpty: (path) =>
    `Nichts wurde gemessen: Die Datei ${path} wurde gelesen und enthält keine.`,
  untested: 'Nicht getestet: Es gibt keinen Messwert.',
  onlyGaps: 'Jeder Punkt ist eine Lücke: Nichts wurde gemessen.',
  tooFew: (count, needed) =>
    `${samples(count)} von ${needed} nötigen: zu wenige für ein Urteil, was sie auch sagen.`,
  emptySpan: 'In diesem Zeitabschnitt liegt kein Messpunkt',
  time: 'Zeit',
  timeZone: 'Zeiten in UTC.',
  value: 'Wert',
  category: 'Kategorie',
  sourceRow: 'Quelle',
  rowLink: (row) => `Zeile ${row}`,
  sourceFile: 'Datei',
  side: 'Zum Zielwert',
  isWithin: 'innerhalb',
  gap: 'kein Wert',
  gaps: 'Lücken',
  pageOf: (from, to, total) => `${from}–${to} von ${n(total, 'Messpunkt', 'Messpunkten')}`,
  pageBefore: 'Frühere Messpunkte',
  pageAfter: 'Spätere Messpunkte',
  aggregate: 'Beurteilt nach',
  aggregateOf: (name, window, count) => `${name} über ${window}, ${samples(count)}`,
  wholeWindow: 'alle Messwerte bisher',
  lastWindow: (length) => `die letzten ${length}`,
  neededSamples: (needed) => `mindestens ${needed} nötig`,
  aggregateLine: (name, value, window, count) => `${name} ${value} (${window}, ${samples(count)})`,
  verdict: 'Urteil',
  distance: 'Abstand',
  firstBreach: 'Zuerst außerhalb des Zielwerts',
  longestBreach: 'Am längsten außerhalb des Zielwerts',
  longestFor: (length, count, worst) => `${length}, ${samples(count)}, am weitesten ${worst}`,
  beyondCount: 'Messwerte außerhalb',
  beyondOf: (beyond, count) => `${beyond} von ${count}`,
  never: 'nie',
  since: 'Seit wann',
  reason: 'Warum',
  evidence: 'Nachweise',
  targetName: 'Zielwert',
  note: 'Anmerkung',
  usedBy: 'Beurteilt in',
  usedByNone: 'keinem Gate; beurteilt nach eigenem Zielwert',
  withoutTarget: 'Kein Zielwert',
  trend: 'Trend',
  trendText: (direction, p, values) =>
    `${{ better: 'wird besser', worse: 'wird schlechter', none: 'kein Trend gezeigt' }[direction]} (Mann-Kendall, p ${p}, ${values} Werte)`,
  rateName: 'Erfolgsquote',
  rateText: (share, hits, of) => `${share}: ${hits} von ${of}`,
  rateInterval: (low, high) => `95-%-Intervall ${low} bis ${high} (Wilson)`,
  marksTitle: 'Im Diagramm vermerkt',
  markKinds: {
    revision: 'Revision',
    decision: 'Entscheidung',
    waiver: 'Ausnahme',
    alert: 'Warnung',
  },
  changesTitle: 'Wechsel des Niveaus',
  changeLine: (from, to, difference) => `${from} → ${to} (${difference})`,
  noChanges: 'Das Niveau ändert sich nicht.',
  changesWhy: (averaged) =>
    `Gefunden mit PELT (Killick, Fearnhead und Eckley 2012): die Schnitte, welche die Werte am besten erklären, jeder zum Preis von 3·ln n. Das Verfahren hält die Werte für unabhängig und gleich gestreut; wo einer vom vorigen abhängt, schneidet es zu oft.${
      averaged > 1 ? ` Betrachtet: Mittelwerte von je ${averaged} Messwerten.` : ''
    }`,
  histogramSummary: (bins, count) =>
    `Wie oft jeder Wert vorkommt: ${samples(count)} in ${n(bins, 'Klasse', 'Klassen')}`,
  binRange: (from, to) => `${from} bis ${to}`,
  binCount: 'Messwerte',
  range: 'Werte',
  percentileSummary: (median, p95) =>
    `Perzentile: die Hälfte höchstens ${median}, 95 % höchstens ${p95}`,
  percentileRule:
    'Nächster Rang, wie die Gates urteilen: der kleinste gemessene Wert, den mindestens dieser Anteil der Messwerte nicht überschreitet.',
  percent: 'Prozent der Messwerte',
  histogramRule: 'Breite der Klassen nach Freedman und Diaconis, aufgerundet.',
  categoriesTitle: 'Nach Kategorie',
  categoryShare: 'Anteil',
  median: 'Median',
  beyondShort: 'Außerhalb',
  success: 'Erfolg',
  interval: '95-%-Intervall',
  wilsonRule:
    'Das Intervall ist das von Wilson (1927). Es hält die Versuche für unabhängig voneinander.',
  categoriesMore: (count) =>
    `${n(count, 'Kategorie', 'Kategorien')} mit weniger Messwerten ${count === 1 ? 'ist' : 'sind'} nicht aufgeführt.`,
  targetsTitle: 'Zielwerte',
  stated: {
    summary: 'In der Zusammenfassung genannt',
    section: 'Nur in einem Abschnitt genannt',
    metric: 'Von der Kennzahl selbst genannt',
  },
  metric: 'Kennzahl',
  wanted: 'Zielwert',
  measured: 'Gemessen',
  nobodyDelivers: 'niemand liefert diese Datei',
  noFileNamed: 'keine Datei genannt',
  deliveredBy: (id) => `geliefert als ${id}`,
  inBundle: 'im Bündel, kein Liefergegenstand',
  notJudged: 'Nicht beurteilt',
  targetsNote: (nobody, noFile) =>
    [
      nobody === 0
        ? undefined
        : `${n(nobody, 'Zielwert nennt eine Datei', 'Zielwerte nennen Dateien')}, die niemand liefert`,
      noFile === 0 ? undefined : n(noFile, 'nennt gar keine Datei', 'nennen gar keine Datei'),
    ]
      .filter((part) => part !== undefined)
      .join('; '),
};
