import type { Permission, Readiness } from '../../../gates/types.ts';
import { formatList } from '../../../lib/format/list.ts';
import type { Dependency, Relation } from '../../../model/plan.ts';

type Origin = NonNullable<Dependency['origin']>;

/** Words of the panel about one item. */
export interface InspectorWords {
  readonly onCriticalPath: string;
  readonly slackIs: (length: string) => string;
  readonly closeInspector: string;
  readonly noSuchItemRemedy: string;
  readonly detailFailed: string;
  readonly detailFailedRemedy: string;
  /** With who declared it and when, as far as that is recorded. */
  readonly declared: (word: string, by: string | undefined, at: string | undefined) => string;
  readonly ownedBy: (owner: string) => string;
  readonly notDeclared: string;
  readonly differs: string;
  readonly needsNothing: string;
  readonly needs: (names: readonly string[], more: number, done: number, total: number) => string;
  readonly readiness: string;
  readonly permission: string;
  readonly tabs: string;
  readonly why: string;
  readonly gates: string;
  readonly evidence: string;
  readonly links: string;
  readonly nothingInTheWay: Readonly<
    Record<'complete' | 'ready' | 'in-progress' | 'other', string>
  >;
  readonly toRelease: (id: string) => string;
  readonly releaseExact: string;
  readonly releaseApproximate: string;
  readonly noGates: string;
  readonly guards: Readonly<Record<'start' | 'complete' | 'advance', string>>;
  readonly cannotBeWaived: string;
  readonly recordedAs: (word: string) => string;
  readonly noEvidence: string;
  readonly noEvidenceRemedy: string;
  readonly dependsOn: string;
  readonly dependents: string;
  readonly relations: string;
  readonly children: string;
  readonly partOf: string;
  readonly none: string;
  readonly redundant: string;
  readonly dangling: string;
  readonly origin: Readonly<Record<Origin, string>>;
  readonly relation: Readonly<Record<Relation['kind'], string>>;
  readonly stated: Readonly<Record<Relation['stated'], string>>;
  readonly readinessHint: Readonly<Record<Readiness, string>>;
  readonly permissionHint: Readonly<Record<Permission, string>>;
}

export const inspectorEn: InspectorWords = {
  onCriticalPath: 'On the longest chain of open work: it cannot slip.',
  slackIs: (length) => `Can slip by ${length} before the longest chain of open work grows.`,
  closeInspector: 'Close details',
  noSuchItemRemedy: 'The link may come from another revision. Choose an item in the graph.',
  detailFailed: 'The details of this item could not be computed.',
  detailFailedRemedy: 'Try again. If it keeps failing, the bundle page lists what was found wrong.',
  declared: (word, by, at) =>
    `declared: ${[by === undefined ? word : `${word} by ${by}`, ...(at === undefined ? [] : [at])].join(', ')}`,
  ownedBy: (owner) => `Owner: ${owner}`,
  notDeclared: 'nothing declared',
  differs: 'What is declared and what was computed differ.',
  needsNothing: 'Waits for nothing.',
  needs: (names, more, done, total) => {
    const standing =
      done === total
        ? total === 1
          ? 'It is complete.'
          : 'All are complete.'
        : done === 0
          ? total === 1
            ? 'It is not complete.'
            : 'None is complete.'
          : `${done} of ${total} ${done === 1 ? 'is' : 'are'} complete.`;
    return `Needs ${someOf(names, more)}. ${standing}`;
  },
  readiness: 'Proof',
  permission: 'Permission',
  tabs: 'About this item',
  why: 'Why',
  gates: 'Gates',
  evidence: 'Evidence',
  links: 'Links',
  nothingInTheWay: {
    complete: 'Everything that was asked of it is there.',
    ready: 'Nothing stands in its way: it may start.',
    'in-progress': 'It is under way, and nothing is wrong with it.',
    other: 'No open cause was found.',
  },
  toRelease: (id) => `To release ${id}`,
  releaseExact: 'The smallest set of causes that releases it:',
  releaseApproximate: 'A small set of causes that releases it (not proven smallest):',
  noGates: 'No gate guards it',
  guards: {
    start: 'guards its start',
    complete: 'guards its completion',
    advance: 'guards the step to the next phase',
  },
  cannotBeWaived: 'cannot be waived',
  recordedAs: (word) => `recorded as ${word}`,
  noEvidence: 'No evidence',
  noEvidenceRemedy: 'Neither its gates nor what is declared of it rely on any evidence.',
  dependsOn: 'Waits for',
  dependents: 'Is waited for by',
  relations: 'Related',
  children: 'Inside',
  partOf: 'Part of',
  none: 'Nothing',
  redundant: 'follows from others',
  dangling: 'not in the plan',
  origin: { explicit: 'stated', implied: 'implied', positional: 'by position' },
  relation: {
    'same-as': 'same as',
    'belongs-to': 'belongs to',
    'applies-to': 'applies to',
    owns: 'owns',
    covers: 'covers',
    implements: 'implements',
    see: 'see',
  },
  stated: { explicit: 'stated', positional: 'by position', assumed: 'assumed' },
  readinessHint: {
    proven: 'Every condition on it holds',
    failing: 'Evidence is there, and it says no',
    unproven: 'The proof is not complete',
    'not-required': 'No gate asks for proof',
  },
  permissionHint: {
    authorised: 'The decision it needs is recorded and valid',
    'not-authorised': 'The decision it needs is not recorded',
    expired: 'The decision it needs has run out',
    forbidden: 'The plan forbids it',
    'not-required': 'No rule asks for a decision',
  },
};

function someOf(names: readonly string[], more: number): string {
  return formatList(more > 0 ? [...names, `${more} more`] : names);
}
