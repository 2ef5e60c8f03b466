import type { ReactNode } from 'react';
import { formatCount } from '../../../lib/format/list.ts';
import type { ItemForms } from '../../../parts/wording/item-words.ts';

/** How a count of items is wrapped: in a link and in the colour of its state. */
type Wrap = (text: string) => ReactNode;

export interface OverviewWords {
  readonly question: string;
  readonly empty: string;
  readonly emptyWhy: string;
  readonly emptyBundle: string;
  /** Files of evidence that the answer could not count. */
  readonly lacking: (absent: number, unreadable: number, total: number) => string;
  readonly lackingFiles: string;
  /** @param others items that are deferred or left out, and so no part of it */
  readonly allComplete: (
    counts: { readonly complete: number; readonly others: number },
    items: ItemForms,
    link: Wrap,
  ) => ReactNode;
  /** The plan waits for itself, so no order of work fulfils it. */
  readonly circle: (count: number, items: ItemForms, link: Wrap) => ReactNode;
  /** Gates are recorded as passed and do not pass, while no item says more than it proves. */
  readonly contradictedGates: (count: number, link: Wrap) => ReactNode;
  readonly notBegun: (ready: number, items: ItemForms, link: Wrap) => ReactNode;
  /** Nothing is at fault; what is held waits for work that lawfully comes first. */
  readonly mayAdvance: (
    counts: {
      readonly ready: number;
      readonly inProgress: number;
      readonly held: number;
      readonly inScope: number;
    },
    items: ItemForms,
    links: { readonly ready: Wrap; readonly inProgress: Wrap; readonly held: Wrap },
  ) => ReactNode;
  readonly held: (
    counts: { readonly causes: number; readonly held: number; readonly inScope: number },
    items: ItemForms,
    links: { readonly causes: Wrap; readonly held: Wrap },
  ) => ReactNode;
  /** The same after a sentence that has said no already. */
  readonly heldShort: OverviewWords['held'];
  /** Something is wrong, and nothing waits for it. */
  readonly open: (causes: number, link: Wrap) => ReactNode;
  readonly firstFrees: (released: number) => string;
  readonly together: string;
  readonly contradicted: (count: number, items: ItemForms, link: Wrap) => ReactNode;
  readonly halted: (count: number, items: ItemForms, link: Wrap) => ReactNode;
  readonly strip: string;
  readonly stripSummary: (shown: number, total: number) => string;
  readonly holds: string;
  readonly byReleased: (items: ItemForms) => string;
  readonly released: (count: number, items: ItemForms) => string;
  readonly heldToo: (count: number, items: ItemForms) => string;
  readonly noCauses: string;
  readonly moreCauses: (count: number) => string;
  readonly causeCount: (count: number) => string;
  /** Causes of the set that are not listed. */
  readonly moreInSet: (count: number) => string;
  readonly smallestSet: string;
  readonly smallestSetApproximate: string;
  readonly startNow: string;
  readonly inProgress: string;
  readonly oneStepAway: string;
  readonly waitsOnlyFor: string;
  readonly nothingStarts: string;
  readonly nothingStartsWhy: string;
  readonly nothingLeft: string;
  readonly nothingLeftWhy: string;
  readonly readyNote: string;
  readonly moreItems: (count: number, items: ItemForms) => string;
  readonly metrics: string;
  readonly target: (text: string) => string;
  readonly noTarget: string;
  readonly noValue: string;
  readonly moreMetrics: (count: number) => string;
  readonly confidence: string;
  readonly confidenceText: (passes: number, verified: number, independent: number) => string;
  readonly confidenceNone: string;
  readonly findings: string;
  readonly moreFindings: (count: number) => string;
  readonly invariants: string;
  readonly invariantsHold: (holding: number, total: number) => string;
  readonly counterexamples: (count: number) => string;
  readonly sayAbout: string;
  readonly allHold: string;
  readonly noConditions: string;
  readonly conditionsMet: (met: number, total: number) => string;
  readonly progressText: (done: number, total: number) => string;
  readonly since: (revision: string) => string;
  readonly firstRevision: string;
  readonly nothingChanged: string;
  readonly changesFailed: string;
  readonly passRevoked: string;
  readonly gateBecame: (verdict: string) => string;
  readonly gateCame: (verdict: string) => string;
  readonly gateGone: string;
  readonly loosened: string;
  readonly weakened: string;
  readonly replaced: string;
  readonly unset: string;
  readonly moreChanges: (count: number) => string;
  readonly otherChanges: (counts: {
    readonly items: number;
    readonly evidence: number;
    readonly metrics: number;
    readonly rules: number;
  }) => string;
}

