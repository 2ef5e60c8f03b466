import type { StateWords } from './states-en.ts';

export const de: StateWords = {
  condition: {
    passed: 'Erfüllt',
    failed: 'Nicht erfüllt',
    missing: 'Nachweis fehlt',
    stale: 'Veraltet',
    unknown: 'Nicht beurteilbar',
    waived: 'Ausgenommen',
    'not-applicable': 'Nicht anwendbar',
  },
  gate: {
    passed: 'Bestanden',
    failed: 'Nicht bestanden',
    unknown: 'Nicht beurteilbar',
    stale: 'Veraltet',
    missing: 'Nachweis fehlt',
  },
  item: {
    complete: 'Abgeschlossen',
    contradicted: 'Widersprüchlich',
    stopped: 'Angehalten',
    failed: 'Gescheitert',
    'in-progress': 'In Arbeit',
    ready: 'Bereit',
    blocked: 'Blockiert',
    deferred: 'Zurückgestellt',
  },
  declared: {
    'not-started': 'nicht begonnen',
    'in-progress': 'in Arbeit',
    complete: 'abgeschlossen',
    blocked: 'blockiert',
    failed: 'gescheitert',
    deferred: 'zurückgestellt',
    reopened: 'wieder geöffnet',
    stopped: 'angehalten',
    unknown: 'nicht verstanden',
  },
  readiness: {
    proven: 'Nachgewiesen',
    failing: 'Nachweis misslingt',
    unproven: 'Nicht nachgewiesen',
    'not-required': 'Kein Nachweis nötig',
  },
  permission: {
    authorised: 'Freigegeben',
    'not-authorised': 'Nicht freigegeben',
    expired: 'Freigabe abgelaufen',
    forbidden: 'Verboten',
    'not-required': 'Keine Freigabe nötig',
  },
  digest: {
    match: 'Prüfsumme stimmt',
    mismatch: 'Prüfsumme weicht ab',
    absent: 'Datei fehlt',
    unreadable: 'Datei nicht lesbar',
    unchecked: 'Noch nicht verglichen',
    unrecorded: 'Keine Prüfsumme aufgezeichnet',
  },
  recorded: { passed: 'bestanden', failed: 'nicht bestanden', unknown: 'nicht verstanden' },
  // Nouns keep their capital: only the first letter of the word or of the phrase is bent.
  inside: (word) =>
    /^(?:Nachweis|Prüfsumme|Datei|Freigabe)/.test(word)
      ? word
      : `${word.slice(0, 1).toLowerCase()}${word.slice(1)}`,
};
