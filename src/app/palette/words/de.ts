import type { PaletteWords } from './en.ts';

export const de: PaletteWords = {
  title: 'Finden und ausführen',
  field: 'Den Plan durchsuchen oder eine Aktion nennen',
  groups: {
    pages: 'Seiten',
    gates: 'Gates',
    evidence: 'Nachweise',
    metrics: 'Kennzahlen',
    documents: 'Dokumente',
    rules: 'Regeln',
    projects: 'Projekte',
    actions: 'Aktionen',
  },
  items: (forms) => {
    const word = forms.other;
    return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
  },
  more: (count) => `${count} weitere; tippen Sie mehr davon`,
  nothing: (typed) => `Nichts heißt „${typed}“`,
  nothingHint: 'Durchsucht werden Kennungen, Titel, Pfade und Aktionen.',
  searching: 'Die Nachweise werden durchsucht',
  evidenceFailed: 'Die Nachweise konnten nicht durchsucht werden.',
  found: (count) => (count === 1 ? '1 Treffer' : `${count} Treffer`),
  share: 'Link zur jetzigen Ansicht kopieren',
  shareAlso: 'teilen share url adresse',
  asOfNow: 'Zum jetzigen Zeitpunkt beurteilen',
  asOfDefault: 'Wieder zum üblichen Zeitpunkt beurteilen',
  asOfAlso: 'stand zeitpunkt datum uhr veraltet frisch',
  print: 'Drucken oder als PDF sichern',
  printAlso: 'papier dokument print',
  keys: 'Die Tastenkürzel zeigen',
  keysAlso: 'hilfe tasten tastatur keys',
  theme: (name) => `Darstellung: ${name}`,
  themeAlso: 'farbe aussehen modus theme',
  language: (name) => `Sprache: ${name}`,
  languageAlso: 'deutsch english englisch language',
  allProjects: 'Alle Projekte zeigen',
  allProjectsAlso: 'öffnen bündel anfang start',
  toMove: 'bewegen',
  toOpen: 'öffnen',
  toClose: 'schließen',
};
