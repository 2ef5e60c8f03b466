import type { InvariantResult } from '../../../gates/types.ts';
import { formatCount, formatList, type PluralForms } from '../../../lib/format/list.ts';
import type { ItemForms } from '../../../parts/wording/item-words.ts';

/** Words of the graph's page that its first picture does without. */
export interface MoreGraphWords {
  readonly leaveFocus: string;
  readonly depth: (depth: number | undefined) => string;
  readonly depthHeading: string;
  readonly steps: (count: number) => string;
  readonly allSteps: string;
  readonly focusNeedsItem: string;
  /** How many in scope are held back: the number that the overview tells. */
  readonly heldBack: (held: number, inScope: number, items: ItemForms) => string;
  readonly whyAll: (items: string) => string;
  readonly rootCauses: (ids: readonly string[], more: number) => string;
  readonly whyItem: (id: string, items: string) => string;
  readonly sided: Readonly<
    Record<'upstream' | 'downstream', (id: string, items: string) => string>
  >;
  readonly pathNeedsItem: string;
  readonly pathNeedsEnd: (id: string) => string;
  readonly noPath: (a: string, b: string) => string;
  readonly pathIs: (a: string, b: string, items: string) => string;
  readonly nothingCritical: string;
  /** No length where items are counted anyway. */
  readonly criticalIs: (items: string, length: string | undefined) => string;
  readonly alsoCritical: (items: string) => string;
  readonly noSuchRule: (id: string) => string;
  readonly ruleIs: Readonly<
    Record<InvariantResult['verdict'], (title: string, count: number, items: string) => string>
  >;
  readonly openConditions: PluralForms;
  readonly saveSvg: Readonly<Record<'light' | 'dark', string>>;
  readonly savePng: Readonly<Record<'light' | 'dark', string>>;
  readonly copyMermaid: string;
  readonly copyDot: string;
  readonly copied: string;
  readonly mermaidLimits: string;
  readonly exportFailed: string;
  readonly exportFailedRemedy: string;
  readonly pngReduced: (percent: number) => string;
  readonly pictureOf: (revision: string, bundle: string, asOf: string) => string;
  readonly sampleNote: string;
  readonly layoutFailed: string;
  readonly layoutFailedRemedy: string;
  /** What can be done with a node. */
  readonly menu: Readonly<Record<'details' | 'why' | 'upstream' | 'downstream' | 'path', string>>;
  readonly ruleInFull: string;
  readonly noMatchesRemedy: string;
  readonly minimap: string;
  readonly noConditions: string;
  readonly noSuchItem: (id: string) => string;
}

export const moreEn: MoreGraphWords = {
  leaveFocus: 'Leave focus',
  depth: (depth) => `Depth: ${depth ?? 'all'}`,
  depthHeading: 'Dependencies in a row',
  steps: (count) => (count === 1 ? '1, direct only' : `up to ${count}`),
  allSteps: 'all',
  focusNeedsItem: 'Choose an item to see what it waits for and what waits for it.',
  heldBack: (held, inScope, items) =>
    `${held} of ${formatCount(inScope, items)} ${held === 1 ? 'is' : 'are'} held back.`,
  whyAll: (items) => `What is a cause, or is held by one: ${items}.`,
  rootCauses: (ids, more) => `Root causes: ${someOf(ids, more)}.`,
  whyItem: (id, items) => `What stands before ${id} and is still open: ${items}.`,
  sided: {
    upstream: (id, items) => `${id} waits for ${items}.`,
    downstream: (id, items) => `Waiting for ${id}: ${items}.`,
  },
  pathNeedsItem: 'Choose the item at which the path begins.',
  pathNeedsEnd: (id) => `Choose the other end of the path from ${id}.`,
  noPath: (a, b) => `No chain of dependencies joins ${a} and ${b}.`,
  pathIs: (a, b, items) => `On the chains of dependencies between ${a} and ${b}: ${items}.`,
  nothingCritical: 'No open work is left, so no chain of it is the longest.',
  criticalIs: (items, length) =>
    `The longest chain of open work: ${length === undefined ? items : `${items}, ${length}`}.`,
  alsoCritical: (items) => `Other chains are as long; they lead through ${items} more.`,
  noSuchRule: (id) => `This plan has no rule ${id}.`,
  ruleIs: {
    holds: (title) => `${title}: holds, there is no counterexample.`,
    violated: (title, count, items) =>
      `${title}: violated, ${formatCount(count, { one: 'counterexample', other: 'counterexamples' })} with ${items}.`,
    'not-evaluated': (title) => `${title}: could not be judged.`,
  },
  openConditions: { one: 'open condition', other: 'open conditions' },
  saveSvg: { light: 'Save as SVG, light', dark: 'Save as SVG, dark' },
  savePng: { light: 'Save as PNG, light', dark: 'Save as PNG, dark' },
  copyMermaid: 'Copy as Mermaid',
  copyDot: 'Copy as DOT',
  copied: 'Copied to the clipboard',
  mermaidLimits:
    'This is more than Mermaid draws by default (500 edges, 50,000 letters). Close groups, or raise maxEdges and maxTextSize.',
  exportFailed: 'The drawing could not be exported.',
  exportFailedRemedy: 'The browser refused. Try the SVG, which needs the least of it.',
  pngReduced: (percent) =>
    `The PNG was reduced to ${percent} % to stay within what browsers draw. The SVG has every detail.`,
  pictureOf: (revision, bundle, asOf) => `${revision} · as of ${asOf} · bundle ${bundle}`,
  sampleNote: 'Sample data: made up to show how the dashboard works.',
  layoutFailed: 'The graph could not be arranged.',
  layoutFailedRemedy: 'Try again, or use the table, which lists the same items.',
  menu: {
    details: 'Show details',
    why: 'Why is it blocked',
    upstream: 'What it waits for',
    downstream: 'What waits for it',
    path: 'Path from here',
  },
  ruleInFull: 'The rule in full',
  noMatchesRemedy: 'Choose other states or search for fewer words.',
  minimap: 'Overview of the drawing; click to go there',
  noConditions: 'no conditions',
  noSuchItem: (id) => `This plan has no item ${id}.`,
};

function someOf(names: readonly string[], more: number): string {
  return formatList(more > 0 ? [...names, `${more} more`] : names);
}
