import { formatCount } from '../../lib/format/list.ts';
import type { IntegrityReport } from '../../queries/integrity-types.ts';

type ClaimState = IntegrityReport['complete']['state'];

/** Words of the frame around the pages. */
export interface ShellWords {
  readonly skip: string;
  readonly pages: string;
  readonly find: string;
  readonly allProjects: string;
  readonly overview: string;
  readonly graph: string;
  readonly gates: string;
  readonly evidence: string;
  readonly metrics: string;
  readonly bundle: string;
  readonly authorisations: string;
  readonly contract: string;
  readonly documents: string;
  readonly invariants: string;
  readonly history: string;
  readonly more: string;
  readonly violated: (count: number) => string;
  readonly sample: string;
  readonly sampleHint: string;
  readonly asOf: (time: string) => string;
  readonly asOfTitle: string;
  readonly asOfExplained: Readonly<Record<'chosen' | 'sample' | 'now', string>>;
  readonly asOfField: string;
  readonly asOfApply: string;
  readonly asOfReset: string;
  readonly share: string;
  readonly shared: string;
  readonly shareLocal: string;
  readonly shareFailed: string;
  /** Names the button that opens the choice of theme and language. */
  readonly appearance: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'system' | 'light' | 'dark' | 'contrast', string>>;
  readonly language: string;
  readonly languageSystem: string;
  readonly languageFailed: string;
  readonly notPassed: (count: number) => string;
  readonly problems: (count: number) => string;
  readonly integrity: string;
  readonly claims: Readonly<Record<'intact' | 'complete' | 'authentic' | 'recomputed', string>>;
  readonly notChecked: string;
  readonly claimStates: Readonly<
    Record<'complete' | 'authentic', Readonly<Record<ClaimState, string>>>
  >;
  readonly digests: (match: number, total: number) => string;
  readonly digestsBroken: (count: number) => string;
  readonly digestsUnread: (count: number) => string;
  readonly digestsNone: string;
  readonly withOwnKeys: (keys: number) => string;
  readonly recordedNone: string;
  readonly recomputedAgrees: string;
  readonly recomputedDiffers: (count: number) => string;
  readonly bundleOf: (id: string) => string;
  readonly loading: string;
  /** After some seconds of it. */
  readonly loadingLong: string;
  readonly notFound: string;
  readonly notFoundRemedy: string;
  readonly notFoundHome: string;
  readonly crashed: string;
  readonly crashedRemedy: string;
  readonly tryAgain: string;
  readonly dropHere: string;
  readonly printBundle: (id: string) => string;
}

export const en: ShellWords = {
  skip: 'Skip to the page',
  pages: 'Pages',
  find: 'Find or do anything',
  allProjects: 'All projects',
  overview: 'Overview',
  graph: 'Graph',
  gates: 'Gates',
  evidence: 'Evidence',
  metrics: 'Metrics',
  bundle: 'Bundle',
  authorisations: 'Authorisations',
  contract: 'Contract',
  documents: 'Documents',
  invariants: 'Invariants',
  history: 'History',
  more: 'More',
  violated: (count) => `${count} violated`,
  sample: 'Sample data',
  sampleHint: 'The plan is real, its evidence is made up.',
  asOf: (time) => `As of ${time}`,
  asOfTitle: 'Judged as of',
  asOfExplained: {
    chosen:
      'You chose this instant. Evidence is fresh or stale, and grants valid or expired, by it.',
    sample: 'Sample data is judged at the instant of its revision, so that it does not age.',
    now: 'The moment at which you opened this page.',
  },
  asOfField: 'Instant (UTC)',
  asOfApply: 'Judge as of this instant',
  asOfReset: 'Back to the default',
  share: 'Share',
  shared: 'Link copied. It shows what you see now.',
  shareLocal: 'Link copied. It works in this browser only, because the bundle was dropped here.',
  shareFailed: 'The browser refused to copy. The address bar holds the same link.',
  appearance: 'Theme and language',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  language: 'Language',
  languageSystem: 'As the browser',
  languageFailed:
    'The words of this language could not be fetched. Check the connection and choose it again.',
  notPassed: (count) => `${count} not passed`,
  problems: (count) => formatCount(count, { one: 'problem', other: 'problems' }),
  integrity: 'Integrity',
  claims: {
    intact: 'Intact',
    complete: 'Complete',
    authentic: 'Authentic',
    recomputed: 'Recomputed',
  },
  notChecked: 'not checked yet',
  claimStates: {
    complete: {
      holds: 'exactly the files it lists',
      broken: 'other files than it lists',
      unknown: 'cannot be told',
      unclaimed: 'it lists no files',
    },
    authentic: {
      holds: 'signed with a key you trust',
      broken: 'a signature does not hold',
      unknown: 'signed with no key you trust',
      unclaimed: 'nothing is signed',
    },
  },
  digests: (match, total) => `${match} of ${total} files match`,
  digestsBroken: (count) =>
    `${formatCount(count, { one: 'file does', other: 'files do' })} not match`,
  digestsUnread: (count) => `${count} ${count === 1 ? 'file' : 'files'} cannot be read`,
  digestsNone: 'no file compared yet',
  withOwnKeys: (keys) =>
    `judged with ${formatCount(keys, { one: 'key', other: 'keys' })} of the viewer’s choice`,
  recordedNone: 'no verdict recorded',
  recomputedAgrees: 'recorded verdicts agree',
  recomputedDiffers: (count) =>
    `${formatCount(count, { one: 'recorded verdict differs', other: 'recorded verdicts differ' })}`,
  bundleOf: (id) => `Bundle ${id}: what was checked`,
  loading: 'Reading the bundle',
  loadingLong: 'Still reading. Slow connections and large plans take a while.',
  notFound: 'There is no such page',
  notFoundRemedy: 'The link may be cut short. The list of projects is a safe place to go on.',
  notFoundHome: 'Show all projects',
  crashed: 'This page failed',
  crashedRemedy: 'Reload it. If it fails again, the details below help whoever mends it.',
  tryAgain: 'Try again',
  printBundle: (id) => `Bundle ${id}`,
  dropHere: 'Drop a bundle: a folder, bundle.json or a .zip',
};
