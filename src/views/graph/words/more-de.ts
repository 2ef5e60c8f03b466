import { countIn, formatList } from '../../../lib/format/list.ts';
import { ofItems } from '../../../parts/wording/item-words-de.ts';
import type { MoreGraphWords } from './more-en.ts';

const n = countIn('de');

export const moreDe: MoreGraphWords = {
  leaveFocus: 'Ganzen Plan zeigen',
  depth: (depth) => `Tiefe: ${depth ?? 'alle'}`,
  depthHeading: 'Abhängigkeiten in Folge',
  steps: (count) => (count === 1 ? '1, nur direkte' : `bis zu ${count}`),
  allSteps: 'alle',
  focusNeedsItem: 'Wählen Sie einen Knoten, um zu sehen, worauf er wartet und was auf ihn wartet.',
  heldBack: (held, inScope, items) =>
    `${held} von ${ofItems(inScope, items)} ${held === 1 ? 'wird' : 'werden'} aufgehalten.`,
  whyAll: (items) => `Was Ursache ist oder von einer aufgehalten wird: ${items}.`,
  rootCauses: (ids, more) => `Eigentliche Ursachen: ${someOf(ids, more)}.`,
  whyItem: (id, items) => `Was vor ${id} steht und noch offen ist: ${items}.`,
  sided: {
    upstream: (id, items) => `${id} wartet auf ${items}.`,
    downstream: (id, items) => `Auf ${id} warten: ${items}.`,
  },
  pathNeedsItem: 'Wählen Sie den Knoten, an dem der Weg beginnt.',
  pathNeedsEnd: (id) => `Wählen Sie das andere Ende des Weges von ${id}.`,
  noPath: (a, b) => `Keine Kette von Abhängigkeiten verbindet ${a} und ${b}.`,
  pathIs: (a, b, items) => `Auf den Ketten von Abhängigkeiten zwischen ${a} und ${b}: ${items}.`,
  nothingCritical: 'Keine Arbeit ist mehr offen, also ist keine Kette davon die längste.',
  criticalIs: (items, length) =>
    `Die längste Kette offener Arbeit: ${length === undefined ? items : `${items}, ${length}`}.`,
  alsoCritical: (items) => `Ebenso lange Ketten führen durch noch ${items}.`,
  noSuchRule: (id) => `Dieser Plan hat keine Regel ${id}.`,
  ruleIs: {
    holds: (title) => `${title}: erfüllt, es gibt kein Gegenbeispiel.`,
    violated: (title, count, items) =>
      `${title}: verletzt, ${n(count, 'Gegenbeispiel', 'Gegenbeispiele')}, betroffen: ${items}.`,
    'not-evaluated': (title) => `${title}: nicht beurteilbar.`,
  },
  openConditions: { one: 'offene Bedingung', other: 'offene Bedingungen' },
  saveSvg: { light: 'Als SVG sichern, hell', dark: 'Als SVG sichern, dunkel' },
  savePng: { light: 'Als PNG sichern, hell', dark: 'Als PNG sichern, dunkel' },
  copyMermaid: 'Als Mermaid kopieren',
  copyDot: 'Als DOT kopieren',
  copied: 'In die Zwischenablage kopiert',
  mermaidLimits:
    'Das ist mehr, als Mermaid ohne Weiteres zeichnet (500 Kanten, 50.000 Zeichen). Schließen Sie Gruppen, oder erhöhen Sie maxEdges und maxTextSize.',
  exportFailed: 'Die Zeichnung konnte nicht ausgegeben werden.',
  exportFailedRemedy:
    'Der Browser hat abgelehnt. Versuchen Sie SVG, das am wenigsten von ihm verlangt.',
  pngReduced: (percent) =>
    `Das PNG wurde auf ${percent} % verkleinert, weil Browser nicht mehr zeichnen. Das SVG hat jede Einzelheit.`,
  pictureOf: (revision, bundle, asOf) => `${revision} · Stand ${asOf} · Bündel ${bundle}`,
  sampleNote: 'Beispieldaten: erfunden, um zu zeigen, wie das Werkzeug arbeitet.',
  layoutFailed: 'Der Graph konnte nicht angeordnet werden.',
  layoutFailedRemedy:
    'Versuchen Sie es noch einmal, oder nehmen Sie die Tabelle, die dasselbe aufführt.',
  menu: {
    details: 'Einzelheiten zeigen',
    why: 'Warum ist das blockiert',
    upstream: 'Worauf es wartet',
    downstream: 'Was darauf wartet',
    path: 'Weg von hier',
  },
  ruleInFull: 'Die ganze Regel',
  noMatchesRemedy: 'Wählen Sie andere Zustände, oder suchen Sie nach weniger Wörtern.',
  minimap: 'Übersicht der Zeichnung; klicken Sie, um dorthin zu gehen',
  noConditions: 'keine Bedingungen',
  noSuchItem: (id) => `Dieser Plan hat kein ${id}.`,
};

function someOf(names: readonly string[], more: number): string {
  return formatList(more > 0 ? [...names, `${more} weitere`] : names, 'de');
}
