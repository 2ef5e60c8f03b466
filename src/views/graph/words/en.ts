import type { InvariantResult } from '../../../gates/types.ts';
import { formatCount, formatList } from '../../../lib/format/list.ts';
import type { ItemForms } from '../../../parts/wording/item-words.ts';
import type { Direction } from '../drawing-layout.ts';
import type { EdgeStanding } from '../edge-look.ts';
import type { GraphSearch } from '../graph-search.ts';
import type { GroupCount } from '../node-face.ts';
import type { MarkKind } from '../node-mark.ts';

/** Words of the drawing, its toolbar and the table twin. */
export interface GraphWords {
  readonly page: string;
  readonly drawingOf: (items: string) => string;
  readonly walkHelp: (direction: Direction) => string;
  readonly show: string;
  readonly graphShape: string;
  readonly tableShape: string;
  readonly focus: string;
  readonly focuses: Readonly<Record<NonNullable<GraphSearch['focus']>, string>>;
  readonly rules: string;
  readonly ruleVerdict: Readonly<Record<InvariantResult['verdict'], string>>;
  readonly search: string;
  readonly states: string;
  readonly statesChosen: (count: number) => string;
  readonly filters: (chosen: number) => string;
  readonly owners: string;
  readonly nobody: string;
  readonly insideGroup: string;
  readonly clearFilters: string;
  readonly allEdges: string;
  readonly allEdgesHint: (count: number) => string;
  /** Which of the matches is shown: `3 of 49: W-17 Move ledger`. */
  readonly matchIs: (at: number, of: number, name: string) => string;
  readonly matchBefore: string;
  readonly matchAfter: string;
  readonly matches: (found: number, total: number, items: ItemForms) => string;
  readonly noMatches: string;
  readonly empty: string;
  readonly emptyRemedy: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly fitted: string;
  readonly zoomIs: (percent: number) => string;
  readonly naturalSize: string;
  readonly direction: string;
  readonly directions: Readonly<Record<Direction | 'itself', string>>;
  readonly legend: string;
  readonly standing: Readonly<Record<EdgeStanding, string>>;
  readonly export: string;
  readonly showTable: string;
  readonly judging: string;
  readonly unjudged: string;
  readonly conditions: (met: number, total: number) => string;
  readonly inside: (count: GroupCount) => string;
  readonly ghost: string;
  readonly groups: string;
  readonly openAllGroups: string;
  readonly closeAllGroups: string;
  readonly openGroup: (id: string) => string;
  readonly closeGroup: (id: string) => string;
  readonly closedGroup: string;
  readonly worstInside: (state: string) => string;
  readonly counted: (count: number, state: string) => string;
  readonly merged: string;
  readonly nodeName: (parts: readonly string[]) => string;
  /** Heads the column of marks in the table. */
  /** What opens the menu of revisions, and that of assumptions. */
  readonly compare: string;
  readonly whatIf: string;
  readonly marksTitle: Readonly<Record<'scenario' | 'compare' | 'why', string>>;
  /** On the node, where no other state is shown. */
  readonly mark: Readonly<Record<MarkKind, string>>;
  /** Beside a mark of a comparison: the state that was. */
  readonly markWas: (state: string) => string;
  /** In the node's name; the state is the one that would be, or that was. */
  readonly markSays: Readonly<
    Record<MarkKind, (state: string | undefined, label: string | undefined) => string>
  >;
  readonly waitsFor: (ids: readonly string[], more: number) => string;
  readonly inspector: string;
  readonly retry: string;
  readonly column: Readonly<
    Record<
      | 'id'
      | 'title'
      | 'state'
      | 'declared'
      | 'conditions'
      | 'waits'
      | 'holds'
      | 'slack'
      | 'inside'
      | 'owner'
      | 'kind'
      | 'class',
      string
    >
  >;
}