export const en: OverviewWords = {
  question: 'Can the next phase start?',
  empty: 'This plan has no items yet.',
  emptyWhy:
    'The bundle names no work. Once it does, this page says what may start and what holds the rest back.',
  emptyBundle: 'See what was read',
  lacking: (absent, unreadable, total) =>
    `${[
      absent > 0 && `${absent} of ${total} evidence files ${absent === 1 ? 'is' : 'are'} missing`,
      unreadable > 0 && `${unreadable} of ${total} evidence files cannot be read`,
    ]
      .filter((part) => part !== false)
      .join(', ')}. What rests on them counts as not proven.`,
  lackingFiles: 'Show these files',
  allComplete: ({ complete, others }, items, link) => {
    const which =
      others > 0 ? (
        <>
          {complete === 1 ? 'The only' : 'All'}{' '}
          {link(complete === 1 ? (items.one ?? items.other) : formatCount(complete, items))} in
          scope
        </>
      ) : complete === 1 ? (
        <>The only {link(items.one ?? items.other)}</>
      ) : (
        <>All {link(formatCount(complete, items))}</>
      );
    return (
      <>
        {which} {complete === 1 ? 'is' : 'are'} complete. Nothing is left to start
        {others > 0 && `; ${formatCount(others, items)} ${others === 1 ? 'is' : 'are'} left out`}.
      </>
    );
  },
  circle: (count, items, link) => (
    <>
      No. The plan contradicts itself: {link(formatCount(count, items))}{' '}
      {count === 1 ? 'waits for itself.' : 'wait for each other in a circle.'}
    </>
  ),
  contradictedGates: (count, link) => (
    <>
      No. {link(formatCount(count, { one: 'gate', other: 'gates' }))}{' '}
      {count === 1 ? 'is recorded as passed and does' : 'are recorded as passed and do'} not pass.
    </>
  ),
  notBegun: (ready, items, link) => (
    <>Yes. Nothing has begun, and {link(formatCount(ready, items))} may start.</>
  ),
  mayAdvance: ({ ready, inProgress, held, inScope }, items, links) => {
    if (ready === 0) {
      return (
        <>
          Not yet. Nothing is at fault, but first {links.inProgress(formatCount(inProgress, items))}{' '}
          in progress must be complete.
        </>
      );
    }
    const may = <>Yes. {links.ready(formatCount(ready, items))} may start</>;
    return held === 0 ? (
      <>{may}, and nothing is held back.</>
    ) : (
      <>
        {may}; {links.held(`${held} of ${formatCount(inScope, items)}`)}{' '}
        {held === 1 ? 'waits' : 'wait'} for work that comes first.
      </>
    );
  },
  held: ({ causes, held, inScope }, items, links) => (
    <>
      No. {links.causes(formatCount(causes, { one: 'cause', other: 'causes' }))}{' '}
      {causes === 1 ? 'holds' : 'hold'} back{' '}
      {links.held(`${held} of ${formatCount(inScope, items)}`)}.
    </>
  ),
  open: (causes, link) => (
    <>
      No. {link(formatCount(causes, { one: 'cause', other: 'causes' }))}{' '}
      {causes === 1
        ? 'is open, and nothing else waits for it.'
        : 'are open, and nothing else waits for them.'}
    </>
  ),
  heldShort: ({ causes, held, inScope }, items, links) => (
    <>
      {links.causes(formatCount(causes, { one: 'cause', other: 'causes' }))}{' '}
      {causes === 1 ? 'holds' : 'hold'} back{' '}
      {links.held(`${held} of ${formatCount(inScope, items)}`)}.
    </>
  ),
  firstFrees: (released) => ` Clearing the first one frees ${released}.`,
  together: ' No single one frees anything on its own.',
  contradicted: (count, items, link) => (
    <>
      No. {link(formatCount(count, items))} {count === 1 ? 'is' : 'are'} declared further than the
      evidence allows.
    </>
  ),
  halted: (count, items, link) => (
    <>No. A stop condition has halted {link(formatCount(count, items))}.</>
  ),
  strip: 'Every item in plan order',
  stripSummary: (shown, total) => `${shown} of ${total} shown; the graph has them all.`,
  holds: 'What holds it back',
  byReleased: (items) => `by ${items.other} released`,
  released: (count, items) => formatCount(count, items),
  heldToo: (count, items) =>
    count === 0 ? 'holds nothing else' : `holds ${formatCount(count, items)} with others`,
  noCauses: 'Nothing holds it back.',
  moreCauses: (count) =>
    `${formatCount(count, { one: 'more cause', other: 'more causes' })}, none holding more`,
  causeCount: (count) => formatCount(count, { one: 'cause', other: 'causes' }),
  moreInSet: (count) => `and ${formatCount(count, { one: 'more cause', other: 'more causes' })}`,
  smallestSet: 'Smallest set that unblocks everything:',
  smallestSetApproximate: 'A small set that unblocks everything (not proven smallest):',
  startNow: 'Can start now',
  inProgress: 'In progress',
  oneStepAway: 'One step away',
  waitsOnlyFor: 'waits only for',
  nothingStarts: 'Nothing may start now',
  nothingStartsWhy: 'Every item is complete, under way, held back or out of scope.',
  nothingLeft: 'Nothing is left to start',
  nothingLeftWhy: 'What is in scope is complete.',
  readyNote: 'everything before it is complete',
  moreItems: (count, items) => `and ${formatCount(count, items)} more`,
  metrics: 'Metrics against targets',
  target: (text) => `target ${text}`,
  noTarget: 'no target',
  noValue: 'no value',
  moreMetrics: (count) => `${formatCount(count, { one: 'more metric', other: 'more metrics' })}`,
  confidence: 'How sure is this?',
  confidenceText: (passes, verified, independent) =>
    `Of ${formatCount(passes, { one: 'passing condition', other: 'passing conditions' })}, ${verified} ${verified === 1 ? 'rests' : 'rest'} on files whose digest was compared here, and ${independent} on evidence that nothing else uses.`,
  confidenceNone: 'Nothing passes yet, so there is nothing to trust.',
  findings: 'Noticed in the plan',
  moreFindings: (count) => `${count} more like these`,
  invariants: 'Rules over the whole plan',
  invariantsHold: (holding, total) => `${holding} of ${total} hold`,
  counterexamples: (count) =>
    formatCount(count, { one: 'counterexample', other: 'counterexamples' }),
  sayAbout: 'about',
  allHold: 'Every rule holds.',
  noConditions: 'nothing to prove is stated',
  conditionsMet: (met, total) => `${met} of ${total} conditions met`,
  progressText: (done, total) => `${done} of ${total}`,
  since: (revision) => `Since ${revision}`,
  firstRevision: 'This is the first revision, so there is nothing to compare it with.',
  nothingChanged: 'Nothing changed.',
  changesFailed: 'The revision before could not be read, so it is not known what changed.',
  passRevoked: 'passed and does not any longer',
  gateBecame: (verdict) => `now: ${verdict.toLowerCase()}`,
  gateCame: (verdict) => `is new: ${verdict.toLowerCase()}`,
  gateGone: 'is gone',
  loosened: 'Easier to meet',
  weakened: 'Contract weakened',
  replaced: 'has other bytes under the same name',
  unset: 'none',
  moreChanges: (count) => `${count} more`,
  otherChanges: ({ items, evidence, metrics, rules }) =>
    `In all: ${[
      { count: items, one: 'item', other: 'items' },
      { count: evidence, one: 'piece of evidence', other: 'pieces of evidence' },
      { count: metrics, one: 'metric', other: 'metrics' },
      { count: rules, one: 'rule', other: 'rules' },
    ]
      .filter(({ count }) => count > 0)
      .map(({ count, one, other }) => formatCount(count, { one, other }))
      .join(', ')} changed.`,
};
