import { countIn } from '../../../lib/format/list.ts';
import type { ProjectsWords } from './en.ts';

const n = countIn('de');

export const de: ProjectsWords = {
  question: 'Welchen Plan möchten Sie ansehen?',
  answer: (count) => (count === 0 ? 'Hier ist noch keiner' : n(count, 'Projekt', 'Projekte')),
  note: 'Jedes Urteil wird in Ihrem Browser aus den Nachweisen im Bündel berechnet. Nichts verlässt ihn.',
  none: 'Kein Projekt an dieser Quelle',
  noneWhy:
    'Öffnen Sie unten ein Bündel, oder lassen Sie die Installation in config.json eine andere Quelle nennen.',
  sample: 'Beispieldaten',
  headline: {
    'all-complete': 'Alles abgeschlossen',
    'may-advance': 'Kann weitergehen',
    held: 'Aufgehalten',
    'not-begun': 'Nicht begonnen',
    contradicted: 'Gemeldet und berechnet weichen ab',
    halted: 'Angehalten',
    empty: 'Leerer Plan',
  },
  complete: (done, of) => `${done} von ${of} abgeschlossen`,
  trend: (from, to, count) =>
    `Abgeschlossene Vorgänge über ${count} Revisionen: von ${from} auf ${to}`,
  unreadable: 'Nicht lesbar',
  server: 'Die Adresse ist ein Server, der Revisionen aufbewahrt und Änderungen meldet',
  token: 'Zugangsschlüssel, wenn der Server einen verlangt',
  tokenHint:
    'Bleibt im Speicher, bis diese Seite geschlossen oder neu geladen wird, und steht nie in einem Link.',
  changed: 'Die Liste der Projekte hat sich auf dem Server geändert.',
  show: 'Zeigen',
  revisions: (count) => n(count, 'Revision', 'Revisionen'),
  openTitle: 'Ein Bündel öffnen',
  openHint:
    'Legen Sie irgendwo auf dieser Seite einen Ordner, ein bundle.json oder ein .zip ab. Es bleibt in diesem Browser und ist nach dem Neuladen wieder da.',
  chooseFile: 'Datei wählen',
  chooseFolder: 'Ordner wählen',
  address: 'Adresse eines Bündels',
  addressHint: 'Ein Ordner mit index.json oder bundle.json, ein bundle.json oder ein .zip',
  openAddress: 'Diese Adresse öffnen',
  kept: 'In diesem Browser aufbewahrt',
  keptHint: 'Links darauf gelten nur in diesem Browser.',
  forget: (name) => `${name} vergessen`,
};