export const en: GraphWords = {
  page: 'Dependency graph',
  drawingOf: (items) => `Graph of ${items}`,
  walkHelp: (direction) =>
    `${direction === 'right' ? 'Left and right follow dependencies, up and down' : 'Up and down follow dependencies, left and right'} go across, letters go to an id, Space opens and closes a group, Enter opens the reasons, Escape closes them. Plus and minus zoom, full stop shows the natural size, 0 shows all, Shift with an arrow moves the drawing, the menu key shows what can be done.`,
  show: 'Show as',
  graphShape: 'Graph',
  tableShape: 'Table',
  focus: 'Focus',
  focuses: {
    why: 'Why blocked',
    upstream: 'Upstream',
    downstream: 'Downstream',
    path: 'Path',
    critical: 'Critical path',
  },
  rules: 'Rules',
  ruleVerdict: { holds: 'holds', violated: 'violated', 'not-evaluated': 'not judged' },
  search: 'Find in the plan',
  states: 'States',
  statesChosen: (count) => `States: ${count}`,
  filters: (chosen) => (chosen === 0 ? 'Filter' : `Filter: ${chosen}`),
  owners: 'Owner',
  nobody: 'nobody',
  insideGroup: 'Inside',
  clearFilters: 'Clear filters',
  allEdges: 'Implied edges',
  allEdgesHint: (count) =>
    `Draws ${formatCount(count, { one: 'dependency that follows', other: 'dependencies that follow' })} from others`,
  matchIs: (at, of, name) => `${at} of ${of}: ${name}`,
  matchBefore: 'Previous match',
  matchAfter: 'Next match',
  matches: (found, total, items) => `${found} of ${formatCount(total, items)}`,
  noMatches: 'No item matches',
  empty: 'This plan has no items yet',
  emptyRemedy: 'Its bundle lists no phase, wave or step, so there is nothing to draw.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit all',
  fitted: 'Everything is in view.',
  zoomIs: (percent) => `Zoom ${percent} %`,
  naturalSize: 'Natural size',
  direction: 'Direction',
  directions: {
    itself: 'As more can be read',
    right: 'From left to right',
    down: 'From top to bottom',
  },
  legend: 'Legend of the edges',
  standing: {
    satisfied: 'satisfied',
    waiting: 'waiting',
    blocking: 'blocking',
    optional: 'optional',
    unjudged: 'not judged yet',
    'supposed-satisfied': 'would be satisfied',
    'supposed-waiting': 'would be waiting',
    'supposed-blocking': 'would be blocking',
    removed: 'removed',
  },
  export: 'Export',
  showTable: 'Show the table',
  judging: 'States are being computed',
  unjudged: 'not judged yet',
  conditions: (met, total) =>
    `${met} of ${formatCount(total, { one: 'condition', other: 'conditions' })}`,
  inside: ({ complete, total, faulty }) =>
    total === 0
      ? 'nothing in scope inside'
      : `${complete} of ${total} complete${faulty > 0 ? `, ${faulty} at fault` : ''}`,
  ghost: 'not in the plan',
  groups: 'Groups',
  openAllGroups: 'Open all groups',
  closeAllGroups: 'Close all groups',
  openGroup: (id) => `Open group ${id}`,
  closeGroup: (id) => `Close group ${id}`,
  closedGroup: 'closed group',
  worstInside: (state) => `worst inside ${state}`,
  counted: (count, state) => `${count} ${state}`,
  merged: 'several dependencies that mean the same',
  nodeName: (parts) => parts.join(', '),
  compare: 'Compare',
  whatIf: 'What if',
  marksTitle: { scenario: 'In the scenario', compare: 'Compared', why: 'Root cause' },
  mark: {
    assumed: 'Assumed',
    released: 'Released',
    caught: 'Held',
    turned: 'Otherwise',
    added: 'Added',
    removed: 'Removed',
    flipped: 'Flipped',
    changed: 'Changed',
    cause: 'Cause',
    slack: 'Can slip',
  },
  markWas: (state) => `was ${state}`,
  markSays: {
    assumed: (state) => `assumed${state === undefined ? '' : `, would be ${state}`}`,
    released: (state) => `would be released${state === undefined ? '' : ` and ${state}`}`,
    caught: (state) => `would begin to wait${state === undefined ? '' : ` and be ${state}`}`,
    turned: (state) => (state === undefined ? 'would be otherwise' : `would be ${state}`),
    added: () => 'added since the other revision',
    removed: (state) => `removed${state === undefined ? '' : `, was ${state}`}`,
    flipped: (state) => (state === undefined ? 'flipped' : `was ${state}`),
    changed: () => 'changed since the other revision',
    cause: () => 'a root cause',
    slack: (_, label) => `can slip by ${label ?? 'some'}`,
  },
  waitsFor: (ids, more) => `waits for ${someOf(ids, more)}`,
  inspector: 'Details of the item',
  retry: 'Try again',
  column: {
    id: 'Id',
    title: 'Title',
    state: 'State',
    declared: 'Declared',
    conditions: 'Conditions',
    waits: 'Waits for',
    holds: 'Waited for by',
    slack: 'Can slip',
    inside: 'Inside',
    owner: 'Owner',
    kind: 'Kind',
    class: 'Class',
  },
};

function someOf(names: readonly string[], more: number): string {
  return formatList(more > 0 ? [...names, `${more} more`] : names);
}
