import { term } from '../terms-de.ts';
import { paramsIn, revision, sentences } from './help.ts';

const { age, count, instant } = paramsIn('de');

/** Reasons about evidence itself, test reports, and what can be wrong with any condition. */
export const evidenceReasons = sentences({
  'not-judged': () => 'Noch nicht beurteilt',
  'not-applicable': ({ text }) => `Nicht anwendbar: ${text}`,
  'does-not-apply': ({ text }) => `Jetzt nicht anwendbar: ${text}`,
  'unknown-kind': ({ kind }) => `Diese Version kennt keine Bedingungen der Art „${kind}“`,
  'unknown-operator': ({ operator }) => `Diese Version kennt den Operator „${operator}“ nicht`,
  'nested-too-deeply': ({ limit }) => `Bedingungen sind tiefer als ${limit} Ebenen verschachtelt`,
  'unknown-reference': ({ kind, id }) =>
    `Verweist auf ${id} (${term(kind)}); das Bündel hat das nicht`,
  'duplicate-id': ({ kind, id }) =>
    `Die Kennung ${id} (${term(kind)}) bezeichnet mehr als eine Sache`,
  'reading-problem': ({ id }) =>
    id === ''
      ? 'Was dafür nötig ist, konnte nicht vollständig gelesen werden'
      : `${id} konnte nicht vollständig gelesen werden`,
  'unknown-critical': ({ name }) => `Das Bündel verlangt „${name}“; diese Version kennt das nicht`,
  'time-unreadable': ({ text }) => `„${text}“ ist kein lesbarer Zeitpunkt`,
  'type-mismatch': ({ actual, expected }) =>
    `Gefunden: ${term(actual)}, erwartet: ${term(expected)}`,
  'unit-mismatch': ({ actual, expected }) =>
    `Gemessen in ${actual}, der Zielwert steht in ${expected}`,
  'not-a-number': ({ what }) => `${term(what)} ist keine Zahl`,
  'pattern-unreadable': ({ pattern }) => `Das Muster ${pattern} ist nicht lesbar`,
  'nothing-to-check': () => 'Nennt nichts, was sich prüfen ließe',
  holds: ({ what }) => `${what} ist erfüllt`,
  'does-not-hold': ({ what }) => `${what} ist nicht erfüllt`,

  'evidence-present': (p) => count(p.count, 'Nachweis', 'Nachweise'),
  'evidence-too-few': (p) => `${p.count} von ${count(p.needed, 'Nachweis', 'Nachweisen')}`,
  'evidence-none': () => 'Kein Nachweis',
  'evidence-not-found': ({ evidence }) => `Der Nachweis ${evidence} ist nicht im Bündel`,
  'selector-empty': () => 'Sagt nicht, welcher Nachweis gemeint ist',
  'evidence-inadmissible': ({ evidence, text }) => `${evidence} zählt nicht: ${text}`,
  'evidence-advisory': ({ evidence }) =>
    `${evidence} stammt von jemandem, der nur berät, und weist nichts nach`,
  'evidence-wrong-producer': ({ evidence }) =>
    `${evidence} stammt von jemandem, der ihn nicht liefern darf`,
  'evidence-too-weak': ({ evidence, strength, needed }) =>
    `${evidence} hat die Stärke ${strength}; nötig ist mindestens ${needed}`,
  'evidence-without-strength': ({ evidence, needed }) =>
    `${evidence} nennt keine Stärke; nötig ist mindestens ${needed}`,
  'strength-unknown': ({ strength }) => `„${strength}“ steht auf keiner Skala dieses Plans`,
  'evidence-stale': (p) => `${p.evidence} ist ${age(p.age)} alt; erlaubt sind ${age(p.maxAge)}`,
  'evidence-expired': (p) => `${p.evidence} galt ${age(p.validFor)} lang und ist ${age(p.age)} alt`,
  'evidence-other-commit': ({ evidence, commit, needed }) =>
    `${evidence} gilt für Commit ${revision(commit, needed)}, nicht für ${revision(needed, commit)}`,
  'evidence-without-commit': ({ evidence, needed }) =>
    `${evidence} nennt keinen Commit; beurteilt wird ${revision(needed)}`,
  'revision-without-commit': () =>
    'Die Revision nennt keinen Commit, mit dem sich vergleichen ließe',
  'evidence-without-time': ({ evidence }) =>
    `${evidence} hat keine Zeitangabe, sein Alter ist also unbekannt`,
  'evidence-later': ({ evidence, at }) =>
    `${evidence} ist vom ${instant(at)}, also nach diesem Zeitpunkt`,
  'evidence-superseded': ({ evidence, by }) => `${evidence} wurde durch ${by} ersetzt`,
  'digest-mismatch': ({ evidence }) => `Die Bytes von ${evidence} sind nicht die aufgezeichneten`,
  'digest-not-checked': ({ evidence }) =>
    `Die Bytes von ${evidence} wurden nicht mit der Prüfsumme verglichen`,
  'evidence-unreadable': ({ evidence }) => `Die Datei von ${evidence} ist nicht lesbar`,
  'evidence-file-absent': ({ evidence }) => `Die Datei von ${evidence} ist nicht im Bündel`,
  'facts-missing': ({ evidence, fact }) => `${evidence} enthält nichts der Art „${term(fact)}“`,

  'tests-passed': (p) => `${p.passed} von ${count(p.executed, 'Test', 'Tests')} bestanden`,
  'tests-failed': (p) =>
    `${count(p.failed, 'Test', 'Tests')} nicht bestanden; erlaubt: ${p.allowed}`,
  'tests-none': () => 'Kein Test ist gelaufen, und null Tests weisen nichts nach',
  'tests-none-passed': ({ executed }) => `Keiner von ${count(executed, 'Test', 'Tests')} bestanden`,
  'tests-too-few': ({ executed, needed }) =>
    `${executed} von mindestens ${count(needed, 'Test', 'Tests')} gelaufen`,
  'tests-skipped': (p) => `${count(p.skipped, 'Test', 'Tests')} ausgelassen; erlaubt: ${p.allowed}`,
  'tests-flaky': (p) => `${count(p.flaky, 'Test', 'Tests')} unbeständig; erlaubt: ${p.allowed}`,
  'tests-not-listed': ({ evidence }) =>
    `${evidence} nennt Summen, zählt seine Tests aber nicht auf`,
  'tests-counts-inconsistent': ({ evidence }) => `Die Summen von ${evidence} gehen nicht auf`,
  'tests-unaccounted': (p) => `${count(p.count, 'Test', 'Tests')} ohne bekannten Ausgang`,
  'tests-tier-not-reported': ({ tier }) => `Kein Bericht für die Stufe ${tier}`,
  'tests-suite-not-reported': ({ suite }) => `Kein Bericht für die Suite ${suite}`,
  'tests-acceptance-without-result': ({ acceptance, without, of }) =>
    `${without} von ${of} Abnahmekennungen ohne Ergebnis, zuerst ${acceptance}`,
});
