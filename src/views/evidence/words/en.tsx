import type { ReactNode } from 'react';
import type { EvidenceState } from '../../../derive/evidence-states.ts';
import { formatCount } from '../../../lib/format/list.ts';
import { formatNumber } from '../../../lib/format/number.ts';

type Wrap = (text: string) => ReactNode;

/** Words of the list; those of one piece stand in `detail-en.ts`. */
export interface EvidenceWords {
  readonly question: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly pieces: (total: number) => string;
  readonly relied: (used: number, orphans: number, wrap: Wrap) => ReactNode;
  readonly differ: (count: number) => string;
  readonly lacking: (count: number) => string;
  readonly notCompared: (count: number) => string;
  readonly find: string;
  readonly kind: string;
  readonly allKinds: string;
  readonly item: string;
  readonly allItems: (items: string) => string;
  readonly gate: string;
  readonly allGates: string;
  readonly onlyItem: string;
  readonly onlyGate: string;
  readonly use: string;
  readonly anyUse: string;
  readonly used: string;
  readonly orphan: string;
  readonly state: string;
  readonly allStates: string;
  readonly states: Readonly<Record<EvidenceState, string>>;
  readonly digestState: string;
  readonly allDigests: string;
  readonly review: string;
  readonly clearFilters: string;
  readonly nothingMatches: string;
  readonly nothingMatchesWhy: string;
  readonly shown: (count: number, total: number) => string;
  readonly list: string;
  readonly detail: string;
  readonly columns: Readonly<
    Record<
      'integrity' | 'name' | 'kind' | 'usedBy' | 'collectedAt' | 'size' | 'producer' | 'path',
      string
    >
  >;
  readonly usedByDescription: string;
  readonly usedByGates: (conditions: number, gates: number) => string;
  readonly advisory: string;
  readonly warnings: (count: number) => string;
  readonly failed: string;
  readonly failedRemedy: string;
  readonly tryAgain: string;
}

const pieceForms = { one: 'piece of evidence', other: 'pieces of evidence' };

export const en: EvidenceWords = {
  question: 'What is the proof?',
  none: 'This bundle holds no evidence',
  noneWhy: 'Gates that ask for evidence cannot pass. Collect some with the command line.',
  pieces: (total) => formatCount(total, pieceForms),
  relied: (used, orphans, wrap) =>
    orphans === 0 ? (
      <>, and conditions rely on all of them.</>
    ) : used === 0 ? (
      <>, and {wrap('no condition relies on any')}.</>
    ) : (
      <>
        : conditions rely on {formatNumber(used)},{' '}
        {wrap(`${formatNumber(orphans)} ${orphans === 1 ? 'is' : 'are'} unused`)}.
      </>
    ),
  differ: (count) =>
    `${formatCount(count, { one: 'file is', other: 'files are' })} not what was recorded.`,
  lacking: (count) =>
    `${formatCount(count, { one: 'file', other: 'files' })} cannot be had or read.`,
  notCompared: (count) =>
    `${formatCount(count, { one: 'file was', other: 'files were' })} not compared with the recorded digest yet; opening a piece compares it.`,
  find: 'Find evidence',
  kind: 'Kind',
  allKinds: 'All kinds',
  item: 'Item',
  allItems: (items) => `All ${items}`,
  gate: 'Gate',
  allGates: 'All gates',
  onlyItem: 'only for the item',
  onlyGate: 'only for the gate',
  use: 'Use',
  anyUse: 'All',
  used: 'Relied on',
  orphan: 'Unused',
  state: 'What stands out',
  allStates: 'Whatever stands out',
  states: {
    stale: 'Stale',
    superseded: 'Superseded',
    reused: 'Used by several gates',
    'same-name': 'Same name, other bytes',
    advisory: 'Advisory',
    remarked: 'With remarks',
  },
  digestState: 'Digest',
  allDigests: 'Any digest',
  review: 'Review a gate',
  clearFilters: 'Clear filters',
  nothingMatches: 'No evidence matches the filter',
  nothingMatchesWhy: 'All of it is there again when the filter is cleared.',
  shown: (count, total) =>
    count === total
      ? formatCount(total, pieceForms)
      : `${formatNumber(count)} of ${formatCount(total, pieceForms)}`,
  list: 'Evidence',
  detail: 'Chosen evidence',
  columns: {
    integrity: 'Digest',
    name: 'Name',
    kind: 'Kind',
    usedBy: 'Used by',
    collectedAt: 'Collected',
    size: 'Size',
    producer: 'Producer',
    path: 'Path',
  },
  usedByDescription: 'How many conditions rely on it',
  usedByGates: (conditions, gates) =>
    `${formatCount(conditions, { one: 'condition', other: 'conditions' })} in ${formatCount(gates, { one: 'gate', other: 'gates' })}`,
  advisory: 'advisory',
  warnings: (count) => formatCount(count, { one: 'warning', other: 'warnings' }),
  failed: 'The list of evidence could not be made.',
  failedRemedy: 'Try again. If it keeps failing, read the bundle again on the bundle page.',
  tryAgain: 'Try again',
};
