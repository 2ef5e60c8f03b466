import type { PluralForms } from '../../../lib/format/list.ts';

export type PaletteGroup =
  | 'pages'
  | 'items'
  | 'gates'
  | 'evidence'
  | 'metrics'
  | 'documents'
  | 'rules'
  | 'projects'
  | 'actions';

/** Words of the command palette. */
export interface PaletteWords {
  readonly title: string;
  readonly field: string;
  readonly groups: Readonly<Record<Exclude<PaletteGroup, 'items'>, string>>;
  readonly items: (forms: PluralForms) => string;
  readonly more: (count: number) => string;
  readonly nothing: (typed: string) => string;
  readonly nothingHint: string;
  readonly searching: string;
  readonly evidenceFailed: string;
  readonly found: (count: number) => string;
  readonly share: string;
  readonly shareAlso: string;
  readonly asOfNow: string;
  readonly asOfDefault: string;
  readonly asOfAlso: string;
  readonly print: string;
  readonly printAlso: string;
  readonly keys: string;
  readonly keysAlso: string;
  readonly theme: (name: string) => string;
  readonly themeAlso: string;
  readonly language: (name: string) => string;
  readonly languageAlso: string;
  readonly allProjects: string;
  readonly allProjectsAlso: string;
  readonly toMove: string;
  readonly toOpen: string;
  readonly toClose: string;
}

export const en: PaletteWords = {
  title: 'Find and do',
  field: 'Search the plan, or name an action',
  groups: {
    pages: 'Pages',
    gates: 'Gates',
    evidence: 'Evidence',
    metrics: 'Metrics',
    documents: 'Documents',
    rules: 'Rules',
    projects: 'Projects',
    actions: 'Actions',
  },
  items: (forms) => {
    const word = forms.other;
    return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
  },
  more: (count) => `${count} more; type more of it`,
  nothing: (typed) => `Nothing is called “${typed}”`,
  nothingHint: 'Ids, titles, paths and actions are searched.',
  searching: 'Searching the evidence',
  evidenceFailed: 'The evidence could not be searched.',
  found: (count) => (count === 1 ? '1 result' : `${count} results`),
  share: 'Copy a link to what is shown',
  shareAlso: 'share url address',
  asOfNow: 'Judge as of this moment',
  asOfDefault: 'Judge as of the usual instant again',
  asOfAlso: 'as of time date clock stale fresh',
  print: 'Print or save as PDF',
  printAlso: 'paper document',
  keys: 'Show the keyboard shortcuts',
  keysAlso: 'help keys',
  theme: (name) => `Theme: ${name}`,
  themeAlso: 'colour appearance mode',
  language: (name) => `Language: ${name}`,
  languageAlso: 'deutsch english german',
  allProjects: 'Show all projects',
  allProjectsAlso: 'open bundle home start',
  toMove: 'to move',
  toOpen: 'to open',
  toClose: 'to close',
};
