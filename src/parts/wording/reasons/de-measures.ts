import { term } from '../terms-de.ts';
import { de as valueWords } from '../values-de.ts';
import { operatorIn, paramsIn, sentences } from './help.ts';

const { age, count, instant, number, value } = paramsIn('de');
const operator = operatorIn(valueWords);

/** Reasons about metrics, budgets, probes, rehearsals, deliverables and values. */
export const measureReasons = sentences({
  'metric-holds': (p) =>
    `${term(p.aggregate)}: ${number(p.value)} aus ${count(p.samples, 'Messwert', 'Messwerten')}, im Zielwert`,
  'metric-misses': (p) =>
    `${term(p.aggregate)}: ${number(p.value)} aus ${count(p.samples, 'Messwert', 'Messwerten')}, außerhalb des Zielwerts`,
  'metric-without-points': ({ metric }) => `${metric} hat keine Messwerte`,
  'metric-without-evidence': ({ metric }) =>
    `Die Messwerte von ${metric} stammen aus keinem Nachweis`,
  'metric-too-few-samples': ({ samples, needed }) =>
    `${number(samples)} von mindestens ${number(needed)} Messwerten`,
  'metric-window-empty': (p) =>
    `Keiner von ${count(p.samples, 'Messwert', 'Messwerten')} liegt in den letzten ${age(p.window)}`,
  'metric-samples-stale': (p) =>
    `Der neueste Messwert ist ${age(p.age)} alt; erlaubt sind ${age(p.maxAge)}`,
  'metric-not-binary': ({ value }) =>
    `Ein Anteil zählt Ja und Nein, ein Messwert ist aber ${number(value)}`,
  'metric-malformed': ({ metric }) => `Die Messwerte von ${metric} passen nicht zusammen`,
  'unknown-aggregate': ({ aggregate }) =>
    `Diese Version kennt die Zusammenfassung „${aggregate}“ nicht`,

  'budget-kept': ({ check }) => `Das Budget ist eingehalten (${term(check)})`,
  'budget-day-over': ({ day, spent, cap }) =>
    `Am ${day} wurden ${number(spent)} ausgegeben; die Obergrenze je Tag ist ${number(cap)}`,
  'budget-month-over': ({ month, spent, cap }) =>
    `In ${month} wurden ${number(spent)} ausgegeben; die Obergrenze je Monat ist ${number(cap)}`,
  'budget-days-missing': (p) => `${count(p.count, 'Tag', 'Tage')} ohne Zahl, zuerst ${p.day}`,
  'budget-incomplete': ({ missing }) => `Dem Budget fehlt eine Angabe: ${term(missing)}`,
  'budget-alert-missing': ({ month, threshold }) =>
    `Keine Warnung in ${month}, obwohl ${number(threshold)} erreicht war`,
  'budget-alert-late': ({ month, lead, needed }) =>
    `Die Warnung in ${month} kam mit ${age(lead)} Vorlauf; nötig sind ${age(needed)}`,
  'budget-not-stated': () => 'Nirgends sind die Obergrenzen genannt',
  'budget-stated-differently': ({ path, stated, cap }) =>
    `${path} nennt ${number(stated)}, das Budget ${number(cap)}`,

  'probe-holds': ({ at }) => `Am ${instant(at)} wie erwartet beobachtet`,
  'probe-drifts': ({ at }) => `Am ${instant(at)} anders als erwartet beobachtet`,
  'probe-organic-growth': ({ at }) =>
    `Weicht am ${instant(at)} ab; unbeteiligter Verkehr kann das erklären`,
  'probe-not-observed': ({ probe }) => `${probe} wurde nicht beobachtet`,
  'probe-one-observation': ({ probe }) =>
    `${probe} wurde einmal beobachtet; ein Vergleich braucht zwei Beobachtungen`,
  'probe-expects-nothing': ({ probe }) =>
    `${probe} nennt für diesen Augenblick keinen erwarteten Wert`,
  'probe-expectation-in-doubt': ({ item }) =>
    `Was zu erwarten ist, hängt von ${item} ab, dessen Zustand fraglich ist`,
  'probe-stale': (p) => `Vor ${age(p.age)} beobachtet; erlaubt sind ${age(p.maxAge)}`,
  'probe-ambiguous': ({ at }) => `Zwei Beobachtungen vom ${instant(at)} widersprechen sich`,
  'rehearsal-clean': (p) =>
    `${count(p.compared, 'Wert ist', 'Werte sind')} vor und nach dem Probelauf gleich`,
  'rehearsal-residue': (p) =>
    `Der Probelauf hat eine Spur hinterlassen: ${count(p.differences, 'Wert weicht', 'Werte weichen')} ab, zuerst ${p.name}`,
  'rehearsal-none': ({ step }) => `Für ${step} gab es keinen Probelauf`,
  'rehearsal-nothing-compared': ({ step }) => `Der Probelauf von ${step} hat nichts verglichen`,
  'rehearsal-stale': (p) => `Probelauf vor ${age(p.age)}; erlaubt sind ${age(p.maxAge)}`,

  'deliverable-ok': (p) => `${count(p.checks, 'Prüfung', 'Prüfungen')} erfüllt`,
  'deliverable-not-measured': ({ what }) => `Niemand hat gemessen: ${term(what)}`,
  'deliverable-absent': ({ path }) => `${path} gibt es nicht`,
  'deliverable-lines': ({ lines, min, max }) =>
    `${count(lines, 'Zeile', 'Zeilen')}; vereinbart: ${min} bis ${max}`,
  'deliverable-pattern-missing': ({ rule, count: found, needed }) =>
    `${rule} kommt ${found}-mal vor; vereinbart: mindestens ${needed}-mal`,
  'deliverable-pattern-forbidden': ({ rule, count: found, line }) =>
    `${rule} ist verboten und kommt ${found}-mal vor, zuerst in Zeile ${line}`,
  'deliverable-column-missing': ({ column }) => `Die Spalte ${column} fehlt`,
  'deliverable-rows': ({ rows, needed }) => `${rows} von mindestens ${needed} Datenzeilen`,
  'deliverable-count': ({ name, count: found, needed }) =>
    `${name}: ${found} von mindestens ${needed}`,
  'deliverable-name-missing': ({ kind, name }) => `Es fehlt: ${term(kind)} ${name}`,
  'deliverable-other-content': ({ path }) => `${path} wurde mit anderem Inhalt gemessen`,

  'value-holds': () => 'Der Wert ist wie erwartet',
  'value-differs': (p) =>
    `${value(p.actual, p.actualUnit)} gefunden; erwartet ${operator(p.operator)} ${value(p.expected, p.expectedUnit)}`.trim(),
  'value-not-found': ({ evidence }) => `An dieser Stelle von ${evidence} steht kein Wert`,
  'value-ambiguous': ({ evidence }) => `${evidence} hat an dieser Stelle mehr als einen Wert`,
  'values-agree': () => 'Beide Stellen stimmen überein',
  'values-disagree': (p) =>
    `Die eine Stelle sagt ${value(p.expected, p.expectedUnit)}, die andere ${value(p.actual, p.actualUnit)}`,
  'values-without-evidence': () => 'Beide Seiten sind nur genannt; keine stammt aus einem Nachweis',
});
