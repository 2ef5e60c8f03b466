import type { RuleTitles } from './rules-en.ts';

export const de: RuleTitles = {
  'complete-needs-evidence': 'Was abgeschlossen ist, hat einen Nachweis',
  'complete-after-dependencies': 'Nichts ist abgeschlossen vor dem, wovon es abhängt',
  'earlier-phase-blocks-later':
    'Keine spätere Phase geht voran, solange in einer früheren etwas offen ist, das sie aufhält',
  'guarded-close-needs-gate': 'Was ein Gate bewacht, schließt nur mit bestandenem Gate',
  'step-needs-own-authorisation': 'Kein Schritt ohne eigene Freigabe',
  'one-authorisation-one-step': 'Eine Freigabe gilt für einen Schritt',
  're-verified-between-steps': 'Zwischen zwei Schritten wurde alles noch einmal geprüft',
  'advisory-authorises-nothing': 'Ein Rat gibt nichts frei',
  'attempts-within-limit': 'Versuche bleiben in ihrer Grenze',
  'forbidden-effects-absent': 'Verbotene Wirkungen bleiben aus',
  'recorded-equals-recomputed': 'Aufgezeichnete Urteile gleichen den nachgerechneten',
  'one-name-one-thing': 'Ein Name oder eine Nummer bezeichnet eine Sache',
  'referenced-file-is-delivered': 'Dateien, auf die verwiesen wird, werden geliefert',
  'stated-counts-agree': 'Genannte Anzahlen stimmen mit dem Aufgezählten überein',
  'stated-numbers-agree': 'Zahlen, die zweimal genannt sind, stimmen überein',
};
