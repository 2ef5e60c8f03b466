import { countIn, formatCount } from '../../../lib/format/list.ts';
import { ofItems } from '../../../parts/wording/item-words-de.ts';
import type { OverviewWords } from './en.tsx';

const n = countIn('de');

const held: OverviewWords['held'] = ({ causes, held: count, inScope }, items, links) => (
  <>
    {links.causes(n(causes, 'Ursache', 'Ursachen'))} {causes === 1 ? 'hält' : 'halten'}{' '}
    {links.held(`${count} von ${ofItems(inScope, items)}`)} auf.
  </>
);

export const de: OverviewWords = {
  question: 'Kann die nächste Phase beginnen?',
  empty: 'Dieser Plan hat noch keine Vorgänge.',
  emptyWhy:
    'Das Bündel nennt keine Arbeit. Sobald es das tut, steht hier, was beginnen darf und was den Rest aufhält.',
  emptyBundle: 'Ansehen, was gelesen wurde',
  lacking: (absent, unreadable, total) =>
    `${[
      absent > 0 && `${absent} von ${total} Nachweisdateien ${absent === 1 ? 'fehlt' : 'fehlen'}`,
      unreadable > 0 &&
        `${unreadable} von ${total} Nachweisdateien ${unreadable === 1 ? 'ist' : 'sind'} nicht lesbar`,
    ]
      .filter((part) => part !== false)
      .join(', ')}. Was auf ihnen beruht, gilt als nicht bewiesen.`,
  lackingFiles: 'Diese Dateien zeigen',
  allComplete: ({ complete, others }, items, link) => (
    <>
      {complete === 1 ? (
        <>
          {link(formatCount(1, items, 'de'))} {others > 0 ? 'im Umfang' : 'im Plan'}, abgeschlossen.
        </>
      ) : (
        <>
          Alle {link(formatCount(complete, items, 'de'))} {others > 0 && 'im Umfang '}sind
          abgeschlossen.
        </>
      )}{' '}
      Nichts bleibt zu beginnen
      {others > 0 &&
        `; ${formatCount(others, items, 'de')} ${others === 1 ? 'zählt' : 'zählen'} nicht dazu`}
      .
    </>
  ),
  circle: (count, items, link) => (
    <>
      Nein. Der Plan widerspricht sich: {link(formatCount(count, items, 'de'))}{' '}
      {count === 1 ? 'wartet auf sich selbst.' : 'warten im Kreis aufeinander.'}
    </>
  ),
  contradictedGates: (count, link) => (
    <>
      Nein. {link(n(count, 'Gate', 'Gates'))} {count === 1 ? 'ist' : 'sind'} als bestanden
      aufgezeichnet und {count === 1 ? 'besteht' : 'bestehen'} nicht.
    </>
  ),
  notBegun: (ready, items, link) => (
    <>
      Ja. Noch hat nichts begonnen, und {link(formatCount(ready, items, 'de'))}{' '}
      {ready === 1 ? 'darf' : 'dürfen'} beginnen.
    </>
  ),
  mayAdvance: ({ ready, inProgress, held: count, inScope }, items, links) => {
    if (ready === 0) {
      return (
        <>
          Noch nicht. Nichts ist mangelhaft, aber zuerst {inProgress === 1 ? 'muss' : 'müssen'}{' '}
          {links.inProgress(`${formatCount(inProgress, items, 'de')} in Arbeit`)} abgeschlossen
          werden.
        </>
      );
    }
    const may = (
      <>
        Ja. {links.ready(formatCount(ready, items, 'de'))} {ready === 1 ? 'darf' : 'dürfen'}{' '}
        beginnen
      </>
    );
    return count === 0 ? (
      <>{may}, und nichts wird aufgehalten.</>
    ) : (
      <>
        {may}; {links.held(`${count} von ${ofItems(inScope, items)}`)}{' '}
        {count === 1 ? 'wartet' : 'warten'} auf Arbeit, die vorher kommt.
      </>
    );
  },
  held: (counts, items, links) => <>Nein. {held(counts, items, links)}</>,
  heldShort: held,
  open: (causes, link) => (
    <>
      Nein. {link(n(causes, 'Ursache', 'Ursachen'))}{' '}
      {causes === 1
        ? 'ist offen, und nichts anderes wartet darauf.'
        : 'sind offen, und nichts anderes wartet darauf.'}
    </>
  ),
  firstFrees: (released) => ` Die erste zu beheben löst ${released}.`,
  together: ' Keine davon löst allein etwas.',
  contradicted: (count, items, link) => (
    <>
      Nein. {link(formatCount(count, items, 'de'))} {count === 1 ? 'ist' : 'sind'} weiter gemeldet,
      als die Nachweise erlauben.
    </>
  ),
  halted: (count, items, link) => (
    <>Nein. Eine Stoppbedingung hat {link(formatCount(count, items, 'de'))} angehalten.</>
  ),
  strip: 'Alles in der Reihenfolge des Plans',
  stripSummary: (shown, total) => `${shown} von ${total} gezeigt; der Graph hat alle.`,
  holds: 'Was aufhält',
  byReleased: (items) => `nach gelösten ${items.ofSeveral ?? items.other}`,
  released: (count, items) => formatCount(count, items, 'de'),
  heldToo: (count, items) =>
    count === 0
      ? 'hält sonst nichts auf'
      : `hält ${formatCount(count, items, 'de')} mit anderen auf`,
  noCauses: 'Nichts hält auf.',
  moreCauses: (count) => `${n(count, 'weitere Ursache', 'weitere Ursachen')}, keine hält mehr auf`,
  causeCount: (count) => n(count, 'Ursache', 'Ursachen'),
  moreInSet: (count) => `und ${n(count, 'weitere Ursache', 'weitere Ursachen')}`,
  smallestSet: 'Das Wenigste, das alles löst:',
  smallestSetApproximate: 'Wenig, das alles löst (nicht bewiesen das Wenigste):',
  startNow: 'Kann jetzt beginnen',
  inProgress: 'In Arbeit',
  oneStepAway: 'Einen Schritt entfernt',
  waitsOnlyFor: 'wartet nur auf',
  nothingStarts: 'Jetzt darf nichts beginnen',
  nothingStartsWhy: 'Alles ist abgeschlossen, in Arbeit, aufgehalten oder nicht im Umfang.',
  nothingLeft: 'Nichts bleibt zu beginnen',
  nothingLeftWhy: 'Was im Umfang liegt, ist abgeschlossen.',
  readyNote: 'alles davor ist abgeschlossen',
  moreItems: (count, items) => `und ${formatCount(count, items, 'de')} mehr`,
  metrics: 'Kennzahlen und Zielwerte',
  target: (text) => `Zielwert ${text}`,
  noTarget: 'kein Zielwert',
  noValue: 'kein Wert',
  moreMetrics: (count) => n(count, 'weitere Kennzahl', 'weitere Kennzahlen'),
  confidence: 'Wie sicher ist das?',
  confidenceText: (passes, verified, independent) =>
    `Von ${n(passes, 'erfüllten Bedingung', 'erfüllten Bedingungen')} ${verified === 1 ? 'stützt' : 'stützen'} sich ${verified} auf Dateien, deren Prüfsumme hier verglichen wurde, und ${independent} auf Nachweise, die nichts anderes verwendet.`,
  confidenceNone: 'Noch ist nichts erfüllt, also gibt es nichts, dem zu trauen wäre.',
  findings: 'Im Plan aufgefallen',
  moreFindings: (count) => `${count} weitere dieser Art`,
  invariants: 'Regeln für den ganzen Plan',
  invariantsHold: (holding, total) => `${holding} von ${total} erfüllt`,
  counterexamples: (count) => n(count, 'Gegenbeispiel', 'Gegenbeispiele'),
  sayAbout: 'betrifft',
  allHold: 'Alle Regeln sind erfüllt.',
  noConditions: 'nichts Nachzuweisendes ist genannt',
  conditionsMet: (met, total) => `${met} von ${total} Bedingungen erfüllt`,
  progressText: (done, total) => `${done} von ${total}`,
  since: (revision) => `Seit ${revision}`,
  firstRevision: 'Das ist die erste Revision; es gibt nichts zum Vergleichen.',
  nothingChanged: 'Nichts hat sich geändert.',
  changesFailed:
    'Die vorige Revision war nicht lesbar, daher ist unbekannt, was sich geändert hat.',
  passRevoked: 'war bestanden und ist es nicht mehr',
  gateBecame: (verdict) => `jetzt: ${verdict}`,
  gateCame: (verdict) => `neu: ${verdict}`,
  gateGone: 'ist weg',
  loosened: 'Leichter zu erfüllen',
  weakened: 'Vertrag abgeschwächt',
  replaced: 'hat unter demselben Namen andere Bytes',
  unset: 'keiner',
  moreChanges: (count) => `${count} weitere`,
  otherChanges: ({ items, evidence, metrics, rules }) =>
    `Insgesamt geändert: ${[
      { count: items, one: 'Vorgang', other: 'Vorgänge' },
      { count: evidence, one: 'Nachweis', other: 'Nachweise' },
      { count: metrics, one: 'Kennzahl', other: 'Kennzahlen' },
      { count: rules, one: 'Regel', other: 'Regeln' },
    ]
      .filter(({ count }) => count > 0)
      .map(({ count, one, other }) => n(count, one, other))
      .join(', ')}.`,
};
